import type { FilterOption } from '../lists/filter-bar';
import { useFilterOptions } from '../lists/use-filter-options';
import { useSession } from '../session/session';

/** The choices of the filter on the contact person: oneself, nobody, or a colleague. */
export function useContactOptions(): readonly FilterOption[] {
  const own = useSession()?.persoon.id;
  const colleagues = useFilterOptions('/v1/collegas').filter(({ value }) => value !== own);
  return [{ value: 'mij', label: 'Ikzelf' }, { value: 'geen', label: 'Nog niemand' }, ...colleagues];
}
