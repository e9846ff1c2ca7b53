import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError, type DomainErrorCode } from '../../core/errors';
import type { Problem } from '../../core/matching/problem';
import type { Progress } from '../../core/optimizer/propose-matches';
import { PROOF_SECONDS } from '../../engines/proof-seconds';
import type { SolvedProblem, SolveOptions } from '../../engines/solve-problem';
import type { SolverMessage, SolverRequest } from '../../solver.thread';

export interface ThreadControl {
  /** Aborting ends the thread at once; the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** How long a thread may take beyond its time limit before it is ended; an engine looks at its clock only now and then. */
const GRACE_SECONDS = 30;

/**
 * Solves and verifies a problem in a fresh thread, so that nothing of one round is left for the next. The caller judges the
 * violations. Rejects with the `DomainError` of the optimiser, with `engine-failed` where the thread breaks or does not stop,
 * or with the reason of the signal.
 */
export function solveInThread(
  problem: Problem,
  options: SolveOptions,
  { signal, onProgress }: ThreadControl = {},
): Promise<SolvedProblem> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const workerData: SolverRequest = { problem, options };
    const worker = new Worker(threadFile(), { workerData });
    const proofs = options.proofs ? PROOF_SECONDS.receipt + PROOF_SECONDS.swaps : 0;
    const limit = (options.timeLimitSeconds + proofs + GRACE_SECONDS) * 1000;
    const overdue = setTimeout(
      () => fail(new DomainError('engine-failed', `The solver did not stop within its time limit`, { limit })),
      limit,
    );
    const onAbort = () => fail(reasonOf(signal!));
    const finish = () => {
      clearTimeout(overdue);
      signal?.removeEventListener('abort', onAbort);
      void worker.terminate();
    };
    const fail = (error: Error) => {
      finish();
      reject(error);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: SolverMessage) => {
      if (message.kind === 'progress') return onProgress?.(message.progress);
      if (message.kind === 'failed') return fail(errorOf(message));
      finish();
      resolve(message.solved);
    });
    worker.on('error', (error) => fail(new DomainError('engine-failed', `The solver broke: ${String(error)}`)));
    worker.on('exit', (code) => fail(new DomainError('engine-failed', `The solver ended with code ${code}`, { code })));
  });
}

/** Beside the compiled code; under a test runner that runs the sources, `WOONPLEK_SOLVER_THREAD` names a compiled copy. */
function threadFile(): string {
  const file = process.env['WOONPLEK_SOLVER_THREAD'] ?? join(__dirname, '../../solver.thread.js');
  if (existsSync(file)) return file;
  throw new DomainError(
    'engine-failed',
    `The solver's thread is not there: ${file}. Build first, or set WOONPLEK_SOLVER_THREAD.`,
  );
}

function errorOf({ code, message, details }: Extract<SolverMessage, { kind: 'failed' }>): DomainError {
  return new DomainError((code ?? 'engine-failed') as DomainErrorCode, message, details as Record<string, unknown>);
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(`aborted: ${String(reason)}`);
}
