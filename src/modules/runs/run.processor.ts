import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { actingAs, SYSTEM } from '../../database/acting';
import { HandlesJob, type JobContext, type JobHandler } from '../../platform/queue/job-handler';
import { RunExecutionService } from './run-execution.service';
import { runJob } from './run.job';

/** Takes a round off the queue. */
@Injectable()
@HandlesJob(runJob)
export class RunProcessor implements JobHandler<z.infer<typeof runJob.payload>> {
  constructor(private readonly execution: RunExecutionService) {}

  handle({ runId }: { readonly runId: string }, context: JobContext): Promise<void> {
    return actingAs(SYSTEM, () => this.execution.execute(runId, context));
  }
}
