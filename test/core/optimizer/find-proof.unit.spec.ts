import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import type { Engine, EngineAnswer } from '../../../src/core/optimizer/engine';
import { findProof } from '../../../src/core/optimizer/find-proof';
import { proveLevel } from '../../../src/core/proof/prove-level';
import type { ProofNode } from '../../../src/core/proof/receipt-file';
import { bestOf, exactOf, worthOf, type TinyExact } from '../../support/tiny-exact';
import { always, engineWith, relax, TINY_ENGINE } from '../../support/tiny-engine';

const row = (weights: number[], lower: number | null, upper: number | null) => ({ weights, lower, upper });
const bits = (count: number): [number, number][] => Array.from({ length: count }, () => [0, 1]);
const seconds = () => 60;

async function prove(
  tiny: TinyExact,
  worth: number[],
  reached: number,
  relaxation: Engine | null = TINY_ENGINE,
  secondsLeft = seconds,
) {
  const exact = exactOf(tiny);
  const nodes = await findProof(exact, worthOf(...worth), BigInt(reached), { relaxation, secondsLeft });
  return { nodes, bound: proveLevel(exact, worthOf(...worth), { nodes }, levelAt(BigInt(reached)))!.bound };
}
const levelAt = (reached: bigint) => ({ reached, kept: reached, nextRow: 0 });
const shape = (nodes: readonly ProofNode[]) =>
  nodes.map(({ multipliers, split }) => `${multipliers.length}${split ? ` at ${split.join(' ')}` : ''}`);

const ONE: TinyExact = { columns: bits(3), rows: [row([1, 1, 1], null, 1)] };
/** Of three that exclude each other two by two only one fits; the relaxation takes half of each. */
const TRIANGLE: TinyExact = {
  columns: bits(3),
  rows: [row([1, 1, 0], null, 1), row([0, 1, 1], null, 1), row([1, 0, 1], null, 1)],
};

