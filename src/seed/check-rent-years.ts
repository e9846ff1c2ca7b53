import { addDays, laterOf, type IsoDate } from '../core/time/calendar';
import type { RegionData } from './region-data.schema';
import { RegionDataError } from './region-data.error';
import { dateOfSeed } from './seed-date';

/**
 * A round on or soon after the reference date needs a rent table for each year in which somebody could start. Throws
 * `RegionDataError` now instead of a failed round later.
 */
export function checkRentYears(data: RegionData, referenceDate: IsoDate): void {
  const earliest = addDays(referenceDate, data.region.leadTimeDays);
  const units = [...data.complexes.flatMap((complex) => complex.units), ...data.homes];
  const years = new Set(
    units.map(({ availableFrom }) => laterOf(earliest, dateOfSeed(availableFrom, referenceDate)).slice(0, 4)),
  );
  const known = new Set(data.rentTables.map(({ year }) => String(year)));
  const missing = [...years].filter((year) => !known.has(year)).sort();
  if (missing.length === 0) return;
  throw new RegionDataError(
    missing.map((year) => `Er is geen huurtabel voor ${year}. Voeg de tabel toe aan rent-tables.json van de regio.`),
  );
}
