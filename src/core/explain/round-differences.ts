import type { Plan } from '../matching/plan';
import type { Household, Problem } from '../matching/problem';
import { indexProblem, type ProblemIndex } from '../matching/problem-index';
import { canonicalJson } from '../matching/canonical-json';
import type { Text } from '../rules/rule';
import { decidingLevel } from './level-loss';
import { forcePair } from './force-pair';
import { judgePair } from './judge-pair';
import type { OpenedRun } from './opened-run';

/**
 * Why a household's outcome differs between two rounds:
 * - `arrived`, `left`: it is in one of the rounds only.
 * - `own-fact`: something about the household itself changed.
 * - `home-gone`, `new-home`: the home of one round is not, or is no longer free, in the other.
 * - `home-fact`: something about the home changed.
 * - `policy`: the policy is another one, and it judges the pair differently.
 * - `exception`: a pin, ban or exception of a person came or went for one of the two homes.
 * - `moved-by-another`: the pair is as possible as before, and a level of the policy gives the home to another.
 * - `lottery`: the pair is as good on every level but the lottery.
 */
export type DifferenceCause =
  | 'arrived'
  | 'left'
  | 'own-fact'
  | 'home-gone'
  | 'new-home'
  | 'home-fact'
  | 'policy'
  | 'exception'
  | 'moved-by-another'
  | 'lottery';

export interface HouseholdDifference {
  readonly householdId: string;
  /** Null: no home in that round. */
  readonly fromUnitId: string | null;
  readonly toUnitId: string | null;
  /** All that hold, the first that applies first; never empty. */
  readonly causes: readonly DifferenceCause[];
  /** The level of the newer round (1 = highest) that would lose if the older outcome stood; null: it does not apply. */
  readonly level: number | null;
  /** False where time ran out before the level was known. */
  readonly isExact: boolean;
}

/** The rounds of which only the newer one is opened for questions. */
export interface RoundPair {
  readonly older: { readonly problem: Problem; readonly plan: Plan };
  readonly newer: OpenedRun;
}

/** Every household of either round whose outcome differs, by id. */
export async function roundDifferences(
  { older, newer }: RoundPair,
  secondsLeft: () => number,
): Promise<readonly HouseholdDifference[]> {
  const before = new Map(older.plan.matches.map(({ householdId, unitId }) => [householdId, unitId]));
  const after = new Map(newer.plan.matches.map(({ householdId, unitId }) => [householdId, unitId]));
  const olderIndex = indexProblem(older.problem);
  const ids = new Set([...olderIndex.households.keys(), ...newer.index.households.keys()]);
  const differences: HouseholdDifference[] = [];
  for (const householdId of [...ids].sort()) {
    const fromUnitId = before.get(householdId) ?? null;
    const toUnitId = after.get(householdId) ?? null;
    if (fromUnitId === toUnitId) continue;
    const causes = causesOf(olderIndex, newer.index, householdId, fromUnitId, toUnitId);
    const deciding = await decidingLevelOf(newer, householdId, fromUnitId, secondsLeft);
    differences.push({
      householdId,
      fromUnitId,
      toUnitId,
      causes: [...causes, ...weighed(newer, causes, deciding)],
      level: deciding === 'stopped' ? null : deciding,
      isExact: deciding !== 'stopped',
    });
  }
  return differences;
}

function causesOf(
  older: ProblemIndex,
  newer: ProblemIndex,
  householdId: string,
  fromUnitId: string | null,
  toUnitId: string | null,
): DifferenceCause[] {
  const olderHousehold = older.households.get(householdId);
  const household = newer.households.get(householdId);
  if (olderHousehold === undefined) return ['arrived'];
  if (household === undefined) return ['left'];
  const causes: DifferenceCause[] = [];
  if (!same(olderHousehold, household)) causes.push('own-fact');
  const isDecided = (unitId: string) =>
    !same(decisionsOn(older, olderHousehold, unitId), decisionsOn(newer, household, unitId));
  if (fromUnitId !== null) {
    const unit = newer.units.get(fromUnitId);
    if (unit === undefined || unit.freePlaces === 0) causes.push('home-gone');
    else {
      if (!same({ ...older.units.get(fromUnitId), freePlaces: 0 }, { ...unit, freePlaces: 0 })) {
        causes.push('home-fact');
      }
      if (isDecided(fromUnitId)) causes.push('exception');
      else if (!judgePair(newer, household, unit).eligible && !same(older.problem.policy, newer.problem.policy)) {
        causes.push('policy');
      }
    }
  }
  if (toUnitId !== null) {
    const unit = older.units.get(toUnitId);
    if (unit === undefined || unit.freePlaces === 0) causes.push('new-home');
    if (isDecided(toUnitId)) causes.push('exception');
  }
  return [...new Set(causes)];
}

