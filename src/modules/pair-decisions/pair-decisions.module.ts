import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { DecisionCheckService } from './decision-check.service';
import { DecisionPreviewService } from './decision-preview.service';
import { PairDecisionsController } from './pair-decisions.controller';
import { PairDecisionsService } from './pair-decisions.service';

@Module({
  imports: [RunsModule],
  controllers: [PairDecisionsController],
  providers: [PairDecisionsService, DecisionCheckService, DecisionPreviewService],
})
export class PairDecisionsModule {}
