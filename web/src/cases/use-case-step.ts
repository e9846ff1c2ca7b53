import type { UseMutationResult } from '@tanstack/react-query';
import { apiPost, type BodyOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';
import { useSend } from '../http/use-send';

export type OfferBody = BodyOf<'/v1/voorstellen/{id}/aanbiedingen'>;
export type AnswerBody = BodyOf<'/v1/voorstellen/{id}/antwoorden'>;
export type RefusalCode = Extract<AnswerBody, { antwoord: 'weigeren' }>['redenCode'];

export type CaseStep =
  | { readonly kind: 'offer'; readonly body: OfferBody }
  | { readonly kind: 'answer'; readonly body: AnswerBody }
  | { readonly kind: 'no-show'; readonly body: BodyOf<'/v1/voorstellen/{id}/niet-verschenen'> }
  | { readonly kind: 'judge'; readonly body: BodyOf<'/v1/voorstellen/{id}/weigeringsoordelen'> }
  | { readonly kind: 'prepare'; readonly body: BodyOf<'/v1/voorstellen/{id}/voorbereidingen'> }
  | {
      readonly kind: 'point';
      readonly point: string;
      readonly body: BodyOf<'/v1/voorstellen/{id}/landingspunten/{punt}'>;
    }
  | { readonly kind: 'key'; readonly body: BodyOf<'/v1/voorstellen/{id}/huisvestingen'> };

function send(id: string, step: CaseStep): Promise<unknown> {
  const path = { id };
  switch (step.kind) {
    case 'offer':
      return apiPost('/v1/voorstellen/{id}/aanbiedingen', { path, body: step.body });
    case 'answer':
      return apiPost('/v1/voorstellen/{id}/antwoorden', { path, body: step.body });
    case 'no-show':
      return apiPost('/v1/voorstellen/{id}/niet-verschenen', { path, body: step.body });
    case 'judge':
      return apiPost('/v1/voorstellen/{id}/weigeringsoordelen', { path, body: step.body });
    case 'prepare':
      return apiPost('/v1/voorstellen/{id}/voorbereidingen', { path, body: step.body });
    case 'point':
      return apiPost('/v1/voorstellen/{id}/landingspunten/{punt}', {
        path: { id, punt: step.point },
        body: step.body,
      });
    case 'key':
      return apiPost('/v1/voorstellen/{id}/huisvestingen', { path, body: step.body });
  }
}

/** Takes a step in a case. */
export function useCaseStep(id: string, onDone?: () => void): UseMutationResult<unknown, ProblemError, CaseStep> {
  return useSend((step: CaseStep) => send(id, step), onDone);
}
