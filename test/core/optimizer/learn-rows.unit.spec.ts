import { describe, expect, it } from '@jest/globals';
import { learnRows } from '../../../src/core/optimizer/learn-rows';
import type { WarmAnswer, WarmBasis } from '../../../src/core/optimizer/warm-relaxation';
import { proveLevel } from '../../../src/core/proof/prove-level';
import { exactOf, worthOf } from '../../support/tiny-exact';

/** Three households of whom any two stand in each other's way. */
const CIRCLE = exactOf({
  columns: [
    [0, 1],
    [0, 1],
    [0, 1],
  ],
  rows: [
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
  ].map((weights) => ({ weights, lower: null, upper: 1 })),
});
const WORTH = worthOf(2, 2, 2);
const LEVEL = { reached: 2n, kept: 2n, nextRow: 9 };
const answer = (columnValues: number[], rowDuals: number[]): WarmAnswer => ({
  status: 'optimal',
  columnValues: Float64Array.from(columnValues),
  rowDuals: Float64Array.from(rowDuals),
  reducedCosts: new Float64Array(columnValues.length),
  basis: { columns: new Int32Array(columnValues.length), rows: new Int32Array(rowDuals.length) },
});
const HALVES = answer([0.5, 0.5, 0.5], [1, 1, 1]);
const ONE = answer([1, 0, 0], [0, 0, 0, 2]);
/** Of the first column: half of the two rows that hold it, less half of the one that does not. */
const INVERSE = Float64Array.of(0.5, -0.5, 0.5);

const neverOpened = () => {
  throw new Error('nothing had to be asked');
};

function search(answers: readonly WarmAnswer[], inverse: Float64Array | null = INVERSE, seconds = () => 9) {
  const log: string[] = [];
  let asked = 0;
  const learnt = learnRows(CIRCLE, WORTH, LEVEL, {
    secondsLeft: seconds,
    open: () => ({
      solve: (_milp, { timeLimitSeconds }) => {
        log.push(`solve within ${timeLimitSeconds}`);
        return answers[asked++] ?? { status: 'stopped' };
      },
      ...(inverse && { tableau: { inverseRows: (columns) => columns.map(() => inverse), addRows: () => undefined } }),
      close: () => void log.push('close'),
    }),
  });
  return { learnt, log };
}

