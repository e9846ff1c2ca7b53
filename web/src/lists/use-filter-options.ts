import { useApi } from '../http/use-api';
import type { FilterOption } from './filter-bar';

type ListPath = '/v1/gemeenten' | '/v1/corporaties' | '/v1/aanbieders' | '/v1/doelgroepen' | '/v1/complexen';
/** Lists that are always whole. */
type WholePath = '/v1/loghandelingen' | '/v1/collegas';

/** The choices of a filter, from a list of the API. */
export function useFilterOptions(path: ListPath | WholePath): readonly FilterOption[] {
  const isWhole = path === '/v1/loghandelingen' || path === '/v1/collegas';
  const answer = useApi(path, isWhole ? {} : { query: { aantal: 100 } });
  return (answer.data?.items ?? []).map((item) => ({ value: item.id, label: item.naam }));
}
