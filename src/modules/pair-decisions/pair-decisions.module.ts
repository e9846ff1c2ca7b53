import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { RunsModule } from '../runs/runs.module';
import { DecisionCheckService } from './decision-check.service';
import { DecisionPreviewService } from './decision-preview.service';
import { PairDecisionsController } from './pair-decisions.controller';
import { PairDecisionsService } from './pair-decisions.service';
import { PreviewsController } from './previews.controller';

@Module({
  imports: [RunsModule, RestrictionModule],
  controllers: [PairDecisionsController, PreviewsController],
  providers: [PairDecisionsService, DecisionCheckService, DecisionPreviewService],
  exports: [DecisionPreviewService],
})
export class PairDecisionsModule {}
