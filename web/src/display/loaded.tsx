import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProblemError } from '../http/problem-error';
import { ProblemNotice } from './problem-notice';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T, ProblemError>;
  /** What is loading, as in "De voorstellen worden geladen". */
  readonly loading: string;
  readonly children: (data: T) => ReactNode;
}

/** Shows a read in its three states: under way, failed, there. */
export function Loaded<T>({ query, loading, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isRefetchError && query.error.status === 0 ? (
          <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) {
    const mayPass = ![400, 403, 404].includes(query.error.status);
    return <ProblemNotice error={query.error} onRetry={mayPass ? () => void query.refetch() : undefined} />;
  }
  return (
    <p className="wp-loading" role="status">
      {loading} …
    </p>
  );
}
