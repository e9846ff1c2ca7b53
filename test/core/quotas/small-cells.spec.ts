import { describe, expect, it } from '@jest/globals';
import { shownCells, SMALLEST_SHOWN } from '../../../src/core/quotas/small-cells';
import fc from '../../support/fast-check';

/** A count over places and kinds; null: all of them. */
interface Cell {
  readonly place: number | null;
  readonly kind: number | null;
}
const PLACES = [0, 1];
const KINDS = [0, 1];
const MOST = 10;

const covers = (of: number | null, one: number | null): boolean => of === null || of === one;
const contains = (outer: Cell, inner: Cell): boolean =>
  covers(outer.place, inner.place) && covers(outer.kind, inner.kind);
const meets = (a: number | null, b: number | null): boolean => a === null || b === null || a === b;
const overlaps = (a: Cell, b: Cell): boolean => meets(a.place, b.place) && meets(a.kind, b.kind);
const relations = { contains, overlaps };

/** How many households there are of each kind in each place. */
type World = readonly number[];
const countIn = (world: World, { place, kind }: Cell): number =>
  PLACES.flatMap((p) =>
    KINDS.map((k) => (covers(place, p) && covers(kind, k) ? world[p * KINDS.length + k]! : 0)),
  ).reduce((sum, count) => sum + count, 0);
const EVERY_WORLD: readonly World[] = Array.from({ length: (MOST + 1) ** 4 }, (_, number) =>
  [0, 1, 2, 3].map((digit) => Math.floor(number / (MOST + 1) ** digit) % (MOST + 1)),
);

const cells = fc.uniqueArray(
  fc.record({ place: fc.constantFrom(null, ...PLACES), kind: fc.constantFrom(null, ...KINDS) }),
  { minLength: 1, selector: ({ place, kind }) => `${place} ${kind}` },
);
const world = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(7)));
const shownIn = (table: readonly Cell[], counts: World) =>
  shownCells(table, (cell) => countIn(counts, cell), relations);

describe('small numbers in a table', () => {
  it('are never shown', () => {
    fc.assert(
      fc.property(cells, world, (table, counts) => {
        for (const cell of shownIn(table, counts)) expect(countIn(counts, cell)).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
      }),
    );
  });

  it('do not follow from what is shown: other worlds show the same and have another number there', () => {
    fc.assert(
      fc.property(cells, world, (table, counts) => {
        const shown = [...shownIn(table, counts)];
        const told = shown.map((cell) => countIn(counts, cell));
        const possible = EVERY_WORLD.filter((other) => shown.every((cell, at) => countIn(other, cell) === told[at]));
        const small = PLACES.flatMap((place) => [...KINDS.map((kind) => ({ place, kind })), { place, kind: null }])
          .concat(KINDS.map((kind) => ({ place: null as never, kind })))
          .filter((cell) => countIn(counts, cell) < SMALLEST_SHOWN);
        for (const cell of small) {
          expect(new Set(possible.map((other) => countIn(other, cell))).size).toBeGreaterThanOrEqual(SMALLEST_SHOWN);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('hide no number that does no harm: where nothing is small and all lie apart, all are shown', () => {
    const table = PLACES.map((place) => ({ place, kind: 0 }));
    expect([...shownIn(table, [5, 0, 9, 0])]).toHaveLength(2);
  });

  it('leave the total and a part where enough is left beside the part', () => {
    const [all, part, rest]: [Cell, Cell, Cell] = [
      { place: 0, kind: null },
      { place: 0, kind: 0 },
      { place: 0, kind: 1 },
    ];
    expect(shownIn([all, part, rest], [9, 5, 0, 0])).toEqual(new Set([all, part]));
    // The total would give the part that is small.
    expect(shownIn([all, part, rest], [9, 3, 0, 0])).toEqual(new Set([all]));
  });
});
