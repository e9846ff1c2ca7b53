import { isDeepStrictEqual } from 'node:util';
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { addDays, type IsoDate } from '../core/time/calendar';

/** A row that holds for a period; an open end goes on. */
interface ValidityRow extends ObjectLiteral {
  readonly id: string;
  readonly regionId: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate | null;
}

interface ValidityKind<T extends ValidityRow> {
  readonly entity: EntityTarget<T>;
  /** Whose value it is, e.g. a wijk. */
  readonly subject: string;
  /** What was agreed. Where one of these differs a new period begins; other columns are put right in the row that holds. */
  readonly agreed: readonly string[];
  /** The id of a period that begins on this day. */
  readonly idOf: (subject: string, validFrom: IsoDate) => string;
}

/**
 * Brings the periods of a region to what its seed files say from a day on, and returns of how many subjects a period began
 * or ended. What held before that day stays as it was: an earlier period is ended, not changed. Later periods stay too.
 */
export async function refreshValidity<T extends ValidityRow>(
  manager: EntityManager,
  { entity, subject, agreed, idOf }: ValidityKind<T>,
  regionId: string,
  wanted: readonly ValidityRow[],
  day: IsoDate,
): Promise<number> {
  const stored = await manager.find(entity, { where: { regionId } as FindOptionsWhere<T> });
  const subjects = new Set([...stored, ...wanted].map((row) => String(row[subject])));
  const update = (id: string, changes: object): Promise<unknown> => manager.update(entity, { id }, changes);
  let changed = 0;

  for (const each of subjects) {
    const rows = stored
      .filter((row) => String(row[subject]) === each)
      .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
    const want = wanted.find((row) => String(row[subject]) === each);
    const holding = rows.findLast(({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo >= day));
    const next = rows.find(({ validFrom }) => validFrom > day);

    if (want && holding && agreed.every((column) => isDeepStrictEqual(holding[column], want[column]))) {
      const { id: _, validFrom: __, validTo: ___, ...facts } = want;
      const differs = Object.entries(facts).some(([column, value]) => !isDeepStrictEqual(holding[column], value));
      if (differs) await update(holding.id, facts);
      continue;
    }
    if (!want && !holding) continue;
    changed += 1;
    if (holding?.validFrom === day) await manager.delete(entity, { id: holding.id });
    else if (holding) await update(holding.id, { validTo: addDays(day, -1) });
    if (!want) continue;
    const validTo = holding ? holding.validTo : next ? addDays(next.validFrom, -1) : null;
    const row = { ...want, id: idOf(each, day), validFrom: day, validTo };
    await manager.insert(entity, row as unknown as QueryDeepPartialEntity<T>);
  }
  return changed;
}
