import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { banUntil, type RejectionReason } from '../../core/review/rejection-reasons';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { PairBansService } from './pair-bans.service';
import { takeStep } from './take-step';
import { UnitReservation } from './unit-reservation';

export interface Withdrawal {
  /** Null: it is about the home alone, so the pair may be proposed again. */
  readonly reason: RejectionReason | null;
  readonly note: string | undefined;
}

/** Takes a promise back: the home is free again, and the pair is kept apart as long as the reason says. */
@Injectable()
export class WithdrawalService {
  constructor(
    private readonly bans: PairBansService,
    private readonly reservation: UnitReservation,
    private readonly clock: Clock,
  ) {}

  /** The caller holds the locks and has looked whether the step is possible. */
  async withdraw(
    manager: EntityManager,
    actor: ActingAccount,
    proposal: ProposalEntity,
    { reason, note }: Withdrawal,
  ): Promise<void> {
    const eventId = await takeStep(manager, actor, proposal, 'intrekken', { reasonCode: reason?.code, note });
    await manager.save(proposal);
    const until = reason === null ? undefined : banUntil(reason.ban, this.clock.today());
    if (reason !== null && until !== undefined) await this.bans.ban(manager, proposal, { eventId, reason, until });
    await this.reservation.release(manager, actor, proposal.unitId);
  }
}
