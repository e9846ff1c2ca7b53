import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { InventoryModule } from '../inventory/inventory.module';
import { PlacementLoadModule } from '../monitor/placement-load.module';
import { CompletedRoundsService } from './completed-rounds.service';
import { DueRunsService } from './due-runs.service';
import { LotteryDrawsController } from './lottery-draws.controller';
import { LotteryDrawsService } from './lottery-draws.service';
import { PromisesService } from './promises.service';
import { PlanStoreService } from './plan-store.service';
import { RoundSchedule } from './round.schedule';
import { RunExecutionService } from './run-execution.service';
import { RunProcessor } from './run.processor';
import { RunsController } from './runs.controller';
import { RunsQueries } from './runs.queries';
import { RunsService } from './runs.service';
import { SnapshotService } from './snapshot.service';
import { UnmatchedService } from './unmatched.service';

@Module({
  imports: [InventoryModule, PlacementLoadModule, RestrictionModule],
  controllers: [RunsController, LotteryDrawsController],
  providers: [
    CompletedRoundsService,
    LotteryDrawsService,
    RunsQueries,
    RunsService,
    SnapshotService,
    PromisesService,
    RunExecutionService,
    PlanStoreService,
    RunProcessor,
    DueRunsService,
    RoundSchedule,
    UnmatchedService,
  ],
  exports: [CompletedRoundsService, RunsService, RunExecutionService, SnapshotService, PromisesService],
})
export class RunsModule {}
