import { useNavigate, useSearch } from '@tanstack/react-router';

/** What the address of a list holds: a page, an order and filters, all as text. */
export type ListSearch = Readonly<Record<string, string | undefined>>;

/** Keeps only what a list knows, so that a stray key in an address does no harm. */
export function listSearch(filters: readonly string[]) {
  const known = new Set(['pagina', 'sorteer', ...filters]);
  return (search: Record<string, unknown>): ListSearch =>
    Object.fromEntries(
      Object.entries(search).filter((entry): entry is [string, string] => known.has(entry[0]) && entry[1] !== ''),
    );
}

export interface ListState {
  readonly search: ListSearch;
  readonly page: number;
  readonly sort: string | undefined;
  readonly setFilter: (name: string, value: string) => void;
  readonly setSort: (sort: string) => void;
  /** Drops these filters and the page; keeps the order and whatever else the address says. */
  readonly clear: (names: readonly string[]) => void;
}

/** Filters, order and page of the list on this address. A new filter or order goes back to the first page. */
export function useListState(): ListState {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (next: ListSearch) => void navigate({ to: '.', search: next as never, replace: true });
  return {
    search,
    page: Math.max(1, Number(search.pagina ?? '1') || 1),
    sort: search.sorteer,
    setFilter: (name, value) => go({ ...search, [name]: value === '' ? undefined : value, pagina: undefined }),
    setSort: (sort) => go({ ...search, sorteer: sort, pagina: undefined }),
    clear: (names) =>
      go(Object.fromEntries(Object.entries(search).filter(([key]) => key !== 'pagina' && !names.includes(key)))),
  };
}
