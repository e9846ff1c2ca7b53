import type { RentTable } from '../matching/problem';
import { incomeLimitCents, rentLimitCents } from '../rules/rent-class';
import { codeList } from '../vocabulary/code-list';

/** What passend toewijzen looks at in one allocation. Null: not known. */
export interface AllocationFacts {
  readonly selfContained: boolean;
  readonly rentCents: number | null;
  readonly persons: number | null;
  /** Age of the oldest member at the start of the tenancy. */
  readonly oldest: number | null;
  /** A year. */
  readonly incomeCents: number | null;
}

/** VERA PASSENDHEIDSOORT, and `unknown` where a fact is missing. */
export type Passendheid = 'passend' | 'not-passend' | 'not-applicable' | 'unknown';

/** As the API and the console name them. */
export const passendheden = codeList([
  { internal: 'passend', public: 'passend', nl: 'Passend' },
  { internal: 'not-passend', public: 'niet-passend', nl: 'Niet passend' },
  { internal: 'not-applicable', public: 'niet-van-toepassing', nl: 'Niet van toepassing' },
  { internal: 'unknown', public: 'onbekend', nl: 'Niet te zeggen: er ontbreekt een gegeven' },
]);

type Limits = Pick<
  RentTable,
  | 'seniorAge'
  | 'incomeOnePersonCents'
  | 'incomeOnePersonSeniorCents'
  | 'incomeMorePersonsCents'
  | 'incomeMorePersonsSeniorCents'
  | 'aftoppingLowCents'
  | 'aftoppingHighCents'
>;

/**
 * Whether the rent suits the household, by the limits of the year in which the tenancy starts: with an income up to the limit
 * of huurtoeslag the rent is at most the aftoppingsgrens of its size (Woningwet article 46 lid 2, BTIV article 54). `table`
 * undefined: the limits of that year are not known.
 */
export function passendheidOf(table: Limits | undefined, facts: AllocationFacts): Passendheid {
  const { selfContained, rentCents, persons, oldest, incomeCents } = facts;
  if (!selfContained) return 'not-applicable';
  if (table === undefined || persons === null || persons === 0 || oldest === null) return 'unknown';
  if (incomeCents !== null && incomeCents > incomeLimitCents(table, { persons, oldest })) return 'not-applicable';
  if (rentCents === null) return 'unknown';
  if (rentCents <= rentLimitCents(table, persons)) return incomeCents === null ? 'unknown' : 'passend';
  return incomeCents === null ? 'unknown' : 'not-passend';
}

/** How many of a corporatie's allocations to low incomes in a year must be passend. */
export const PASSEND_NORM_PERCENT = 95;

export interface PassendTally {
  readonly passend: number;
  readonly notPassend: number;
  /** Without a fact that is needed: counts on neither side. */
  readonly unknown: number;
  /** Per cent that is passend, rounded down; null: nothing counts yet. */
  readonly percent: number | null;
  /** Whether the norm is not met with these numbers. */
  readonly breaksNorm: boolean;
}

/** The tally of one corporatie and year. */
export function passendTally(each: readonly Passendheid[]): PassendTally {
  const count = (kind: Passendheid): number => each.filter((one) => one === kind).length;
  const [passend, notPassend] = [count('passend'), count('not-passend')];
  const total = passend + notPassend;
  return {
    passend,
    notPassend,
    unknown: count('unknown'),
    percent: total === 0 ? null : Math.floor((passend * 100) / total),
    breaksNorm: passend * 100 < PASSEND_NORM_PERCENT * total,
  };
}
