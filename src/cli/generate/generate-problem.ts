import type { Agreement, Gemeente, Problem, SpreidingQuota, Unit, Wijk } from '../../core/matching/problem';
import { Chance } from '../../seed/chance';
import { EXAMPLE_POLICY } from './example-policy';
import { generateHouseholds } from './generate-households';
import { generateComplexes, generateUnits, type Area } from './generate-units';
import { PROBLEM_SIZES, type ProblemSize, type ProblemSizeName } from './problem-sizes';

const AS_OF = '2026-09-07';
/** The half year that holds the start of every pair: all homes are free on `AS_OF`. */
const PERIOD = { from: '2026-07-01', to: '2026-12-31' };

/**
 * A made-up region with rules that bind: a household can go to a good part of the homes, and draagkracht, spreiding, guidance
 * and mixes together leave too few places. The same size and seed always give the same problem.
 */
export function generateProblem(sizeName: ProblemSizeName, seed: number): Problem {
  const size: ProblemSize = PROBLEM_SIZES[sizeName];
  const chance = new Chance(`${sizeName}:${seed}`);
  const gemeenten = Array.from({ length: size.gemeenten }, (_, at) => ({
    id: `G${at + 1}`,
    name: `Gemeente ${at + 1}`,
  }));
  const wijken = Array.from({ length: size.wijken }, (_, at): Wijk => {
    const gemeente = gemeenten[at % gemeenten.length]!;
    const load = chance.between(0, 6);
    return {
      id: `W${at + 1}`,
      name: `Wijk ${at + 1}`,
      gemeenteId: gemeente.id,
      draagkracht: chance.percent(90) ? load + chance.between(1, 6) : null,
      load,
      maxPlacements: chance.percent(20) ? chance.between(1, 3) : null,
    };
  });
  const corporaties = Array.from({ length: size.corporaties }, (_, at) => ({
    id: `C${at + 1}`,
    name: `Corporatie ${at + 1}`,
  }));
  const doelgroepen = ['BW', 'MO', 'jongeren', 'gezin', 'overig'].map((id) => ({ id, name: `Doelgroep ${id}` }));
  const aanbieders = Array.from({ length: size.aanbieders }, (_, at) => ({
    id: `A${at + 1}`,
    name: `Aanbieder ${at + 1}`,
    freeGuidanceHours: Math.ceil((size.units * chance.between(20, 40)) / 10 / size.aanbieders),
    gemeenteIds: gemeenten.map(({ id }) => id),
    maxSupportLevel: at % 3 === 2 ? ('intensive' as const) : ('round-the-clock' as const),
  }));
  const areas = dealAreas(size, { wijken, corporaties, aanbieders, doelgroepen, gemeenten });
  const complexes = generateComplexes(chance, wijken);
  const units = generateUnits(chance, size.units, wijken, areas, complexes, AS_OF);
  return {
    format: 'woonplek-problem/1',
    region: { id: `voorbeeld-${sizeName.toLowerCase()}`, name: `Voorbeeldregio ${sizeName}` },
    asOf: AS_OF,
    seed: `voorbeeld-${seed}`,
    policy: EXAMPLE_POLICY,
    doelgroepen,
    gemeenten,
    wijken,
    corporaties,
    aanbieders,
    complexes,
    units,
    households: generateHouseholds(chance, size, areas, AS_OF),
    spreidingQuotas: gemeenten.flatMap(({ id }) => spreidingOf(chance, id, units)),
    agreements: agreements(chance, corporaties, gemeenten, units),
    rentTables: [RENT_TABLE],
    pins: [],
    bans: [],
    exceptions: [],
    previousMatches: [],
  };
}

/** The regions of a made-up land: each has its share of the gemeenten with their wijken, of the corporaties and the aanbieders. */
function dealAreas({ regions = 1 }: ProblemSize, whole: Area): readonly Area[] {
  return Array.from({ length: regions }, (_, region): Area => {
    const ofRegion = <T>(items: readonly T[]) => items.filter((_item, at) => at % regions === region);
    const gemeenten = ofRegion(whole.gemeenten);
    const ids = new Set(gemeenten.map(({ id }) => id));
    return {
      gemeenten,
      wijken: whole.wijken.filter(({ gemeenteId }) => ids.has(gemeenteId)),
      corporaties: ofRegion(whole.corporaties),
      aanbieders: ofRegion(whole.aanbieders),
      doelgroepen: whole.doelgroepen,
    };
  });
}

function spreidingOf(chance: Chance, gemeenteId: string, units: readonly Unit[]): SpreidingQuota[] {
  const places = placesIn(units, gemeenteId);
  const realised = chance.between(0, 4);
  const floor = realised + Math.ceil((places * chance.between(40, 110)) / 100);
  const quota = (id: string, doelgroepId: string | null, low: number | null, high: number | null) => ({
    id: `${gemeenteId}-${id}`,
    gemeenteId,
    doelgroepId,
    ...PERIOD,
    floor: low,
    ceiling: high === null || low === null ? high : Math.max(low, high),
    realised: doelgroepId === null ? realised : 0,
  });
  return [
    quota('alle', null, floor, realised + Math.ceil((places * chance.between(70, 120)) / 100)),
    quota('bw', 'BW', chance.between(0, 2), Math.max(1, Math.ceil(places / 3))),
  ];
}

function agreements(
  chance: Chance,
  corporaties: readonly { readonly id: string }[],
  gemeenten: readonly Gemeente[],
  units: readonly Unit[],
): Agreement[] {
  const keyOf = (corporatieId: string | null, gemeenteId: string) => `${corporatieId}:${gemeenteId}`;
  const homes = new Map<string, number>();
  for (const { corporatieId, gemeenteId } of units) {
    const key = keyOf(corporatieId, gemeenteId);
    homes.set(key, (homes.get(key) ?? 0) + 1);
  }
  return corporaties.flatMap((corporatie) =>
    gemeenten.flatMap((gemeente): Agreement[] => {
      const own = homes.get(keyOf(corporatie.id, gemeente.id)) ?? 0;
      if (own === 0 || chance.percent(40)) return [];
      return [
        {
          id: `${corporatie.id}-${gemeente.id}`,
          corporatieId: corporatie.id,
          gemeenteId: gemeente.id,
          doelgroepId: null,
          year: 2026,
          agreed: chance.between(1, own + 1),
          realised: chance.between(0, 1),
        },
      ];
    }),
  );
}

function placesIn(units: readonly Unit[], gemeenteId: string): number {
  return units.reduce((sum, unit) => sum + (unit.gemeenteId === gemeenteId ? unit.freePlaces : 0), 0);
}

/** Limits of 2026 (rijksoverheid.nl, 25 November 2025). */
const RENT_TABLE = {
  year: 2026,
  source: 'rijksoverheid.nl 25-11-2025',
  incomeOnePersonCents: 2_940_000,
  incomeMorePersonsCents: 3_992_500,
  incomeOnePersonSeniorCents: 2_877_500,
  incomeMorePersonsSeniorCents: 3_865_000,
  seniorAge: 67,
  aftoppingLowCents: 71_302,
  aftoppingHighCents: 76_414,
  youthLimitCents: 49_820,
  youthBelowAge: 21,
  maxRentCents: 93_293,
};
