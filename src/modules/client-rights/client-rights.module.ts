import { Module } from '@nestjs/common';
import { ProposalsModule } from '../proposals/proposals.module';
import { ClientExportController } from './client-export.controller';
import { ClientExportService } from './client-export.service';
import { ClientRequestsController } from './client-requests.controller';
import { ClientRequestsService } from './client-requests.service';
import { CorrectionsController } from './corrections.controller';
import { CorrectionsService } from './corrections.service';
import { ResumptionsService } from './resumptions.service';
import { RequestDecisionsService } from './request-decisions.service';
import { RestrictionModule } from './restriction.module';

@Module({
  imports: [ProposalsModule, RestrictionModule],
  controllers: [ClientRequestsController, CorrectionsController, ClientExportController],
  providers: [
    ClientRequestsService,
    RequestDecisionsService,
    ResumptionsService,
    CorrectionsService,
    ClientExportService,
  ],
})
export class ClientRightsModule {}
