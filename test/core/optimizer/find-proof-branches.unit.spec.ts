import { describe, expect, it } from '@jest/globals';
import type { Engine, EngineAnswer } from '../../../src/core/optimizer/engine';
import { findProof } from '../../../src/core/optimizer/find-proof';
import { exactOf, worthOf, type TinyExact } from '../../support/tiny-exact';
import { engineWith, relax } from '../../support/tiny-engine';

const row = (weights: number[], lower: number | null, upper: number | null) => ({ weights, lower, upper });
const bits = (count: number): [number, number][] => Array.from({ length: count }, () => [0, 1]);
const prove = (tiny: TinyExact, worth: number[], reached: number, relaxation: Engine | null, secondsLeft = () => 60) =>
  findProof(exactOf(tiny), worthOf(...worth), BigInt(reached), { relaxation, secondsLeft });
const NOTHING = { scale: 1, rows: [] };
const TRIANGLE = [row([1, 1, 0], null, 1), row([0, 1, 1], null, 1), row([1, 0, 1], null, 1)];
const ONE: TinyExact = { columns: bits(3), rows: [row([1, 1, 1], null, 1)] };

/** An engine whose relaxation says these values of the columns that are free, and no multipliers. */
const saying = (...values: number[]) =>
  engineWith({
    solveRelaxation: ({ columns, rows }) =>
      Promise.resolve({
        status: 'optimal',
        columnValues: Float64Array.from(values.slice(0, columns)),
        rowDuals: new Float64Array(rows),
      }),
  });

describe('a branch', () => {
  it.each<[string, [number, number][], number[], [number, number]]>([
    ['on the column farthest from whole', bits(3), [0.4, 0.5, 0.9], [1, 0]],
    ['on the first of those', bits(3), [0, 0.5, 0.5], [1, 0]],
    ['on no column that is whole', bits(3), [1, 0.5, 0], [1, 0]],
    [
      'below the value of a wide column',
      [
        [0, 1],
        [0, 2],
        [0, 1],
      ],
      [0, 1.5, 0],
      [1, 1],
    ],
    [
      'at the lower side of a column',
      [
        [0, 1],
        [1, 2],
        [0, 1],
      ],
      [0, 1.5, 0],
      [1, 1],
    ],
    ['on the first free column where the value lies above its own', bits(3), [0, 1.5, 0], [0, 0]],
    ['on the first free column where the value lies below its own', bits(3), [0, -0.5, 0], [0, 0]],
    ['on the first free column where all are almost whole', bits(3), [0, 1e-7, 0], [0, 0]],
  ])('is split %s', async (_name, columns, values, split) => {
    const most = Math.max(...columns.map(([, upper]) => upper));
    // Two more that exclude each other, so that nothing is decided before the first split.
    const rows = TRIANGLE.map(({ weights }) => row([...weights, 0, 0], null, most));
    const tiny = { columns: [...columns, ...bits(2)], rows: [...rows, row([0, 0, 0, 1, 1], null, 1)] };
    const nodes = await prove(tiny, [2, 2, 2, 4, 4], most === 1 ? 6 : 10, saying(...values, 0, 0).engine);
    expect(nodes[0]!.split).toEqual(split);
  });

  it('is split on a column that is free', async () => {
    const nodes = await prove(
      { columns: [[1, 1], ...bits(3)], rows: TRIANGLE.map(({ weights }) => row([0, ...weights], null, 1)) },
      [0, 2, 2, 2],
      2,
      null,
    );
    expect(nodes[0]!.split).toEqual([1, 0]);
  });

  it('is given up where nothing is free and it is worth more', async () => {
    expect(await prove({ columns: [[1, 1]], rows: [] }, [5], 4, null)).toEqual([{ multipliers: [NOTHING] }]);
  });

  it('is given up at once where the relaxation shows a better plan', async () => {
    const { engine, relaxed } = engineWith();
    expect(await prove(ONE, [3, 5, 4], 4, engine)).toEqual([{ multipliers: [{ scale: 1, rows: [[0, 5]] }] }]);
    expect(relaxed).toHaveLength(1);
  });

  it('is no better for a whole answer that is worth no more', async () => {
    const { engine, relaxed } = saying(0, 1, 0);
    expect((await prove({ columns: bits(3), rows: TRIANGLE }, [2, 2, 2], 2, engine)).length).toBeGreaterThan(1);
    expect(relaxed.length).toBeGreaterThanOrEqual(1);
  });

  it('is given up together with all others at 400', async () => {
    const wide: TinyExact = {
      columns: bits(12),
      rows: [
        row(
          Array.from({ length: 12 }, () => 2),
          11,
          11,
        ),
      ],
    };
    const { engine, relaxed } = engineWith({ solveRelaxation: () => Promise.resolve({ status: 'failed' }) });
    const nodes = await prove(
      wide,
      Array.from({ length: 12 }, () => 1),
      0,
      engine,
    );
    expect(nodes).toEqual([{ multipliers: [NOTHING] }]);
    // 200 that were split, and 200 that wait.
    expect(relaxed).toHaveLength(201);
  });
});

