// The solver's own thread: a problem in, progress and one answer out, then the next. It keeps the event loop of its process free.
import { parentPort } from 'node:worker_threads';
import { DomainError } from './core/errors';
import type { Problem } from './core/matching/problem';
import type { Progress } from './core/optimizer/propose-matches';
import { solveProblem, type SolvedProblem, type SolveOptions } from './engines/solve-problem';

export interface SolverRequest {
  readonly problem: Problem;
  readonly options: SolveOptions;
}

export type SolverMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'solved'; readonly solved: SolvedProblem }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string; readonly details: unknown };

const post = (message: SolverMessage) => parentPort?.postMessage(message);

async function answer({ problem, options }: SolverRequest): Promise<void> {
  try {
    const solved = await solveProblem(problem, options, (progress) => post({ kind: 'progress', progress }));
    post({ kind: 'solved', solved });
  } catch (error) {
    if (error instanceof DomainError) {
      post({ kind: 'failed', code: error.code, message: error.message, details: error.details });
    } else {
      post({
        kind: 'failed',
        code: null,
        message: error instanceof Error ? error.message : String(error),
        details: {},
      });
    }
  }
}

parentPort?.on('message', (request: SolverRequest) => void answer(request));
