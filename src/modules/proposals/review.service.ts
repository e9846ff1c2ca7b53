import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ADVANCING_ACTIONS, proposalTransitions, type ProposalAction } from '../../core/review/proposal-transitions';
import { banUntil, type RejectionReason } from '../../core/review/rejection-reasons';
import { transition } from '../../core/review/validate-transitions';
import { laterOf } from '../../core/time/calendar';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import { PairBansService } from './pair-bans.service';
import { type PairCheck, PairCheckService } from './pair-check.service';
import { isOwnWork } from './own-work';
import { lockForReview, refuseOldVersion } from './proposal-lock';
import { ProposalRevocation } from './proposal-revocation';
import { requiredReason } from './required-reason';
import type { ReviewRequestDto, RevocationRequestDto } from './review.dto';
import { takeStep } from './take-step';
import { WorkflowsService } from '../workflows/workflows.service';
import { ReservesService } from './reserves.service';
import { UnitReservation } from './unit-reservation';

/**
 * Decisions of people about proposals. Each is one transaction that takes the locks in a fixed order (region, home,
 * proposal), so that of two reviewers at once exactly one wins and the other is told why not.
 */
@Injectable()
export class ReviewService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly pairs: PairCheckService,
    private readonly bans: PairBansService,
    private readonly reservation: UnitReservation,
    private readonly revocation: ProposalRevocation,
    private readonly restrictions: RestrictionService,
    private readonly workflows: WorkflowsService,
    private readonly reserves: ReservesService,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws 404, 400 where the reason asks for a note, and 409 with every obstacle when the proposal does not hold today, or
   * when the data of the client may not be used.
   */
  async review(actor: ActingAccount, id: string, request: ReviewRequestDto): Promise<void> {
    if (request.besluit === 'akkoord') await this.approve(actor, id, request);
    else {
      await this.reject(actor, id, request, requiredReason(request.redenCode, request.toelichting));
      await this.reserves.seekAtOnce(actor.regionId, id);
    }
  }

  /**
   * Takes the last review back: the home is free again, the ban is lifted. Where a newer round is done the proposal does not
   * open again but lapses at once, and the client takes part in the next round. Throws 409 when another step came after it.
   */
  async revoke(actor: ActingAccount, id: string, request: RevocationRequestDto): Promise<void> {
    await this.inReview(actor, id, request.versie, 'herroepen', async (manager, proposal) => {
      transition(proposalTransitions, proposal.state, 'herroepen');
      const obstacle = await this.revocation.obstacleTo(manager, proposal);
      if (obstacle) throw conflict('herroepen-kan-niet', 'Herroepen kan niet meer', obstacle);
      const wasApproved = proposal.state === 'goedgekeurd';
      // Taking back a rejection opens the proposal again.
      if (!wasApproved) await this.restrictions.refuseRestricted(manager, proposal.householdId);
      await takeStep(manager, actor, proposal, 'herroepen', { note: request.toelichting });
      if (await this.revocation.isOvertaken(manager, proposal)) {
        await takeStep(manager, actor, proposal, 'vervangen', { note: 'Er is al een nieuwere ronde.' });
      }
      await manager.save(proposal);
      if (wasApproved) await this.reservation.release(manager, actor, proposal.unitId);
      else {
        await this.bans.lift(manager, proposal);
        await this.reserves.lapse(manager, actor, proposal);
      }
    });
  }

  private async approve(actor: ActingAccount, id: string, request: ReviewRequestDto): Promise<void> {
    await this.inReview(actor, id, request.versie, 'goedkeuren', async (manager, proposal) => {
      transition(proposalTransitions, proposal.state, 'goedkeuren');
      if (isOwnWork(proposal, actor)) {
        throw conflict(
          'vier-ogen',
          'Iemand anders moet beoordelen',
          'U hebt dit voorstel zelf gemaakt. Een andere wooncoördinator keurt het goed.',
        );
      }
      const check = await this.pairs.check(manager, proposal);
      refuseObstacles(check);
      await takeStep(manager, actor, proposal, 'goedkeuren', { note: request.toelichting, check });
      proposal.workflowId ??= await this.workflows.idFor(manager, proposal);
      proposal.plannedStart = laterOf(proposal.plannedStart, check.start);
      await manager.save(proposal);
      await this.reservation.reserveWhenFull(manager, actor, proposal.unitId);
    });
  }

  private async reject(
    actor: ActingAccount,
    id: string,
    request: ReviewRequestDto,
    reason: RejectionReason,
  ): Promise<void> {
    await this.inReview(actor, id, request.versie, 'afwijzen', async (manager, proposal) => {
      const record = { note: request.toelichting, reasonCode: reason.code };
      const eventId = await takeStep(manager, actor, proposal, 'afwijzen', record);
      await manager.save(proposal);
      const until = banUntil(reason.ban, this.clock.today());
      if (until !== undefined) await this.bans.ban(manager, proposal, { eventId, reason, until });
    });
  }

  private inReview(
    actor: ActingAccount,
    id: string,
    version: number,
    action: ProposalAction,
    work: (manager: EntityManager, proposal: ProposalEntity) => Promise<void>,
  ): Promise<void> {
    return inTransaction(
      this.dataSource,
      async (manager) => {
        const proposal = await lockForReview(manager, actor.regionId, id);
        await refuseOldVersion(manager, proposal, version);
        if (ADVANCING_ACTIONS.includes(action)) await this.restrictions.refuseRestricted(manager, proposal.householdId);
        await work(manager, proposal);
      },
      { actor },
    );
  }
}

function refuseObstacles({ obstacles }: PairCheck): void {
  if (obstacles.length === 0) return;
  const taken = obstacles.find(({ code }) => code === 'vergeven');
  if (taken) throw conflict('al-vergeven', taken.title, taken.text, { redenen: obstacles.map(named) });
  const titles = [...new Set(obstacles.map(({ title }) => title))].join('; ');
  throw conflict(
    'voldoet-niet-meer',
    'Voorstel klopt niet meer',
    `Met de gegevens van vandaag kan dit voorstel niet doorgaan: ${titles}.`,
    { redenen: obstacles.map(named) },
  );
}

/** An obstacle by name only: its text may speak of the client and is told in the proposal itself. */
function named({ code, rule, title }: PairCheck['obstacles'][number]): object {
  return { soort: code, regel: rule, titel: title };
}
