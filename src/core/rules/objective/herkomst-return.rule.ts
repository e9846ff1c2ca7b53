// As many households as possible go to their gemeente of herkomst. Where herkomst asks nothing of a household (return is not
// safe, not known, disputed, outside the region), every home counts as good, so that it never stands behind for that.
import { objectiveRule } from '../rule';

type HerkomstFit = 'own' | 'elsewhere' | 'asks-nothing';

export const herkomstReturnRule = objectiveRule<{ fit: HerkomstFit; herkomst: string | null }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'herkomst-return',
  title: { nl: 'Terug naar herkomst', en: 'Return to herkomst' },
  sentence: {
    nl: 'Zo veel mogelijk huishoudens gaan naar hun gemeente van herkomst. Wie geen bekende of veilige herkomst heeft, staat daardoor niet achter.',
    en: 'As many households as possible go to their gemeente of herkomst. Who has no known or safe herkomst is not put behind for that.',
  },
  source: 'S0 par. 5.3, 6.1 en 6.2: zo veel mogelijk naar de gemeente van herkomst',
  parameters: [],
  unit: { nl: 'huishoudens met passende herkomst', en: 'households whose herkomst is respected' },

  worth({ index, household, unit }) {
    const { gemeenteId, certainty, waived } = household.herkomst;
    const gemeente = gemeenteId === null ? undefined : index.gemeenten.get(gemeenteId);
    const facts = (fit: HerkomstFit) => ({ fit, herkomst: gemeente?.name ?? null });
    if (waived || gemeente === undefined || certainty === 'unknown' || certainty === 'disputed') {
      return { value: 1, facts: facts('asks-nothing') };
    }
    return gemeente.id === unit.gemeenteId
      ? { value: 1, facts: facts('own') }
      : { value: 0, facts: facts('elsewhere') };
  },

  describe({ facts: { fit, herkomst } }) {
    switch (fit) {
      case 'own':
        return { nl: `Terug naar de eigen gemeente, ${herkomst}.`, en: `Back to the own gemeente, ${herkomst}.` };
      case 'elsewhere':
        return {
          nl: `Niet in de gemeente van herkomst, ${herkomst}.`,
          en: `Not in the gemeente of herkomst, ${herkomst}.`,
        };
      case 'asks-nothing':
        return { nl: 'Herkomst telt voor dit huishouden niet mee.', en: 'Herkomst does not count for this household.' };
    }
  },
});
