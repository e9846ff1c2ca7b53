// Where the home itself ends, a stay of a minimum length still fits before that; the last day of both counts.
import { addDays, addMonths, laterOf, type IsoDate } from '../../time/calendar';
import { dateInWords } from '../../time/date-in-words';
import { integerValue } from '../parameter-values';
import { eligibilityRule, type ParameterSpec } from '../rule';

const MONTHS = {
  name: 'months',
  title: { nl: 'Kortste verblijf', en: 'Shortest stay' },
  type: 'integer',
  unit: { nl: 'maanden', en: 'months' },
  default: 6,
  min: 0,
  max: 120,
} as const satisfies ParameterSpec;

/** The last day of a stay of so many calendar months. A day that the last month lacks is the last day of that month. */
function lastDayOfStay(start: IsoDate, months: number): IsoDate {
  const after = addMonths(start, months);
  const isClamped = after.slice(8) !== start.slice(8);
  return laterOf(start, isClamped ? after : addDays(after, -1));
}

export const unitEndRule = eligibilityRule<{
  start: string;
  availableUntil: string | null;
  months: number;
  shortestStayEnds: string | null;
}>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'unit-end',
  title: { nl: 'Einde van de woonplek', en: 'End of the home' },
  sentence: {
    nl: 'Als de woonplek zelf verdwijnt, kan het huishouden er eerst nog een minimaal aantal maanden wonen.',
    en: 'Where the home itself ends, the household can still live there for a minimum number of months.',
  },
  source: 'Containerwoningen Havenkwartier: tijdelijk, ten hoogste vijf jaar (rtvdrenthe.nl 15070364)',
  parameters: [MONTHS],

  judge({ unit: { availableUntil }, start }, parameters) {
    const months = integerValue(MONTHS, parameters);
    if (availableUntil === null) {
      return { outcome: 'holds', facts: { start, availableUntil, months, shortestStayEnds: null } };
    }
    const shortestStayEnds = lastDayOfStay(start, months);
    const holds = shortestStayEnds <= availableUntil;
    return { outcome: holds ? 'holds' : 'fails', facts: { start, availableUntil, months, shortestStayEnds } };
  },

  describe({ facts: { availableUntil, months, shortestStayEnds } }) {
    if (availableUntil === null || shortestStayEnds === null)
      return { nl: 'Deze woonplek heeft geen einddatum.', en: 'This home has no end date.' };
    const [end, stay] = [dateInWords(availableUntil), dateInWords(shortestStayEnds)];
    return {
      nl: `De woonplek bestaat tot en met ${end.nl}. Een verblijf van ten minste ${months} ${months === 1 ? 'maand' : 'maanden'} duurt tot en met ${stay.nl}.`,
      en: `The home exists through ${end.en}. A stay of at least ${months} ${months === 1 ? 'month' : 'months'} lasts through ${stay.en}.`,
    };
  },
});
