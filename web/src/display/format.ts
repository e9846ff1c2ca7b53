const timeZone = 'Europe/Amsterdam';
const longDate = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const localDay = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone });
const shortDate = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const moment = new Intl.DateTimeFormat('nl-NL', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone,
});
const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });
const euro = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

const nothing = '–';

/** A date without a time, as "3 december 2026". */
export function formatDate(date: string | null | undefined): string {
  return date ? longDate.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : nothing;
}

export function formatShortDate(date: string | null | undefined): string {
  return date ? shortDate.format(new Date(`${date.slice(0, 10)}T00:00:00Z`)) : nothing;
}

/** A moment in Dutch local time, as "3 december 2026 om 14:05". */
export function formatMoment(instant: string | null | undefined): string {
  return instant ? moment.format(new Date(instant)) : nothing;
}

/** The day of a moment in Dutch local time, as "3 december 2026". */
export function formatDay(instant: string): string {
  return localDay.format(new Date(instant));
}

export function formatNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? nothing : whole.format(value);
}

export function formatSeconds(seconds: number | null): string {
  if (seconds === null) return nothing;
  return `${oneDecimal.format(seconds)} ${seconds === 1 ? 'seconde' : 'seconden'}`;
}

export function formatEuro(cents: number | null | undefined): string {
  return cents === null || cents === undefined ? 'niet bekend' : euro.format(cents / 100);
}

/** "1 voorstel", "12 voorstellen". */
export function countOf(count: number, one: string, more: string): string {
  return `${whole.format(count)} ${count === 1 ? one : more}`;
}

/** Sentences of the server carry ISO dates; people read "24 november 2026". */
export function withDutchDates(text: string): string {
  return text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => formatDate(date));
}

export function upperFirst(text: string): string {
  return text.charAt(0).toLocaleUpperCase('nl-NL') + text.slice(1);
}

/** Today in Dutch local time as yyyy-mm-dd, for a date field. */
export function todayInRegion(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
}
