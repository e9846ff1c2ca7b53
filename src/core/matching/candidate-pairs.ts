import { validExceptions } from '../explain/judge-pair';
import { rulesForUnit, type AppliedEligibility } from '../rules/policy-rules';
import type { Pairing } from '../rules/rule';
import type { IsoDate } from '../time/calendar';
import type { Household, Unit } from './problem';
import { pairKey, plannedStart, type ProblemIndex } from './problem-index';

/** A household that may live in a unit, and the first day on which it could. */
export interface CandidatePair {
  readonly household: Household;
  readonly unit: Unit;
  readonly start: IsoDate;
}

interface Place {
  readonly unit: Unit;
  readonly start: IsoDate;
  readonly rules: readonly AppliedEligibility[];
}

/**
 * Every eligible pair, sorted by household id, then unit id (by code unit, not by locale): exactly the pairs that
 * `judgePair` calls eligible, found without judging them all. A pair is dropped at the first rule that it does not meet.
 */
export function candidatePairs(index: ProblemIndex): readonly CandidatePair[] {
  const { problem } = index;
  const places = sortedById(problem.units).map((unit) => ({
    unit,
    start: plannedStart(problem, unit),
    rules: rulesForUnit(problem.policy, unit),
  }));
  const placesFor = placesByDoelgroep(places);
  const excepted = new Set(problem.exceptions.map(({ householdId }) => householdId));
  const banned = new Set(problem.bans.map(({ householdId }) => householdId));

  const pairs: CandidatePair[] = [];
  for (const household of sortedById(problem.households)) {
    // An exception may set aside the very rule by which the places were chosen.
    const worthTrying = excepted.has(household.id) ? places : placesFor(household);
    const isDecidedOn = excepted.has(household.id) || banned.has(household.id);
    for (const { unit, start, rules } of worthTrying) {
      const pairing = { index, household, unit, start };
      const isEligible = isDecidedOn ? meetsOrIsExcepted(pairing, rules) : meets(pairing, rules);
      if (isEligible) pairs.push({ household, unit, start });
    }
  }
  return pairs;
}

function meets(pairing: Pairing, rules: readonly AppliedEligibility[]): boolean {
  return rules.every(({ rule, parameters }) => rule.judge(pairing, parameters).outcome === 'holds');
}

function meetsOrIsExcepted(pairing: Pairing, rules: readonly AppliedEligibility[]): boolean {
  const { index, household, unit } = pairing;
  const key = pairKey(household.id, unit.id);
  if (index.bans.has(key)) return false;
  const setAside = new Set(validExceptions(index, key).map(({ ruleId }) => ruleId));
  return meets(
    pairing,
    rules.filter(({ rule }) => !setAside.has(rule.id)),
  );
}

/** The places that the rule `doelgroep` does not close, where it concerns them. */
function placesByDoelgroep(places: readonly Place[]): (household: Household) => readonly Place[] {
  const known = new Map<string, readonly Place[]>();
  return ({ doelgroepId }) => {
    let chosen = known.get(doelgroepId);
    if (chosen === undefined) {
      chosen = places.filter(
        ({ unit: { doelgroepIds }, rules }) =>
          doelgroepIds.length === 0 ||
          doelgroepIds.includes(doelgroepId) ||
          rules.every(({ rule }) => rule.id !== 'doelgroep'),
      );
      known.set(doelgroepId, chosen);
    }
    return chosen;
  };
}

function sortedById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
