// The household is entitled to this kind of housing on the planned start.
import type { EntitlementStatus } from '../../matching/problem';
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

export const entitlementRule = eligibilityRule<{ status: EntitlementStatus; until: string | null; start: string }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'entitlement',
  title: { nl: 'Rechthebbend', en: 'Entitlement' },
  sentence: {
    nl: 'Het huishouden is op de startdatum rechthebbend.',
    en: 'The household is entitled on the planned start.',
  },
  source: 'S2 (G-R3): beleid richt zich op rechthebbenden; maatwerk kan met een uitzondering',
  parameters: [],

  judge({ household: { entitlement }, start }) {
    const { status, until } = entitlement;
    const facts = { status, until, start };
    if (status === 'unknown') return { outcome: 'unknown', facts };
    const holds = status === 'entitled' && (until === null || until >= start);
    return { outcome: holds ? 'holds' : 'fails', facts };
  },

  describe({ facts: { status, until, start } }) {
    if (status === 'unknown') {
      return {
        nl: 'Of het huishouden rechthebbend is, is niet bekend.',
        en: 'Whether the household is entitled is not known.',
      };
    }
    if (status === 'not-entitled') {
      return { nl: 'Het huishouden is niet rechthebbend.', en: 'The household is not entitled.' };
    }
    if (until === null) return { nl: 'Het huishouden is rechthebbend.', en: 'The household is entitled.' };
    const [end, first] = [dateInWords(until), dateInWords(start)];
    return {
      nl: `Het huishouden is rechthebbend tot en met ${end.nl}. De start is op ${first.nl}.`,
      en: `The household is entitled until ${end.en}. The start is on ${first.en}.`,
    };
  },
});
