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
/** How long a thread waits for the next problem: its code is compiled by then, which halves the time of a small round. */
const IDLE_SECONDS = 30;

/** The thread that waits, and what ends its wait. */
let idle: { readonly worker: Worker; readonly rest: NodeJS.Timeout } | null = null;

/**
 * Solves and verifies a problem in a thread that does nothing else meanwhile. It may have solved others before: it keeps
 * compiled code and no facts. A thread that failed or was stopped is not used again. The caller judges the violations.
 * Rejects with the `DomainError` of the optimiser, with `engine-failed` where the thread breaks or does not stop, or with the
 * reason of the signal.
 */
export function solveInThread(
  problem: Problem,
  options: SolveOptions,
  { signal, onProgress }: ThreadControl = {},
): Promise<SolvedProblem> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(reasonOf(signal));
    const worker = takeThread();
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
      stopListening(worker);
    };
    const fail = (error: Error) => {
      finish();
      void worker.terminate();
      reject(error);
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', (message: SolverMessage) => {
      if (message.kind === 'progress') return onProgress?.(message.progress);
      if (message.kind === 'failed') return fail(errorOf(message));
      finish();
      keepThread(worker);
      resolve(message.solved);
    });
    worker.on('error', (error) => fail(new DomainError('engine-failed', `The solver broke: ${String(error)}`)));
    worker.on('exit', (code) => fail(new DomainError('engine-failed', `The solver ended with code ${code}`, { code })));
    worker.postMessage({ problem, options } satisfies SolverRequest);
  });
}

/** A worker has listeners of its own, which must stay. */
function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}

function takeThread(): Worker {
  if (idle === null) return new Worker(threadFile());
  const { worker, rest } = idle;
  idle = null;
  clearTimeout(rest);
  stopListening(worker);
  worker.ref();
  return worker;
}

function keepThread(worker: Worker): void {
  if (idle !== null) return void worker.terminate();
  const forget = () => {
    if (idle?.worker === worker) idle = null;
  };
  worker.on('error', forget);
  worker.on('exit', forget);
  worker.unref();
  const rest = setTimeout(() => {
    forget();
    void worker.terminate();
  }, IDLE_SECONDS * 1000).unref();
  idle = { worker, rest };
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
