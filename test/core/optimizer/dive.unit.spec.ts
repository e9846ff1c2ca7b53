import { describe, expect, it } from '@jest/globals';
import { dive, type Dive } from '../../../src/core/optimizer/dive';
import { isPossible, weigh } from '../../../src/core/optimizer/programme';
import type { WarmAnswer } from '../../../src/core/optimizer/warm-relaxation';
import fc from '../../support/fast-check';
import { milpOf, shown } from '../../support/random-milp';
import { bestWhole, openTiny, openWith, packing } from '../../support/tiny-engine';

const answer = (...columnValues: number[]): WarmAnswer => ({
  status: 'optimal',
  columnValues: Float64Array.from(columnValues),
  ...{ reducedCosts: new Float64Array(columnValues.length), rowDuals: new Float64Array(0) },
  basis: { columns: new Int32Array(columnValues.length), rows: new Int32Array(0) },
});
const INFEASIBLE: WarmAnswer = { status: 'infeasible' };
const STOPPED: WarmAnswer = { status: 'stopped' };
/** Nothing stands in anybody's way: only what the engine answers counts. */
const FREE = packing([1, 1, 1, 1]);
/** A value that no good plan can follow from. */
const POOR = 0.125;
const UNPROMISING = answer(POOR, 0.5, 0.5, 0.5);

/** Goes down along these answers; without one more, the engine gives up. Shows between what each question was about. */
function descend(answers: readonly WarmAnswer[], { milp = FREE, secondsLeft = (): number => 9 } = {}) {
  const asked: string[] = [];
  const { open, ends } = openWith((each, place) => {
    asked.push(shown(each).columns);
    return answers[place] ?? STOPPED;
  });
  const plan = dive(milp, { open, secondsLeft, isPromising: (values) => values[0] !== POOR });
  return { plan: plan && [...plan], asked, closed: ends.closed };
}

const packings = fc.integer({ min: 1, max: 6 }).chain((columns) => {
  const numbers = (min: number, max: number) =>
    fc.array(fc.integer({ min, max }), { minLength: columns, maxLength: columns });
  return fc
    .record({
      objective: numbers(1, 6),
      rows: fc.array(fc.record({ weights: numbers(0, 3), upper: fc.integer({ min: 1, max: 5 }) }), { maxLength: 4 }),
      upper: numbers(1, 2),
    })
    .map(({ objective, rows, upper }) =>
      milpOf(
        objective,
        rows.map((row) => ({ ...row, lower: -Infinity })),
        upper,
      ),
    );
});

