import type { UseMutationResult } from '@tanstack/react-query';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import { useSend } from '../http/use-send';

export type FollowBody = BodyOf<'/v1/plaatsingen/{id}/nazorgstappen'>;
export type ChangeBody = BodyOf<'/v1/plaatsingen/{id}/wijzigingen'>;
export type TenancyStep =
  { readonly kind: 'follow'; readonly body: FollowBody } | { readonly kind: 'change'; readonly body: ChangeBody };

/** Takes a step in a tenancy. */
export function useTenancyStep(id: string, onDone: () => void): UseMutationResult<unknown, ProblemError, TenancyStep> {
  return useSend(
    (step: TenancyStep): Promise<unknown> =>
      step.kind === 'follow'
        ? apiPost('/v1/plaatsingen/{id}/nazorgstappen', { path: { id }, body: step.body })
        : apiPost('/v1/plaatsingen/{id}/wijzigingen', { path: { id }, body: step.body }),
    onDone,
  );
}
