import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ProblemError } from './problem-error';

/**
 * Sends a change, and then lets every list and count read again. `onDone` runs when they have, so that a dialog that closes
 * leaves a page that is up to date.
 */
export function useSend<Wish, Answer = unknown>(
  send: (wish: Wish) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
): UseMutationResult<Answer, ProblemError, Wish> {
  const queries = useQueryClient();
  return useMutation<Answer, ProblemError, Wish>({
    mutationFn: send,
    onSuccess: async (answer) => {
      await queries.invalidateQueries();
      onDone?.(answer);
    },
  });
}
