import { DomainError } from '../errors';
import { addDays, laterOf, type IsoDate } from '../time/calendar';
import type {
  Aanbieder,
  Complex,
  Corporatie,
  Doelgroep,
  Gemeente,
  Household,
  PairDecision,
  PairReference,
  Problem,
  RentTable,
  RuleException,
  Unit,
  Wijk,
} from './problem';

/** A problem with look-ups by id. What a rule gets to see; it never fetches anything else. */
export interface ProblemIndex {
  readonly problem: Problem;
  readonly doelgroepen: ReadonlyMap<string, Doelgroep>;
  readonly gemeenten: ReadonlyMap<string, Gemeente>;
  readonly wijken: ReadonlyMap<string, Wijk>;
  readonly corporaties: ReadonlyMap<string, Corporatie>;
  readonly aanbieders: ReadonlyMap<string, Aanbieder>;
  readonly complexes: ReadonlyMap<string, Complex>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly households: ReadonlyMap<string, Household>;
  readonly rentTables: ReadonlyMap<number, RentTable>;
  /** Exceptions by `pairKey`. */
  readonly exceptions: ReadonlyMap<string, readonly RuleException[]>;
  /** Bans and pins that are valid on `asOf`, by `pairKey`. */
  readonly bans: ReadonlyMap<string, PairDecision>;
  readonly pins: ReadonlyMap<string, PairDecision>;
  /** `pairKey` of each match of the last published plan. */
  readonly previousPairs: ReadonlySet<string>;
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

/** A key for one household with one unit that no two pairs share. */
export function pairKey(householdId: string, unitId: string): string {
  return `${householdId.length}:${householdId}:${unitId}`;
}

function keyOf({ householdId, unitId }: PairReference): string {
  return pairKey(householdId, unitId);
}

function validDecisions(decisions: readonly PairDecision[], asOf: IsoDate): Map<string, PairDecision> {
  const valid = decisions.filter(({ until }) => until === null || until >= asOf);
  return new Map(valid.map((decision) => [keyOf(decision), decision]));
}

export function indexProblem(problem: Problem): ProblemIndex {
  const exceptions = new Map<string, RuleException[]>();
  for (const exception of problem.exceptions) {
    const key = keyOf(exception);
    exceptions.set(key, [...(exceptions.get(key) ?? []), exception]);
  }
  return {
    problem,
    doelgroepen: byId(problem.doelgroepen),
    gemeenten: byId(problem.gemeenten),
    wijken: byId(problem.wijken),
    corporaties: byId(problem.corporaties),
    aanbieders: byId(problem.aanbieders),
    complexes: byId(problem.complexes),
    units: byId(problem.units),
    households: byId(problem.households),
    rentTables: new Map(problem.rentTables.map((table) => [table.year, table])),
    exceptions,
    bans: validDecisions(problem.bans, problem.asOf),
    pins: validDecisions(problem.pins, problem.asOf),
    previousPairs: new Set(problem.previousMatches.map(keyOf)),
  };
}

// Asked for with every pair and every row; the calendar is slow, and problems never change.
const EARLIEST_START = new WeakMap<Problem, IsoDate>();

/** The first day on which a household could start in this unit. */
export function plannedStart(problem: Problem, unit: Unit): IsoDate {
  let earliest = EARLIEST_START.get(problem);
  if (earliest === undefined) {
    earliest = addDays(problem.asOf, problem.policy.leadTimeDays);
    EARLIEST_START.set(problem, earliest);
  }
  return laterOf(earliest, unit.availableFrom);
}

/** Looks up an id that the validated problem must hold. Throws `unknown-reference` otherwise. */
export function required<T>(items: ReadonlyMap<string, T>, id: string, kind: string): T {
  const item = items.get(id);
  if (item === undefined)
    throw new DomainError('unknown-reference', `${kind} "${id}" is not in the problem`, { kind, id });
  return item;
}

/**
 * Who would guide this household in this unit: its own aanbieder where that one works, else the first aanbieder of the
 * unit. One answer for each pair, so that hours are counted once.
 */
export function guidingAanbiederId(
  household: Pick<Household, 'aanbiederId'>,
  unit: Pick<Unit, 'aanbiederIds'>,
): string {
  const { aanbiederIds } = unit;
  if (aanbiederIds.length === 0 || aanbiederIds.includes(household.aanbiederId)) return household.aanbiederId;
  return aanbiederIds[0]!;
}
