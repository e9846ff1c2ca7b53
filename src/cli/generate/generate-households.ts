import { addDays, addMonths } from '../../core/time/calendar';
import type { ExclusionArea, Household, SupportLevel, Wish } from '../../core/matching/problem';
import type { Chance } from '../../seed/chance';
import type { Area } from './generate-units';
import type { ProblemSize } from './problem-sizes';

const SUPPORT: readonly { share: number; level: SupportLevel; hours: number; points: readonly [number, number] }[] = [
  { share: 20, level: 'none', hours: 0, points: [1, 1] },
  { share: 45, level: 'light', hours: 2, points: [1, 3] },
  { share: 30, level: 'intensive', hours: 6, points: [2, 4] },
  { share: 5, level: 'round-the-clock', hours: 14, points: [4, 5] },
];

/** Made-up households; nobody real. */
export function generateHouseholds(
  chance: Chance,
  { households, crossPercent = 0, consentPercent = 95 }: ProblemSize,
  areas: readonly Area[],
  asOf: string,
): Household[] {
  return Array.from({ length: households }, (_, at): Household => {
    // No draw where there is nothing to choose, so that a size without regions stays as it was.
    const area = areas.length > 1 ? chance.pick(areas) : areas[0]!;
    const others = areas.length > 1 && chance.percent(crossPercent) ? [chance.pick(areas), chance.pick(areas)] : [];
    const corporaties = [...new Set([area, ...others])].flatMap((each) => each.corporaties);
    const { level, hours, points } = chance.weighted(SUPPORT);
    const children = chance.percent(14) ? chance.between(1, 3) : 0;
    const adults = chance.percent(children > 0 ? 30 : 8) ? 2 : 1;
    const hasDuty = chance.percent(10);
    return {
      id: `H${String(at + 1).padStart(5, '0')}`,
      aanbiederId: chance.pick(area.aanbieders).id,
      herkomst: {
        gemeenteId: chance.pick(area.gemeenten).id,
        certainty: chance.percent(85) ? 'established' : 'assumed',
        waived: chance.percent(5),
      },
      members: [
        ...Array.from({ length: adults }, () => ({ birthDate: addMonths(asOf, -12 * chance.between(18, 66) - 3) })),
        ...Array.from({ length: children }, () => ({ birthDate: addMonths(asOf, -12 * chance.between(0, 16) - 3) })),
      ],
      bedroomsNeeded: Math.max(1, Math.min(4, children === 0 ? 1 : 1 + Math.ceil(children / 2))),
      doelgroepId: chance.pick(area.doelgroepen).id,
      supportLevel: level,
      guidanceHours: hours,
      draaglast: chance.between(points[0], points[1]),
      accessibilityNeeded: chance.percent(6) ? 'ROL' : 'ZON',
      pets: chance.percent(15) ? 1 : 0,
      exclusionAreas: exclusionAreas(chance, area),
      wishes: wishes(chance, area),
      urgency: {
        band: hasDuty ? 3 : chance.between(0, 3),
        category: hasDuty ? 'uitstroom' : null,
        legalDuty: hasDuty,
        legalBasis: hasDuty ? 'verzonnen grond' : null,
      },
      readyForOutflowOn: addDays(asOf, chance.between(-400, 10)),
      waitingSince: addDays(asOf, -chance.between(0, 1_095)),
      entitlement: { status: 'entitled', until: null },
      incomeCents: chance.between(1_200_000, 3_400_000),
      consentCorporatieIds: corporaties.map(({ id }) => id).filter(() => chance.percent(consentPercent)),
      refusals: [],
    };
  });
}

function exclusionAreas(chance: Chance, { wijken }: Area): ExclusionArea[] {
  if (!chance.percent(12)) return [];
  return [{ gemeenteIds: [], wijkIds: chance.some(wijken, 10).map(({ id }) => id), until: null }];
}

function wishes(chance: Chance, { wijken }: Area): Wish[] {
  if (!chance.percent(60)) return [];
  const wijk = chance.pick(wijken);
  return [
    { kind: 'gemeente', value: wijk.gemeenteId, weight: chance.between(1, 5) },
    { kind: 'wijk', value: wijk.id, weight: chance.between(1, 5) },
  ];
}
