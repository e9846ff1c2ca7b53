import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import {
  foldProposal,
  HOLDING_STATES,
  proposalTransitions,
  type ProposalAction,
  type ProposalState,
} from '../../../src/core/review/proposal-transitions';
import { transitionsFrom } from '../../../src/core/review/validate-transitions';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { holdsPermission, type Role } from '../../../src/platform/access/permissions';
import { TEST_DAY, type TestApp } from '../../support/test-app';

interface Given {
  readonly test: () => TestApp;
  /** Four proposals that nothing has been decided about. */
  readonly proposals: () => readonly ProposalEntity[];
  readonly expectLedgerEqualsEvents: () => Promise<void>;
}

const note = 'Zo is het besproken.';
/** How each step is asked for: by whom it is meant, the route, and what it needs. */
const STEPS: readonly (readonly [ProposalAction, string, object])[] = [
  ['goedkeuren', 'voorstellen/beoordelingen', { besluit: 'akkoord' }],
  ['afwijzen', 'voorstellen/beoordelingen', { besluit: 'afgewezen', redenCode: 'NIE' }],
  ['herroepen', 'voorstellen/herroepingen', {}],
  ['bevestigen', 'toewijzingen/bevestigingen', {}],
  ['terugsturen', 'toewijzingen/terugsturingen', { redenCode: 'DOC' }],
  ['doorzetten', 'voorstellen/doorzettingen', { toelichting: note }],
  ['terugzetten', 'voorstellen/terugzettingen', { toelichting: note }],
  ['intrekken', 'voorstellen/intrekkingen', { grond: 'reden', redenCode: 'TOE' }],
  ['intrekken', 'toewijzingen/intrekkingen', { redenCode: 'NIE' }],
  ['heropenen', 'voorstellen/heropeningen', { toelichting: note }],
];
/** What a step leaves in the record beside who took it. */
const NEEDS_CODE: readonly ProposalAction[] = ['afwijzen', 'terugsturen', 'intrekken'];
const NEEDS_NOTE: readonly ProposalAction[] = ['doorzetten', 'terugzetten', 'heropenen'];

interface Wish {
  readonly proposal: number;
  readonly pick: number;
  /** Picks among the steps that can follow; otherwise among all. */
  readonly follows: boolean;
  /** Null: whoever takes that step. */
  readonly role: Role | null;
  /** Asks with a version that somebody else has overtaken. */
  readonly isLate: boolean;
}

const wish: fc.Arbitrary<Wish> = fc.record({
  proposal: fc.nat(3),
  pick: fc.nat(999),
  follows: fc.constantFrom(true, true, true, false),
  role: fc.constantFrom<Role | null>(null, null, null, null, 'coordinator', 'corporatie', 'aanbieder', 'auditor'),
  isLate: fc.constantFrom(false, false, false, false, false, false, true),
});
const series = fc.array(wish, { minLength: 10, maxLength: 16, size: 'max' });

