/** Numbers of households below this are not told outside the chain of care: they can point at somebody. */
export const SMALLEST_SHOWN = 5;

/**
 * Which counts of a table may be shown without telling a small one, also by difference. A count is shown when it is not
 * small, every count within it is shown, and what the largest of those leave of it is not small either. So whatever is
 * hidden holds somebody of whom no shown count speaks, and no sum or difference of what is shown can give it. What is
 * shown depends on the whole table: give all of it, and leave out rows that were not asked for afterwards.
 *
 * `contains`: whether the households of one count are by definition all among those of another.
 */
export function shownCells<Cell>(
  cells: readonly Cell[],
  countOf: (cell: Cell) => number,
  contains: (outer: Cell, inner: Cell) => boolean,
): ReadonlySet<Cell> {
  const within = new Map(
    cells.map((outer) => [outer, cells.filter((inner) => inner !== outer && contains(outer, inner))]),
  );
  const isSmall = (count: number): boolean => count < SMALLEST_SHOWN;
  const leavesEnough = (cell: Cell, inner: readonly Cell[]): boolean => {
    const largest = inner.filter((each) => !inner.some((other) => other !== each && contains(other, each)));
    // Where these overlap too much is taken off, which hides more and never less.
    const rest = largest.reduce((left, each) => left - countOf(each), countOf(cell));
    return inner.length === 0 || !isSmall(rest);
  };
  const hidden = new Set(cells.filter((cell) => isSmall(countOf(cell)) || !leavesEnough(cell, within.get(cell) ?? [])));
  // What holds a hidden count is hidden too; containing goes all the way down, so once is enough.
  return new Set(
    cells.filter((cell) => !hidden.has(cell) && !(within.get(cell) ?? []).some((inner) => hidden.has(inner))),
  );
}
