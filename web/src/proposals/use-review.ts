import type { UseMutationResult } from '@tanstack/react-query';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import { useSend } from '../http/use-send';

type Review = BodyOf<'/v1/voorstellen/{id}/beoordelingen'>;
/** A code from the list of rejection reasons, which holds exactly the codes that a review may use. */
export type RejectionCode = NonNullable<Extract<Review, { redenCode?: unknown }>['redenCode']>;
type Revocation = BodyOf<'/v1/voorstellen/{id}/herroepingen'>;
export type ReviewStep =
  { readonly kind: 'review'; readonly body: Review } | { readonly kind: 'revoke'; readonly body: Revocation };

/** Approves, rejects or undoes. */
export function useReview(id: string): UseMutationResult<unknown, ProblemError, ReviewStep> {
  return useSend((step: ReviewStep) =>
    step.kind === 'review'
      ? apiPost('/v1/voorstellen/{id}/beoordelingen', { path: { id }, body: step.body })
      : apiPost('/v1/voorstellen/{id}/herroepingen', { path: { id }, body: step.body }),
  );
}
