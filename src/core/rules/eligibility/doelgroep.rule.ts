// The household belongs to one of the doelgroepen for which the home is meant.
import { required } from '../../matching/problem-index';
import { choiceText } from '../choice-text';
import { eligibilityRule } from '../rule';

export const doelgroepRule = eligibilityRule<{ doelgroep: string; doelgroepen: readonly string[] }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'doelgroep',
  title: { nl: 'Doelgroep', en: 'Doelgroep' },
  sentence: {
    nl: 'De woonplek is bedoeld voor de doelgroep van het huishouden.',
    en: 'The home is meant for the doelgroep of the household.',
  },
  source: 'S0 bijlage 1 en 2: elke locatie heeft een doelgroep',
  parameters: [],

  judge({ index, household, unit }) {
    const name = (id: string) => required(index.doelgroepen, id, 'doelgroep').name;
    const facts = { doelgroep: name(household.doelgroepId), doelgroepen: unit.doelgroepIds.map(name) };
    const holds = unit.doelgroepIds.length === 0 || unit.doelgroepIds.includes(household.doelgroepId);
    return { outcome: holds ? 'holds' : 'fails', facts };
  },

  describe({ facts: { doelgroep, doelgroepen } }) {
    if (doelgroepen.length === 0) {
      return { nl: 'Deze woonplek is voor elke doelgroep.', en: 'This home is for every doelgroep.' };
    }
    const meantFor = choiceText(doelgroepen);
    return {
      nl: `De woonplek is voor: ${meantFor.nl}. Het huishouden hoort bij: ${doelgroep}.`,
      en: `The home is meant for: ${meantFor.en}. The household belongs to: ${doelgroep}.`,
    };
  },
});