describe('a way down from the relaxation to a plan', () => {
  it('ends at a plan that keeps every row and is as good as was asked, or nowhere', () => {
    const ends = { easy: 0, best: 0, all: 0 };
    fc.assert(
      fc.property(packings, (milp) => {
        const { bound: best } = bestWhole(milp);
        const from = (least: number) => {
          const isPromising: Dive['isPromising'] = (values) => weigh(milp.objective, values) >= least - 1e-6;
          const plan = dive(milp, { open: openTiny, secondsLeft: () => 9, isPromising });
          if (plan === null) return 0;
          expect(isPossible(milp, plan)).toBe(true);
          expect(weigh(milp.objective, plan)).toBeGreaterThanOrEqual(least);
          return 1;
        };
        ends.all++;
        ends.easy += from(0);
        ends.best += from(best!);
        expect(from(best! + 1)).toBe(0);
      }),
      { numRuns: 150 },
    );
    expect(ends.easy).toBeGreaterThan(0.9 * ends.all);
    expect(ends.best).toBeGreaterThan(0.8 * ends.all);
  });

  it('finds a better plan where the first one is not good enough', () => {
    // The relaxation takes the first and five sixths of the second; both do not fit, and the other two are worth 8.
    const milp = packing([6, 5, 4, 4], [5, 6, 5, 5, 10]);
    const from = (least: number) => {
      const isPromising: Dive['isPromising'] = (values) => weigh(milp.objective, values) >= least - 1e-6;
      return dive(milp, { open: openTiny, secondsLeft: () => 9, isPromising });
    };
    expect([...from(10)!]).toEqual([1, 0, 1, 0]);
    expect(from(11)).toBeNull();
  });

  it.each<[string, number[], string]>([
    ['the largest fraction alone', [0.2, 0.6, 0.5, 0], '0..1 1..1 0..1 0..1'],
    ['the first of equal fractions', [0, 0.5, 0.5, 0.5], '0..1 1..1 0..1 0..1'],
    ['one that is not almost whole alone', [0.74, 0.73, 0.5, 0], '1..1 0..1 0..1 0..1'],
    ['all that are almost whole', [0.75, 0.9, 0.5, 0], '1..1 1..1 0..1 0..1'],
    ['only those that are almost whole', [0.7, 0.75, 0.5, 1], '0..1 1..1 0..1 0..1'],
    ['what is just not whole', [0.000002, 0, 1, 1], '1..1 0..1 0..1 0..1'],
  ])('rounds up %s', (_name, values, next) => {
    const { plan, asked, closed } = descend([answer(...values), answer(1, 1, 0, 0)]);
    expect(asked).toEqual(['0..1 0..1 0..1 0..1', next]);
    expect(plan).toEqual([1, 1, 0, 0]);
    expect(closed).toBe(1);
  });

  it('asks about the same programme each time, with the time that is left, and leaves it as it was', () => {
    const milp = milpOf([3, 2], [{ weights: [2, 2], lower: -Infinity, upper: 3 }]);
    const { open, asked, ends } = openWith();
    let left = 9;
    const plan = dive(milp, { open, secondsLeft: () => left--, isPromising: () => true });
    expect([...plan!]).toEqual([0, 1]);
    expect(asked.map(({ limits }) => limits)).toEqual([8, 6, 4, 2].map((timeLimitSeconds) => ({ timeLimitSeconds })));
    expect(asked.every((each) => each.milp.values === milp.values && each.milp.objective === milp.objective)).toBe(
      true,
    );
    expect(shown(milp).columns).toBe('0..1 0..1');
    expect(ends.closed).toBe(1);
  });

  it.each<[string, WarmAnswer]>([
    ['no good plan can follow', UNPROMISING],
    ['nothing is possible', INFEASIBLE],
  ])('goes the other way where %s', (_name, wrong) => {
    const { plan, asked } = descend([answer(0, 0.6, 0.5, 0), wrong, answer(1, 0, 1, 0)]);
    expect(asked).toEqual(['0..1 0..1 0..1 0..1', '0..1 1..1 0..1 0..1', '0..1 0..0 0..1 0..1']);
    expect(plan).toEqual([1, 0, 1, 0]);
  });

  it('narrows several that were taken together to the first of them, before it goes the other way', () => {
    const { plan, asked } = descend([answer(0.8, 0.9, 0.5, 0), UNPROMISING, UNPROMISING, answer(1, 0, 1, 0)]);
    expect(asked).toEqual(['0..1 0..1 0..1 0..1', '1..1 1..1 0..1 0..1', '0..1 1..1 0..1 0..1', '0..1 0..0 0..1 0..1']);
    expect(plan).toEqual([1, 0, 1, 0]);
  });

  it('keeps the turns before the wrong one', () => {
    const { asked } = descend([answer(0, 0.6, 0.5, 0), answer(0, 1, 0.5, 0), INFEASIBLE, answer(1, 1, 0, 0)]);
    expect(asked.slice(2)).toEqual(['0..1 1..1 1..1 0..1', '0..1 1..1 0..0 0..1']);
  });

  it('goes to the whole numbers beside the value, and back to the side that the column had', () => {
    const wide = { ...milpOf([1, 1], [], [3, 4]), columnLower: Float64Array.of(1, 0) };
    const { plan, asked } = descend([answer(2.6, 1.4), INFEASIBLE, answer(2, 3)], { milp: wide });
    expect(asked).toEqual(['1..3 0..4', '3..3 0..4', '1..2 0..4']);
    expect(plan).toEqual([2, 3]);
  });

  it('gives up where there is no turn to take back', () => {
    expect(descend([UNPROMISING, answer(1, 1, 1, 1)])).toMatchObject({ plan: null, closed: 1 });
    const twice = descend([answer(0, 0.6, 0.5, 0), INFEASIBLE, INFEASIBLE, answer(1, 0, 0, 0)]);
    expect(twice.asked).toHaveLength(3);
    expect(twice).toMatchObject({ plan: null, closed: 1 });
  });

  it('takes back no more than three turns', () => {
    const turns = (count: number) =>
      [answer(0.5, 0, 0, 0), answer(0, 0.5, 0, 0), answer(0, 0, 0.5, 0), answer(0, 0, 0, 0.5)]
        .slice(0, count)
        .flatMap((each) => [each, INFEASIBLE]);
    expect(descend([...turns(3), answer(0, 0, 0, 1)]).plan).toEqual([0, 0, 0, 1]);
    const four = descend([...turns(4), answer(0, 0, 0, 0)]);
    expect(four.asked).toHaveLength(8);
    expect(four).toMatchObject({ plan: null, closed: 1 });
  });

  it('takes no more than some steps', () => {
    const { plan, asked, closed } = descend(Array.from({ length: 999 }, () => answer(0.5, 0, 0, 0)));
    expect(plan).toBeNull();
    expect(asked).toHaveLength(200);
    expect(closed).toBe(1);
  });

  it('is nowhere without time, and asks nothing', () => {
    expect(descend([answer(1, 0, 0, 0)], { secondsLeft: () => 0 })).toEqual({ plan: null, asked: [], closed: 1 });
  });

  it('is nowhere where the engine gives up, and does not try another way', () => {
    const { plan, asked, closed } = descend([answer(0, 0.6, 0.5, 0), STOPPED, answer(1, 0, 1, 0)]);
    expect(plan).toBeNull();
    expect(asked).toHaveLength(2);
    expect(closed).toBe(1);
  });

  it('closes what it opened where the engine breaks', () => {
    const { open, ends } = openWith(() => {
      throw new Error('out of memory');
    });
    const broken = () => dive(FREE, { open, secondsLeft: () => 9, isPromising: () => true });
    expect(broken).toThrow('out of memory');
    expect(ends.closed).toBe(1);
  });

  it('takes whole values that an engine gives almost', () => {
    const { plan, asked } = descend([answer(0.9999995, 0.000001, -0.0000005, 1)]);
    expect(plan).toEqual([1, 0, 0, 1]);
    expect(asked).toHaveLength(1);
  });

  it('does not believe an engine whose plan breaks a row', () => {
    const milp = packing([1, 1], [1, 1, 1]);
    expect(descend([answer(1, 1)], { milp })).toMatchObject({ plan: null, closed: 1 });
  });
});
