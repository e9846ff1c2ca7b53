import type { UseMutationResult } from '@tanstack/react-query';
import { apiPost, type BodyOf } from '../../http/api-client';
import type { ProblemError } from '../../http/problem-error';
import { useSend } from '../../http/use-send';

/** The steps that only ask why, by their action. */
export type NoteStep = 'doorzetten' | 'terugzetten' | 'heropenen';
export type Withdrawal = BodyOf<'/v1/voorstellen/{id}/intrekkingen'>;
export type ProposalStep =
  | { readonly step: NoteStep; readonly body: BodyOf<'/v1/voorstellen/{id}/doorzettingen'> }
  | { readonly step: 'intrekken'; readonly body: Withdrawal }
  /** For a home of the region itself, by another coordinator than the one who reviewed. */
  | { readonly step: 'bevestigen'; readonly body: BodyOf<'/v1/toewijzingen/{id}/bevestigingen'> };

const PATHS = {
  doorzetten: '/v1/voorstellen/{id}/doorzettingen',
  terugzetten: '/v1/voorstellen/{id}/terugzettingen',
  heropenen: '/v1/voorstellen/{id}/heropeningen',
} as const satisfies Record<NoteStep, string>;

/** Takes the step of a proposal back, or brings the proposal to its end. */
export function useProposalStep(id: string): UseMutationResult<unknown, ProblemError, ProposalStep> {
  return useSend((wish: ProposalStep): Promise<unknown> => {
    if (wish.step === 'intrekken')
      return apiPost('/v1/voorstellen/{id}/intrekkingen', { path: { id }, body: wish.body });
    if (wish.step === 'bevestigen')
      return apiPost('/v1/toewijzingen/{id}/bevestigingen', { path: { id }, body: wish.body });
    return apiPost(PATHS[wish.step], { path: { id }, body: wish.body });
  });
}
