import { describe, expect, it } from '@jest/globals';
import { ruleById } from '../../../../src/core/rules/catalogue';
import { aPairing } from '../../problem-builder';
import { describeWorth, sha256 } from '../rule-cases';

const urgency = { band: 0, category: null, legalDuty: false, legalBasis: null };

describeWorth('legal-duty', {
  'no duty': { worth: 0 },
  duty: { household: { urgency: { ...urgency, legalDuty: true } }, worth: 1 },
  'duty with its ground': {
    household: { urgency: { ...urgency, legalDuty: true, category: 'uitstroom', legalBasis: 'Huisvestingswet' } },
    worth: 1,
  },
  'urgent without a duty': { household: { urgency: { ...urgency, band: 3, category: 'medisch' } }, worth: 0 },
});

describeWorth('housed', { 'any pair': { worth: 1 } });

describeWorth('points', {
  'whole weeks: 14 weeks since 1 June': { worth: 14 },
  'a week less a day is no week': { household: { waitingSince: '2026-09-01' }, worth: 0 },
  'a week': { household: { waitingSince: '2026-08-31' }, worth: 1 },
  'a date in the future counts as 0': { household: { waitingSince: '2026-12-01' }, worth: 0 },
  'a band is worth 26 weeks': { household: { urgency: { ...urgency, band: 2 } }, worth: 2 * 26 + 14 },
  'unless the policy says otherwise': {
    household: { urgency: { ...urgency, band: 2 } },
    parameters: { alpha: 10 },
    worth: 2 * 10 + 14,
  },
});

const from = (
  gemeenteId: string | null,
  certainty: 'established' | 'assumed' | 'disputed' | 'unknown',
  waived = false,
) => ({
  household: { herkomst: { gemeenteId, certainty, waived } },
});

describeWorth('herkomst-return', {
  'own gemeente': { ...from('GM0106', 'established'), worth: 1 },
  'own gemeente, assumed': { ...from('GM0106', 'assumed'), worth: 1 },
  elsewhere: { ...from('GM0118', 'established'), worth: 0 },
  'waived: every home is as good': { ...from('GM0118', 'established', true), worth: 1 },
  'unknown: every home is as good': { ...from(null, 'unknown'), worth: 1 },
  'disputed: every home is as good': { ...from('GM0118', 'disputed'), worth: 1 },
  'outside the region: every home is as good': { ...from('GM0363', 'established'), worth: 1 },
});

const inAssen = { kind: 'gemeente', value: 'GM0106', weight: 3 } as const;
const inHoogeveen = { kind: 'gemeente', value: 'GM0118', weight: 1 } as const;

describeWorth('wishes', {
  'no wishes': { worth: 0 },
  'all met': { household: { wishes: [inAssen] }, worth: 100 },
  'by weight': { household: { wishes: [inAssen, inHoogeveen] }, worth: 75 },
  'none met': { household: { wishes: [inHoogeveen] }, worth: 0 },
  'each kind of wish': {
    household: {
      wishes: [
        inAssen,
        { kind: 'wijk', value: 'W-ASSEN', weight: 1 },
        { kind: 'housing-form', value: 'permanent', weight: 1 },
        { kind: 'complex', value: 'X1', weight: 1 },
      ],
    },
    unit: { complexId: 'X1' },
    worth: 100,
  },
  'rounded down': { household: { wishes: [inHoogeveen, inHoogeveen, { ...inAssen, weight: 1 }] }, worth: 33 },
});

describeWorth('kept', {
  'not in the last plan': { worth: 0 },
  'in the last plan': { problem: { previousMatches: [{ householdId: 'H1', unitId: 'U1' }] }, worth: 1 },
  'another home in the last plan': { problem: { previousMatches: [{ householdId: 'H1', unitId: 'U2' }] }, worth: 0 },
});

describe('lottery', () => {
  const lottery = ruleById('lottery');
  const number = (changes: Parameters<typeof aPairing>[0]) => {
    if (lottery.kind !== 'objective' || lottery.measures !== 'pairs') throw new Error('the lottery measures pairs');
    return lottery.worth(aPairing(changes), {}, sha256).value;
  };

  it('follows from seed, household and unit, and from nothing else', () => {
    expect(number({})).toBe(number({ household: { draaglast: 9 }, unit: { rentCents: 1 } }));
    expect(number({})).not.toBe(number({ problem: { seed: 'other' } }));
    expect(number({})).not.toBe(number({ household: { id: 'H2' } }));
    expect(number({})).not.toBe(number({ unit: { id: 'U2' } }));
  });
});
