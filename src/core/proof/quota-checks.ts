import type { ComplexMix, Household, Problem } from '../matching/problem';
import { SUPPORT_LEVELS } from '../matching/problem';
import { ceilings, type Placement, type QuotaFinding } from './quota-finding';
import { SHARED_AREA_CHECKS } from './shared-area-checks';

/**
 * Each quota rule once more, written from its sentence and the raw problem. On purpose this shares no line with the rules
 * that make the rows of the model: a mistake there shows here. A quota rule without an entry is refused by the verifier.
 */
export const QUOTA_CHECKS: Readonly<
  Record<string, (problem: Problem, placements: readonly Placement[]) => QuotaFinding>
> = {
  ...SHARED_AREA_CHECKS,

  'one-home-per-household': (problem, placements) =>
    ceilings(
      'one-home-per-household',
      problem.households.map(({ id }) => {
        const added = placements.filter((each) => each.household.id === id).length;
        return { kind: 'household', id, name: id, before: 0, limit: 1, added };
      }),
    ),

  places: (problem, placements) =>
    ceilings(
      'places',
      problem.units.map(({ id, name, freePlaces }) => {
        const added = placements.filter((each) => each.unit.id === id).length;
        return { kind: 'unit', id, name, before: 0, limit: freePlaces, added };
      }),
    ),

  draagkracht: (problem, placements) =>
    ceilings(
      'draagkracht',
      problem.wijken.flatMap(({ id, name, draagkracht, load }) => {
        if (draagkracht === null) return [];
        const added = total(placements, (each) => (each.unit.wijkId === id ? each.household.draaglast : 0));
        return [{ kind: 'wijk', id, name, before: load, limit: draagkracht, added }];
      }),
    ),

  'wijk-pace': (problem, placements) =>
    ceilings(
      'wijk-pace',
      problem.wijken.flatMap(({ id, name, maxPlacements }) => {
        if (maxPlacements === null) return [];
        const added = placements.filter((each) => each.unit.wijkId === id).length;
        return [{ kind: 'wijk', id, name, before: 0, limit: maxPlacements, added }];
      }),
    ),

  'spreiding-ceiling': (problem, placements) =>
    ceilings(
      'spreiding-ceiling',
      problem.spreidingQuotas.flatMap(({ id, gemeenteId, doelgroepId, from, to, ceiling, realised }) => {
        if (ceiling === null) return [];
        const counted = startingIn(placements, from, to);
        const added = spread(problem, 'spreiding-ceiling', counted, gemeenteId, doelgroepId);
        return [{ kind: 'gemeente', id: gemeenteId, name: id, before: realised, limit: ceiling, added }];
      }),
    ),

  'spreiding-floor': (problem, placements) => ({
    violations: [],
    shortage: total(problem.spreidingQuotas, ({ gemeenteId, doelgroepId, from, to, floor, realised }) =>
      lacking(
        floor ?? 0,
        realised + spread(problem, 'spreiding-floor', startingIn(placements, from, to), gemeenteId, doelgroepId),
      ),
    ),
  }),

  agreement: (problem, placements) => ({
    violations: [],
    shortage: total(problem.agreements, ({ corporatieId, gemeenteId, doelgroepId, year, agreed, realised }) => {
      const ofCorporatie = placements.filter(
        ({ unit, start }) => unit.corporatieId === corporatieId && start.startsWith(`${year}-`),
      );
      return lacking(agreed, realised + countIn(ofCorporatie, gemeenteId, doelgroepId));
    }),
  }),

  'complex-mix': (problem, placements) =>
    ceilings(
      'complex-mix',
      problem.complexes.flatMap((complex) =>
        complex.mixes.map((mix) => {
          const added = placements.filter(
            ({ household, unit, start }) =>
              unit.complexId === complex.id &&
              isOfAge(mix, household, start) &&
              (mix.doelgroepIds.length === 0 || mix.doelgroepIds.includes(household.doelgroepId)) &&
              SUPPORT_LEVELS.indexOf(household.supportLevel) >= SUPPORT_LEVELS.indexOf(mix.minSupportLevel),
          ).length;
          const name = `${complex.name}, ${mix.name}`;
          return { kind: 'complex', id: complex.id, name, before: mix.occupied, limit: mix.max, added };
        }),
      ),
    ),

  'guidance-capacity': (problem, placements) =>
    ceilings(
      'guidance-capacity',
      problem.aanbieders.flatMap(({ id, name, freeGuidanceHours }) => {
        if (freeGuidanceHours === null) return [];
        const added = total(placements, (each) => (guideOf(each) === id ? each.household.guidanceHours : 0));
        return [{ kind: 'aanbieder', id, name, before: 0, limit: freeGuidanceHours, added }];
      }),
    ),
};

/** The household's own aanbieder where that one works in the unit (or nobody else is named), else the first of the unit. */
function guideOf({ household, unit }: Placement): string {
  const own = unit.aanbiederIds.length === 0 || unit.aanbiederIds.some((id) => id === household.aanbiederId);
  return own ? household.aanbiederId : unit.aanbiederIds[0]!;
}

/** Those with the planned start on or between two days. */
function startingIn(placements: readonly Placement[], first: string, last: string): readonly Placement[] {
  return placements.filter(({ start }) => first <= start && start <= last);
}

/** Whether the main resident's birthday falls so that the age on the start lies within the ages of a mix. */
function isOfAge({ ageFrom, ageBelow }: ComplexMix, { members }: Household, start: string): boolean {
  if (ageFrom === undefined && ageBelow === undefined) return true;
  const born = members[0]?.birthDate;
  if (born === undefined) return true;
  const turned = (age: number) => `${String(Number(born.slice(0, 4)) + age).padStart(4, '0')}${born.slice(4)}` <= start;
  return (ageFrom === undefined || turned(ageFrom)) && (ageBelow === undefined || !turned(ageBelow));
}

/** Placements that count for a gemeente under the settings of a rule on spreiding. */
function spread(
  { policy }: Problem,
  ruleId: string,
  placements: readonly Placement[],
  gemeenteId: string,
  doelgroepId: string | null,
): number {
  const settings = policy.rules.find((each) => each.ruleId === ruleId)?.parameters ?? {};
  return placements.filter(({ household, unit }) => {
    if (doelgroepId !== null && household.doelgroepId !== doelgroepId) return false;
    const { herkomst } = household;
    if (settings.countIntermediate === false && unit.housingForm !== 'permanent') return false;
    const isAway = herkomst.waived && herkomst.gemeenteId !== unit.gemeenteId;
    if (isAway && settings.unsafeReturn === 'nowhere') return false;
    if (isAway && settings.unsafeReturn === 'herkomst') return herkomst.gemeenteId === gemeenteId;
    return unit.gemeenteId === gemeenteId;
  }).length;
}

function countIn(placements: readonly Placement[], gemeenteId: string, doelgroepId: string | null): number {
  return placements.filter(
    ({ household, unit }) =>
      unit.gemeenteId === gemeenteId && (doelgroepId === null || household.doelgroepId === doelgroepId),
  ).length;
}

function lacking(wanted: number, counted: number): number {
  return counted < wanted ? wanted - counted : 0;
}

function total<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
