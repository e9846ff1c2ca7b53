/** Numbers of households below this are not told outside the chain of care: they can point at somebody. */
export const SMALLEST_SHOWN = 5;

/** How the counts of a table relate, by what they count and not by what is in them today. */
export interface CellRelations<Cell> {
  /** Whether everybody in one count is also in another. */
  readonly contains: (outer: Cell, inner: Cell) => boolean;
  /** Whether somebody could be in both. */
  readonly overlaps: (one: Cell, other: Cell) => boolean;
}

/**
 * Which counts of a table may be shown so that no small one is told, nor follows from sums and differences (secondary
 * suppression in the Handbook on Statistical Disclosure Control). Two counts that are shown lie apart or one within the
 * other, and what is left of each without those within it is not small. So a count that is hidden either is a sum of such
 * rests, and then not small, or cuts through one, of at least five households that could be on either side.
 *
 * Totals come first, then parts as far as they fit. What is shown depends on the whole table: give all of it, and leave out
 * what was not asked for afterwards.
 */
export function shownCells<Cell>(
  cells: readonly Cell[],
  countOf: (cell: Cell) => number,
  { contains, overlaps }: CellRelations<Cell>,
): ReadonlySet<Cell> {
  const shown: Cell[] = [];
  const isWithin = (inner: Cell, outer: Cell): boolean => inner !== outer && contains(outer, inner);
  const isNested = (one: Cell, other: Cell): boolean =>
    !overlaps(one, other) || contains(one, other) || contains(other, one);
  const restOf = (cell: Cell): number => {
    const inner = shown.filter((each) => isWithin(each, cell));
    const largest = inner.filter((each) => !inner.some((other) => isWithin(each, other)));
    return largest.reduce((rest, each) => rest - countOf(each), countOf(cell));
  };
  const largestFirst = [...cells].sort((a, b) => countOf(b) - countOf(a));
  for (const cell of largestFirst) {
    if (countOf(cell) < SMALLEST_SHOWN || !shown.every((other) => isNested(cell, other))) continue;
    shown.push(cell);
    if (shown.some((each) => restOf(each) < SMALLEST_SHOWN)) shown.pop();
  }
  return new Set(shown);
}
