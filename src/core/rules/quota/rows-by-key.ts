/** Places of rows by the thing they are about, so that a pair finds its rows without trying all. */
export function rowsByKey<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  items.forEach((item, row) => {
    const key = keyOf(item);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  });
  return rows;
}
