import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { RunsModule } from '../runs/runs.module';
import { TenanciesController } from './tenancies.controller';
import { TenanciesService } from './tenancies.service';
import { TenancyStartService } from './tenancy-start.service';
import { TenancyStepsService } from './tenancy-steps.service';

@Module({
  imports: [RestrictionModule, RunsModule],
  controllers: [TenanciesController],
  providers: [TenanciesService, TenancyStartService, TenancyStepsService],
  exports: [TenancyStartService],
})
export class TenanciesModule {}
