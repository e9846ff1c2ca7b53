import { useApi } from '../http/use-api';
import type { FilterOption } from './filter-bar';

type OptionPath = '/v1/gemeenten' | '/v1/corporaties' | '/v1/aanbieders' | '/v1/doelgroepen' | '/v1/complexen';

/** The choices of a filter, from a list of the API. */
export function useFilterOptions(path: OptionPath): readonly FilterOption[] {
  const answer = useApi(path, { query: { aantal: 100 } });
  return (answer.data?.items ?? []).map((item) => ({ value: item.id, label: item.naam }));
}
