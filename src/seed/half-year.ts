import { addDays, addMonths, type IsoDate } from '../core/time/calendar';

export interface HalfYear {
  readonly from: IsoDate;
  /** The last day. */
  readonly to: IsoDate;
}

/** The half calendar year that holds this day. */
export function halfYearOf(date: IsoDate): HalfYear {
  const from = `${date.slice(0, 4)}-${date.slice(5, 7) <= '06' ? '01' : '07'}-01`;
  return { from, to: addDays(addMonths(from, 6), -1) };
}
