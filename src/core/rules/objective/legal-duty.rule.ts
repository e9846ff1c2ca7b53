// Households to whom the law obliges the gemeente to give priority come first.
import { isUrgencyValid } from '../../matching/urgency-on';
import { objectiveRule } from '../rule';

export const legalDutyRule = objectiveRule<{ legalDuty: boolean; category: string | null; legalBasis: string | null }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'legal-duty',
  title: { nl: 'Wettelijke plicht', en: 'Legal duty' },
  sentence: {
    nl: 'Huishoudens die volgens de wet voorrang hebben, gaan voor.',
    en: 'Households with priority by law go first.',
  },
  source: 'Huisvestingswet 2014, verplichte urgentiecategorieën; per categorie met ingangsdatum',
  legalBasis: 'Huisvestingswet 2014 artikel 12',
  parameters: [],
  unit: { nl: 'huishoudens met wettelijke voorrang', en: 'households with priority by law' },

  worth({ index, household: { urgency } }) {
    const { category, legalBasis } = urgency;
    const legalDuty = urgency.legalDuty && isUrgencyValid(urgency, index.problem.asOf);
    return { value: legalDuty ? 1 : 0, facts: { legalDuty, category, legalBasis } };
  },

  describe({ facts: { legalDuty, category, legalBasis } }) {
    if (!legalDuty) return { nl: 'Geen voorrang volgens de wet.', en: 'No priority by law.' };
    const ground = legalBasis ?? category;
    return {
      nl: `Voorrang volgens de wet${ground === null ? '' : `: ${ground}`}.`,
      en: `Priority by law${ground === null ? '' : `: ${ground}`}.`,
    };
  },
});
