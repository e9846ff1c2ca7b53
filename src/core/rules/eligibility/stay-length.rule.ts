// The household can stay as long as it needs to: the longest stay is long enough, or the contract passes to the household.
import { eligibilityRule } from '../rule';

export const stayLengthRule = eligibilityRule<{
  required: number | null;
  longest: number | null;
  permanent: boolean;
  omklap: boolean;
}>({
  kind: 'eligibility',
  scoping: 'all',
  id: 'stay-length',
  title: { nl: 'Duur van het verblijf', en: 'Length of stay' },
  sentence: {
    nl: 'Het huishouden kan lang genoeg blijven. Bij een omklapwoning kan het er blijven wonen.',
    en: 'The household can stay long enough. In an omklapwoning it can go on living there.',
  },
  source: 'S0 bijlage 1 en 2 (tussenvorm ten hoogste 1,5 jaar; enkele omklapwoningen)',
  parameters: [],

  judge({ household, unit: { maxStayMonths, housingForm, omklap = false } }) {
    const required = household.requiredStayMonths ?? null;
    const permanent = housingForm === 'permanent' && maxStayMonths === null;
    const facts = { required, longest: maxStayMonths, permanent, omklap };
    if (required === null || permanent || omklap) return { outcome: 'holds', facts };
    if (maxStayMonths === null) return { outcome: 'unknown', facts };
    return { outcome: maxStayMonths >= required ? 'holds' : 'fails', facts };
  },

  describe({ facts: { required, longest, permanent, omklap } }) {
    if (required === null) {
      return { nl: 'Er is geen kortste verblijf opgegeven.', en: 'No shortest stay was stated.' };
    }
    const needed = { nl: `Nodig: ${required} maanden.`, en: `Needed: ${required} months.` };
    if (omklap) {
      return {
        nl: `${needed.nl} Dit is een omklapwoning: het contract komt later op naam van het huishouden.`,
        en: `${needed.en} This is an omklapwoning: the contract later passes to the household.`,
      };
    }
    if (permanent) {
      return { nl: `${needed.nl} Hier kan het blijven wonen.`, en: `${needed.en} It can go on living here.` };
    }
    if (longest === null) {
      return {
        nl: `${needed.nl} Hoe lang het verblijf hier mag duren, is niet ingevuld.`,
        en: `${needed.en} How long a stay may last here is not filled in.`,
      };
    }
    return {
      nl: `${needed.nl} Hier is het ten hoogste ${longest} maanden.`,
      en: `${needed.en} Here it is at most ${longest} months.`,
    };
  },
});
