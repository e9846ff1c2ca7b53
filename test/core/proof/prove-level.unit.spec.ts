import { describe, expect, it } from '@jest/globals';
import { boundOf, type ExactProgramme } from '../../../src/core/proof/exact-programme';
import { halves, keepLevel, multipliersOf, proveLevel } from '../../../src/core/proof/prove-level';
import type { PartProof, ProofNode, ProofRound } from '../../../src/core/proof/receipt-file';
import { exactOf, multipliers, plansOf, sidesOf, worthOf, type TinyExact } from '../../support/tiny-exact';

const using = (...rows: [row: number, multiplier: number][]) => ({ scale: 1, rows });
const node = (...rows: [row: number, multiplier: number][]): ProofNode => ({ multipliers: [using(...rows)] });
const NOTHING: ProofNode = { multipliers: [] };

/** Three columns of which two fit: 2 + 2 + 3 under 4. The relaxation allows 1.83. */
const KNAPSACK: TinyExact = {
  columns: [
    [0, 1],
    [0, 1],
    [0, 1],
  ],
  rows: [{ weights: [2, 2, 3], lower: null, upper: 4 }],
};
const WORTH = worthOf(3, 3, 5);
const proven = (proof: PartProof, reached: bigint, tiny = KNAPSACK, worth = WORTH, kept = reached) =>
  proveLevel(exactOf(tiny), worth, proof, { reached, kept, nextRow: 20 });
const prove = (nodes: readonly ProofNode[], reached: bigint, tiny = KNAPSACK, worth = WORTH) =>
  proven({ nodes }, reached, tiny, worth)!.bound;

describe('a tree of multipliers', () => {
  it.each<[string, ProofNode[], bigint, bigint | null]>([
    ['proves nothing without multipliers', [NOTHING], 6n, null],
    ['gives the bound of its columns', [node()], 6n, 11n],
    ['gives the bound of a row', [node([0, 1])], 6n, 8n],
    ['gives what was reached where nothing better is left', [node([0, 1]), NOTHING], 8n, 8n],
    ['gives a first bound that is lower than what was reached', [node([0, 1])], 9n, 8n],
    ['closes both branches of a split', [{ multipliers: [], split: [2, 0] }, node(), node()], 6n, 6n],
    ['is open where one branch is', [{ multipliers: [], split: [2, 0] }, node(), NOTHING], 6n, null],
    ['is open where the other branch is', [{ multipliers: [], split: [2, 0] }, NOTHING, node()], 6n, null],
    ['takes the highest of its branches', [{ multipliers: [], split: [2, 0] }, node(), node()], 4n, 6n],
    [
      'goes down twice',
      [{ multipliers: [], split: [2, 0] }, { multipliers: [], split: [0, 0] }, ...[node(), node(), node()]],
      5n,
      6n,
    ],
    [
      'is no higher than its first multipliers say',
      [{ multipliers: [using([0, 1])], split: [2, 0] }, ...[NOTHING, NOTHING]],
      6n,
      8n,
    ],
  ])('%s', (_name, nodes, reached, bound) => {
    expect(prove(nodes, reached)).toBe(bound);
  });

  it('uses multipliers one after the other, each on what the last one left', () => {
    const once = prove([{ multipliers: [using()] }], 6n);
    const twice = prove([{ multipliers: [using(), using()] }], 6n);
    expect([once, twice]).toEqual([11n, 6n]);
    // Nothing to bound with, then a bound; and multipliers that cannot be used are passed over.
    expect(prove([{ multipliers: [using([0, -1]), using([0, 1])] }], 6n)).toBe(8n);
    expect(prove([{ multipliers: [using([0, -1]), using([0, 1]), using()] }], 5n)).toBe(8n);
    expect(prove([{ multipliers: [using([0, 1]), using()] }], 8n)).toBe(8n);
    // What is too dear to leave out closes the branch, though the bound itself is higher.
    expect(prove([node()], 8n)).toBe(8n);
    // A branch that is closed already may be split all the same.
    expect(prove([{ multipliers: [using()], split: [2, 0] }, NOTHING, NOTHING], 8n)).toBe(8n);
  });

  it('gives the bound of the first multipliers to start the next level from', () => {
    const { first } = proven({ nodes: [node([0, 1])] }, 6n)!;
    expect(first).toMatchObject({ scaledBound: 8n, multipliers: { scale: 1n } });
    expect(proven({ nodes: [NOTHING] }, 6n)!.first).toBeNull();
    expect(proven({ nodes: [node([0, -1])] }, 6n)).toMatchObject({ bound: null, first: null });
  });

  it('reads multipliers as they are written', () => {
    expect(
      multipliersOf({
        scale: '3',
        rows: [
          [4, '12345678901234567890'],
          [5, -1],
        ],
      }),
    ).toEqual({
      scale: 3n,
      ofRow: new Map([
        [4, 12_345_678_901_234_567_890n],
        [5, -1n],
      ]),
    });
  });
});

