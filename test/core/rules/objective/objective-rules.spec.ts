import { describe, expect, it } from '@jest/globals';
import { ruleById } from '../../../../src/core/rules/catalogue';
import { aPairing } from '../../problem-builder';
import { describeWorth, sha256 } from '../rule-cases';

const urgency = { band: 0, category: null, legalDuty: false, legalBasis: null };

describeWorth('legal-duty', {
  'no duty': { worth: 0 },
  duty: { household: { urgency: { ...urgency, legalDuty: true } }, worth: 1 },
  'on its first day': { household: { urgency: { ...urgency, legalDuty: true, validFrom: '2026-09-07' } }, worth: 1 },
  'a day before it': { household: { urgency: { ...urgency, legalDuty: true, validFrom: '2026-09-08' } }, worth: 0 },
  'duty with its ground': {
    household: { urgency: { ...urgency, legalDuty: true, category: 'uitstroom', legalBasis: 'Huisvestingswet' } },
    worth: 1,
  },
  'urgent without a duty': { household: { urgency: { ...urgency, band: 3, category: 'medisch' } }, worth: 0 },
});

describeWorth('waiting-in-legal-class', {
  'no duty': { worth: 0 },
  'whole weeks of who has one': { household: { urgency: { ...urgency, legalDuty: true } }, worth: 14 },
  'paused days do not count': { household: { urgency: { ...urgency, legalDuty: true }, pausedDays: 8 }, worth: 12 },
  'on the last day of the urgency': {
    household: { urgency: { ...urgency, legalDuty: true, validUntil: '2026-09-07' } },
    worth: 14,
  },
  'a day after it': { household: { urgency: { ...urgency, legalDuty: true, validUntil: '2026-09-06' } }, worth: 0 },
});

describeWorth('passed-over', {
  never: { worth: 0 },
  'three rounds': { household: { passedOver: 3 }, worth: 3 },
  'as many as count': { household: { passedOver: 10 }, worth: 10 },
  'more than count': { household: { passedOver: 11 }, worth: 10 },
  'unless the policy says otherwise': { household: { passedOver: 11 }, parameters: { most: 20 }, worth: 11 },
});

describeWorth('network', {
  'none named: every home is as good': { worth: 2 },
  'in the wijk': { household: { network: { gemeenteId: 'GM0106', wijkId: 'W-ASSEN' } }, worth: 2 },
  'in another wijk': { household: { network: { gemeenteId: 'GM0106', wijkId: 'W-NOORD' } }, worth: 1 },
  'in the gemeente': { household: { network: { gemeenteId: 'GM0106', wijkId: null } }, worth: 2 },
  elsewhere: { household: { network: { gemeenteId: 'GM0118', wijkId: null } }, worth: 0 },
});

const location = { x: 233_000, y: 556_000 };
const school = { kind: 'school' as const, gemeenteId: 'GM0106', points: [{ x: 233_300, y: 556_400 }] };
const near = (metres: number, weight = 1) => ({ landmark: 'school' as const, point: null, metres, weight });
const nearPoint = { landmark: null, point: { x: 233_000, y: 556_010 }, metres: 10, weight: 3 };

describeWorth('nearby', {
  'no wish: every home is as good': { worth: 100 },
  'exactly near enough': {
    household: { nearby: [near(500)] },
    unit: { location },
    problem: { landmarks: [school] },
    worth: 100,
  },
  'a metre too far': {
    household: { nearby: [near(499)] },
    unit: { location },
    problem: { landmarks: [school] },
    worth: 0,
  },
  'by weight, a point too': {
    household: { nearby: [near(499), nearPoint] },
    unit: { location },
    problem: { landmarks: [school] },
    worth: 75,
  },
  'location not filled in': { household: { nearby: [near(500)] }, problem: { landmarks: [school] }, worth: 0 },
  'nobody mapped it': { household: { nearby: [near(500)] }, unit: { location }, worth: 0 },
});

describeWorth('accessible-homes', {
  'an ordinary home': { worth: 1 },
  'an adapted home that is needed': {
    household: { accessibilityNeeded: 'ROL' },
    unit: { accessibility: 'ROL' },
    worth: 1,
  },
  'an adapted home that is not needed': { unit: { accessibility: 'ROL' }, worth: 0 },
  'a home on one floor is ordinary': { unit: { accessibility: 'GNV' }, worth: 1 },
  'label not filled in': { unit: { accessibility: null }, worth: 1 },
});

describeWorth('housed', { 'any pair': { worth: 1 } });

describeWorth('points', {
  'whole weeks: 14 weeks since 1 June': { worth: 14 },
  'a week less a day is no week': { household: { waitingSince: '2026-09-01' }, worth: 0 },
  'a week': { household: { waitingSince: '2026-08-31' }, worth: 1 },
  'a date in the future counts as 0': { household: { waitingSince: '2026-12-01' }, worth: 0 },
  'a band is worth 26 weeks': { household: { urgency: { ...urgency, band: 2 } }, worth: 2 * 26 + 14 },
  'an urgency that has ended is worth nothing': {
    household: { urgency: { ...urgency, band: 2, validUntil: '2026-09-06' } },
    worth: 14,
  },
  'days on which waiting did not count': { household: { pausedDays: 7 }, worth: 13 },
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
