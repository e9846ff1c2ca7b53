// The rent of a self-contained home is not above the limit of the year: the highest social rent, or the youth limit where
// the oldest resident is young and there are no children.
import { householdAges } from '../../matching/household-ages';
import { euroText } from '../euro-text';
import { booleanValue } from '../parameter-values';
import { rentTableOf } from '../rent-table-of';
import { eligibilityRule, type Outcome, type ParameterSpec } from '../rule';

const YOUTH = {
  name: 'youthLimit',
  title: { nl: 'Jongerengrens toepassen', en: 'Apply the youth limit' },
  type: 'boolean',
  unit: null,
  default: true,
} as const satisfies ParameterSpec;

export const rentLimitRule = eligibilityRule<{
  selfContained: boolean;
  rentCents: number | null;
  limitCents: number | null;
  limit: 'maximum' | 'youth' | null;
  year: number | null;
  oldestAge: number | null;
  youthBelowAge: number | null;
}>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'rent-limit',
  title: { nl: 'Hoogste huur', en: 'Highest rent' },
  sentence: {
    nl: 'De huur is niet hoger dan de grens van het jaar. Voor jongeren zonder kinderen geldt een lagere grens.',
    en: 'The rent is not above the limit of the year. For young people without children a lower limit holds.',
  },
  source: 'Huurgrens DAEB en jongerengrens huurtoeslag (rijksoverheid.nl, per jaar); vanaf 2026 jonger dan 21 (was 23)',
  legalBasis: 'Wet op de huurtoeslag',
  parameters: [YOUTH],

  judge({ index, household, unit, start }, parameters) {
    const { selfContained, rentCents } = unit;
    const { oldest: oldestAge, children } = householdAges(household, start);
    if (!selfContained) {
      const none = { limitCents: null, limit: null, year: null, youthBelowAge: null };
      return { outcome: 'holds', facts: { selfContained, rentCents, oldestAge, ...none } };
    }
    const { year, youthBelowAge, youthLimitCents, maxRentCents } = rentTableOf(index, start);
    // Written out and not spread: this runs for every pair, and a spread costs more than the rule.
    const verdict = (outcome: Outcome, limit: 'maximum' | 'youth') => {
      const limitCents = limit === 'youth' ? youthLimitCents : maxRentCents;
      return { outcome, facts: { selfContained, rentCents, limitCents, limit, year, oldestAge, youthBelowAge } };
    };
    if (rentCents === null) return verdict('unknown', 'maximum');
    if (rentCents > maxRentCents) return verdict('fails', 'maximum');
    if (!booleanValue(YOUTH, parameters) || children > 0 || rentCents <= youthLimitCents) {
      return verdict('holds', 'maximum');
    }
    if (oldestAge === null) return verdict('unknown', 'maximum');
    return oldestAge >= youthBelowAge ? verdict('holds', 'maximum') : verdict('fails', 'youth');
  },

  describe({ outcome, facts: { rentCents, limitCents, limit, year, oldestAge, youthBelowAge } }) {
    if (limitCents === null) {
      return {
        nl: 'Dit is geen zelfstandige woning. De huurgrens geldt dan niet.',
        en: 'This is not a self-contained home. The rent limit does not apply.',
      };
    }
    if (rentCents === null) return { nl: 'De huur is niet ingevuld.', en: 'The rent is not filled in.' };
    if (outcome === 'unknown') {
      return { nl: 'De geboortedatum van de bewoners ontbreekt.', en: 'The birth date of the residents is missing.' };
    }
    const [rent, top] = [euroText(rentCents), euroText(limitCents)];
    if (limit === 'youth') {
      return {
        nl: `De huur is ${rent.nl}. De oudste bewoner is ${oldestAge} jaar. Onder ${youthBelowAge} jaar is de grens in ${year} ${top.nl}.`,
        en: `The rent is ${rent.en}. The oldest resident is ${oldestAge}. Below ${youthBelowAge} the limit in ${year} is ${top.en}.`,
      };
    }
    return {
      nl: `De huur is ${rent.nl}. De grens in ${year} is ${top.nl}.`,
      en: `The rent is ${rent.en}. The limit in ${year} is ${top.en}.`,
    };
  },
});
