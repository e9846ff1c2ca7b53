import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import {
  firstColumns,
  PricedRelaxation,
  type KeptLevel,
} from '../../../../src/core/optimizer/lagrangian/priced-relaxation';
import { rowOf, withRows } from '../../../../src/core/optimizer/programme';
import type { OpenRelaxation, WarmAnswer } from '../../../../src/core/optimizer/warm-relaxation';
import { rowsOf, shown } from '../../../support/random-milp';
import { openTiny, openWith, relax } from '../../../support/tiny-engine';
import { objectiveOf, randomLarge, tinyLarge, valueOf, type TinyLarge } from '../../../support/tiny-large';

const seconds = () => 9;
const relaxationOf = ({ milp, owners }: TinyLarge, open: OpenRelaxation, first: number[] = []) =>
  new PricedRelaxation(milp, owners, open, first);
const sizes = (asked: ReturnType<typeof openWith>['asked']) => asked.map(({ milp }) => milp.columns);
/** One unit with room for all, and a household a column. */
const roomy = (count: number) =>
  tinyLarge(
    Array.from({ length: count }, (_, household) => [household, 0] as const),
    [count],
  );
/** Corners that can be told apart. */
const withBasis = (milp: Milp): WarmAnswer => {
  const answer = openTiny(milp).solve(milp, { timeLimitSeconds: 1 });
  if (answer.status !== 'optimal') return answer;
  const basis = {
    columns: Int32Array.from({ length: milp.columns }, (_, place) => place + 2),
    rows: Int32Array.from({ length: milp.rows }, (_, row) => row + 5),
  };
  return { ...answer, basis };
};
type Milp = TinyLarge['milp'];

