import { validExceptions } from '../explain/judge-pair';
import { rulesForUnit, type AppliedEligibility } from '../rules/policy-rules';
import type { Pairing } from '../rules/rule';
import { PairList, type Pairs, type Place } from './pair-list';
import type { Household } from './problem';
import { pairKey, plannedStart, type ProblemIndex } from './problem-index';

interface RuledPlace extends Place {
  readonly rules: readonly AppliedEligibility[];
}

/**
 * Every eligible pair, sorted by household id, then unit id (by code unit, not by locale): exactly the pairs that
 * `judgePair` calls eligible, found without judging them all. A pair is dropped at the first rule that it does not meet.
 */
export function candidatePairs(index: ProblemIndex): Pairs {
  const { problem } = index;
  const places = sortedById(problem.units).map((unit) => ({
    unit,
    start: plannedStart(problem, unit),
    rules: rulesForUnit(problem.policy, unit),
  }));
  const placesFor = placesByIndex(places);
  const excepted = new Set(problem.exceptions.map(({ householdId }) => householdId));
  const banned = new Set(problem.bans.map(({ householdId }) => householdId));

  const pairs = new PairList(index, places);
  const everywhere = places.map((_, place) => place);
  for (const household of sortedById(problem.households)) {
    // An exception may set aside the very rule by which the places were chosen.
    const worthTrying = excepted.has(household.id) ? everywhere : placesFor(household);
    const isDecidedOn = excepted.has(household.id) || banned.has(household.id);
    for (const place of worthTrying) {
      const { unit, start, rules } = places[place]!;
      const pairing = { index, household, unit, start };
      const isEligible = isDecidedOn ? meetsOrIsExcepted(pairing, rules) : meets(pairing, rules);
      if (isEligible) pairs.add(household, place);
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

/**
 * The numbers of the places that neither the rule `doelgroep` nor the rule `consent` closes, where they concern them,
 * ascending. These two rules leave few places in a large region, and both can be looked up.
 */
function placesByIndex(places: readonly RuledPlace[]): (household: Household) => Iterable<number> {
  const known = new Map<string, PlacesByCorporatie>();
  return ({ doelgroepId, consentCorporatieIds }) => {
    let chosen = known.get(doelgroepId);
    if (chosen === undefined) {
      chosen = byCorporatie(places, (place) => isOpenTo(doelgroepId, place));
      known.set(doelgroepId, chosen);
    }
    const { always, ofCorporatie } = chosen;
    const lists = consentCorporatieIds.flatMap((id) => ofCorporatie.get(id) ?? []);
    if (lists.length === 0) return always;
    return Int32Array.from(new Set([...always, ...lists])).sort();
  };
}

/** Numbers of places: those that ask no consent, and the others by their corporatie. */
interface PlacesByCorporatie {
  readonly always: readonly number[];
  readonly ofCorporatie: ReadonlyMap<string, readonly number[]>;
}

function byCorporatie(places: readonly RuledPlace[], isOpen: (place: RuledPlace) => boolean): PlacesByCorporatie {
  const always: number[] = [];
  const ofCorporatie = new Map<string, number[]>();
  places.forEach((place, at) => {
    if (!isOpen(place)) return;
    const { corporatieId } = place.unit;
    if (corporatieId === null || place.rules.every(({ rule }) => rule.id !== 'consent')) always.push(at);
    else ofCorporatie.set(corporatieId, [...(ofCorporatie.get(corporatieId) ?? []), at]);
  });
  return { always, ofCorporatie };
}

function isOpenTo(doelgroepId: string, { unit: { doelgroepIds }, rules }: RuledPlace): boolean {
  return (
    doelgroepIds.length === 0 ||
    doelgroepIds.includes(doelgroepId) ||
    rules.every(({ rule }) => rule.id !== 'doelgroep')
  );
}

function sortedById<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
