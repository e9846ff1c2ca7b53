// The household goes to its gemeente of herkomst, unless return is not safe.
import { required } from '../../matching/problem-index';
import { outcomeChoice } from '../outcome-choice';
import { booleanValue, choiceValue } from '../parameter-values';
import { eligibilityRule, type Outcome, type ParameterSpec, type Text } from '../rule';

const OUTCOMES = ['holds', 'unknown', 'fails'] as const satisfies readonly Outcome[];
const choice = (name: string, title: Text) => outcomeChoice(name, title, OUTCOMES);

const UNKNOWN = choice('unknown', { nl: 'Als de herkomst onbekend is', en: 'Where the herkomst is unknown' });
const DISPUTED = choice('disputed', { nl: 'Als gemeenten het niet eens zijn', en: 'Where gemeenten disagree' });
const OUTSIDE = choice('outsideRegion', {
  nl: 'Als de herkomst buiten de regio ligt',
  en: 'Where the herkomst lies outside the region',
});

const NETWORK = {
  name: 'networkCounts',
  title: {
    nl: 'Een netwerk in de gemeente telt als herkomst',
    en: 'A network in the gemeente counts as herkomst',
  },
  type: 'boolean',
  unit: null,
  default: false,
} as const satisfies ParameterSpec;

/** Which case of herkomst this household is. */
type HerkomstCase = 'waived' | 'unknown' | 'disputed' | 'outside-region' | 'own' | 'network' | 'elsewhere';

export const herkomstRule = eligibilityRule<{ herkomstCase: HerkomstCase; herkomst: string | null; gemeente: string }>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'herkomst',
  title: { nl: 'Gemeente van herkomst', en: 'Gemeente of herkomst' },
  sentence: {
    nl: 'Het huishouden gaat terug naar de gemeente van herkomst, behalve als dat niet veilig is.',
    en: 'The household returns to its gemeente of herkomst, unless that is not safe.',
  },
  source: 'S0 par. 5.3; S3 (D-R4); herkomst stuurt uitstroom en nooit de toegang (S0 par. 3.3)',
  parameters: [UNKNOWN, DISPUTED, OUTSIDE, NETWORK],

  judge({ index, household, unit }, parameters) {
    const { gemeenteId, certainty, waived } = household.herkomst;
    const own = gemeenteId === null ? undefined : index.gemeenten.get(gemeenteId);
    const gemeente = required(index.gemeenten, unit.gemeenteId, 'gemeente').name;
    const verdict = (herkomstCase: HerkomstCase, outcome: Outcome) => ({
      outcome,
      facts: { herkomstCase, herkomst: own?.name ?? null, gemeente },
    });
    if (waived) return verdict('waived', 'holds');
    if (gemeenteId !== unit.gemeenteId && household.network?.gemeenteId === unit.gemeenteId) {
      if (booleanValue(NETWORK, parameters)) return verdict('network', 'holds');
    }
    if (gemeenteId === null || certainty === 'unknown') return verdict('unknown', choiceValue(UNKNOWN, parameters));
    if (gemeenteId === unit.gemeenteId) return verdict('own', 'holds');
    if (certainty === 'disputed') return verdict('disputed', choiceValue(DISPUTED, parameters));
    if (own === undefined) return verdict('outside-region', choiceValue(OUTSIDE, parameters));
    return verdict('elsewhere', 'fails');
  },

  describe({ outcome, facts: { herkomstCase, herkomst, gemeente } }) {
    const asks = {
      holds: { nl: 'Volgens het beleid mag deze woonplek dan.', en: 'By policy this home is then allowed.' },
      unknown: { nl: 'Eerst moet iemand hierover beslissen.', en: 'Somebody must decide about this first.' },
      fails: { nl: 'Volgens het beleid mag deze woonplek dan niet.', en: 'By policy this home is then not allowed.' },
    }[outcome];
    switch (herkomstCase) {
      case 'waived':
        return { nl: 'Herkomst telt voor dit huishouden niet mee.', en: 'Herkomst does not count for this household.' };
      case 'unknown':
        return { nl: `De gemeente van herkomst is onbekend. ${asks.nl}`, en: `The herkomst is unknown. ${asks.en}` };
      case 'disputed':
        return {
          nl: `Gemeenten zijn het niet eens over de herkomst. ${asks.nl}`,
          en: `Gemeenten disagree about the herkomst. ${asks.en}`,
        };
      case 'outside-region':
        return {
          nl: `De gemeente van herkomst ligt buiten de regio. ${asks.nl}`,
          en: `The herkomst lies outside the region. ${asks.en}`,
        };
      case 'own':
        return {
          nl: `De woonplek ligt in de gemeente van herkomst, ${gemeente}.`,
          en: `The home is in the gemeente of herkomst, ${gemeente}.`,
        };
      case 'network':
        return {
          nl: `De woonplek ligt in ${gemeente}, waar het netwerk van het huishouden is.`,
          en: `The home is in ${gemeente}, where the network of the household is.`,
        };
      case 'elsewhere':
        return {
          nl: `De woonplek ligt in ${gemeente}. De gemeente van herkomst is ${herkomst}.`,
          en: `The home is in ${gemeente}. The gemeente of herkomst is ${herkomst}.`,
        };
    }
  },
});
