import type { WishKind } from '../core/matching/problem';
import { addDays, type IsoDate } from '../core/time/calendar';
import type { Chance } from './chance';
import type { RegionData } from './region-data.schema';
import type { SyntheticHousehold } from './synthetic-household';

type Preferences = Pick<SyntheticHousehold, 'exclusionAreas' | 'wishes' | 'consents' | 'refusals'>;

const REFUSAL_REASONS = ['WBN', 'WOB', 'PER', 'GEE'] as const;

/** Where a made-up household wants, may and does not want to live, and with whom its data may be shared. */
export function generatePreferences(
  data: RegionData,
  herkomstGemeenteId: string | null,
  waitedDays: number,
  referenceDate: IsoDate,
  chance: Chance,
): Preferences {
  return {
    exclusionAreas: generateExclusionAreas(data, referenceDate, chance),
    wishes: generateWishes(data, herkomstGemeenteId, chance),
    consents: generateConsents(data, waitedDays, referenceDate, chance),
    refusals: generateRefusals(data, referenceDate, chance),
  };
}

function generateExclusionAreas(
  data: RegionData,
  referenceDate: IsoDate,
  chance: Chance,
): Preferences['exclusionAreas'] {
  if (!chance.percent(12)) return [];
  const until = chance.percent(60) ? addDays(referenceDate, chance.between(30, 700)) : null;
  if (chance.percent(25)) return [{ gemeenteIds: [chance.pick(data.gemeenten).id], wijkIds: [], until }];
  const wijkIds = [chance.pick(data.wijken).id, chance.pick(data.wijken).id];
  return [{ gemeenteIds: [], wijkIds: [...new Set(wijkIds)], until }];
}

function generateWishes(data: RegionData, herkomstGemeenteId: string | null, chance: Chance): Preferences['wishes'] {
  const wishes: { kind: WishKind; value: string; weight: number }[] = [];
  const wish = (kind: WishKind, value: string): number => wishes.push({ kind, value, weight: chance.between(1, 5) });
  if (chance.percent(65)) {
    const atHome = herkomstGemeenteId !== null && chance.percent(75);
    wish('gemeente', atHome ? herkomstGemeenteId : chance.pick(data.gemeenten).id);
  }
  if (chance.percent(25)) wish('wijk', chance.pick(data.wijken).id);
  if (chance.percent(20)) wish('housing-form', 'permanent');
  if (chance.percent(6) && data.complexes.length > 0) wish('complex', chance.pick(data.complexes).code);
  return wishes;
}

function generateConsents(
  data: RegionData,
  waitedDays: number,
  referenceDate: IsoDate,
  chance: Chance,
): Preferences['consents'] {
  const corporaties = data.organisations.filter(({ kind }) => kind === 'corporatie').map(({ code }) => code);
  const givenOn = addDays(referenceDate, -chance.between(0, waitedDays));
  const roll = chance.between(1, 100);
  if (roll <= 3) return [];
  const given = roll <= 18 ? chance.some(corporaties, 50) : corporaties;
  const withdrawn = roll >= 98 ? chance.pick(corporaties) : null;
  return given.map((corporatie) => ({
    corporatie,
    givenOn,
    withdrawnOn: corporatie === withdrawn ? referenceDate : null,
  }));
}

function generateRefusals(data: RegionData, referenceDate: IsoDate, chance: Chance): Preferences['refusals'] {
  if (!chance.percent(6) || data.homes.length === 0) return [];
  return [
    {
      unit: chance.pick(data.homes).code,
      reasonCode: chance.pick(REFUSAL_REASONS),
      until: chance.percent(70) ? addDays(referenceDate, chance.between(30, 180)) : null,
    },
  ];
}
