import { describe, expect, it } from '@jest/globals';
import { ACCESSIBILITIES, type Accessibility } from '../../../../src/core/matching/problem';
import { aPairing } from '../../problem-builder';
import { describeEligibility, eligibilityRuleOf } from '../rule-cases';

describeEligibility('accessibility', {
  'no need, label not filled in': { unit: { accessibility: null }, outcome: 'holds' },
  'no need in a wheelchair home: worth decides, not eligibility': { unit: { accessibility: 'RUI' }, outcome: 'holds' },
  'wheelchair in a wheelchair home': {
    household: { accessibilityNeeded: 'ROL' },
    unit: { accessibility: 'ROL' },
    outcome: 'holds',
  },
  'wheelchair in a rollator home': {
    household: { accessibilityNeeded: 'ROL' },
    unit: { accessibility: 'ROA' },
    outcome: 'fails',
    says: 'rolstoelwoning',
  },
  'no steps at all in a rollator home that VERA calls "geen nultredenwoning"': {
    household: { accessibilityNeeded: 'NUL' },
    unit: { accessibility: 'ROG' },
    outcome: 'fails',
    says: 'geen nultredenwoning',
  },
  'label not filled in': {
    household: { accessibilityNeeded: 'NUL' },
    unit: { accessibility: null },
    outcome: 'unknown',
    says: 'niet ingevuld',
  },
});

describe('which label serves which need', () => {
  const rule = eligibilityRuleOf('accessibility');
  const serves = (label: Accessibility, needed: Accessibility) =>
    rule.judge(aPairing({ household: { accessibilityNeeded: needed }, unit: { accessibility: label } }), {}).outcome ===
    'holds';

  it.each([
    ['ZON', 'ZON'],
    ['GNV', 'ZON GNV'],
    ['NUL', 'ZON GNV NUL'],
    ['ROG', 'ZON GNV ROG'],
    ['ROA', 'ZON GNV NUL ROG ROA'],
    ['ROL', 'ZON GNV NUL ROG ROA ROL'],
    ['RUI', 'ZON GNV NUL ROG ROA ROL RUI'],
  ] as const)('%s serves %s', (label, needs) => {
    expect(ACCESSIBILITIES.filter((needed) => serves(label, needed)).join(' ')).toBe(needs);
  });

  it('a home serves everything that the homes serve whose label it serves', () => {
    for (const a of ACCESSIBILITIES)
      for (const b of ACCESSIBILITIES.filter((label) => serves(a, label)))
        for (const c of ACCESSIBILITIES.filter((label) => serves(b, label))) expect(serves(a, c)).toBe(true);
  });
});
