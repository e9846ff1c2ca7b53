import type { RentTable } from '../matching/problem';

/** Which rents suit a household: up to one of the two aftoppingsgrenzen, or any. */
export const RENT_CLASSES = ['low-limit', 'high-limit', 'no-limit'] as const;
export type RentClass = (typeof RENT_CLASSES)[number];

type IncomeLimits = Pick<
  RentTable,
  | 'seniorAge'
  | 'incomeOnePersonCents'
  | 'incomeOnePersonSeniorCents'
  | 'incomeMorePersonsCents'
  | 'incomeMorePersonsSeniorCents'
>;

export interface RentFacts {
  readonly persons: number;
  /** Age of the oldest member at the start of the tenancy. */
  readonly oldest: number;
  /** A year; null: not known. */
  readonly incomeCents: number | null;
}

/** The income up to which passend toewijzen asks for a low rent (Woningwet, article 46). */
export function incomeLimitCents(table: IncomeLimits, { persons, oldest }: Omit<RentFacts, 'incomeCents'>): number {
  const isSenior = oldest >= table.seniorAge;
  if (persons === 1) return isSenior ? table.incomeOnePersonSeniorCents : table.incomeOnePersonCents;
  return isSenior ? table.incomeMorePersonsSeniorCents : table.incomeMorePersonsCents;
}

/** The aftoppingsgrens that goes with the size of a household. */
export function rentLimitCents(
  table: Pick<RentTable, 'aftoppingLowCents' | 'aftoppingHighCents'>,
  persons: number,
): number {
  return persons <= 2 ? table.aftoppingLowCents : table.aftoppingHighCents;
}

/** All that a landlord has to know of an income: the class of rent that goes with it. An unknown income counts as low. */
export function rentClassOf(table: IncomeLimits, facts: RentFacts): RentClass {
  if (facts.incomeCents !== null && facts.incomeCents > incomeLimitCents(table, facts)) return 'no-limit';
  return facts.persons <= 2 ? 'low-limit' : 'high-limit';
}
