import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';

export type FollowBody = BodyOf<'/v1/plaatsingen/{id}/nazorgstappen'>;
export type ChangeBody = BodyOf<'/v1/plaatsingen/{id}/wijzigingen'>;
export type TenancyStep =
  { readonly kind: 'follow'; readonly body: FollowBody } | { readonly kind: 'change'; readonly body: ChangeBody };

/** Takes a step in a tenancy, and then lets every list and count read again. */
export function useTenancyStep(id: string, onDone: () => void): UseMutationResult<unknown, ProblemError, TenancyStep> {
  const queries = useQueryClient();
  return useMutation<unknown, ProblemError, TenancyStep>({
    mutationFn: (step) =>
      step.kind === 'follow'
        ? apiPost('/v1/plaatsingen/{id}/nazorgstappen', { path: { id }, body: step.body })
        : apiPost('/v1/plaatsingen/{id}/wijzigingen', { path: { id }, body: step.body }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onDone();
    },
  });
}
