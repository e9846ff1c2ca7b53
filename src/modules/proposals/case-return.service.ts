import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ADVANCING_ACTIONS, proposalTransitions, type ProposalAction } from '../../core/review/proposal-transitions';
import { rejectionReason } from '../../core/review/rejection-reasons';
import { transition } from '../../core/review/validate-transitions';
import type { IsoDate } from '../../core/time/calendar';
import { ProposalEventEntity } from '../../database/entities/proposal-event.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { conflict, invalidInput } from '../../platform/http/problem';
import { RestrictionService } from '../client-rights/restriction.service';
import type { NoteRequestDto, WithdrawalRequestDto } from './case-return.dto';
import { lockForReview, refuseOldVersion } from './proposal-lock';
import { ReopeningService } from './reopening.service';
import { requiredReason } from './required-reason';
import { ReservesService } from './reserves.service';
import { takeStep } from './take-step';
import { UnitReservation } from './unit-reservation';
import { type Withdrawal, WithdrawalService } from './withdrawal.service';

/** How a coordinator brings a case that is under way back, or to its end before the key. Each step says why. */
@Injectable()
export class CaseReturnService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly withdrawals: WithdrawalService,
    private readonly reopening: ReopeningService,
    private readonly reservation: UnitReservation,
    private readonly restrictions: RestrictionService,
    private readonly reserves: ReservesService,
    private readonly clock: Clock,
  ) {}

  /** Asks the corporatie again after it sent the proposal back. */
  override(actor: ActingAccount, id: string, request: NoteRequestDto): Promise<void> {
    return this.withNote(actor, id, 'doorzetten', request);
  }

  /** Takes back the last step of a case, up to where the corporatie has to confirm again. */
  stepBack(actor: ActingAccount, id: string, request: NoteRequestDto): Promise<void> {
    return this.withNote(actor, id, 'terugzetten', request);
  }

  /**
   * Takes the promise back. Throws 409 where the ground is that the corporatie sent it back and it did not, and where others
   * were promised a place in a home that closes. Who comes next for the home is looked for at once.
   */
  async withdraw(actor: ActingAccount, id: string, request: WithdrawalRequestDto): Promise<void> {
    await this.inCase(actor, id, request.versie, 'intrekken', async (manager, proposal) => {
      const until = request.grond === 'woning' ? this.lastDay(request.tot) : null;
      await this.withdrawals.withdraw(manager, actor, proposal, await this.groundOf(manager, proposal, request));
      if (request.grond !== 'woning') return;
      await this.reservation.takeOutOfService(manager, actor, proposal.unitId, { reason: request.reden, until });
    });
    await this.reserves.seekAtOnce(actor.regionId, id);
  }

  /**
   * Opens a proposal again that was refused, ran out or was withdrawn; a reserve that nobody reviewed makes way. Throws 409
   * with what is no longer free.
   */
  reopen(actor: ActingAccount, id: string, { versie, toelichting }: NoteRequestDto): Promise<void> {
    return this.inCase(actor, id, versie, 'heropenen', async (manager, proposal) => {
      await this.reserves.lapse(manager, actor, proposal);
      const redenen = await this.reopening.obstaclesTo(manager, proposal);
      if (redenen.length > 0) {
        throw conflict('heropenen-kan-niet', 'Heropenen kan niet', redenen.join(' '), { redenen });
      }
      await takeStep(manager, actor, proposal, 'heropenen', { note: toelichting });
      await manager.save(proposal);
      await this.reopening.takeBackEnd(manager, actor.accountId, proposal);
    });
  }

  private lastDay(until: IsoDate | undefined): IsoDate | null {
    const today = this.clock.today();
    if (until === undefined || until >= today) return until ?? null;
    throw invalidInput([{ in: 'body', veld: 'tot', waarde: until, verwacht: `vandaag (${today}) of later` }]);
  }

  private async groundOf(
    manager: EntityManager,
    proposal: ProposalEntity,
    request: WithdrawalRequestDto,
  ): Promise<Withdrawal> {
    if (request.grond === 'woning') return { reason: null, note: `De woning gaat buiten gebruik: ${request.reden}` };
    const note = request.toelichting;
    if (request.grond === 'reden') return { reason: requiredReason(request.redenCode, note), note };
    if (proposal.state !== 'teruggestuurd') {
      throw conflict(
        'niet-teruggestuurd',
        'Niet teruggestuurd',
        'De corporatie heeft dit voorstel niet teruggestuurd.',
      );
    }
    const { reasonCode } = await manager.findOneOrFail(ProposalEventEntity, {
      where: { proposalId: proposal.id, action: 'terugsturen' },
      order: { at: 'DESC' },
    });
    return { reason: rejectionReason(reasonCode ?? '') ?? null, note };
  }

  private withNote(
    actor: ActingAccount,
    id: string,
    action: ProposalAction,
    { versie, toelichting }: NoteRequestDto,
  ): Promise<void> {
    return this.inCase(actor, id, versie, action, async (manager, proposal) => {
      await takeStep(manager, actor, proposal, action, { note: toelichting });
      await manager.save(proposal);
    });
  }

  private inCase(
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
        transition(proposalTransitions, proposal.state, action);
        await work(manager, proposal);
      },
      { actor },
    );
  }
}
