import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { CallsModule } from '../notifications/calls.module';
import { HandoverStepsService } from './handover-steps.service';
import { HandoversController } from './handovers.controller';
import { HandoversService } from './handovers.service';
import { ProposedHandoversService } from './proposed-handovers.service';

/** Warm handovers of clients between gemeenten. */
@Module({
  imports: [RestrictionModule, CallsModule],
  controllers: [HandoversController],
  providers: [HandoversService, ProposedHandoversService, HandoverStepsService],
})
export class HandoversModule {}
