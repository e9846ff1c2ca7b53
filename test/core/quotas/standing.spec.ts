import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { standingOf } from '../../../src/core/quotas/standing';

describe('standingOf', () => {
  it.each([
    ['room left', { floor: 2, ceiling: 5, realised: 1, proposed: 2 }, { expected: 3, left: 2, over: 0, short: 0 }],
    ['exactly full', { floor: 2, ceiling: 5, realised: 3, proposed: 2 }, { expected: 5, left: 0, over: 0, short: 0 }],
    [
      'over the ceiling',
      { floor: null, ceiling: 5, realised: 4, proposed: 3 },
      { expected: 7, left: 0, over: 2, short: 0 },
    ],
    [
      'under the floor',
      { floor: 6, ceiling: 9, realised: 1, proposed: 1 },
      { expected: 2, left: 7, over: 0, short: 4 },
    ],
    [
      'no limits',
      { floor: null, ceiling: null, realised: 4, proposed: 3 },
      { expected: 7, left: null, over: 0, short: 0 },
    ],
  ])('%s', (_name, input, expected) => {
    expect(standingOf(input)).toEqual({ ...input, ...expected });
  });

  it('never counts a number twice: ceiling = expected + left - over', () => {
    const natural = fc.nat(1000);
    fc.assert(
      fc.property(natural, natural, natural, fc.option(natural), (ceiling, realised, proposed, floor) => {
        const standing = standingOf({ floor, ceiling, realised, proposed });
        expect(standing.expected + standing.left! - standing.over).toBe(ceiling);
        expect(standing.left! === 0 || standing.over === 0).toBe(true);
        if (floor !== null) expect(Math.max(standing.expected, floor)).toBe(standing.expected + standing.short);
      }),
    );
  });
});