describe('rows for a receipt', () => {
  it('are learnt until the bound is reached, and prove it to the checker', () => {
    const { learnt, log } = search([HALVES, ONE]);
    const rows = [
      [0, 1],
      [1, 1],
      [2, 1],
    ];
    expect(learnt.rounds).toEqual([{ multipliers: { scale: 1, rows }, learnt: [{ scale: 2, rows }] }]);
    expect(learnt.rest.rows.get(9)).toEqual({ lower: null, upper: 1n, terms: worthOf(1, 1, 1) });
    expect(learnt.nodes).toEqual([{ multipliers: [{ scale: 1, rows: [[9, 2]] }] }]);
    expect(log).toEqual(['solve within 9', 'close', 'solve within 9', 'close']);
    const proof = { rounds: learnt.rounds, nodes: learnt.nodes! };
    expect(proveLevel(CIRCLE, WORTH, proof, LEVEL)!.bound).toBe(2n);
    expect(proveLevel(CIRCLE, WORTH, { nodes: learnt.nodes! }, LEVEL)!.bound).toBeNull();
  });

  it('say which columns are counted from above', () => {
    const programme = exactOf({
      columns: [
        [0, 3],
        [0, 1],
      ],
      rows: [{ weights: [2, -2], lower: null, upper: 1 }],
    });
    const worth = worthOf(2, 0);
    const answers = [answer([1.5, 1], [1]), answer([1, 1], [0, 2])];
    const learnt = learnRows(programme, worth, LEVEL, {
      secondsLeft: () => 9,
      open: () => ({
        solve: () => answers.shift()!,
        tableau: { inverseRows: () => [Float64Array.of(0.5)], addRows: () => undefined },
        close: () => undefined,
      }),
    });
    const rows = [[0, 1]];
    expect(learnt.rounds).toEqual([{ multipliers: { scale: 1, rows }, learnt: [{ scale: 2, rows, fromUpper: [1] }] }]);
    const proof = { rounds: learnt.rounds, nodes: learnt.nodes! };
    expect(proveLevel(programme, worth, proof, LEVEL)!.bound).toBe(2n);
  });

  it('are numbered on from round to round, and looked for at a second corner', () => {
    const circles = exactOf({
      columns: Array.from({ length: 9 }, () => [0, 1]),
      rows: [0, 3, 6].flatMap((first) =>
        [
          [0, 1],
          [1, 2],
          [0, 2],
        ].map((pair) => ({
          weights: Array.from({ length: 9 }, (_, column) => Number(pair.includes(column - first))),
          lower: null,
          upper: 1,
        })),
      ),
    });
    const worth = worthOf(2, 2, 2, 2, 2, 2, 2, 2, 2);
    const level = { reached: 6n, kept: 6n, nextRow: 9 };
    const threes = (...parts: number[][]) => parts.flat();
    const [halves, one, nothing, inverse] = [
      [0.5, 0.5, 0.5],
      [1, 0, 0],
      [0, 0, 0],
      [0.5, -0.5, 0.5],
    ];
    const [before, half] = [nothing, [1, 1, 1]];
    const steps = [
      { values: threes(halves, one, one), duals: threes(half, half, half), inverse: threes(inverse, before, before) },
      {
        values: threes(one, halves, one),
        duals: [...threes(before, half, half), 2],
        inverse: [...threes(before, inverse, before), 0],
      },
      {
        values: threes(one, one, halves),
        duals: [...threes(before, half, half), 2],
        inverse: [...threes(before, before, inverse), 0],
      },
      { values: threes(one, one, one), duals: [...threes(before, before, before), 2, 2, 2], inverse: [] },
    ];
    const starts: (WarmBasis | undefined)[] = [];
    const learnt = learnRows(circles, worth, level, {
      secondsLeft: () => 9,
      open: () => {
        const { values, duals, inverse: sums } = steps.shift()!;
        return {
          solve: (_milp, { basis }) => {
            starts.push(basis);
            return answer(values, duals);
          },
          tableau: { inverseRows: (columns) => columns.map(() => Float64Array.from(sums)), addRows: () => undefined },
          close: () => undefined,
        };
      },
    });
    expect(learnt.rounds.map((round) => round.learnt.map(({ rows }) => rows.map(([row]) => row)))).toEqual([
      [[0, 1, 2]],
      [
        [3, 4, 5],
        [6, 7, 8],
      ],
    ]);
    const rows = [
      [9, 2],
      [10, 2],
      [11, 2],
    ];
    expect(learnt.nodes).toEqual([{ multipliers: [{ scale: 1, rows }] }]);
    const proof = { rounds: learnt.rounds, nodes: learnt.nodes! };
    expect(proveLevel(circles, worth, proof, level)!.bound).toBe(6n);
    // From nothing; from the corner before, with the row that was learnt; from nothing; from the second corner, proven.
    expect(starts.map((basis) => basis?.rows.length)).toEqual([undefined, 10, undefined, 12]);
    expect([...starts[1]!.rows]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect([...starts[3]!.rows]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect([...starts[1]!.columns]).toEqual(new Array(9).fill(0));
  });

  it('are the same row only once', () => {
    const { learnt, log } = search([HALVES, HALVES, HALVES, ONE]);
    expect(learnt.rounds.map((round) => round.learnt.length)).toEqual([1, 1]);
    expect(log.filter((each) => each === 'close')).toHaveLength(4);
  });

  it.each([
    ['until the bound has no fraction', [HALVES, answer([1, 0, 0], [0, 0, 0, 1])], INVERSE, 1, [[9, 1]]],
    ['at most twice more', Array.from({ length: 9 }, () => HALVES), INVERSE, 2, undefined],
    ['not where nothing can be learnt', [HALVES], null, 0, undefined],
  ] as const)('close in on a bound whose whole part is reached: %s', (_name, answers, inverse, rounds, last) => {
    const level = { reached: 1n, kept: 1n, nextRow: 9 };
    const worth = worthOf(1, 1, 1);
    const own = answers.map((each) => (each === HALVES ? answer([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]) : each));
    const learnt = learnRows(CIRCLE, worth, level, {
      secondsLeft: () => 9,
      open: () => ({
        solve: () => own.shift()!,
        ...(inverse && { tableau: { inverseRows: (columns) => columns.map(() => inverse), addRows: () => undefined } }),
        close: () => undefined,
      }),
    });
    expect(learnt.rounds).toHaveLength(rounds);
    if (last) expect(learnt.nodes).toEqual([{ multipliers: [{ scale: 1, rows: last }] }]);
    const proof = { rounds: learnt.rounds, nodes: learnt.nodes! };
    expect(proveLevel(CIRCLE, worth, proof, level)!.bound).toBe(1n);
  });

  it('are not needed where the columns alone say enough', () => {
    const { learnt, log } = search([HALVES]);
    expect(learnt.rounds).toHaveLength(1);
    expect(log).toHaveLength(4);
    const enough = learnRows(CIRCLE, WORTH, { ...LEVEL, reached: 6n }, { open: neverOpened, secondsLeft: () => 9 });
    expect(enough).toEqual({ rounds: [], rest: CIRCLE, nodes: [{ multipliers: [{ scale: 1, rows: [] }] }] });
  });

  it('are not asked for any more where a round leaves nothing free', () => {
    const single = exactOf({
      columns: [
        [0, 1],
        [0, 1],
      ],
      rows: [{ weights: [2, 2], lower: null, upper: 3 }],
    });
    const worth = worthOf(5, 3);
    const level = { reached: 5n, kept: 5n, nextRow: 9 };
    const open: boolean[] = [];
    const learnt = learnRows(single, worth, level, {
      secondsLeft: () => 9,
      open: ({ columns }) => {
        open.push(columns > 0);
        return {
          solve: () => answer([1, 0.5], [1.5]),
          tableau: { inverseRows: () => [Float64Array.of(0.5)], addRows: () => undefined },
          close: () => undefined,
        };
      },
    });
    expect(open).toEqual([true]);
    expect(learnt.rounds).toHaveLength(1);
    expect(learnt.nodes).toEqual([{ multipliers: [{ scale: 1, rows: [] }] }]);
    const proof = { rounds: learnt.rounds, nodes: learnt.nodes! };
    expect(proveLevel(single, worth, proof, level)!.bound).toBe(5n);
  });

  it.each<[string, WarmAnswer[], Float64Array | null, number]>([
    ['the engine gives up', [{ status: 'stopped' }], INVERSE, 9],
    ['nothing is possible', [{ status: 'infeasible' }], INVERSE, 9],
    ['the engine does not show its sums', [HALVES], null, 9],
    ['its sums have no small denominator', [HALVES], Float64Array.of(Math.SQRT1_2, 0, 0), 9],
    ['there is no time', [HALVES], INVERSE, 0],
  ])('are none where %s', (_name, answers, inverse, seconds) => {
    const { learnt, log } = search(answers, inverse, () => seconds);
    expect(learnt).toEqual({ rounds: [], rest: CIRCLE, nodes: null });
    expect(log.filter((each) => each === 'close')).toHaveLength(seconds === 0 ? 0 : 1);
  });

  it('end after some rounds', () => {
    const { learnt, log } = search(Array.from({ length: 99 }, () => HALVES));
    expect(learnt.nodes).toBeNull();
    expect(learnt.rounds.length).toBeLessThanOrEqual(41);
    expect(log.length).toBeLessThanOrEqual(2 * (1 + 2 * 40));
  });
});
