// A house where use is allowed and a house free of use each suit whoever needs that; who needs neither may live in both.
import { eligibilityRule, type Text } from '../rule';

type UseNeed = 'use-tolerant' | 'use-free';

const NEEDS: Readonly<Record<UseNeed, Text>> = {
  'use-tolerant': { nl: 'een plek waar gebruik is toegestaan', en: 'a place where use is allowed' },
  'use-free': { nl: 'een plek vrij van gebruik', en: 'a place free of use' },
};

export const usePolicyRule = eligibilityRule<{ needed: UseNeed | null; fits: boolean | null }>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'use-policy',
  title: { nl: 'Huisregels over gebruik', en: 'House rules on use' },
  sentence: {
    nl: 'De huisregels over gebruik van middelen passen bij wat het huishouden nodig heeft.',
    en: 'The house rules on substance use fit what the household needs.',
  },
  source:
    'S4 (Kromhout/Kasperspad: gebruik op de eigen kamer binnen redelijke voorwaarden); S1 actielijn 3 (veilige gebruiksvoorzieningen)',
  parameters: [],

  judge({ household, unit }) {
    const needed = household.needs?.find((need): need is UseNeed => need in NEEDS) ?? null;
    if (needed === null) return { outcome: 'holds', facts: { needed, fits: null } };
    const fits = unit.features?.[needed] ?? null;
    return { outcome: fits === null ? 'unknown' : fits ? 'holds' : 'fails', facts: { needed, fits } };
  },

  describe({ facts: { needed, fits } }) {
    if (needed === null) {
      return { nl: 'De huisregels over gebruik maken niet uit.', en: 'The house rules on use do not matter.' };
    }
    const { nl, en } = NEEDS[needed];
    if (fits === null) {
      return {
        nl: `Nodig: ${nl}. De huisregels over gebruik zijn niet ingevuld.`,
        en: `Needed: ${en}. The house rules on use are not filled in.`,
      };
    }
    return {
      nl: `Nodig: ${nl}. Dat is deze woonplek ${fits ? 'wel' : 'niet'}.`,
      en: `Needed: ${en}. This home is ${fits ? '' : 'not '}such a place.`,
    };
  },
});