describe('rounds before the tree', () => {
  /** Half of the row: no two of the first with the third, and no two and a half. */
  const half: ProofRound = { multipliers: using([0, 1]), learnt: [{ scale: 2, rows: [[0, 1]] }] };

  it('learn rows, which the tree may use', () => {
    const { bound, rest } = proven({ rounds: [half], nodes: [node([20, 3])] }, 5n)!;
    expect(rest.rows.get(20)).toEqual({ lower: null, upper: 2n, terms: worthOf(1, 1, 1) });
    expect([prove([node([20, 3])], 5n), bound]).toEqual([null, 8n]);
    const other = { ...half, learnt: [{ scale: 3, rows: [[0, 2]] as const }] };
    expect(proven({ rounds: [half, other], nodes: [node()] }, 5n)!.rest.rows.get(21)).toEqual({
      ...{ lower: null, upper: 2n, terms: worthOf(1, 1, 2) },
    });
  });

  it('give a bound of their own, and leave out what no plan has that is worth as much', () => {
    expect(proven({ rounds: [half], nodes: [NOTHING] }, 6n)!.bound).toBe(8n);
    // The first two at 4 and the third at 5, of at most 8 in all: whoever has 8 has the first two and not the third.
    const worth = worthOf(4, 4, 5);
    const keep8 = proven(
      { rounds: [{ multipliers: using([0, 2]), learnt: [] }], nodes: [NOTHING] },
      8n,
      KNAPSACK,
      worth,
    )!;
    expect([keep8.bound, sidesOf(keep8.rest)]).toEqual([8n, '1..1 1..1 0..0']);
    const keep7 = proven(
      { rounds: [{ multipliers: using([0, 2]), learnt: [] }], nodes: [NOTHING] },
      8n,
      KNAPSACK,
      worth,
      7n,
    )!;
    expect(sidesOf(keep7.rest)).toBe('0..1 0..1 0..1');
  });

  it('pass over a row that does not follow, and its number', () => {
    const learnt = [{ scale: 1, rows: [[0, -1]] as const }, { scale: 1, rows: [[7, 1]] as const }, ...half.learnt];
    const { rest } = proven({ rounds: [{ ...half, learnt }], nodes: [node()] }, 5n)!;
    expect([...rest.rows.keys()]).toEqual([0, 22]);
  });

  it('prove nothing where they contradict what was reached', () => {
    expect(proven({ rounds: [half], nodes: [node()] }, 9n)).toBeNull();
    expect(proven({ rounds: [{ multipliers: using([0, -1]), learnt: [] }], nodes: [NOTHING] }, 9n)!.bound).toBeNull();
  });
});

describe('a branch split in two', () => {
  const wide = (lower: number, upper: number) =>
    exactOf({
      columns: [
        [lower, upper],
        [0, 1],
      ],
      rows: [{ weights: [1, 1], lower: null, upper: upper + 1 }],
    });
  it.each([
    [0, 3, 1, ['0..1 0..1', '2..3 0..1']],
    [0, 3, 0, ['0..0 0..1', '1..3 0..1']],
    [0, 3, 2, ['0..2 0..1', '3..3 0..1']],
    [0, 3, 3, ['0..3 0..1', null]],
    [0, 3, 7, ['0..3 0..1', null]],
    [2, 3, 1, [null, '2..3 0..1']],
    [2, 3, 2, ['2..2 0..1', '3..3 0..1']],
    [2, 3, -4, [null, '2..3 0..1']],
  ])('of %i to %i at %i', (lower, upper, at, expected) => {
    expect(halves(wide(lower, upper), [0, at]).map(sidesOf)).toEqual(expected);
  });

  it('has no upper half above its column, nor a lower one below it', () => {
    const alone = exactOf({ columns: [[1, 2]], rows: [] });
    expect([0, 1, 2, 3].map((at) => halves(alone, [0, at]).map(sidesOf))).toEqual([
      [null, '1..2'],
      ['1..1', '2..2'],
      ['1..2', null],
      ['1..2', null],
    ]);
  });

  it('draws in what the rows leave of each half', () => {
    const tight = exactOf({
      columns: [
        [0, 1],
        [0, 1],
      ],
      rows: [{ weights: [1, 1], lower: 1, upper: 1 }],
    });
    expect(halves(tight, [0, 0]).map(sidesOf)).toEqual(['0..0 1..1', '1..1 0..0']);
    expect(
      halves(exactOf({ ...KNAPSACK, rows: [{ weights: [5, 1, 1], lower: null, upper: 4 }] }), [0, 0])[1],
    ).toBeNull();
  });
});

describe('what a level leaves for the next', () => {
  const keep = (kept: bigint, bound: bigint | null, ofRow: number[] | null, worth = WORTH): ExactProgramme | null => {
    const programme = exactOf(KNAPSACK);
    const first = ofRow === null ? null : boundOf(programme, worth, multipliers(1, ...ofRow));
    return keepLevel(worth, { bound, first, rest: programme }, { kept, row: 9 });
  };

  it('is a row that keeps what was reached, up to what was proven', () => {
    expect(keep(6n, 8n, null)!.rows.get(9)).toEqual({ lower: 6n, upper: 8n, terms: WORTH });
    expect(keep(6n, null, null)!.rows.get(9)).toMatchObject({ lower: 6n, upper: null });
    expect(plansOf(keep(6n, 6n, null)!)).toEqual([worthOf(1, 1, 0)]);
  });

  it('leaves out columns without worth, and those of another part', () => {
    const worth = new Map([...worthOf(3, 0, 5), [7, 4n] as const]);
    expect([...keep(3n, null, null, worth)!.rows.get(9)!.terms.keys()]).toEqual([0, 2]);
  });

  it('narrows by the first multipliers', () => {
    expect(sidesOf(keep(8n, 8n, null, worthOf(4, 4, 5)))).toBe('0..1 0..1 0..1');
    expect(sidesOf(keep(8n, 8n, [2], worthOf(4, 4, 5)))).toBe('1..1 1..1 0..0');
    expect(keep(8n, 8n, [1])).toBeNull();
    expect(keep(6n, 6n, [1])!.rows.get(0)).toMatchObject({ lower: null, upper: 4n });
    expect(keep(8n, 8n, [1], worthOf(2, 2, 4))).toBeNull();
  });

  it('is nothing where the receipt contradicts itself', () => {
    expect(keep(12n, 20n, null)).toBeNull();
    expect(keep(9n, 9n, [1])).toBeNull();
  });
});
