import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError, type DomainErrorCode } from '../../core/errors';
import type { Answers, Question, QuestionKind, RunFiles } from '../../engines/answer-question';
import type { ExplainReply, ExplainRequest } from '../../explain.thread';

/** How many rounds stay open; the one that was asked about longest ago goes first. */
const OPEN_RUNS = 3;
/** How long a thread may go on with a question that nobody waits for, or beyond its time limit, before it is ended. */
const GRACE_SECONDS = 5;
/** A thread that nobody asks anything is ended after this long: it holds the memory of its rounds. */
const IDLE_SECONDS = 300;

export interface Asked {
  /** Names the round: the same key, the same files. */
  readonly key: string;
  /** Called only where the round is not open yet. */
  readonly files: () => Promise<RunFiles>;
  readonly timeLimitSeconds: number;
  /** Aborting stops the work; the promise rejects with the signal's reason at once. */
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly resolve: (answer: Answers[QuestionKind]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Answers questions about rounds in one thread beside the event loop. Rounds stay open in it, so that a question costs only
 * what is new in it. Questions are answered in the order in which they come.
 */
export class ExplainThread {
  private worker: Worker | undefined;
  /** Keys of open rounds, the one asked about last at the end. */
  private open: string[] = [];
  private readonly waiting = new Map<number, Waiting>();
  private idle: NodeJS.Timeout | undefined;
  private lastId = 0;

  /** Rejects with the `DomainError` of the question, `engine-failed` where the thread breaks, or the reason of the signal. */
  async ask<Kind extends QuestionKind>(
    question: Extract<Question, { kind: Kind }>,
    { key, files, timeLimitSeconds, signal }: Asked,
  ): Promise<Answers[Kind]> {
    const wasOpen = this.open.includes(key);
    const loaded = wasOpen ? null : await files();
    if (signal?.aborted) throw reasonOf(signal);
    const worker = this.ready();
    this.keepOpen(worker, key, loaded ?? (this.open.includes(key) ? null : await files()));
    const id = ++this.lastId;
    const cancelled = new Int32Array(new SharedArrayBuffer(4));
    return new Promise<Answers[Kind]>((resolve, reject) => {
      const limit = (timeLimitSeconds + GRACE_SECONDS) * 1000;
      let overdue: NodeJS.Timeout | undefined;
      const finish = () => {
        clearTimeout(overdue);
        signal?.removeEventListener('abort', onAbort);
        this.waiting.delete(id);
        this.rest();
      };
      const onAbort = () => {
        Atomics.store(cancelled, 0, 1);
        reject(reasonOf(signal!));
        clearTimeout(overdue);
        overdue = setTimeout(() => this.restart(worker), GRACE_SECONDS * 1000).unref();
      };
      // The questions before this one have their own limits, so this one is overdue only after all of them.
      overdue = setTimeout(() => this.restart(worker), limit * (this.waiting.size + 1)).unref();
      this.waiting.set(id, {
        resolve: (answer) => (finish(), resolve(answer as Answers[Kind])),
        reject: (error) => (finish(), reject(error)),
      });
      signal?.addEventListener('abort', onAbort, { once: true });
      post(worker, { kind: 'ask', id, key, question, timeLimitSeconds, cancelled });
    });
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.forget(new DomainError('engine-failed', 'The explanations were ended'));
    await worker?.terminate();
  }

  private ready(): Worker {
    clearTimeout(this.idle);
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(threadFile());
    worker.unref();
    worker.on('message', (message: ExplainReply) => {
      const waiting = this.waiting.get(message.id);
      if (message.kind === 'answered') waiting?.resolve(message.answer);
      else waiting?.reject(errorOf(message));
    });
    worker.on('error', (error) => this.broke(worker, `The explanations broke: ${String(error)}`));
    worker.on('exit', (code) => this.broke(worker, `The explanations ended with code ${code}`));
    this.worker = worker;
    return worker;
  }

  private keepOpen(worker: Worker, key: string, files: RunFiles | null): void {
    if (this.open.includes(key)) this.open = this.open.filter((each) => each !== key);
    else if (files !== null) post(worker, { kind: 'open', key, files });
    this.open.push(key);
    while (this.open.length > OPEN_RUNS) post(worker, { kind: 'close', key: this.open.shift()! });
  }

  private rest(): void {
    if (this.waiting.size > 0) return;
    clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close(), IDLE_SECONDS * 1000).unref();
  }

  private restart(worker: Worker): void {
    this.broke(worker, 'The explanations did not stop within their time limit');
    void worker.terminate();
  }

  private broke(worker: Worker, message: string): void {
    if (this.worker === worker) this.forget(new DomainError('engine-failed', message));
  }

  private forget(error: DomainError): void {
    clearTimeout(this.idle);
    this.worker = undefined;
    this.open = [];
    for (const { reject } of [...this.waiting.values()]) reject(error);
  }
}

function post(worker: Worker, request: ExplainRequest): void {
  worker.postMessage(request);
}

/** Beside the solver's thread; see there. */
function threadFile(): string {
  const solver = process.env['WOONPLEK_SOLVER_THREAD'];
  const file = join(solver === undefined ? join(__dirname, '../..') : dirname(solver), 'explain.thread.js');
  if (existsSync(file)) return file;
  throw new DomainError('engine-failed', `The thread of the explanations is not there: ${file}. Build first.`);
}

function errorOf({ code, message, details }: Extract<ExplainReply, { kind: 'failed' }>): DomainError {
  return new DomainError((code ?? 'engine-failed') as DomainErrorCode, message, details as Record<string, unknown>);
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error(`aborted: ${String(reason)}`);
}
