import { SetMetadata } from '@nestjs/common';
import type { JobDefinition } from './job-definition';

export interface JobContext {
  readonly jobId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Aborted when the job is cancelled or the process stops: let go of the work and throw. */
  readonly signal: AbortSignal;
  /** Tells those who wait how far the work is. */
  progress(report: object | number): Promise<void>;
}

/** Does the work of one kind of job. It may run twice for one job, so it must be repeatable. */
export interface JobHandler<Payload> {
  handle(payload: Payload, context: JobContext): Promise<void>;
}

export const HANDLED_JOB = 'woonplek:handled-job';

/** Names the job that a provider handles; it is found by this mark, so listing it among the providers is enough. */
export function HandlesJob<Payload>(job: JobDefinition<Payload>): ClassDecorator {
  return SetMetadata(HANDLED_JOB, job);
}
