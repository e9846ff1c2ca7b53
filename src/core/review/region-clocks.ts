import { addDays, addMonths, type IsoDate } from '../time/calendar';

/** What a clock of the region counts from. */
export const CLOCK_STARTS = ['admission', 'readiness', 'stay', 'tenancy-end', 'home-end'] as const;
export type ClockStart = (typeof CLOCK_STARTS)[number];

/** A promise of the region about time, apart from the steps of a case. Nothing happens by itself when one runs out. */
export interface RegionClock {
  readonly code: string;
  readonly nl: string;
  readonly start: ClockStart;
  /** Null: the longest stay of the home itself, or the end date of the row itself. */
  readonly term: { readonly days?: number; readonly months?: number } | null;
  /** From so many months before the end on it is shown. */
  readonly showMonthsBefore: number;
  /** Moments before the end at which somebody has to do something. */
  readonly momentsMonthsBefore: readonly number[];
  readonly source: string;
}

const SHELTER = 'Programma regio Drechtsteden: opvang hoogstens drie maanden, daarna verder.';

export const REGION_CLOCKS: readonly RegionClock[] = [
  {
    code: 'triage',
    nl: 'Gesprek over de beste vervolgplek',
    start: 'admission',
    term: { days: 42 },
    showMonthsBefore: 1,
    momentsMonthsBefore: [],
    source: 'Programma regio Drechtsteden: triage uiterlijk zes weken na toegang.',
  },
  {
    code: 'opvang',
    nl: 'Verblijf in de opvang',
    start: 'admission',
    term: { months: 3 },
    showMonthsBefore: 1,
    momentsMonthsBefore: [],
    source: SHELTER,
  },
  {
    code: 'woning-na-uitstroomgereed',
    nl: 'Passende woning nadat iemand uitstroomgereed is',
    start: 'readiness',
    term: { months: 3 },
    showMonthsBefore: 1,
    momentsMonthsBefore: [],
    source: 'Programma Midden-IJssel, actielijn 2: een woning binnen drie maanden nadat uitstroom is vastgesteld.',
  },
  {
    code: 'verblijf-tussenvorm',
    nl: 'Langste verblijf in een tussenvorm',
    start: 'stay',
    term: null,
    showMonthsBefore: 6,
    momentsMonthsBefore: [6, 3, 1],
    source:
      'Startdocument regio Assen, bijlage 1 en 2: anderhalf jaar in een tussenvorm; het getal staat bij de woonplek.',
  },
  {
    code: 'einde-huur',
    nl: 'Einde van de huur',
    start: 'tenancy-end',
    term: null,
    showMonthsBefore: 6,
    momentsMonthsBefore: [6, 3, 1],
    source: 'Voorstel van Woonplek, door de regio vast te stellen: zes, drie en één maand voor het einde.',
  },
  {
    code: 'einde-woonplek',
    nl: 'Einde van de woonplek zelf',
    start: 'home-end',
    term: null,
    showMonthsBefore: 6,
    momentsMonthsBefore: [6, 3, 1],
    source: 'De laatste dag van de woonplek in de inventaris; de momenten zijn een voorstel van Woonplek.',
  },
];

export interface ClockOnDay {
  readonly dueOn: IsoDate;
  readonly isOverdue: boolean;
  /** The moment before the end that has passed last, in months; null: none yet, or the end itself has passed. */
  readonly moment: number | null;
}

/** How a clock stands on a day; null: its end is further away than anybody has to know. `maxStayMonths`: of the home. */
export function clockOn(
  clock: RegionClock,
  { from, maxStayMonths }: { readonly from: IsoDate; readonly maxStayMonths: number | null },
  today: IsoDate,
): ClockOnDay | null {
  const dueOn = endOf(clock, from, maxStayMonths);
  if (dueOn === null || addMonths(dueOn, -clock.showMonthsBefore) > today) return null;
  const isOverdue = dueOn < today;
  const passed = clock.momentsMonthsBefore.filter((months) => addMonths(dueOn, -months) <= today);
  return { dueOn, isOverdue, moment: isOverdue || passed.length === 0 ? null : Math.min(...passed) };
}

function endOf({ start, term }: RegionClock, from: IsoDate, maxStayMonths: number | null): IsoDate | null {
  if (term !== null) return addDays(addMonths(from, term.months ?? 0), term.days ?? 0);
  if (start !== 'stay') return from;
  return maxStayMonths === null ? null : addMonths(from, maxStayMonths);
}
