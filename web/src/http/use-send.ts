import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ProblemError } from './problem-error';

/**
 * Sends a change, and then lets every list and count read again: also after a refusal where that itself can have changed
 * something. `onDone` runs when they have, so that a dialog that closes leaves a page that is up to date.
 */
export function useSend<Wish = void, Answer = unknown>(
  send: (wish: Wish) => Promise<Answer>,
  onDone?: (answer: Answer) => unknown,
  readsAgain: 'after-success' | 'always' = 'after-success',
): UseMutationResult<Answer, ProblemError, Wish> {
  const queries = useQueryClient();
  return useMutation<Answer, ProblemError, Wish>({
    mutationFn: send,
    onError: () => (readsAgain === 'always' ? queries.invalidateQueries() : undefined),
    onSuccess: async (answer) => {
      await queries.invalidateQueries();
      await onDone?.(answer);
    },
  });
}
