import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SYSTEM } from '../../database/acting';
import { RegionEntity } from '../../database/entities/region.entity';
import { purgeDueIn, purgeLogs } from '../../database/retention/purge-due';
import { Clock } from '../../platform/clock';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';

/**
 * Purges what is due, once a day in each process. What is due stands in the database, so a day without any process is caught up
 * with on the next, and two processes at once do nothing twice.
 */
@Injectable()
@ReconcilesDueWork()
export class PurgeService implements Reconciles {
  private readonly logger = new Logger('purge');
  /** The last day on which this process has looked everywhere. */
  private lookedOn: string | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async handOverDueWork(): Promise<void> {
    const today = this.clock.today();
    if (this.lookedOn === today) return;
    await actingAs(SYSTEM, () => this.purge(today));
    this.lookedOn = today;
  }

  private async purge(today: string): Promise<void> {
    const regions = await this.database.manager.find(RegionEntity, { select: { id: true }, order: { id: 'ASC' } });
    for (const { id } of regions) {
      for (const { category, purged, refused } of await purgeDueIn(this.database, id, today)) {
        if (purged + refused > 0) this.logger.log(`${id}: ${category}: ${purged} purged, ${refused} refused`);
      }
    }
    const parts = await purgeLogs(this.database, today);
    if (parts > 0) this.logger.log(`logs: purged in ${parts} parts`);
  }
}
