import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import type { RejectionReason } from '../../core/review/rejection-reasons';
import type { IsoDate } from '../../core/time/calendar';
import { PairDecisionEntity } from '../../database/entities/pair-decision.entity';
import { ProposalEventEntity } from '../../database/entities/proposal-event.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { Clock } from '../../platform/clock';

/** Keeps a rejected pair from being proposed again while the reason holds. */
@Injectable()
export class PairBansService {
  constructor(private readonly clock: Clock) {}

  /** A ban that somebody set before and that still holds stays as it is. */
  async ban(
    manager: EntityManager,
    { householdId, unitId, regionId, ownerOrganisationId }: ProposalEntity,
    { eventId, reason, until }: { eventId: string; reason: RejectionReason; until: IsoDate | null },
  ): Promise<void> {
    const earlier = await manager.findOneBy(PairDecisionEntity, {
      kind: 'ban',
      householdId,
      unitId,
      liftedAt: IsNull(),
    });
    if (earlier && (earlier.until === null || earlier.until >= this.clock.today())) return;
    if (earlier) await manager.update(PairDecisionEntity, { id: earlier.id }, { liftedAt: this.clock.now() });
    await manager.insert(PairDecisionEntity, {
      id: randomUUID(),
      kind: 'ban',
      regionId,
      ownerOrganisationId,
      householdId,
      unitId,
      reasonCode: reason.code,
      reason: reason.nl,
      until,
      proposalEventId: eventId,
    });
  }

  /** Lifts the bans that followed from steps of this proposal. */
  async lift(manager: EntityManager, { id }: ProposalEntity): Promise<void> {
    const events = await manager.find(ProposalEventEntity, { where: { proposalId: id }, select: { id: true } });
    await manager.update(
      PairDecisionEntity,
      { proposalEventId: In(events.map((event) => event.id)), liftedAt: IsNull() },
      { liftedAt: this.clock.now() },
    );
  }
}