describe('a relaxation over priced columns', () => {
  it('is that of all columns, and its prices prove it', () => {
    let added = 0;
    fc.assert(
      fc.property(randomLarge, fc.integer({ min: 0, max: 2 }), (large, level) => {
        const objective = large.levels[level]!;
        const relaxation = relaxationOf(large, openTiny);
        const before = relaxation.chosen.length;
        const { prices, columnValues, levelPrices } = relaxation.solve(objective, [], seconds)!;
        const { bound } = relax({ ...large.milp, objective });
        expect(valueOf(objective, [...columnValues])).toBeCloseTo(bound!, 6);
        expect(levelPrices).toEqual([]);
        expect(provenBy(large.milp, objective, prices)).toBeCloseTo(bound!, 4);
        added += relaxation.chosen.length - before;
      }),
      { numRuns: 25 },
    );
    expect(added).toBeGreaterThan(25);
  });

  it('keeps the levels above, and knows what that costs', () => {
    let bound = 0;
    fc.assert(
      fc.property(randomLarge, (large) => {
        const [first, , points] = large.levels;
        const most = Math.floor(relax({ ...large.milp, objective: first! }).bound!);
        const kept: KeptLevel = { coefficients: first!, atLeast: most };
        const objective = points!.map((each, column) => each - 5 * first![column]!);
        const relaxation = relaxationOf(large, openTiny, [...objective.keys()]);
        const { prices, levelPrices, columnValues } = relaxation.solve(objective, [kept], seconds)!;
        const whole = { ...withRows(large.milp, [rowOf(first!, most, Infinity)]), objective };
        expect(valueOf(objective, [...columnValues])).toBeCloseTo(relax(whole).bound!, 6);
        expect(provenBy(whole, objective, Float64Array.from([...prices, ...levelPrices]))).toBeCloseTo(
          relax(whole).bound!,
          4,
        );
        expect(levelPrices).toHaveLength(1);
        expect(levelPrices[0]).toBeLessThanOrEqual(0);
        if (levelPrices[0]! < 0) bound++;
      }),
      { numRuns: 25 },
    );
    expect(bound).toBeGreaterThan(10);
  });

  it('looks up a column that only the level above makes gain', () => {
    const large = tinyLarge('0@0 1@0', [1]);
    const kept = [{ coefficients: objectiveOf(1, 1), atLeast: 1 }];
    const { open, asked } = openWith();
    const relaxation = relaxationOf(large, open, [0]);
    const { columnValues } = relaxation.solve(objectiveOf(-2, -1), kept, seconds)!;
    expect([...columnValues]).toEqual([0, 1]);
    expect(relaxation.chosen).toEqual([0, 1]);
    expect(shown(asked[1]!.milp)).toEqual({
      objective: '-2 -1',
      columns: '0..1 0..1',
      rows: ['-Infinity..1: 1 0', '-Infinity..1: 0 1', '-Infinity..1: 1 1', '1..Infinity: 1 1'],
    });
    const uneven = [{ coefficients: objectiveOf(1, 0), atLeast: 1 }];
    expect(relaxationOf(large, open, [0]).solve(objectiveOf(-2, -1), uneven, seconds)!.levelPrices).toEqual([-2]);
    expect(asked.at(-1)!.milp.columns).toBe(1);
    expect(relaxationOf(large, open, [0, 1]).solve(objectiveOf(-2, -1), uneven, seconds)).not.toBeNull();
    expect(shown(asked.at(-1)!.milp).rows.at(-1)).toBe('1..Infinity: 1 0');
  });

  it('has shortages from the start, and each column once', () => {
    const large = tinyLarge('0@0 - 1@0', [1], [{ weights: [1, 1, 1], lower: 1, upper: Infinity }]);
    expect(relaxationOf(large, openTiny, [2, 2, 1, 0]).chosen).toEqual([1, 2, 0]);
    expect(relaxationOf(large, openTiny).chosen).toEqual([1]);
  });

  it('never takes a column that is fixed', () => {
    const large = tinyLarge('0@0 1@0', [2]);
    large.milp.columnUpper[1] = 0;
    const relaxation = relaxationOf(large, openTiny, [1]);
    expect(relaxation.chosen).toEqual([]);
    expect([...relaxation.solve(objectiveOf(1, 5), [], seconds)!.columnValues]).toEqual([1, 0]);
    expect(relaxation.chosen).toEqual([0]);
  });

  it('adds eight columns of a unit at once, the best first', () => {
    const { open, asked } = openWith();
    const worth = [1, 9, 2, 8, 3, 7, 4, 6, 5, 5];
    const relaxation = relaxationOf(roomy(10), open);
    const { columnValues } = relaxation.solve(Float64Array.from(worth), [], seconds)!;
    expect(columnValues.every((value) => value === 1)).toBe(true);
    expect(sizes(asked)).toEqual([0, 8, 10]);
    expect(relaxation.chosen).toEqual([1, 3, 5, 7, 8, 9, 6, 4, 2, 0]);
  });

  it('adds four columns of a household at once', () => {
    const { open, asked } = openWith();
    const large = tinyLarge(
      [0, 1, 2, 3, 4, 5].map((unit) => [0, unit] as const),
      [1, 1, 1, 1, 1, 1],
    );
    large.milp.rowUpper[0] = 6;
    const relaxation = relaxationOf(large, open);
    relaxation.solve(objectiveOf(1, 2, 3, 4, 5, 6), [], seconds);
    expect(sizes(asked)).toEqual([0, 4, 6]);
    expect(relaxation.chosen).toEqual([5, 4, 3, 2, 1, 0]);
  });

  it('leaves columns that gain next to nothing', () => {
    expect(relaxationOf(roomy(2), openTiny).solve(objectiveOf(1e-6, 2e-6), [], seconds)!.columnValues).toEqual(
      Float64Array.of(0, 1),
    );
  });

  it('starts from the corner before, with new columns at their lower side and new rows apart', () => {
    const { open, asked, ends } = openWith(withBasis);
    const relaxation = relaxationOf(roomy(2), open, [1]);
    expect([...relaxation.solve(objectiveOf(3, 4), [], seconds)!.prices]).toEqual(expect.any(Array));
    expect(asked[0]!.limits.basis).toBeUndefined();
    expect(asked[1]!.limits.basis).toEqual({ columns: Int32Array.of(2, 0), rows: Int32Array.of(5, 6, 7) });
    relaxation.solve(objectiveOf(1, 1), [{ coefficients: objectiveOf(3, 4), atLeast: 1 }], seconds);
    expect(asked[2]!.limits.basis).toEqual({ columns: Int32Array.of(2, 3), rows: Int32Array.of(5, 6, 7, 1) });
    expect(ends.closed).toBe(3);
  });

  it('says how much time there is, and whether the start keeps all rows', () => {
    const { open, asked } = openWith();
    let left = 10;
    relaxationOf(roomy(1), open).solve(objectiveOf(1), [], () => left--, true);
    expect(asked.map(({ limits }) => limits)).toMatchObject([
      { timeLimitSeconds: 9, isPossibleStart: true },
      { timeLimitSeconds: 7, isPossibleStart: true },
    ]);
    relaxationOf(roomy(1), open).solve(objectiveOf(0), [], seconds);
    expect(asked.at(-1)!.limits.isPossibleStart).toBe(false);
  });

  it('is none where time runs out, the engine gives up, or the rows leave nothing', () => {
    const { open, asked, ends } = openWith();
    expect(relaxationOf(roomy(1), open).solve(objectiveOf(1), [], () => 0)).toBeNull();
    expect(asked).toEqual([]);
    let left = 2;
    expect(relaxationOf(roomy(1), open).solve(objectiveOf(1), [], () => left--)).toBeNull();
    expect(asked).toHaveLength(1);
    expect(
      relaxationOf(roomy(1), openWith(() => ({ status: 'stopped' })).open).solve(objectiveOf(1), [], seconds),
    ).toBeNull();
    const kept = [{ coefficients: objectiveOf(1), atLeast: 2 }];
    expect(relaxationOf(roomy(1), open, [0]).solve(objectiveOf(1), kept, seconds)).toBeNull();
    expect(ends.closed).toBe(2);
  });

  it('closes what it opened, also where the engine fails', () => {
    const { open, ends } = openWith(() => {
      throw new Error('out of memory');
    });
    expect(() => relaxationOf(roomy(1), open).solve(objectiveOf(1), [], seconds)).toThrow('out of memory');
    expect(ends.closed).toBe(1);
  });
});

