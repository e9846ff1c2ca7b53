import type { IsoDate } from './calendar';

const MONTHS_NL = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
const MONTHS_EN = 'January February March April May June July August September October November December'.split(' ');

/** A date for people: `1 december 2026` and `1 December 2026`. */
export function dateInWords(date: IsoDate): { readonly nl: string; readonly en: string } {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7)) - 1;
  const day = Number(date.slice(8, 10));
  return { nl: `${day} ${MONTHS_NL[month]} ${year}`, en: `${day} ${MONTHS_EN[month]} ${year}` };
}
