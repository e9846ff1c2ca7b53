// Where a home asks a lowest income, the household has it.
import { euroText } from '../euro-text';
import { outcomeChoice } from '../outcome-choice';
import { choiceValue } from '../parameter-values';
import { eligibilityRule, type Outcome } from '../rule';

const INCOME_UNKNOWN = outcomeChoice(
  'incomeUnknown',
  { nl: 'Als het inkomen onbekend is', en: 'Where the income is unknown' },
  ['holds', 'unknown'],
);

export const incomeFloorRule = eligibilityRule<{ incomeCents: number | null; floorCents: number | null }>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'income-floor',
  title: { nl: 'Laagste inkomen', en: 'Lowest income' },
  sentence: {
    nl: 'Als voor een woonplek een laagste inkomen geldt, heeft het huishouden dat.',
    en: 'Where a home asks a lowest income, the household has it.',
  },
  source: 'Toewijzingsbeleid van de verhuurder; alleen waar de huur dat vraagt',
  legalBasis: 'Huisvestingswet 2014 artikel 11 (passendheid: huur en inkomen)',
  parameters: [INCOME_UNKNOWN],

  judge({ household: { incomeCents }, unit: { minIncomeCents } }, parameters) {
    const facts = { incomeCents, floorCents: minIncomeCents ?? null };
    if (minIncomeCents === undefined) return { outcome: 'holds', facts };
    const outcome: Outcome =
      incomeCents === null
        ? choiceValue(INCOME_UNKNOWN, parameters)
        : incomeCents >= minIncomeCents
          ? 'holds'
          : 'fails';
    return { outcome, facts };
  },

  describe({ facts: { incomeCents, floorCents } }) {
    if (floorCents === null) {
      return { nl: 'Voor deze woonplek geldt geen laagste inkomen.', en: 'This home asks no lowest income.' };
    }
    const floor = euroText(floorCents);
    if (incomeCents === null) {
      return {
        nl: `Het laagste inkomen is hier ${floor.nl}. Het inkomen is niet bekend.`,
        en: `The lowest income here is ${floor.en}. The income is not known.`,
      };
    }
    const income = euroText(incomeCents);
    return {
      nl: `Het laagste inkomen is hier ${floor.nl}. Het inkomen is ${income.nl}.`,
      en: `The lowest income here is ${floor.en}. The income is ${income.en}.`,
    };
  },
});
