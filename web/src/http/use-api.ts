import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { apiGet, type AnswerOf, type PathOf, type PathValues, type QueryValues } from './api-client';
import type { ProblemError } from './problem-error';

interface UseApiOptions<Answer> {
  readonly path?: PathValues;
  readonly query?: QueryValues;
  readonly enabled?: boolean;
  /** Milliseconds between two looks, or false to stop. */
  readonly pollEvery?: (answer: Answer | undefined) => number | false;
}

/** Reads from the API and keeps what was shown while a next page or filter loads. */
export function useApi<P extends PathOf<'get'>>(
  path: P,
  options: UseApiOptions<AnswerOf<P, 'get'>> = {},
): UseQueryResult<AnswerOf<P, 'get'>, ProblemError> {
  return useQuery<AnswerOf<P, 'get'>, ProblemError>({
    queryKey: [path, options.path ?? {}, options.query ?? {}],
    queryFn: ({ signal }) => apiGet(path, { path: options.path, query: options.query, signal }),
    enabled: options.enabled ?? true,
    placeholderData: options.query === undefined ? undefined : keepPreviousData,
    refetchInterval: (query) => options.pollEvery?.(query.state.data) ?? false,
  });
}
