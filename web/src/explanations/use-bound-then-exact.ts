import type { UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, PathOf, PathValues, QueryValues } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import { useApi } from '../http/use-api';

interface BoundThenExact<Answer> {
  /** What is to be shown now, in the states of a read. */
  readonly query: UseQueryResult<Answer, ProblemError>;
  /** The exact answer is still under way. */
  readonly isWorking: boolean;
}

/** Asks what is known at once and what is exact, together. Leaving the page ends the work on the server. */
export function useBoundThenExact<P extends PathOf<'get'>>(
  path: P,
  options: { readonly path: PathValues; readonly query?: QueryValues; readonly enabled?: boolean },
): BoundThenExact<AnswerOf<P, 'get'>> {
  const { enabled } = options;
  const exact = useApi(path, { path: options.path, enabled, query: { ...options.query, nauwkeurig: 'true' } });
  const hasExact = exact.data !== undefined && !exact.isPlaceholderData;
  const bound = useApi(path, {
    path: options.path,
    enabled: enabled !== false && !hasExact,
    query: { ...options.query, nauwkeurig: 'false' },
  });
  return { query: hasExact || exact.isError ? exact : bound, isWorking: !hasExact && !exact.isError };
}
