import { expect } from '@jest/globals';
import { tenancyTransitions, type TenancyAction } from '../../../src/core/review/tenancy-transitions';
import { transitionsFrom } from '../../../src/core/review/validate-transitions';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import { TenancyEventEntity } from '../../../src/database/entities/tenancy-event.entity';
import { TEST_DAY, type TestApp } from '../../support/test-app';

/** How each step of a tenancy is asked for, but for those that need a home for a while. */
const STEPS: readonly (readonly [TenancyAction, 'nazorgstappen' | 'wijzigingen', object])[] = [
  ['notitie', 'nazorgstappen', { voortgang: 'goed', toelichting: 'Het gaat goed.' }],
  ['time-out', 'nazorgstappen', { reden: 'terugval' }],
  ['hervatten', 'nazorgstappen', {}],
  ['terugval', 'nazorgstappen', { toelichting: 'Weer hulp nodig.' }],
  ['afsluiten', 'wijzigingen', { toelichting: 'Redt het zelf.' }],
  ['beeindigen', 'wijzigingen', { reden: 'zelf-verhuisd', zoektWeer: true }],
];

/** Takes steps of tenancies that began, as a coordinator. */
export class TenancyWalker {
  readonly taken = new Set<TenancyAction>();
  private readonly proposals = new Set<string>();

  constructor(private readonly test: TestApp) {}

  /** False: this tenancy has ended, or the pick is that nothing happens in it. */
  async step(proposalId: string, pick: number): Promise<boolean> {
    this.proposals.add(proposalId);
    const placements = this.test.dataSource.getRepository(PlacementEntity);
    const { id, state, version } = await placements.findOneByOrFail({ proposalId });
    const possible = transitionsFrom(tenancyTransitions, state).map((each) => each.action);
    if (possible.length === 0 || pick % 9 === 0) return false;
    const following = STEPS.filter(([action]) => possible.includes(action));
    // Now and then one that cannot be.
    const steps = pick % 5 === 0 ? STEPS : following;
    const [action, route, body] = steps[pick % steps.length]!;
    const next = transitionsFrom(tenancyTransitions, state).find((each) => each.action === action);
    const { status, text } = await this.test
      .as('coordinator')
      .post(`/v1/plaatsingen/${id}/${route}`)
      .send({ stap: action, op: TEST_DAY, versie: version, ...body });
    const after = await placements.findOneByOrFail({ proposalId });
    expect([action, state, status, text]).toEqual([action, state, next ? 201 : 409, text]);
    expect([after.state, after.version]).toEqual([next?.to ?? state, next ? version + 1 : version]);
    if (next) this.taken.add(action);
    return true;
  }

  /** Each tenancy is what its record says, and its record says who. */
  async expectSound(): Promise<void> {
    for (const proposalId of this.proposals) {
      const [placement, ...others] = await this.test.dataSource.getRepository(PlacementEntity).findBy({ proposalId });
      expect(others).toEqual([]);
      const events = await this.test.dataSource
        .getRepository(TenancyEventEntity)
        .find({ where: { placementId: placement!.id }, order: { at: 'ASC', id: 'ASC' } });
      expect([events[0]?.action, events.at(-1)?.toState]).toEqual(['sleutel', placement!.state]);
      for (const { actor, actorRole, onDay } of events) expect([actor, actorRole, onDay]).not.toContain(null);
    }
  }
}
