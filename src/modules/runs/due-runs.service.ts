import { Injectable } from '@nestjs/common';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';
import { RunsQueries } from './runs.queries';
import { RunsService } from './runs.service';

/**
 * Hands over every run that was asked for and is not finished: the queue may have lost it, or the process that worked on it
 * may have died. A run that is being worked on is left alone by whoever gets it a second time.
 */
@Injectable()
@ReconcilesDueWork()
export class DueRunsService implements Reconciles {
  constructor(
    private readonly queries: RunsQueries,
    private readonly runs: RunsService,
  ) {}

  async handOverDueWork(): Promise<void> {
    for (const { id } of await this.queries.unfinished()) await this.runs.handOver(id);
  }
}