/** What people decided about a pair, as far as it counts: an exception to a rule that holds changes nothing. */
function decisionsOn(index: ProblemIndex, household: Household, unitId: string) {
  const unit = index.units.get(unitId);
  if (unit === undefined) return { banned: false, pinned: false, excepted: [] };
  const { ban, pin, verdicts } = judgePair(index, household, unit);
  return {
    banned: ban !== null,
    pinned: pin !== null,
    excepted: verdicts.filter(({ outcome }) => outcome === 'excepted').map(({ ruleId }) => ruleId),
  };
}

/** What the levels of the newer round say of the older home. */
function weighed(
  { plan }: OpenedRun,
  causes: readonly DifferenceCause[],
  deciding: number | null | 'stopped',
): readonly DifferenceCause[] {
  if (typeof deciding === 'number') {
    return [plan.levels[deciding - 1]?.objectiveId === 'lottery' ? 'lottery' : 'moved-by-another'];
  }
  return causes.length === 0 ? ['moved-by-another'] : [];
}

/** The level that would lose if the household had its older home in the newer round. */
async function decidingLevelOf(
  newer: OpenedRun,
  householdId: string,
  unitId: string | null,
  secondsLeft: () => number,
): Promise<number | null | 'stopped'> {
  const column = unitId === null ? null : newer.columnOf(householdId, unitId);
  if (column === null) return null;
  if (secondsLeft() <= 0) return 'stopped';
  const forced = await forcePair(newer, column, secondsLeft);
  if (forced.status === 'stopped') return 'stopped';
  return forced.status === 'exact' ? decidingLevel(forced.losses) : null;
}

function same(a: object, b: object): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

const TEXTS: Readonly<Record<DifferenceCause, Text>> = {
  arrived: { nl: 'De cliënt is nieuw in deze ronde.', en: 'The client is new in this round.' },
  left: {
    nl: 'De cliënt deed niet mee in deze ronde. Misschien is er al een voorstel goedgekeurd, of wacht de cliënt nu niet.',
    en: 'The client took no part in this round: a proposal may be approved already, or the client does not wait now.',
  },
  'own-fact': { nl: 'Een gegeven van de cliënt is veranderd.', en: 'A fact about the client changed.' },
  'home-gone': {
    nl: 'De woonplek van de vorige ronde is niet meer vrij.',
    en: 'The home of the previous round is no longer free.',
  },
  'new-home': { nl: 'De woonplek is nieuw in deze ronde.', en: 'The home is new in this round.' },
  'home-fact': { nl: 'Een gegeven van de woonplek is veranderd.', en: 'A fact about the home changed.' },
  policy: {
    nl: 'Het beleid is veranderd, en de vorige woonplek past daar niet meer bij.',
    en: 'The policy changed, and the home of before no longer fits it.',
  },
  exception: {
    nl: 'Een mens nam een besluit over deze cliënt en een van deze woonplekken: een afwijzing, blokkade, vastzetting of uitzondering.',
    en: 'A person decided about this client and one of these homes: a rejection, ban, pin or exception.',
  },
  'moved-by-another': {
    nl: 'Door een andere cliënt of een andere woonplek is de verdeling anders uitgekomen.',
    en: 'Another client or another home made the outcome different.',
  },
  lottery: { nl: 'De plannen waren gelijk; de loting koos.', en: 'The plans were equal; the lottery chose.' },
};

export function differenceText(cause: DifferenceCause): Text {
  return TEXTS[cause];
}
