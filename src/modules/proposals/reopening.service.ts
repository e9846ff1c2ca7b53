import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { systemOf } from '../../database/acting';
import { HouseholdRefusalEntity } from '../../database/entities/household-refusal.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { actingWithin } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { PairBansService } from './pair-bans.service';
import { type Obstacle, PairCheckService } from './pair-check.service';
import { UnitReservation } from './unit-reservation';

/** What keeps client or home from being free. Rules and agreements are for the review that follows. */
const TAKEN: readonly Obstacle['code'][] = ['client', 'woonplek', 'vergeven'];

/**
 * Whether a proposal that ended can be opened again, and what of its end is taken back. A newer round does not stand in the
 * way by itself: what it proposes to the client, or for the home, does.
 */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly pairs: PairCheckService,
    private readonly reservation: UnitReservation,
    private readonly bans: PairBansService,
    private readonly clock: Clock,
  ) {}

  /** Why it cannot be opened, in Dutch sentences; empty: it can. */
  async obstaclesTo(manager: EntityManager, proposal: ProposalEntity): Promise<string[]> {
    const { obstacles } = await this.pairs.check(manager, proposal);
    const taken = obstacles
      .filter(({ code }) => TAKEN.includes(code))
      .map(({ code, title, text }) => (code === 'vergeven' ? text : `${title}.`));
    const { id, householdId, unitId, regionId } = proposal;
    const open = { id: Not(id), regionId, state: 'voorgesteld' } as const;
    if (await manager.existsBy(ProposalEntity, { ...open, householdId })) {
      taken.push('Deze cliënt heeft een ander voorstel, dat nog niet is beoordeeld.');
    }
    const proposed = await manager.countBy(ProposalEntity, { ...open, unitId });
    if (proposed > 0 && proposed >= (await this.reservation.freePlacesOf(manager, unitId))) {
      taken.push('Voor deze woonplek ligt een voorstel voor een ander, dat nog niet is beoordeeld.');
    }
    return taken;
  }

  /** Lifts the bans and refusals that followed from this proposal, so that it can be judged again. */
  async takeBackEnd(manager: EntityManager, accountId: string, proposal: ProposalEntity): Promise<void> {
    await this.bans.lift(manager, proposal);
    await actingWithin(manager, systemOf(proposal.regionId, accountId), () =>
      manager.update(
        HouseholdRefusalEntity,
        { proposalId: proposal.id, liftedAt: IsNull() },
        { liftedAt: this.clock.now() },
      ),
    );
  }
}
