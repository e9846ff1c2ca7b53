// Near the people who help a household: in their wijk, else in their gemeente. Who has named no network is not put behind.
import { objectiveRule } from '../rule';

type NetworkFit = 'wijk' | 'gemeente' | 'elsewhere' | 'asks-nothing';
const WORTH: Readonly<Record<NetworkFit, number>> = { wijk: 2, gemeente: 1, elsewhere: 0, 'asks-nothing': 2 };

export const networkRule = objectiveRule<{ fit: NetworkFit }>({
  kind: 'objective',
  scoping: 'region-only',
  measures: 'pairs',
  id: 'network',
  title: { nl: 'Dicht bij het netwerk', en: 'Near the network' },
  sentence: {
    nl: 'Huishoudens wonen zo veel mogelijk bij mensen die hen steunen. Wie geen netwerk opgeeft, staat daardoor niet achter.',
    en: 'Households live as much as possible near people who support them. Who names no network is not put behind for that.',
  },
  source: 'S1 actielijn 4: uitstroom naar een buurt met positieve contacten; kan botsen met herkomst',
  parameters: [],
  unit: { nl: 'punten voor nabijheid', en: 'points for nearness' },

  worth({ household: { network }, unit }) {
    const isInWijk = network !== undefined && (network.wijkId === null || network.wijkId === unit.wijkId);
    const fit: NetworkFit =
      network === undefined
        ? 'asks-nothing'
        : network.gemeenteId !== unit.gemeenteId
          ? 'elsewhere'
          : isInWijk
            ? 'wijk'
            : 'gemeente';
    return { value: WORTH[fit], facts: { fit } };
  },

  describe({ facts: { fit } }) {
    switch (fit) {
      case 'wijk':
        return { nl: 'De woonplek ligt bij het netwerk.', en: 'The home is near the network.' };
      case 'gemeente':
        return {
          nl: 'De woonplek ligt in de gemeente van het netwerk.',
          en: 'The home is in the gemeente of the network.',
        };
      case 'elsewhere':
        return { nl: 'De woonplek ligt niet bij het netwerk.', en: 'The home is not near the network.' };
      case 'asks-nothing':
        return { nl: 'Er is geen netwerk opgegeven.', en: 'No network was named.' };
    }
  },
});