/** Any series of steps, by any role, keeps to the table and to what was promised. */
export function randomStepsCases({ test, proposals, expectLedgerEqualsEvents }: Given): void {
  describe('any series of steps by anybody', () => {
    let ids: string[];
    const taken = new Set<ProposalAction>();

    beforeAll(async () => {
      const four = proposals();
      ids = four.map(({ id }) => id);
      // Two of them want the same home.
      await test().dataSource.query('UPDATE proposal SET unit_id = $2 WHERE id = $1', [ids[0], four[1]!.unitId]);
      // Nobody is refused by a rule here: every rule has tests of its own.
      await test().dataSource.query(
        `UPDATE policy SET document = jsonb_set(document, '{rules}', '[{"ruleId": "one-home-per-household", "parameters": {}}, {"ruleId": "places", "parameters": {}}]')`,
      );
    });

    const stored = (id: string) => test().dataSource.getRepository(ProposalEntity).findOneByOrFail({ id });

    async function take({ proposal, pick, follows, role: somebody, isLate }: Wish): Promise<void> {
      const id = ids[proposal]!;
      const { state, version } = await stored(id);
      const next = transitionsFrom(proposalTransitions, state);
      const following = STEPS.filter(([each]) => next.some(({ action }) => action === each));
      // What ends a case is picked less often, so that more comes before it.
      const possible = following.flatMap((each) => (each[0] === 'intrekken' ? [each] : [each, each, each]));
      const steps = follows && possible.length > 0 ? possible : STEPS;
      const [action, route, body] = steps[pick % steps.length]!;
      const [kind, name] = route.split('/') as [string, string];
      const owner = kind === 'toewijzingen' ? 'corporatie' : 'coordinator';
      const role = somebody ?? owner;
      const versie = isLate ? Math.max(1, version - 1) : version;
      const { status, text } = await test()
        .as(role)
        .post(`/v1/${kind}/${id}/${name}`)
        .send({ ...body, versie });
      const after = await stored(id);
      const step = next.find((each) => each.action === action);
      const may = step !== undefined && holdsPermission(role, step.permission);
      // Owners act on allocations of their own homes, coordinators on proposals.
      const isTheirs = role === owner;
      if (status === 201) {
        expect([action, role, may && isTheirs && versie === version]).toEqual([action, role, true]);
        expect(after.state).toBe(step!.to);
        taken.add(action);
        return;
      }
      expect([text, status >= 400 && status < 500]).toEqual([text, true]);
      expect([after.state, after.version]).toEqual([state, version]);
      const inTheWay = ['goedkeuren', 'herroepen', 'heropenen'].includes(action);
      if (may && isTheirs && versie === version && !inTheWay) throw new Error(`${role} could not ${action}: ${text}`);
    }

    async function expectSound(): Promise<void> {
      const { dataSource } = test();
      const all = await dataSource.getRepository(ProposalEntity).find();
      const held = all.filter(({ state }) => HOLDING_STATES.includes(state));
      expect(new Set(held.map(({ householdId }) => householdId)).size).toBe(held.length);
      const full: object[] = await dataSource.query(
        `SELECT u.name FROM unit u WHERE u.places <
           (SELECT count(*) FROM placement p WHERE p.unit_id = u.id AND (p.end_date IS NULL OR p.end_date >= $2)) +
           (SELECT count(*) FROM proposal p WHERE p.unit_id = u.id AND p.state = ANY ($1))`,
        [HOLDING_STATES, TEST_DAY],
      );
      expect(full).toEqual([]);
      for (const id of ids) {
        const { state, unitId } = await stored(id);
        const events = await dataSource
          .getRepository(ProposalEventEntity)
          .find({ where: { proposalId: id }, order: { at: 'ASC', id: 'ASC' } });
        expect(foldProposal(events.map(({ action }) => action))).toBe(state);
        for (const { action, actor, actorRole, actorOrganisationId, reasonCode, note: said } of events) {
          expect([action, actor !== null, actorRole !== null, actorOrganisationId !== null]).toEqual([
            action,
            true,
            true,
            true,
          ]);
          if (NEEDS_CODE.includes(action)) expect([action, reasonCode]).toEqual([action, expect.any(String)]);
          if (NEEDS_NOTE.includes(action)) expect([action, said]).toEqual([action, note]);
        }
        const isHeld = (other: ProposalState) => HOLDING_STATES.includes(other);
        const [{ status }] = await dataSource.query(`SELECT status FROM unit WHERE id = $1`, [unitId]);
        const promised = held.some((other) => other.unitId === unitId && isHeld(other.state));
        expect(status).toBe(promised ? 'reserved' : 'available');
      }
    }

    it('keeps to the table, gives no home or household twice, and leaves who did what and why', async () => {
      await fc.assert(
        fc.asyncProperty(series, async (wishes) => {
          for (const each of wishes) await take(each);
          await expectSound();
          await expectLedgerEqualsEvents();
        }),
        { numRuns: 8, seed: 20261122, endOnFailure: true },
      );
      // The series were worth something: nearly every step took place.
      expect(taken.size).toBeGreaterThanOrEqual(new Set(STEPS.map(([action]) => action)).size - 1);
    });
  });
}
