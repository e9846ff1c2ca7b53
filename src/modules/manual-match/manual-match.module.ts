import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { PairDecisionsModule } from '../pair-decisions/pair-decisions.module';
import { ProposalsModule } from '../proposals/proposals.module';
import { RunsModule } from '../runs/runs.module';
import { ManualMatchController } from './manual-match.controller';
import { ManualMatchService } from './manual-match.service';

@Module({
  imports: [ProposalsModule, PairDecisionsModule, RunsModule, RestrictionModule],
  controllers: [ManualMatchController],
  providers: [ManualMatchService],
})
export class ManualMatchModule {}
