import { Injectable } from '@nestjs/common';
import { actingAs, SYSTEM } from '../../database/acting';
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
    const unfinished = await actingAs(SYSTEM, () => this.queries.unfinished());
    for (const { id } of unfinished) await this.runs.handOver(id);
  }
}
