import { Injectable, Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { CronJob } from 'cron';
import { DataSource, IsNull, Not } from 'typeorm';
import { actingAs, SYSTEM } from '../../database/acting';
import { RegionEntity } from '../../database/entities/region.entity';
import { Clock } from '../../platform/clock';
import { ReconcilesDueWork, type Reconciles } from '../../platform/queue/reconciles.decorator';
import { lastSlot } from './last-slot';
import { RunsService } from './runs.service';

const TIME_LIMIT_SECONDS = 60;

/**
 * Asks for a round in each region when its schedule says so. The slot is the scheduled moment, so any number of processes
 * that fire together make one run. When no process was up at that moment the last slot is made up; earlier ones are not.
 */
@Injectable()
@ReconcilesDueWork()
export class RoundSchedule implements Reconciles {
  private readonly logger = new Logger('rounds');

  constructor(
    private readonly dataSource: DataSource,
    private readonly registry: SchedulerRegistry,
    private readonly runs: RunsService,
    private readonly clock: Clock,
  ) {}

  /** Takes over changed schedules and makes up a missed slot. */
  async handOverDueWork(): Promise<void> {
    const regions = await actingAs(SYSTEM, () =>
      this.dataSource.getRepository(RegionEntity).findBy({ roundCron: Not(IsNull()) }),
    );
    this.planRounds(regions);
    for (const region of regions) await this.requestDue(region);
  }

  /** One timer a region; a region whose schedule changed gets a new one. */
  private planRounds(regions: readonly RegionEntity[]): void {
    const wanted = new Map(regions.map((region) => [timerName(region), region]));
    const timers = this.registry.getCronJobs();
    for (const name of timers.keys()) {
      if (name.startsWith(TIMER_PREFIX) && !wanted.has(name)) this.registry.deleteCronJob(name);
    }
    for (const [name, region] of wanted) {
      if (timers.has(name) || region.roundCron === null) continue;
      const timer = CronJob.from({
        cronTime: region.roundCron,
        timeZone: region.timeZone,
        onTick: () => this.requestDue(region),
      });
      this.registry.addCronJob(name, timer);
      timer.start();
    }
  }

  private async requestDue(region: RegionEntity): Promise<void> {
    try {
      const slot = region.roundCron && lastSlot(region.roundCron, region.timeZone, this.clock.now());
      // A slot from before the region got this schedule was never due.
      if (!slot || slot <= region.updatedAt) return;
      const { run, created } = await actingAs(SYSTEM, () =>
        this.runs.request({
          regionId: region.id,
          engine: 'auto',
          timeLimitSeconds: TIME_LIMIT_SECONDS,
          slot: `rooster-${slot.toISOString().slice(0, 16)}Z`,
          trigger: 'schedule',
          requestedBy: null,
        }),
      );
      if (created) this.logger.log(`Round ${run.tijdvak} of ${region.name}: ${run.id}`);
    } catch (error) {
      this.logger.error(`The scheduled round of ${region.name} could not be asked for: ${String(error)}`);
    }
  }
}

const TIMER_PREFIX = 'round:';

function timerName({ id, roundCron, timeZone }: RegionEntity): string {
  return `${TIMER_PREFIX}${id}:${timeZone}:${roundCron}`;
}
