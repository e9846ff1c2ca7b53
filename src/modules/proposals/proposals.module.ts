import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { PlacementLoadModule } from '../monitor/placement-load.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { RunsModule } from '../runs/runs.module';
import { AllocationsController } from './allocations.controller';
import { AllocationsQueries } from './allocations.queries';
import { AllocationsService } from './allocations.service';
import { PairBansService } from './pair-bans.service';
import { PairCheckService } from './pair-check.service';
import { ProposalRevocation } from './proposal-revocation';
import { ProposalsController } from './proposals.controller';
import { ProposalsQueries } from './proposals.queries';
import { ProposalsOfClientService } from './proposals-of-client.service';
import { ProposalsService } from './proposals.service';
import { RejectionReasonsController } from './rejection-reasons.controller';
import { ReviewService } from './review.service';
import { UnitReservation } from './unit-reservation';

@Module({
  imports: [RunsModule, PlacementLoadModule, RestrictionModule, NotificationsModule],
  controllers: [ProposalsController, AllocationsController, RejectionReasonsController],
  providers: [
    AllocationsQueries,
    AllocationsService,
    ProposalsQueries,
    ProposalsService,
    ReviewService,
    PairCheckService,
    PairBansService,
    UnitReservation,
    ProposalRevocation,
    ProposalsOfClientService,
  ],
  exports: [ProposalsOfClientService],
})
export class ProposalsModule {}
