import { DomainError } from '../errors';
import type { RentTable } from '../matching/problem';
import type { ProblemIndex } from '../matching/problem-index';
import type { IsoDate } from '../time/calendar';

/**
 * The limits of the year in which a household starts. Throws `rent-table-missing`: the limits of another year would give
 * wrong answers that nobody sees.
 */
export function rentTableOf(index: ProblemIndex, start: IsoDate): RentTable {
  const year = Number(start.slice(0, 4));
  const table = index.rentTables.get(year);
  if (table !== undefined) return table;
  const known = [...index.rentTables.keys()].sort((a, b) => a - b);
  throw new DomainError(
    'rent-table-missing',
    `There are no rent limits for ${year}, the year of the planned start ${start}; known years: ${known.join(', ') || 'none'}`,
    { year, start, known },
  );
}
