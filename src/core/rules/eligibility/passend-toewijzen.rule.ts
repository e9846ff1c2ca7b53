// A household with a low income gets a corporatie's self-contained home only with a rent up to the aftoppingsgrens of its size.
// The law asks this of 95 % of a corporatie's allocations in a year: the other 5 % goes by an exception with a reason.
import { householdAges } from '../../matching/household-ages';
import { euroText } from '../euro-text';
import { outcomeChoice } from '../outcome-choice';
import { choiceValue } from '../parameter-values';
import { incomeLimitCents, rentLimitCents } from '../rent-class';
import { rentTableOf } from '../rent-table-of';
import { eligibilityRule, type Outcome } from '../rule';

const INCOME_UNKNOWN = outcomeChoice(
  'incomeUnknown',
  { nl: 'Als het inkomen onbekend is', en: 'Where the income is unknown' },
  ['holds', 'unknown'],
);

/** Why the rule asks nothing, or what it compared. */
type Comparison = 'not-self-contained' | 'no-corporatie' | 'income-above-limit' | 'rent-compared';

export const passendToewijzenRule = eligibilityRule<{
  comparison: Comparison;
  persons: number;
  incomeCents: number | null;
  incomeLimitCents: number | null;
  rentCents: number | null;
  rentLimitCents: number | null;
  year: number | null;
}>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'passend-toewijzen',
  title: { nl: 'Passend toewijzen', en: 'Passend toewijzen' },
  sentence: {
    nl: 'Een huishouden met een laag inkomen krijgt een woning met een huur tot de aftoppingsgrens.',
    en: 'A household with a low income gets a home with a rent up to the aftoppingsgrens.',
  },
  source: 'Woningwet, passend toewijzen; bedragen per jaar (rijksoverheid.nl, volkshuisvestingnederland.nl)',
  legalBasis: 'Woningwet artikel 46',
  parameters: [INCOME_UNKNOWN],

  judge({ index, household, unit, start }, parameters) {
    const { rentCents } = unit;
    const { incomeCents } = household;
    const persons = household.members.length;
    // Written out and not spread: this runs for every pair, and a spread costs more than the rule.
    const verdict = (
      outcome: Outcome,
      comparison: Comparison,
      year: number | null,
      incomeLimitCents: number | null,
      rentLimitCents: number | null,
    ) => ({
      outcome,
      facts: { comparison, persons, incomeCents, incomeLimitCents, rentCents, rentLimitCents, year },
    });
    if (!unit.selfContained) return verdict('holds', 'not-self-contained', null, null, null);
    if (unit.corporatieId === null) return verdict('holds', 'no-corporatie', null, null, null);

    const table = rentTableOf(index, start);
    const { oldest } = householdAges(household, start);
    if (oldest === null) return verdict('unknown', 'rent-compared', table.year, null, null);
    const incomeLimit = incomeLimitCents(table, { persons, oldest });
    const rentLimit = rentLimitCents(table, persons);
    const isAbove = incomeCents !== null && incomeCents > incomeLimit;
    if (isAbove) return verdict('holds', 'income-above-limit', table.year, incomeLimit, rentLimit);
    const compared = (outcome: Outcome) => verdict(outcome, 'rent-compared', table.year, incomeLimit, rentLimit);
    if (rentCents === null) return compared('unknown');
    if (rentCents <= rentLimit) return compared('holds');
    return compared(incomeCents === null ? choiceValue(INCOME_UNKNOWN, parameters) : 'fails');
  },

  describe({ facts: { comparison, incomeCents, incomeLimitCents, rentCents, rentLimitCents, year } }) {
    if (comparison === 'not-self-contained') {
      return {
        nl: 'Dit is geen zelfstandige woning. Passend toewijzen geldt dan niet.',
        en: 'This is not a self-contained home. Passend toewijzen does not apply.',
      };
    }
    if (comparison === 'no-corporatie') {
      return {
        nl: 'Deze woonplek is niet van een corporatie. Passend toewijzen geldt dan niet.',
        en: 'This home is not of a corporatie. Passend toewijzen does not apply.',
      };
    }
    if (rentLimitCents === null || incomeLimitCents === null) {
      return { nl: 'De geboortedatum van de bewoners ontbreekt.', en: 'The birth date of the residents is missing.' };
    }
    const [incomeLimit, rentLimit] = [euroText(incomeLimitCents), euroText(rentLimitCents)];
    if (comparison === 'income-above-limit') {
      return {
        nl: `Het inkomen is hoger dan ${incomeLimit.nl}, de grens in ${year}. Passend toewijzen geldt dan niet.`,
        en: `The income is above ${incomeLimit.en}, the limit in ${year}. Passend toewijzen does not apply.`,
      };
    }
    if (rentCents === null) return { nl: 'De huur is niet ingevuld.', en: 'The rent is not filled in.' };
    const rent = euroText(rentCents);
    const compared = {
      nl: `De huur is ${rent.nl}. De aftoppingsgrens voor dit huishouden in ${year} is ${rentLimit.nl}.`,
      en: `The rent is ${rent.en}. The aftoppingsgrens for this household in ${year} is ${rentLimit.en}.`,
    };
    if (rentCents <= rentLimitCents || incomeCents !== null) return compared;
    return {
      nl: `${compared.nl} Het inkomen is niet bekend. Dat moet bekend zijn voor de bevestiging.`,
      en: `${compared.en} The income is not known. It must be known before confirmation.`,
    };
  },
});
