import { availableParallelism } from 'node:os';
import { OnWorkerEvent, Processor, WorkerHost } from '@nestjs/bullmq';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type Job, UnrecoverableError } from 'bullmq';
import { JobHandlers } from './job-handlers';
import { QUEUE_NAME } from './queue-backend';

const CANCELLED = 'cancelled';
const STOPPING = 'stopping';

/** Short, so that the work of a process that was killed is picked up within seconds; handlers leave the event loop free. */
const LOCK_MILLISECONDS = 10_000;

/** Takes jobs from the queue and gives them to their handlers. */
@Injectable()
@Processor(QUEUE_NAME, {
  // It starts when the whole application stands, not while its parts are still being made.
  autorun: false,
  concurrency: Math.max(1, availableParallelism() - 1),
  lockDuration: LOCK_MILLISECONDS,
  stalledInterval: LOCK_MILLISECONDS / 2,
  maxStalledCount: 5,
  drainDelay: 5,
})
export class BullmqJobProcessor extends WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('queue');
  private isStopping = false;

  constructor(private readonly handlers: JobHandlers) {
    super();
  }

  onApplicationBootstrap(): void {
    this.worker.run().catch((error: unknown) => this.logger.error(`The worker stopped: ${String(error)}`));
  }

  /** Running handlers are told to let go, so that stopping does not wait for a solver; their jobs are tried again later. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    // No new work first: a job that is let go would otherwise be taken up again by this same worker.
    await this.worker.pause(true);
    this.worker.cancelAllJobs(STOPPING);
  }

  async process(job: Job, _token?: string, signal?: AbortSignal): Promise<void> {
    // It was being taken up while the process began to stop; nobody would tell its handler.
    if (this.isStopping) throw new Error(STOPPING);
    const { job: definition, handler } = this.handlers.find(job.name);
    const context = {
      jobId: job.id?.slice(job.name.length + 1) ?? '',
      attempt: job.attemptsMade + 1,
      signal: signal ?? new AbortController().signal,
      progress: (report: object | number) => job.updateProgress(report),
    };
    try {
      await handler.handle(definition.payload.parse(job.data), context);
    } catch (error) {
      if (signal?.aborted && signal.reason === CANCELLED) throw new UnrecoverableError(CANCELLED);
      throw error;
    }
  }

  /** False when this process is not running the job. */
  cancel(id: string): boolean {
    return this.worker.cancelJob(id, CANCELLED);
  }

  @OnWorkerEvent('failed')
  onFailed(job: Job | undefined, error: Error): void {
    this.logger.warn(`${job?.id ?? 'a job'} failed (attempt ${job?.attemptsMade ?? '?'}): ${error.message}`);
  }
}
