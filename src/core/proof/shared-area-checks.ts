import type { HouseholdGroup } from '../matching/rule-facts';
import type { Problem, Unit } from '../matching/problem';
import { ceilings, type Placement, type QuotaFinding } from './quota-finding';
import { violation } from './violation';

/** The quota rules on who lives near whom and on shares of a building, once more from their sentences. */
export const SHARED_AREA_CHECKS: Readonly<
  Record<string, (problem: Problem, placements: readonly Placement[]) => QuotaFinding>
> = {
  'live-apart': ({ apart = [], asOf }, placements) =>
    broken('live-apart', 'Te dicht bij elkaar', 'Too near each other', apart, asOf, placements, (a, b) => a === b),

  'live-near': ({ together = [], asOf }, placements) =>
    broken('live-near', 'Niet bij elkaar', 'Not together', together, asOf, placements, (a, b) => a !== b),

  'complex-share': ({ complexes }, placements) =>
    ceilings(
      'complex-share',
      complexes.flatMap(({ id, name, share }) => {
        if (share === undefined) return [];
        const part = (share.homes * share.maxPercent) / 100;
        const added = placements.filter(({ unit }) => unit.complexId === id).length;
        return [{ kind: 'complex', id, name, before: share.occupied, limit: part < 1 ? 1 : Math.floor(part), added }];
      }),
    ),

  portiek: ({ complexes }, placements) =>
    ceilings(
      'portiek',
      complexes.flatMap((complex) =>
        (complex.portieken ?? []).map(({ id, name, max, occupied }) => {
          const added = placements.filter(({ unit }) => unit.complexId === complex.id && unit.portiekId === id).length;
          return {
            kind: 'complex',
            id: complex.id,
            name: `${complex.name}, ${name}`,
            before: occupied,
            limit: max,
            added,
          };
        }),
      ),
    ),

  'passend-margin': (problem, placements) =>
    ceilings(
      'passend-margin',
      problem.corporaties.flatMap(({ id, name, passendMargins = [] }) =>
        passendMargins.map(({ year, left }) => {
          const added = placements.filter(
            (each) => each.unit.corporatieId === id && yearOf(each.start) === year && isTooDear(problem, each),
          ).length;
          return { kind: 'corporatie', id, name: `${name}, ${year}`, before: 0, limit: left, added };
        }),
      ),
    ),
};

function areaOf(unit: Unit, { within }: HouseholdGroup): string {
  if (within === 'gemeente') return unit.gemeenteId;
  if (within === 'wijk') return unit.wijkId;
  return unit.complexId === null ? `home ${unit.id}` : `complex ${unit.complexId}`;
}

function broken(
  ruleId: string,
  nl: string,
  en: string,
  groups: readonly HouseholdGroup[],
  asOf: string,
  placements: readonly Placement[],
  isWrong: (areaOfOne: string, areaOfOther: string) => boolean,
): QuotaFinding {
  const violations = groups
    .filter(({ until }) => until === null || asOf <= until)
    .filter((group) => {
      const members = placements.filter(({ household }) => group.householdIds.includes(household.id));
      return members.some((one, place) =>
        members
          .slice(place + 1)
          .some(
            (other) =>
              one.household.id !== other.household.id && isWrong(areaOf(one.unit, group), areaOf(other.unit, group)),
          ),
      );
    })
    .map(({ id }) => violation(ruleId, 'group', id, `${nl}: afspraak ${id}.`, `${en}: agreement ${id}.`));
  return { violations, shortage: 0 };
}

function yearOf(date: string): number {
  return Number(date.split('-')[0]);
}

/** A low income in a self-contained home of a corporatie with a rent above the aftoppingsgrens. */
function isTooDear({ rentTables }: Problem, { household, unit, start }: Placement): boolean {
  const table = rentTables.find(({ year }) => year === yearOf(start));
  const { members, incomeCents } = household;
  if (table === undefined || !unit.selfContained || unit.rentCents === null || incomeCents === null) return false;
  const seniorBorn = `${String(yearOf(start) - table.seniorAge).padStart(4, '0')}${start.slice(4)}`;
  const isSenior = members.some(({ birthDate }) => birthDate <= seniorBorn);
  const alone = members.length === 1;
  const incomeLimit = alone
    ? isSenior
      ? table.incomeOnePersonSeniorCents
      : table.incomeOnePersonCents
    : isSenior
      ? table.incomeMorePersonsSeniorCents
      : table.incomeMorePersonsCents;
  const rentLimit = members.length > 2 ? table.aftoppingHighCents : table.aftoppingLowCents;
  return members.length > 0 && incomeCents <= incomeLimit && unit.rentCents > rentLimit;
}