describe('a proof', () => {
  it('needs no engine where the columns alone say it', async () => {
    const { engine, relaxed } = engineWith();
    const { nodes, bound } = await prove(ONE, [3, -2, 0], 3, engine);
    expect(nodes).toEqual([{ multipliers: [{ scale: 1, rows: [] }] }]);
    expect([bound, relaxed.length]).toEqual([3n, 0]);
  });

  it('uses the multipliers of the relaxation', async () => {
    const { nodes, bound } = await prove(ONE, [3, 5, 4], 5);
    expect(nodes).toEqual([{ multipliers: [{ scale: 1, rows: [[0, 5]] }] }]);
    expect(bound).toBe(5n);
  });

  it('closes by leaving out what is too dear, without a split', async () => {
    const { nodes, bound } = await prove({ columns: bits(3), rows: [row([2, 2, 3], null, 4)] }, [3, 3, 5], 6);
    expect(bound).toBe(6n);
    expect(nodes).toHaveLength(1);
  });

  it('splits where fractions stay', async () => {
    const five: TinyExact = {
      columns: bits(5),
      rows: [0, 1, 2, 3, 4].map((at) =>
        row(
          [0, 1, 2, 3, 4].map((column) => Number(column === at || column === (at + 1) % 5)),
          null,
          1,
        ),
      ),
    };
    const { nodes, bound } = await prove({ columns: bits(4), rows: [row([3, 5, 7, 4], 9, 9)] }, [1, 1, 1, 1], 2);
    expect(bound).toBe(2n);
    expect(nodes.length).toBeGreaterThanOrEqual(1);
    expect((await prove(five, [1, 1, 1, 1, 1], 2)).bound).toBe(2n);
    expect((await prove(TRIANGLE, [2, 2, 2], 2)).bound).toBe(2n);
  });

  it('shows that there is no plan at all', async () => {
    const none: TinyExact = { columns: bits(3), rows: [row([2, 2, 2], 3, 3)] };
    const { nodes, bound } = await prove(none, [1, 1, 1], -100);
    expect(bound).toBe(-100n);
    expect(nodes.length).toBeGreaterThan(0);
    const apart: TinyExact = { columns: bits(2), rows: [row([1, 1], 2, null), row([2, 1], null, 2)] };
    expect((await prove(apart, [1, 1], -100)).bound).toBeLessThanOrEqual(-100n);
  });

  it('shows by multipliers that rows contradict each other, which no single row does', async () => {
    const apart: TinyExact = {
      columns: bits(4),
      rows: [
        row([1, 1, 1, 1], 2, null),
        row([1, 1, 0, 1], null, 1),
        row([0, 1, 1, 0], null, 1),
        row([1, 0, 1, 1], null, 1),
      ],
    };
    expect(bestOf(exactOf(apart), worthOf(9, 9, 9, 9))).toBeNull();
    const { nodes, bound } = await prove(apart, [9, 9, 9, 9], 4);
    expect(bound).toBeLessThanOrEqual(4n);
    expect(shape(nodes)).toEqual(['1']);
    expect((await prove(apart, [-9, -9, -9, -9], -50)).bound).toBeLessThanOrEqual(-50n);
  });

  it('is a bound and no more where there is a better plan', async () => {
    const { nodes, bound } = await prove(ONE, [3, 5, 4], 4);
    expect(nodes).toHaveLength(1);
    expect(bound).toBe(5n);
    const split = await prove({ columns: bits(3), rows: [row([2, 2, 3], null, 4)] }, [3, 3, 5], 5);
    expect(split.bound).toBeGreaterThanOrEqual(6n);
  });

  it('is only a bound without an engine or without time', async () => {
    const { engine, relaxed } = engineWith();
    for (const { nodes, bound } of [
      await prove(TRIANGLE, [2, 2, 2], 2, null, () => 0),
      await prove(TRIANGLE, [2, 2, 2], 2, engine, () => 0),
    ]) {
      expect(nodes).toEqual([{ multipliers: [{ scale: 1, rows: [] }] }]);
      expect(bound).toBe(6n);
    }
    expect(relaxed).toEqual([]);
  });

  it('is found by splitting alone where nobody gives multipliers', async () => {
    const { nodes, bound } = await prove(TRIANGLE, [2, 2, 2], 2, null);
    expect(bound).toBe(2n);
    expect(shape(nodes)).toEqual(['1 at 0 0', '1', '1']);
  });

  it('gives up where the tree becomes too large, and where time runs out on the way', async () => {
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
    const worth = Array.from({ length: 12 }, () => 1);
    const { engine, relaxed } = engineWith({ solveRelaxation: always({ status: 'failed' }) });
    const { nodes } = await prove(wide, worth, 0, engine);
    expect(nodes).toHaveLength(1);
    expect(nodes[0]!.split).toBeUndefined();
    expect(relaxed.length).toBeGreaterThanOrEqual(200);
    expect(relaxed.length).toBeLessThanOrEqual(400);
    let asked = 0;
    const late = await prove(wide, worth, 0, null, () => 3 - ++asked);
    expect(late.nodes).toEqual([{ multipliers: [{ scale: 1, rows: [] }] }]);
    expect(asked).toBe(3);
  });

  it('is found for every best value of small programmes', async () => {
    const random = fc.integer({ min: 3, max: 5 }).chain((columns) =>
      fc.record({
        worth: fc.array(fc.integer({ min: -5, max: 9 }), { minLength: columns, maxLength: columns }),
        upper: fc.array(fc.integer({ min: 1, max: 2 }), { minLength: columns, maxLength: columns }),
        rows: fc.array(
          fc.record({
            weights: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: columns, maxLength: columns }),
            lower: fc.option(fc.integer({ min: -4, max: 3 }), { nil: null }),
            upper: fc.integer({ min: 3, max: 6 }),
          }),
          { minLength: 2, maxLength: 3 },
        ),
      }),
    );
    let [split, empty] = [0, 0];
    await fc.assert(
      fc.asyncProperty(random, async ({ worth, upper, rows }) => {
        const tiny: TinyExact = { columns: upper.map((most) => [0, most]), rows };
        const best = bestOf(exactOf(tiny), worthOf(...worth));
        const { nodes, bound } = await prove(tiny, worth, Number(best ?? -50n));
        if (best === null) expect(bound).toBeLessThanOrEqual(-50n);
        else expect(bound).toBe(best);
        if (nodes.length > 1) split++;
        if (best === null) empty++;
      }),
      { numRuns: 60 },
    );
    expect(split).toBeGreaterThan(0);
    expect(empty).toBeGreaterThan(0);
  });
});

describe('multipliers of an engine', () => {
  const answering = (change: (answer: EngineAnswer) => EngineAnswer) =>
    engineWith({ solveRelaxation: (milp) => Promise.resolve(change(relax(milp))) }).engine;

  it('are taken finer where small fractions do not suffice', async () => {
    // 3 over 11 is none of the small fractions, and a millionth is too coarse for a row of this size.
    const wide: TinyExact = { columns: bits(2).map(() => [0, 9_000_000]), rows: [row([11, 13], null, 77_000_000)] };
    const { nodes, bound } = await prove(wide, [3, 3], 21_000_000);
    expect(nodes).toEqual([{ multipliers: [{ scale: 1_000_000_000, rows: [[0, 272_727_273]] }] }]);
    expect(bound).toBe(21_000_000n);
  });

  it('leave out what is 0, or stands on a side that is not there', async () => {
    const tiny: TinyExact = {
      columns: bits(3),
      rows: [row([1, 1, 1], null, 1), row([1, 1, 0], null, 1), row([1, 1, 1], 0, null)],
    };
    const { nodes } = await prove(
      tiny,
      [3, 5, 4],
      5,
      answering((answer) => ({ ...answer, rowDuals: Float64Array.of(5, -3, 2) })),
    );
    expect(nodes[0]!.multipliers[0]).toEqual({ scale: 1, rows: [[0, 5]] });
  });

  it('are nothing where they are not given', async () => {
    const { nodes, bound } = await prove(
      TRIANGLE,
      [2, 2, 2],
      2,
      answering(({ status }) => ({ status })),
    );
    expect(bound).toBe(2n);
    expect(nodes.every(({ multipliers }) => multipliers.every(({ rows }) => rows.length === 0))).toBe(true);
  });
});
