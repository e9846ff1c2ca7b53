import { describe, expect, it } from '@jest/globals';
import { exactToMilp } from '../../../src/core/optimizer/exact-to-milp';
import { findWitness } from '../../../src/core/optimizer/find-witness';
import { infeasibilityDuals } from '../../../src/core/optimizer/infeasibility-duals';
import { milpOf, shown } from '../../support/random-milp';
import { exactOf, worthOf, type TinyExact } from '../../support/tiny-exact';
import { always, engineWith, relax, TINY_ENGINE } from '../../support/tiny-engine';

const row = (weights: number[], lower: number | null, upper: number | null) => ({ weights, lower, upper });

describe('an exact programme for an engine', () => {
  it('is what is free of it', () => {
    const exact = exactOf({
      columns: [
        [2, 2],
        [0, 1],
        [1, 1],
        [-1, 3],
      ],
      rows: [
        row([1, 2, 3, 1], 6, 9),
        row([1, 0, 1, 0], 0, 1),
        row([0, 1, 0, -1], null, 0),
        row([0, 1, 1, 1], 0, null),
        row([0, -1, 0, 2], 0, null),
      ],
    });
    const { milp, columns, rows } = exactToMilp(exact, worthOf(9, 4, 0, -5));
    expect([columns, rows]).toEqual([
      [1, 3],
      [0, 2, 4],
    ]);
    expect(shown(milp)).toEqual({
      objective: '4 -5',
      columns: '0..1 -1..3',
      rows: ['1..4: 2 1', '-Infinity..0: 1 -1', '0..Infinity: -1 2'],
    });
    expect(milp.starts[milp.columns]).toBe(6);
    expect(milp.values).toHaveLength(6);
  });

  it.each<[string, TinyExact, string[]]>([
    [
      'that just fits above',
      {
        columns: [
          [0, 1],
          [0, 1],
        ],
        rows: [row([1, 1], null, 2)],
      },
      [],
    ],
    [
      'that does not fit above',
      {
        columns: [
          [0, 1],
          [0, 1],
        ],
        rows: [row([1, 1], null, 1)],
      },
      ['-Infinity..1: 1 1'],
    ],
    [
      'that just fits below',
      {
        columns: [
          [0, 1],
          [0, 1],
        ],
        rows: [row([1, -1], -1, null)],
      },
      [],
    ],
    [
      'that does not fit below',
      {
        columns: [
          [0, 1],
          [0, 1],
        ],
        rows: [row([1, -1], 0, null)],
      },
      ['0..Infinity: 1 -1'],
    ],
    ['of a wide column', { columns: [[0, 2]], rows: [row([2], null, 3)] }, ['-Infinity..3: 2']],
    [
      'that fits on one side only',
      {
        columns: [
          [0, 1],
          [0, 1],
        ],
        rows: [row([1, 1], 0, 1)],
      },
      ['0..1: 1 1'],
    ],
    [
      'that fits on the other side only',
      {
        columns: [
          [0, 1],
          [0, 1],
        ],
        rows: [row([1, 1], 1, 2)],
      },
      ['1..2: 1 1'],
    ],
    [
      'of fixed columns',
      {
        columns: [
          [1, 1],
          [0, 1],
        ],
        rows: [row([2, 0], 0, 1)],
      },
      [],
    ],
  ])('has a row %s: %#', (_name, exact, rows) => {
    expect(shown(exactToMilp(exactOf(exact), new Map()).milp).rows).toEqual(rows);
  });
});

describe('a plan that shows what was given up', () => {
  const exact = exactOf({
    columns: [
      [1, 1],
      [0, 1],
      [0, 1],
      [0, 2],
    ],
    rows: [row([0, 1, 1, 0], null, 1), row([0, 1, 0, 1], 1, null)],
  });
  const worth = worthOf(1, 5, 3, -1);
  const columns = [
    { pair: ['H1', 'U1'] as const, part: 0 },
    { pair: ['H2', 'U1'] as const, part: 0 },
    { pair: ['H3', 'U1'] as const, part: 0 },
    { shortageOf: 1, part: 0 },
  ];

  it('is the best one, by its pairs', async () => {
    const { engine, searched } = engineWith();
    const witness = await findWitness(exact, worth, 3n, engine, 7);
    expect(witness!.value).toBe(6n);
    expect(witness!.pairsOf(columns)).toEqual([0, 1]);
    expect(searched[0]!.seconds).toBe(7);
    const short = await findWitness(exact, worthOf(0, 0, 4, -1), 2n, TINY_ENGINE, 7);
    expect([short!.value, short!.pairsOf(columns)]).toEqual([3n, [0, 2]]);
  });

  it('is none where nothing is better, or nobody finds it', async () => {
    expect(await findWitness(exact, worth, 6n, TINY_ENGINE, 7)).toBeNull();
    expect((await findWitness(exact, worth, 5n, TINY_ENGINE, 7))!.value).toBe(6n);
    expect(
      await findWitness(exact, worth, 0n, engineWith({ solveWhole: always({ status: 'time-limit' }) }).engine, 7),
    ).toBeNull();
  });

  it('is rounded to whole numbers', async () => {
    const { engine } = engineWith({
      solveWhole: always({ status: 'optimal', columnValues: Float64Array.of(0.999999, 0.000001, 0) }),
    });
    expect((await findWitness(exact, worth, 0n, engine, 7))!.value).toBe(6n);
  });
});

describe('why a relaxation has no solution', () => {
  it('is asked as what it would cost to break rows', async () => {
    const milp = milpOf(
      [7, 8],
      [
        { weights: [1, 2], lower: 3, upper: 4 },
        { weights: [1, 0], lower: -Infinity, upper: 0 },
      ],
      [1, 2],
    );
    milp.columnLower[1] = 1;
    const { engine, relaxed } = engineWith();
    await infeasibilityDuals(milp, engine, { timeLimitSeconds: 7 });
    expect(shown(relaxed[0]!)).toEqual({
      objective: '0 0 -1 -1 -1 -1',
      columns: '0..1 1..2 0..Infinity 0..Infinity 0..Infinity 0..Infinity',
      rows: ['3..4: 1 2 1 0 -1 0', '-Infinity..0: 1 0 0 1 0 -1'],
    });
    expect(relaxed[0]!.starts.at(-1)).toBe(7);
    expect(relaxed[0]!.values).toHaveLength(7);
  });

  it('are multipliers that leave nothing', async () => {
    const milp = milpOf(
      [0, 0],
      [
        { weights: [1, 1], lower: 2, upper: Infinity },
        { weights: [2, 1], lower: -Infinity, upper: 2 },
      ],
    );
    expect(relax(milp).status).toBe('infeasible');
    const duals = await infeasibilityDuals(milp, TINY_ENGINE, { timeLimitSeconds: 7 });
    const left = [0, 1].map(
      (column) =>
        0 -
        [
          [1, 1],
          [2, 1],
        ].reduce((sum, row, at) => sum + duals![at]! * row[column]!, 0),
    );
    const bound = left.reduce((sum, each) => sum + Math.max(0, each), duals![0]! * 2 + duals![1]! * 2);
    expect(bound).toBeLessThan(0);
  });

  it('is nothing where the engine says nothing', async () => {
    const { engine } = engineWith({ solveRelaxation: always({ status: 'failed' }) });
    expect(await infeasibilityDuals(milpOf([1], []), engine, { timeLimitSeconds: 7 })).toBeNull();
  });
});
