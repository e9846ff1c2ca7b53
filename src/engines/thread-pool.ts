import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { DomainError } from '../core/errors';
import type { Engine, EngineAnswer, EngineLimits } from '../core/optimizer/engine';
import type { Milp } from '../core/optimizer/milp';

/** How long a thread may be silent beyond its time limit before it is ended. */
const GRACE_SECONDS = 10;
/** A memory of 2 GiB each is the most that WebAssembly allows; more threads than this only wait for the caller. */
const MOST_THREADS = 8;

/** What goes to a thread; an `EngineAnswer` comes back. */
export interface ThreadQuestion {
  readonly milp: Milp;
  readonly limits: EngineLimits;
  readonly whole: boolean;
}

interface Job {
  readonly question: ThreadQuestion;
  readonly settle: (answer: EngineAnswer) => void;
}

/**
 * HiGHS in several threads, behind the port of one engine: calls that are made at the same time run at the same time, as many
 * as there are threads, and the others wait. A thread that breaks or falls silent gives the answer `failed` and is replaced.
 * What an engine answers does not depend on the thread, so neither does the plan.
 */
export class HighsThreads {
  private readonly idle: Worker[] = [];
  private readonly waiting: Job[] = [];
  private busy = 0;

  constructor(
    private readonly version: string,
    readonly threads = Math.min(MOST_THREADS, Math.max(1, availableParallelism())),
  ) {}

  get engine(): Engine {
    const ask = (whole: boolean) => (milp: Milp, limits: EngineLimits) =>
      new Promise<EngineAnswer>((settle) => {
        this.waiting.push({ question: { milp, limits, whole }, settle });
        this.next();
      });
    return {
      id: 'highs',
      version: this.version,
      givesDuals: true,
      solveRelaxation: ask(false),
      solveWhole: ask(true),
    };
  }

  /** Ends the threads. Nothing may be under way. */
  async close(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.busy >= this.threads || this.waiting.length === 0) return;
    const job = this.waiting.shift()!;
    this.busy++;
    this.run(job, this.idle.pop() ?? new Worker(threadFile()));
  }

  private run({ question, settle }: Job, worker: Worker): void {
    const finish = (answer: EngineAnswer, isUsable: boolean) => {
      clearTimeout(overdue);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      // An idle thread must not keep the process awake.
      worker.unref();
      if (isUsable) this.idle.push(worker);
      else void worker.terminate();
      this.busy--;
      settle(answer);
      this.next();
    };
    const fail = (message: string) => finish({ status: 'failed', message }, false);
    const limit = Math.min((question.limits.timeLimitSeconds + GRACE_SECONDS) * 1000, 2 ** 31 - 1);
    const overdue = setTimeout(() => fail('the thread did not answer within its time limit'), limit);
    const onMessage = (answer: EngineAnswer) => finish(answer, true);
    const onError = (error: unknown) => fail(String(error));
    const onExit = (code: number) => fail(`the thread ended with code ${code}`);
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.ref();
    worker.postMessage(question);
  }
}

/** Beside the compiled code; under a test runner that runs the sources, beside the compiled copy of the solver's thread. */
function threadFile(): string {
  const beside = join(__dirname, 'highs.thread.js');
  if (existsSync(beside)) return beside;
  const compiled = process.env['WOONPLEK_SOLVER_THREAD'];
  const file = compiled === undefined ? beside : join(dirname(compiled), 'engines/highs.thread.js');
  if (existsSync(file)) return file;
  throw new DomainError('engine-failed', `The thread of HiGHS is not there: ${file}. Build first.`);
}
