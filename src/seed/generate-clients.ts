import type { Accessibility } from '../core/matching/problem';
import { addDays, addMonths, type IsoDate } from '../core/time/calendar';
import { Chance } from './chance';
import type { ClientGroup } from './client-profile.schema';
import { currentUrgencyCategory } from './current-urgency-category';
import { generateFacts } from './generate-facts';
import { generateMembers } from './generate-members';
import { generatePreferences } from './generate-preferences';
import type { RegionData } from './region-data.schema';
import type { SyntheticHousehold } from './synthetic-household';

export interface GenerateClientsOptions {
  /** Ages, waiting times and end dates are counted from this day. */
  readonly referenceDate: IsoDate;
  /** Default: the seed of the region's profile. */
  readonly seed?: number;
  /** Default: the number in the region's profile. */
  readonly households?: number;
}

const ACCESSIBILITY_SHARES: readonly { readonly needed: Accessibility; readonly share: number }[] = [
  { needed: 'ZON', share: 86 },
  { needed: 'GNV', share: 6 },
  { needed: 'NUL', share: 5 },
  { needed: 'ROL', share: 2 },
  { needed: 'ROG', share: 1 },
];

/**
 * Makes households that resemble those of a region and describe nobody. The same data, seed and reference date give the
 * same households, byte for byte; each has a stream of chance of its own, so one more at the end changes none before it.
 */
export function generateClients(data: RegionData, options: GenerateClientsOptions): readonly SyntheticHousehold[] {
  const { clientProfile: profile } = data;
  const { referenceDate, seed = profile.seed, households = profile.households } = options;
  const staying = new Map<string, number>();
  const made: SyntheticHousehold[] = [];
  for (let number = 1; number <= households; number += 1) {
    const reference = `${profile.referencePrefix}-${String(number).padStart(4, '0')}`;
    const chance = new Chance(`${data.region.id}:${seed}:${number}`);
    const ofFacts = new Chance(`${data.region.id}:${seed}:${number}:facts`);
    const household = generateHousehold(data, reference, referenceDate, chance, staying);
    made.push({ ...household, facts: generateFacts(household, ofFacts) });
  }
  return made;
}

function generateHousehold(
  data: RegionData,
  reference: string,
  referenceDate: IsoDate,
  chance: Chance,
  staying: Map<string, number>,
): Omit<SyntheticHousehold, 'facts'> {
  const { clientProfile: profile } = data;
  const group = chance.weighted(profile.groups);
  const { level } = chance.weighted(group.supportLevels);
  const { guidanceHours, draaglast } = profile.support[level];
  const members = generateMembers(profile, group, referenceDate, chance);
  const children = members.filter(({ role }) => role === 'child').length;

  const waitedDays = Math.round(20 + 480 * chance.fraction() ** 2);
  const waitingSince = addDays(referenceDate, -waitedDays);
  const herkomst = generateHerkomst(data, chance);
  const { category } = chance.weighted(group.urgency);
  const current = currentUrgencyCategory(data.urgencyCategories, category, referenceDate);

  return {
    reference,
    aanbieder: chance.weighted(group.aanbieders).code,
    herkomst,
    members,
    bedroomsNeeded: 1 + Math.ceil(children / 2),
    doelgroepId: group.doelgroepId,
    supportLevel: level,
    guidanceHours,
    draaglast,
    accessibilityNeeded: chance.weighted(ACCESSIBILITY_SHARES).needed,
    pets: chance.percent(14) ? chance.between(1, 2) : 0,
    urgency: {
      band: current?.band ?? (chance.percent(30) ? 1 : 0),
      category,
    },
    readyForOutflowOn: generateReadyDate(waitedDays, referenceDate, chance),
    waitingSince,
    currentStay: takeStay(group, chance, staying),
    currentStaySince: addDays(waitingSince, -chance.between(0, 60)),
    entitlement: generateEntitlement(referenceDate, chance),
    incomeCents: generateIncome(members.length, referenceDate, members[0]?.birthDate ?? referenceDate, chance),
    ...generatePreferences(data, herkomst.gemeenteId, waitedDays, referenceDate, chance),
    status: chance.percent(4) ? 'paused' : 'waiting',
    source: profile.source,
  };
}

function generateHerkomst(data: RegionData, chance: Chance): SyntheticHousehold['herkomst'] {
  const { gemeenteId } = chance.weighted(data.clientProfile.herkomst);
  const waived = chance.percent(5);
  const roll = chance.between(1, 100);
  if (roll <= 3) return { gemeenteId: null, basis: null, certainty: 'unknown', waived };
  if (roll <= 8) return { gemeenteId, basis: 'Twee gemeenten verschillen van inzicht', certainty: 'disputed', waived };
  if (roll <= 20) return { gemeenteId, basis: 'Verklaring van de cliënt', certainty: 'assumed', waived };
  return { gemeenteId, basis: 'Laatste inschrijving in de BRP', certainty: 'established', waived };
}

function generateReadyDate(waitedDays: number, referenceDate: IsoDate, chance: Chance): IsoDate | null {
  const roll = chance.between(1, 100);
  if (roll <= 8) return null;
  if (roll <= 16) return addDays(referenceDate, chance.between(1, 90));
  return addDays(referenceDate, -chance.between(0, waitedDays));
}

function generateEntitlement(referenceDate: IsoDate, chance: Chance): SyntheticHousehold['entitlement'] {
  const roll = chance.between(1, 100);
  if (roll <= 2) return { status: 'not-entitled', until: null };
  if (roll <= 5) return { status: 'unknown', until: null };
  if (roll <= 10) return { status: 'entitled', until: addDays(referenceDate, chance.between(10, 700)) };
  return { status: 'entitled', until: null };
}

/** Whole euros a year: mostly about the level of a benefit, sometimes work, sometimes not known. */
function generateIncome(persons: number, referenceDate: IsoDate, birthDate: IsoDate, chance: Chance): number | null {
  const roll = chance.between(1, 100);
  if (roll <= 6) return null;
  const young = birthDate > addMonths(referenceDate, -12 * 21);
  if (roll <= 14) return 100 * chance.between(29_000, 36_000);
  if (young) return 100 * chance.between(6_000, 17_000);
  return 100 * (persons > 1 ? chance.between(19_000, 27_000) : chance.between(14_500, 22_500));
}

/** A place where people of this group stay, as long as it has room; a group always has one without a limit or runs over. */
function takeStay(group: ClientGroup, chance: Chance, staying: Map<string, number>): string {
  const withRoom = group.stays.filter(({ name, capacity }) => capacity === null || (staying.get(name) ?? 0) < capacity);
  const { name } = chance.weighted(withRoom.length > 0 ? withRoom : group.stays);
  staying.set(name, (staying.get(name) ?? 0) + 1);
  return name;
}
