// A corporatie lets a social home to a household whose income is not above the limit of the year for its size.
import { euroText } from '../euro-text';
import { outcomeChoice } from '../outcome-choice';
import { choiceValue } from '../parameter-values';
import { rentTableOf } from '../rent-table-of';
import { eligibilityRule, type Outcome } from '../rule';

const INCOME_UNKNOWN = outcomeChoice(
  'incomeUnknown',
  { nl: 'Als het inkomen onbekend is', en: 'Where the income is unknown' },
  ['holds', 'unknown'],
);

export const incomeLimitRule = eligibilityRule<{
  social: boolean;
  persons: number;
  incomeCents: number | null;
  limitCents: number | null;
  year: number | null;
}>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'income-limit',
  title: { nl: 'Inkomensgrens sociale huur', en: 'Income limit of social rent' },
  sentence: {
    nl: 'Een corporatie verhuurt een sociale huurwoning aan wie niet meer verdient dan de grens van het jaar.',
    en: 'A corporatie lets a social home to those who earn no more than the limit of the year.',
  },
  source: 'Inkomensgrenzen DAEB per jaar (rijksoverheid.nl)',
  legalBasis: 'Woningwet artikel 48',
  parameters: [INCOME_UNKNOWN],

  judge({ index, household: { members, incomeCents }, unit: { corporatieId, selfContained }, start }, parameters) {
    const persons = members.length;
    const social = corporatieId !== null && selfContained;
    if (!social) return { outcome: 'holds', facts: { social, persons, incomeCents, limitCents: null, year: null } };
    const table = rentTableOf(index, start);
    const limitCents = (persons <= 1 ? table.incomeLimitOnePersonCents : table.incomeLimitMorePersonsCents) ?? null;
    const verdict = (outcome: Outcome) => ({
      outcome,
      facts: { social, persons, incomeCents, limitCents, year: table.year },
    });
    if (limitCents === null || persons === 0) return verdict('unknown');
    if (incomeCents === null) return verdict(choiceValue(INCOME_UNKNOWN, parameters));
    return verdict(incomeCents <= limitCents ? 'holds' : 'fails');
  },

  describe({ facts: { social, persons, incomeCents, limitCents, year } }) {
    if (!social) return { nl: 'Hier geldt geen inkomensgrens.', en: 'No income limit applies here.' };
    if (persons === 0) {
      return {
        nl: 'De leden van het huishouden zijn niet ingevuld.',
        en: 'The members of the household are not filled in.',
      };
    }
    if (limitCents === null) {
      return {
        nl: `De inkomensgrens van ${year} is niet ingevuld.`,
        en: `The income limit of ${year} is not filled in.`,
      };
    }
    const limit = euroText(limitCents);
    if (incomeCents === null) {
      return {
        nl: `Het inkomen is niet bekend. De grens in ${year} is ${limit.nl}. Dat moet bekend zijn voor de bevestiging.`,
        en: `The income is not known. The limit in ${year} is ${limit.en}. It must be known before confirmation.`,
      };
    }
    const income = euroText(incomeCents);
    return {
      nl: `Het inkomen is ${income.nl}. De grens in ${year} is ${limit.nl}.`,
      en: `The income is ${income.en}. The limit in ${year} is ${limit.en}.`,
    };
  },
});
