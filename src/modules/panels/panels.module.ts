import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { CallsModule } from '../notifications/calls.module';
import { PanelAgendaService } from './panel-agenda.service';
import { PanelStepsService } from './panel-steps.service';
import { PanelsController } from './panels.controller';
import { PanelsService } from './panels.service';

/** Meetings of the veldtafel and the triageteam. */
@Module({
  imports: [RestrictionModule, CallsModule],
  controllers: [PanelsController],
  providers: [PanelsService, PanelStepsService, PanelAgendaService],
})
export class PanelsModule {}
