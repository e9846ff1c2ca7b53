/** The list with the item of this id changed. */
export function replaced<T extends { readonly id: string }>(
  items: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] {
  return items.map((item) => (item.id === id ? change(item) : item));
}
