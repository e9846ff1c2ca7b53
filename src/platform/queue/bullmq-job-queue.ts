import { InjectQueue } from '@nestjs/bullmq';
import { Injectable, Optional } from '@nestjs/common';
import type { Job, JobState, Queue } from 'bullmq';
import { BullmqJobProcessor } from './bullmq-job.processor';
import type { JobDefinition } from './job-definition';
import { JobQueue, type JobStatus } from './job-queue';
import { QUEUE_NAME } from './queue-backend';

const HOUR_IN_SECONDS = 3600;

/** BullMQ waits for a lost backend for as long as it takes; who hands work over must be able to go on. */
const PATIENCE_MILLISECONDS = 5000;

/** Carries jobs through BullMQ; the same code serves both of its backends. */
@Injectable()
export class BullmqJobQueue extends JobQueue {
  constructor(
    @InjectQueue(QUEUE_NAME) private readonly queue: Queue,
    @Optional() private readonly processor?: BullmqJobProcessor,
  ) {
    super();
  }

  async enqueue<Payload>(
    job: JobDefinition<Payload>,
    payload: Payload,
    options: { readonly jobId: string },
  ): Promise<void> {
    const data = job.payload.parse(payload);
    await withinPatience(this.add(job, data, fullId(job, options.jobId)));
  }

  async status(job: JobDefinition<unknown>, jobId: string): Promise<JobStatus | undefined> {
    const found = await this.find(fullId(job, jobId));
    if (!found) return undefined;
    const state = stateOf(await found.getState());
    if (!state) return undefined;
    return { state, progress: found.progress, attempts: found.attemptsMade, failure: found.failedReason || undefined };
  }

  async cancel(job: JobDefinition<unknown>, jobId: string): Promise<boolean> {
    const found = await this.find(fullId(job, jobId));
    if (!found) return false;
    const state = stateOf(await found.getState());
    if (state === 'active') return this.processor?.cancel(fullId(job, jobId)) ?? false;
    if (state !== 'waiting') return false;
    await found.remove();
    return true;
  }

  async ping(): Promise<void> {
    await this.queue.waitUntilReady();
    await this.queue.getJobCounts('waiting');
  }

  private async add<Payload>(job: JobDefinition<Payload>, data: Payload, id: string): Promise<void> {
    // BullMQ drops an id that it still remembers; a finished job must not stand in the way of doing it again.
    const earlier = await this.find(id);
    if (earlier && (await isFinished(earlier))) await earlier.remove();
    await this.queue.add(job.name, data, {
      jobId: id,
      attempts: job.attempts,
      backoff: { type: 'exponential', delay: job.backoffMilliseconds },
      removeOnComplete: { age: HOUR_IN_SECONDS, count: 500 },
      removeOnFail: { age: 24 * HOUR_IN_SECONDS, count: 500 },
    });
  }

  private find(id: string): Promise<Job | undefined> {
    return this.queue.getJob(id);
  }
}

/** Rejects when the backend does not answer in time. What was asked may still happen later: handing over twice is harmless. */
async function withinPatience<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The queue does not answer')), PATIENCE_MILLISECONDS);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

/** Ids are unique for the queue as a whole, and BullMQ keeps ':' for itself. */
function fullId(job: JobDefinition<unknown>, jobId: string): string {
  return `${job.name}.${jobId.replaceAll(':', '_')}`;
}

async function isFinished(job: Job): Promise<boolean> {
  const state = stateOf(await job.getState());
  return state === 'completed' || state === 'failed';
}

function stateOf(state: JobState | 'unknown'): JobStatus['state'] | undefined {
  if (state === 'unknown') return undefined;
  return state === 'active' || state === 'completed' || state === 'failed' ? state : 'waiting';
}
