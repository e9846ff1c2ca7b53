// Where somebody must be able to be there quickly, day and night, the guidance of the home is near enough.
import { eligibilityRule } from '../rule';

export const onCallRule = eligibilityRule<{ asked: number | null; minutes: number | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'on-call',
  title: { nl: 'Bereikbaarheid dag en nacht', en: 'On call day and night' },
  sentence: {
    nl: 'Als er dag en nacht snel iemand moet kunnen zijn, is de begeleiding van de woonplek dichtbij genoeg.',
    en: 'Where somebody must be able to be there quickly day and night, the guidance of the home is near enough.',
  },
  source: 'S1 noot 2 (beschut wonen: begeleiding binnen 30 minuten op locatie)',
  parameters: [],

  judge({ household, unit }) {
    const asked = household.onCallMinutes ?? null;
    const minutes = unit.onCallMinutes ?? null;
    if (asked === null) return { outcome: 'holds', facts: { asked, minutes } };
    if (minutes === null) return { outcome: 'unknown', facts: { asked, minutes } };
    return { outcome: minutes <= asked ? 'holds' : 'fails', facts: { asked, minutes } };
  },

  describe({ facts: { asked, minutes } }) {
    if (asked === null) {
      return { nl: 'Er hoeft niet snel iemand te kunnen zijn.', en: 'Nobody needs to be able to be there quickly.' };
    }
    if (minutes === null) {
      return {
        nl: `Nodig: iemand binnen ${asked} minuten. Hoe snel dat hier kan, is niet ingevuld.`,
        en: `Needed: somebody within ${asked} minutes. How quickly that is possible here is not filled in.`,
      };
    }
    return {
      nl: `Nodig: iemand binnen ${asked} minuten. Hier kan het binnen ${minutes} minuten.`,
      en: `Needed: somebody within ${asked} minutes. Here it takes ${minutes} minutes.`,
    };
  },
});
