// Among households with priority by law, those who wait longest go first. Waiting counts for nobody else on this level.
import { weeksWaited } from '../../matching/weeks-waited';
import { isUrgencyValid } from '../../matching/urgency-on';
import { objectiveRule } from '../rule';

export const waitingInLegalClassRule = objectiveRule<{ legalDuty: boolean; weeks: number }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'waiting-in-legal-class',
  title: { nl: 'Wachttijd bij wettelijke plicht', en: 'Waiting under a legal duty' },
  sentence: {
    nl: 'Van de huishoudens met voorrang volgens de wet gaat voor wie het langst wacht.',
    en: 'Of the households with priority by law those who wait longest go first.',
  },
  source: 'Volgorde binnen een urgentiecategorie: naar wachttijd, per regio vastgesteld',
  legalBasis: 'Huisvestingswet 2014 artikel 12',
  parameters: [],
  unit: { nl: 'weken wachten', en: 'weeks of waiting' },

  worth({ index, household }) {
    const { asOf } = index.problem;
    const legalDuty = household.urgency.legalDuty && isUrgencyValid(household.urgency, asOf);
    const weeks = legalDuty ? weeksWaited(household, asOf) : 0;
    return { value: weeks, facts: { legalDuty, weeks } };
  },

  describe: ({ facts: { legalDuty, weeks } }) =>
    legalDuty
      ? {
          nl: `Voorrang volgens de wet en ${weeks} weken wachten.`,
          en: `Priority by law and ${weeks} weeks of waiting.`,
        }
      : { nl: 'Geen voorrang volgens de wet.', en: 'No priority by law.' },
});
