// The planned start lies within the days on which the home is available, both ends included.
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

export const availabilityWindowRule = eligibilityRule<{
  start: string;
  availableFrom: string;
  availableUntil: string | null;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'availability-window',
  title: { nl: 'Beschikbaar', en: 'Available' },
  sentence: {
    nl: 'De woonplek is beschikbaar op de startdatum.',
    en: 'The home is available on the planned start.',
  },
  source: 'S0 bijlage 1 en 2; gegevens van corporaties en aanbieders',
  parameters: [],

  judge({ unit: { availableFrom, availableUntil }, start }) {
    const holds = start >= availableFrom && (availableUntil === null || start <= availableUntil);
    return { outcome: holds ? 'holds' : 'fails', facts: { start, availableFrom, availableUntil } };
  },

  describe({ facts: { start, availableFrom, availableUntil } }) {
    const [first, from] = [dateInWords(start), dateInWords(availableFrom)];
    const until = availableUntil === null ? null : dateInWords(availableUntil);
    return {
      nl: `De start is op ${first.nl}. De woonplek is beschikbaar vanaf ${from.nl}${until === null ? '' : ` tot en met ${until.nl}`}.`,
      en: `The start is on ${first.en}. The home is available from ${from.en}${until === null ? '' : ` until ${until.en}`}.`,
    };
  },
});
