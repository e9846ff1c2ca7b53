import { describe, expect, it } from '@jest/globals';
import { aPairing } from '../../problem-builder';
import { describeEligibility, eligibilityRuleOf } from '../rule-cases';

const unit = { location: { x: 233_000, y: 556_000 } };
/** A triangle of 3, 4 and 5: exactly 500 metres away. */
const keepAway = (metres: number, until: string | null = null) => [
  { point: { x: 233_300, y: 556_400 }, metres, until },
];

describeEligibility('safe-distance', {
  'no distance, location not filled in': { outcome: 'holds' },
  'exactly far enough': { household: { keepAway: keepAway(500) }, unit, outcome: 'holds' },
  'a metre too near': { household: { keepAway: keepAway(501) }, unit, outcome: 'fails' },
  'any of the points': { household: { keepAway: [...keepAway(100), ...keepAway(501)] }, unit, outcome: 'fails' },
  'until the planned start': { household: { keepAway: keepAway(501, '2026-09-21') }, unit, outcome: 'fails' },
  'until the day before': { household: { keepAway: keepAway(501, '2026-09-20') }, unit, outcome: 'holds' },
  'location not filled in': { household: { keepAway: keepAway(500) }, outcome: 'unknown', says: 'niet ingevuld' },
});

describe('what safe-distance tells', () => {
  it.each([500, 501])('is the same for any point and distance (%i m)', (metres) => {
    const rule = eligibilityRuleOf('safe-distance');
    const verdict = rule.judge(aPairing({ household: { keepAway: keepAway(metres) }, unit }), {});
    const { nl, en } = rule.describe(verdict);
    expect([JSON.stringify(verdict.facts), nl, en].join(' ')).not.toMatch(/\d/);
  });
});
