import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { ProposalsModule } from '../proposals/proposals.module';
import { WorkflowsModule } from '../workflows/workflows.module';
import { CaseCourseController } from './case-course.controller';
import { CaseCourseService } from './case-course.service';
import { CaseRecordsService } from './case-records.service';
import { ClocksController } from './clocks.controller';
import { ClocksService } from './clocks.service';
import { DeadlinesService } from './deadlines.service';
import { WorkListController } from './work-list.controller';
import { WorkListService } from './work-list.service';

@Module({
  imports: [ProposalsModule, WorkflowsModule, RestrictionModule],
  controllers: [WorkListController, CaseCourseController, ClocksController],
  providers: [WorkListService, CaseCourseService, CaseRecordsService, ClocksService, DeadlinesService],
})
export class DeadlinesModule {}
