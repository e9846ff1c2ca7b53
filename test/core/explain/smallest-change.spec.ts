import { describe, expect, it } from '@jest/globals';
import { smallestChange } from '../../../src/core/explain/smallest-change';
import { ELIGIBILITY_RULES } from '../../../src/core/rules/catalogue';
import type { PairVerdict } from '../../../src/core/explain/judge-pair';

const verdict = (ruleId: string, outcome: PairVerdict['outcome']): PairVerdict => ({
  ...{ ruleId, outcome, source: 'test', scope: null, facts: {}, exception: null },
  ...{ title: { nl: ruleId, en: ruleId }, text: { nl: ruleId, en: ruleId } },
});

describe('the least that may change for a rule', () => {
  it.each(ELIGIBILITY_RULES.map((rule) => [rule.id, rule] as const))('%s says what and who', (id, { legalBasis }) => {
    const { ruleId, owner, text } = smallestChange(verdict(id, 'fails'));
    expect(ruleId).toBe(id);
    expect(text.nl.length).toBeGreaterThan(20);
    expect(text.en.length).toBeGreaterThan(20);
    if (/uitzondering voor dit paar/.test(text.nl)) expect([owner, legalBasis]).toEqual(['coordinator', undefined]);
  });

  it('is to supply the datum where that is what lacks', () => {
    for (const { id } of ELIGIBILITY_RULES) {
      expect(smallestChange(verdict(id, 'unknown')).text.nl).toMatch(/ontbreekt een gegeven/);
    }
  });
});
