import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { proposalTransitions, type ProposalAction } from '../../core/review/proposal-transitions';
import { transition } from '../../core/review/validate-transitions';
import { systemOf } from '../../database/acting';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { actingWithin, inTransaction } from '../../database/transaction';
import type { ActingAccount } from '../../platform/access/acting-account';
import { conflict, invalidInput } from '../../platform/http/problem';
import { type LockedAllocation, lockOwnAllocation } from './allocation-lock';
import type { ConfirmationRequestDto, DeclineRequestDto, OwnerWithdrawalDto } from './confirmation.dto';
import { PassendService } from './passend.service';
import { requiredReason } from './required-reason';
import { ReservesService } from './reserves.service';
import { reviewerOf } from './reviewer-of';
import { StaleCheck, staleProblem } from './stale-check.service';
import { takeStep } from './take-step';
import { WithdrawalService } from './withdrawal.service';

/**
 * What the organisation that owns a home decides about an approved proposal for it. It knows the proposal by its
 * toewijzingsprofiel only, so the work is the system's and each step carries the person, role and organisation.
 */
@Injectable()
export class ConfirmationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly stale: StaleCheck,
    private readonly passend: PassendService,
    private readonly withdrawals: WithdrawalService,
    private readonly reserves: ReservesService,
  ) {}

  /**
   * Confirms. Throws what `lockOwnAllocation` throws, 409 for whoever reviewed it (four eyes) and while the case has to wait,
   * and 400 where a note is asked. Where the proposal no longer holds on today's data it goes back to the coordinator: that
   * is saved, and 409 says so.
   */
  async confirm(actor: ActingAccount, id: string, { versie, toelichting }: ConfirmationRequestDto): Promise<void> {
    const holds = await this.asOwner(actor, id, versie, 'bevestigen', async (manager, { proposal, unit }) => {
      await refuseReviewer(manager, actor, proposal);
      await refuseWaiting(manager, proposal);
      if (toelichting === undefined && (await this.passend.breaksNorm(manager, proposal, unit))) {
        const verwacht = 'verplicht: met deze toewijzing komt u onder de norm voor passend toewijzen';
        throw invalidInput([{ in: 'body', veld: 'toelichting', waarde: null, verwacht }]);
      }
      const check = await this.stale.recheck(manager, actor, proposal);
      if (check === null) return false;
      await takeStep(manager, actor, proposal, 'bevestigen', { note: toelichting, check });
      await manager.save(proposal);
      return true;
    });
    if (!holds) throw staleProblem();
  }

  /** Sends it back to the coordinator with a reason. The home stays held until the coordinator has answered. */
  async decline(actor: ActingAccount, id: string, request: DeclineRequestDto): Promise<void> {
    const { redenCode, toelichting, bewijs, versie } = request;
    const { code: reasonCode } = requiredReason(redenCode, toelichting);
    await this.asOwner(actor, id, versie, 'terugsturen', async (manager, { proposal }) => {
      const parts = [toelichting, bewijs === undefined ? undefined : `Bewijs: ${bewijs}`];
      const note = parts.filter((part) => part !== undefined).join('\n');
      await takeStep(manager, actor, proposal, 'terugsturen', { reasonCode, note: note === '' ? undefined : note });
      await manager.save(proposal);
    });
  }

  /** Takes the home back until the key is handed over. */
  async withdraw(actor: ActingAccount, id: string, request: OwnerWithdrawalDto): Promise<void> {
    const { redenCode, toelichting: note, versie } = request;
    const reason = requiredReason(redenCode, note);
    await this.asOwner(actor, id, versie, 'intrekken', (manager, { proposal }) =>
      this.withdrawals.withdraw(manager, actor, proposal, { reason, note }),
    );
    await this.reserves.seekAtOnce(actor.regionId, id);
  }

  private asOwner<T>(
    actor: ActingAccount,
    id: string,
    version: number,
    action: ProposalAction,
    work: (manager: EntityManager, allocation: LockedAllocation) => Promise<T>,
  ): Promise<T> {
    return inTransaction(
      this.dataSource,
      (manager) =>
        actingWithin(manager, systemOf(actor.regionId, actor.accountId), async () => {
          const allocation = await lockOwnAllocation(manager, actor, { id, version });
          transition(proposalTransitions, allocation.proposal.state, action);
          return work(manager, allocation);
        }),
      { actor },
    );
  }
}

/** Review and confirmation are by two people, also where one person holds both roles. */
async function refuseReviewer(manager: EntityManager, actor: ActingAccount, { id }: ProposalEntity): Promise<void> {
  if ((await reviewerOf(manager, id)) !== actor.accountId) return;
  throw conflict(
    'vier-ogen',
    'Iemand anders moet bevestigen',
    'U hebt dit voorstel zelf goedgekeurd. Een ander bevestigt het.',
  );
}

/** While processing is restricted nothing goes on. Why is for the coordinator to know. */
async function refuseWaiting(manager: EntityManager, { householdId }: ProposalEntity): Promise<void> {
  if ((await readOpenRestrictions(manager, { householdIds: [householdId] })).size === 0) return;
  throw conflict(
    'toewijzing-wacht',
    'Deze toewijzing wacht',
    'Deze toewijzing kan nu niet verder. Vraag de wooncoördinator wanneer wel.',
  );
}
