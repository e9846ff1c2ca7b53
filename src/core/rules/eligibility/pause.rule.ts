// Nothing is proposed that starts while the household is paused. A pause is no refusal.
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

export const pauseRule = eligibilityRule<{ pausedUntil: string | null; start: string }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'pause',
  title: { nl: 'Pauze', en: 'Pause' },
  sentence: {
    nl: 'De startdatum valt niet in een pauze van het huishouden.',
    en: 'The planned start is not in a pause of the household.',
  },
  source: 'VERA KANDIDAATDETAILSTATUS PAR (geparkeerd): opname, detentie, time-out of eigen verzoek; geen weigering',
  parameters: [],

  judge({ household, start }) {
    const pausedUntil = household.pausedUntil ?? null;
    const holds = pausedUntil === null || start >= pausedUntil;
    return { outcome: holds ? 'holds' : 'fails', facts: { pausedUntil, start } };
  },

  describe({ facts: { pausedUntil, start } }) {
    if (pausedUntil === null) return { nl: 'Er is geen pauze.', en: 'There is no pause.' };
    const [end, first] = [dateInWords(pausedUntil), dateInWords(start)];
    return {
      nl: `Het huishouden kan weer starten vanaf ${end.nl}. De start is op ${first.nl}.`,
      en: `The household can start again from ${end.en}. The start is on ${first.en}.`,
    };
  },
});
