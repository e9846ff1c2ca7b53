// A wijk that a wijkregisseur closed for a while takes no household above the draaglast named, until the day named.
import { required } from '../../matching/problem-index';
import { dateInWords } from '../../time/date-in-words';
import { eligibilityRule } from '../rule';

export const wijkVetoRule = eligibilityRule<{
  wijk: string;
  by: string | null;
  reason: string | null;
  until: string | null;
  draaglast: number;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'wijk-veto',
  title: { nl: 'Wijk tijdelijk dicht', en: 'Wijk closed for now' },
  sentence: {
    nl: 'De wijk is op de startdatum niet tijdelijk gesloten voor een huishouden met deze draaglast.',
    en: 'On the planned start the wijk is not closed for now to a household of this draaglast.',
  },
  source: 'S1 actielijn 3 en S4 actielijn 4 (draagkracht); altijd met reden en einddatum, nooit een vaste lijst',
  parameters: [],

  judge({ index, household: { draaglast }, unit, start }) {
    const { name: wijk, vetoes = [] } = required(index.wijken, unit.wijkId, 'wijk');
    const veto = vetoes
      .filter(({ until, minDraaglast }) => until >= start && draaglast >= minDraaglast)
      .reduce((last: (typeof vetoes)[number] | null, each) => (last && last.until >= each.until ? last : each), null);
    const facts = { wijk, by: veto?.by ?? null, reason: veto?.reason ?? null, until: veto?.until ?? null, draaglast };
    return { outcome: veto === null ? 'holds' : 'fails', facts };
  },

  describe({ facts: { wijk, by, until, draaglast } }) {
    if (until === null) return { nl: `${wijk} is niet gesloten.`, en: `${wijk} is not closed.` };
    const last = dateInWords(until);
    return {
      nl: `${wijk} is tot en met ${last.nl} gesloten voor een draaglast van ${draaglast}, door ${by}.`,
      en: `${wijk} is closed through ${last.en} for a draaglast of ${draaglast}, by ${by}.`,
    };
  },
});
