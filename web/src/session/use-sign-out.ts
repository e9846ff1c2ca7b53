import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { apiPost, type AnswerOf } from '../http/api-client';
import type { ProblemError } from '../http/problem-error';

type SignedOut = AnswerOf<'/v1/sessie/afmeldingen', 'post'>;

/** Ends the session, and goes where the sign-in service ends its own. Who was signed out already is let go as well. */
export function useSignOut(): UseMutationResult<SignedOut, ProblemError, void> {
  return useMutation<SignedOut, ProblemError>({
    mutationFn: () => apiPost('/v1/sessie/afmeldingen', { body: undefined }),
    onSuccess: ({ adres }) => window.location.assign(adres),
    onError: ({ status }) => {
      if (status === 401) window.location.assign('/niet-aangemeld?reden=afgemeld');
    },
  });
}
