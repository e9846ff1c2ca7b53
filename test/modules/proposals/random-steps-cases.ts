import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from '../../support/fast-check';
import {
  ADVANCING_ACTIONS,
  PROPOSAL_ACTIONS,
  proposalTransitions,
  type ProposalAction,
  type ProposalState,
} from '../../../src/core/review/proposal-transitions';
import { TENANCY_ACTIONS } from '../../../src/core/review/tenancy-transitions';
import { transitionsFrom } from '../../../src/core/review/validate-transitions';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import type { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { OfferExpiryService } from '../../../src/modules/proposals/offer-expiry.service';
import { holdsPermission, type Role } from '../../../src/platform/access/permissions';
import { Clock } from '../../../src/platform/clock';
import type { TestApp } from '../../support/test-app';
import { CaseDriver } from '../offers/case-driver';
import { ASKED_STEPS, type AskedStep, pathOf } from './asked-steps';
import { expectSound } from './expect-sound';
import { TenancyWalker } from './tenancy-walker';

interface Given {
  readonly test: () => TestApp;
  /** Proposals for homes of the corporatie with one place, that nothing has been decided about. */
  readonly proposals: () => readonly ProposalEntity[];
  readonly expectLedgersEqualEvents: () => Promise<void>;
}

/** Steps before which all rules are judged again. */
const RECHECKED: readonly ProposalAction[] = ['bevestigen', 'aanbieden', 'voorbereiden', 'huisvesten'];
/** Steps that somebody who may take them can be refused, because client or home is another's by now. */
const IN_THE_WAY: readonly ProposalAction[] = ['goedkeuren', 'herroepen', 'heropenen'];
/** What brings a case on is picked more often than what ends it, so that more comes before the end. */
const weightOf = (action: ProposalAction): number =>
  ADVANCING_ACTIONS.includes(action) ? 8 : ['weigeren', 'terugzetten'].includes(action) ? 2 : 1;
const DAY_MS = 86_400_000;

interface Wish {
  readonly slot: number;
  readonly pick: number;
  /** Picks among the steps that can follow; otherwise among all. */
  readonly follows: boolean;
  /** Null: whoever takes that step. */
  readonly role: Role | null;
  /** Asks with a version that somebody else has overtaken. */
  readonly isLate: boolean;
  /** First the facts of the client change, so that the case holds no more. */
  readonly isOutdated: boolean;
  /** Instead of a step by somebody: the time of an offer passes. */
  readonly passes: boolean;
}

const mostly = (rarely: number) => fc.nat(rarely).map((number) => number === rarely);
const wish: fc.Arbitrary<Wish> = fc.record({
  slot: fc.nat(3),
  pick: fc.nat(9999),
  follows: mostly(7).map((isRare) => !isRare),
  role: fc
    .tuple(mostly(2), fc.constantFrom<Role>('coordinator', 'corporatie', 'aanbieder', 'auditor'))
    .map(([isAnybody, role]) => (isAnybody ? role : null)),
  isLate: mostly(9),
  isOutdated: mostly(11),
  passes: mostly(4),
});
// Without the bias to the edges of a range, which would make what is rare happen often.
const series = fc.array(fc.noBias(wish), { minLength: 22, maxLength: 28, size: 'max' });

/** Any series of steps, by any role, keeps to the table and to what was promised. */
export function randomStepsCases({ test, proposals, expectLedgersEqualEvents }: Given): void {
  describe('any series of steps by anybody', () => {
    let slots: string[];
    const touched = new Set<string>();
    let tenancies: TenancyWalker;
    let cases: CaseDriver;
    let ownAanbieder: string;
    const taken = new Set<ProposalAction>();

    beforeAll(async () => {
      const four = proposals();
      slots = four.map(({ id }) => id);
      tenancies = new TenancyWalker(test());
      cases = new CaseDriver(test());
      ownAanbieder = (await test().as('aanbieder').get('/v1/sessie')).body.rol.organisatie.id;
      // Two of them want the same home.
      await test().dataSource.query('UPDATE proposal SET unit_id = $2 WHERE id = $1', [slots[0], four[1]!.unitId]);
      // Nobody is refused by a rule here: every rule has tests of its own.
      await test().dataSource.query(
        `UPDATE policy SET document = jsonb_set(document, '{rules}', '[{"ruleId": "one-home-per-household", "parameters": {}}, {"ruleId": "places", "parameters": {}}]')`,
      );
    });

    async function take(wanted: Wish): Promise<void> {
      const proposal = await cases.stored(slots[wanted.slot]!);
      touched.add(proposal.id);
      if (proposal.state === 'gehuisvest' && (await tenancies.step(proposal.id, wanted.pick))) return;
      if (transitionsFrom(proposalTransitions, proposal.state).length === 0) await replace(wanted.slot);
      else if (wanted.passes && proposal.state === 'aangeboden') await letExpire(proposal);
      else await ask(proposal, wanted);
    }

    async function ask(proposal: ProposalEntity, wanted: Wish): Promise<void> {
      const { id, state, version, householdId } = proposal;
      const asked = pickStep(state, wanted);
      const { action } = asked;
      const role = wanted.role ?? asked.by[wanted.pick % asked.by.length]!;
      const next = transitionsFrom(proposalTransitions, state).find((each) => each.action === action);
      const isTheirs =
        asked.by.includes(role) && (role !== 'aanbieder' || proposal.aanbiederOrganisationId === ownAanbieder);
      const may = next !== undefined && holdsPermission(role, next.permission) && isTheirs && !wanted.isLate;
      const isOutdated = wanted.isOutdated && may && RECHECKED.includes(action);
      if (action === 'huisvesten' && may) await cases.settleAll(id);
      if (isOutdated) await setStatus(householdId, 'paused');
      const versie = wanted.isLate ? version - 1 || version + 1 : version;
      const { status, text } = await test()
        .as(role)
        .post(pathOf(asked, id))
        .send({ ...asked.body, versie });
      if (isOutdated) await setStatus(householdId, 'waiting');
      const after = await cases.stored(id);
      if (isOutdated) {
        expect([action, status, after.state]).toEqual([action, 409, 'verouderd']);
        taken.add('verouderen');
      } else if (status === 201) {
        expect([action, role, may, after.state]).toEqual([action, role, true, next?.to]);
        taken.add(action);
      } else {
        expect([text, status >= 400 && status < 500]).toEqual([text, true]);
        expect([after.state, after.version]).toEqual([state, version]);
        if (may && !IN_THE_WAY.includes(action)) throw new Error(`${role} could not ${action}: ${text}`);
      }
    }

    const setStatus = (id: string, status: HouseholdEntity['status']) =>
      cases.repo(HouseholdEntity).update({ id }, { status });

    /** The term of an offer passes while nobody answers; Housing First has none. */
    async function letExpire({ id, regionId }: ProposalEntity): Promise<void> {
      const clock = test().app.get(Clock);
      const now = clock.now();
      const later = jest.spyOn(clock, 'now').mockReturnValue(new Date(Date.now() + 90 * DAY_MS));
      const expired = await test().app.get(OfferExpiryService).expire(regionId, id);
      later.mockReturnValue(now);
      expect((await cases.stored(id)).state).toBe(expired ? 'verlopen' : 'aangeboden');
      if (expired) taken.add('verlopen');
    }

    /** Where a case has ended another takes its place, a reserve before all. */
    async function replace(slot: number): Promise<void> {
      const [other] = await test().dataSource.query<{ id: string }[]>(
        `SELECT p.id FROM proposal p JOIN unit u ON u.id = p.unit_id AND u.places = 1
          WHERE p.state = 'voorgesteld' AND p.id <> ALL ($1)
            AND p.owner_organisation_id = (SELECT owner_organisation_id FROM proposal WHERE id = $2)
          ORDER BY p.origin = 'reserve' DESC, p.id LIMIT 1`,
        [slots, slots[slot]],
      );
      if (other) slots[slot] = other.id;
    }

    it('keeps to the table, gives no home or household twice, and leaves who did what and why', async () => {
      await fc.assert(
        fc.asyncProperty(series, async (wishes) => {
          for (const each of wishes) await take(each);
          await expectSound(test().dataSource, [...touched]);
          await tenancies.expectSound();
          await expectLedgersEqualEvents();
        }),
        { numRuns: 8, seed: 20261122, endOnFailure: true },
      );
      const events = await cases.repo(ProposalEventEntity).find({ select: { id: true, action: true } });
      const seen = new Set<ProposalAction>([...taken, ...events.map(({ action }) => action)]);
      // The series were worth something: nearly every step took place, before the key and after it.
      const missing = PROPOSAL_ACTIONS.filter((action) => !seen.has(action));
      expect([missing, missing.length <= 1]).toEqual([missing, true]);
      const after = TENANCY_ACTIONS.filter((action) => tenancies.taken.has(action));
      expect(after).not.toEqual([]);
    });
  });
}

function pickStep(state: ProposalState, { pick, follows }: Wish): AskedStep {
  const next = transitionsFrom(proposalTransitions, state).map(({ action }) => action);
  const following = ASKED_STEPS.filter(({ action }) => next.includes(action));
  const weighed = following.flatMap((each) => Array.from({ length: weightOf(each.action) }, () => each));
  const steps = follows && weighed.length > 0 ? weighed : ASKED_STEPS;
  return steps[pick % steps.length]!;
}