describe('the first columns', () => {
  it('are the best of each unit and some by chance, always the same', () => {
    const { milp, owners } = roomy(40);
    const worth = Float64Array.from({ length: 40 }, (_, column) => (column * 7) % 40);
    const first = firstColumns(milp, owners, worth);
    // By chance for the unit, the best of it, and one of each household.
    expect(first).toHaveLength(10 + 10 + 40);
    expect(first.slice(0, 10)).toEqual([33, 12, 25, 4, 38, 17, 30, 9, 22, 1]);
    expect(first.slice(10, 20).map((column) => worth[column])).toEqual([39, 38, 37, 36, 35, 34, 33, 32, 31, 30]);
    expect([...first.slice(20)].sort((a, b) => a - b)).toEqual([...worth.keys()]);
  });

  it('hold four of each household, and no shortage or column that cannot be', () => {
    const pairs = Array.from({ length: 7 }, (_, unit) => [0, unit] as const);
    const { milp, owners } = tinyLarge(
      [null, ...pairs],
      [1, 1, 1, 1, 1, 1, 1],
      [{ weights: [1, 1, 1, 1, 1, 1, 1, 1], lower: 1, upper: Infinity }],
    );
    milp.columnUpper[2] = 0;
    const first = firstColumns(milp, owners, new Float64Array(8));
    const rest = [1, 3, 4, 5, 6, 7];
    expect(first.slice(0, 12)).toEqual([...rest, ...rest]);
    expect(first.slice(12)).toHaveLength(4);
    expect(new Set(first.slice(12)).size).toBe(4);
    expect(first).not.toContain(2);
  });
});

/** What prices on all rows say that no solution is worth more than. */
function provenBy(milp: Milp, objective: Float64Array, prices: Float64Array): number {
  const rows = rowsOf(milp);
  const sides = rows.reduce((sum, { lower, upper }, row) => {
    const price = prices[row]!;
    return Math.abs(price) < 1e-9 ? sum : sum + price * (price > 0 ? upper : lower);
  }, 0);
  return objective.reduce((sum, each, column) => {
    const net = each - rows.reduce((paid, { weights }, row) => paid + prices[row]! * weights[column]!, 0);
    return sum + Math.max(0, net) * milp.columnUpper[column]!;
  }, sides);
}
