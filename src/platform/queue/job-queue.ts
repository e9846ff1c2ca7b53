import type { JobDefinition } from './job-definition';

export interface JobStatus {
  readonly state: 'waiting' | 'active' | 'completed' | 'failed';
  /** What the handler reported last. */
  readonly progress: unknown;
  readonly attempts: number;
  /** Why the last attempt failed. */
  readonly failure: string | undefined;
}

/**
 * The port to the queue. Put a job in **after** the transaction that made its row has committed; if the process dies in
 * between, the reconciler finds the row.
 */
export abstract class JobQueue {
  /**
   * Hands over a job. While a job of this kind with the same id waits or runs, a second one is dropped; one that has
   * finished or failed may be handed over again. Rejects when the payload does not fit or the backend is unreachable.
   */
  abstract enqueue<Payload>(
    job: JobDefinition<Payload>,
    payload: Payload,
    options: { readonly jobId: string },
  ): Promise<void>;

  /** Where a job stands; undefined when the queue does not know it (any more). */
  abstract status(job: JobDefinition<unknown>, jobId: string): Promise<JobStatus | undefined>;

  /**
   * Takes a job off the queue, or tells its running handler in this process to stop. False when there was nothing to
   * cancel, or when another process is running it.
   */
  abstract cancel(job: JobDefinition<unknown>, jobId: string): Promise<boolean>;

  /** Resolves when the backend answers; rejects otherwise. */
  abstract ping(): Promise<void>;
}
