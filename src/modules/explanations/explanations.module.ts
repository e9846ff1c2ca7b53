import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module';
import { DifferencesService } from './differences.service';
import { ExplainService } from './explain.service';
import { ExplanationsController } from './explanations.controller';
import { ExplanationsQueries } from './explanations.queries';
import { ExplanationsService } from './explanations.service';

@Module({
  imports: [RunsModule],
  controllers: [ExplanationsController],
  providers: [ExplainService, ExplanationsService, DifferencesService, ExplanationsQueries],
})
export class ExplanationsModule {}