describe('what an engine says', () => {
  it('is asked for within the time that is left', async () => {
    const limits: number[] = [];
    const { engine } = engineWith();
    const listening: Engine = {
      ...engine,
      solveRelaxation: (milp, limit) => {
        limits.push(limit.timeLimitSeconds);
        return engine.solveRelaxation(milp, limit);
      },
    };
    await prove(ONE, [3, 5, 4], 5, listening, () => 42);
    expect(limits).toEqual([42]);
  });

  it('is the lowest bound of several roundings, though none suffices', async () => {
    const wide: TinyExact = {
      columns: [
        [0, 9_000_000],
        [0, 9_000_000],
      ],
      rows: [row([11, 13], null, 77_000_000)],
    };
    const { engine } = engineWith();
    expect(await prove(wide, [3, 3], 20_000_000, engine)).toEqual([
      { multipliers: [{ scale: 1_000_000_000, rows: [[0, 272_727_273]] }] },
    ]);
  });

  it('may be without end, which is no multiplier', async () => {
    const { engine } = engineWith({
      solveRelaxation: (milp) =>
        Promise.resolve({ ...relax(milp), rowDuals: new Float64Array(milp.rows).fill(Infinity) }),
    });
    const nodes = await prove({ columns: bits(3), rows: TRIANGLE }, [2, 2, 2], 2, engine);
    expect(nodes.length).toBeGreaterThan(1);
    expect(nodes.every(({ multipliers }) => multipliers.every(({ rows }) => rows.length === 0))).toBe(true);
  });

  const answers = (...all: EngineAnswer[]) => {
    let asked = 0;
    return engineWith({ solveRelaxation: () => Promise.resolve(all[Math.min(asked++, all.length - 1)]!) }).engine;
  };
  it('that there is no plan is taken only with multipliers that show it', async () => {
    const infeasible: EngineAnswer = { status: 'infeasible' };
    const idle = answers(infeasible, { status: 'optimal', rowDuals: Float64Array.of(1, 0, 0) }, { status: 'failed' });
    const [first] = await prove({ columns: bits(3), rows: TRIANGLE }, [2, 2, 2], 2, idle);
    expect(first!.multipliers[0]).toEqual(NOTHING);
    const silent = answers(infeasible, { status: 'failed' });
    expect((await prove({ columns: bits(3), rows: TRIANGLE }, [2, 2, 2], 2, silent))[0]!.multipliers[0]).toEqual(
      NOTHING,
    );
  });

  it('is used often enough to bring the bound of any level down', async () => {
    const apart: TinyExact = {
      columns: bits(4),
      rows: [
        row([1, 1, 1, 1], 2, null),
        row([1, 1, 0, 1], null, 1),
        row([0, 1, 1, 0], null, 1),
        row([1, 0, 1, 1], null, 1),
      ],
    };
    const ray = answers({ status: 'infeasible' }, { status: 'optimal', rowDuals: Float64Array.of(-2, 1, 1, 1) });
    // All columns are worth 36 at most, so 33 times takes that to 4 and below.
    expect(await prove(apart, [9, 9, 9, 9], 4, ray)).toEqual([
      {
        multipliers: [
          {
            scale: 1,
            rows: [
              [0, -66],
              [1, 33],
              [2, 33],
              [3, 33],
            ],
          },
        ],
      },
    ]);
  });
});
