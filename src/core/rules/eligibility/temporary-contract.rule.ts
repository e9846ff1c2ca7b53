// A contract for a fixed time is only for households on a lawful ground, and no longer than the law allows.
import type { TemporaryGround } from '../../matching/rule-facts';
import { integerValue } from '../parameter-values';
import { eligibilityRule, type ParameterSpec, type Text } from '../rule';

const MONTHS = {
  name: 'months',
  title: { nl: 'Langste tijdelijke contract', en: 'Longest contract for a fixed time' },
  type: 'integer',
  unit: { nl: 'maanden', en: 'months' },
  default: 24,
  min: 1,
  max: 60,
} as const satisfies ParameterSpec;

const GROUNDS: Readonly<Record<TemporaryGround, Text>> = {
  opvang: { nl: 'uitstroom uit opvang of sociale nood', en: 'leaving shelter or social emergency' },
  'tweede-kans': { nl: 'tweedekanshuurovereenkomst', en: 'second-chance tenancy' },
};

export const temporaryContractRule = eligibilityRule<{
  temporary: boolean;
  ground: TemporaryGround | null;
  longest: number | null;
  months: number;
}>({
  kind: 'eligibility',
  scoping: 'most-specific',
  id: 'temporary-contract',
  title: { nl: 'Tijdelijk contract', en: 'Contract for a fixed time' },
  sentence: {
    nl: 'Een tijdelijk huurcontract mag alleen op een wettelijke grond en duurt niet langer dan de wet toestaat.',
    en: 'A tenancy for a fixed time needs a lawful ground and lasts no longer than the law allows.',
  },
  source: 'Besluit bij de Wet vaste huurcontracten (Staatsblad 2024, 152): groepen, ten hoogste twee jaar',
  legalBasis: 'Burgerlijk Wetboek boek 7, artikel 271',
  parameters: [MONTHS],

  judge({ household: { temporaryGround }, unit: { temporaryContract = false, maxStayMonths } }, parameters) {
    const months = integerValue(MONTHS, parameters);
    const ground = temporaryGround ?? null;
    const facts = { temporary: temporaryContract, ground, longest: maxStayMonths, months };
    if (!temporaryContract) return { outcome: 'holds', facts };
    if (maxStayMonths !== null && maxStayMonths > months) return { outcome: 'fails', facts };
    return { outcome: ground === null || maxStayMonths === null ? 'unknown' : 'holds', facts };
  },

  describe({ facts: { temporary, ground, longest, months } }) {
    if (!temporary) return { nl: 'Het contract is niet tijdelijk.', en: 'The contract is not for a fixed time.' };
    if (longest === null) {
      return {
        nl: 'De duur van het tijdelijke contract is niet ingevuld.',
        en: 'The length of the contract is not filled in.',
      };
    }
    if (longest > months) {
      return {
        nl: `Het tijdelijke contract duurt ${longest} maanden. Dat mag ten hoogste ${months} maanden zijn.`,
        en: `The contract is for ${longest} months. At most ${months} months are allowed.`,
      };
    }
    if (ground === null) {
      return {
        nl: 'De wettelijke grond voor een tijdelijk contract is bij dit huishouden niet ingevuld.',
        en: 'The lawful ground for a contract for a fixed time is not filled in for this household.',
      };
    }
    return {
      nl: `Tijdelijk contract van ${longest} maanden. Grond: ${GROUNDS[ground].nl}.`,
      en: `Contract for ${longest} months. Ground: ${GROUNDS[ground].en}.`,
    };
  },
});
