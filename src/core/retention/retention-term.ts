import { addMonths, type IsoDate } from '../time/calendar';

/** A term of one category as it was decided. */
export interface RetentionTerm {
  readonly months: number;
  /** From this day on it counts, until a later one does. */
  readonly validFrom: IsoDate;
}

/** The term that counts on a day; null: none was decided yet, so nothing is removed. */
export function termOn<Term extends RetentionTerm>(terms: readonly Term[], day: IsoDate): Term | null {
  const decided = terms.filter(({ validFrom }) => validFrom <= day);
  return decided.reduce<Term | null>(
    (latest, term) => (latest === null || term.validFrom > latest.validFrom ? term : latest),
    null,
  );
}

/** The first day on which something may go. A month without that day ends on its last day, as PostgreSQL counts too. */
export function removableFrom(start: IsoDate, months: number): IsoDate {
  return addMonths(start, months);
}
