import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { PlacementLoadModule } from '../monitor/placement-load.module';
import { NotificationsModule } from '../notifications/notifications.module';
import { RunsModule } from '../runs/runs.module';
import { WorkflowsModule } from '../workflows/workflows.module';
import { AllocationsController } from './allocations.controller';
import { AllocationsQueries } from './allocations.queries';
import { AllocationsService } from './allocations.service';
import { CaseReturnService } from './case-return.service';
import { CaseReturnsController } from './case-returns.controller';
import { ConfirmationService } from './confirmation.service';
import { ConfirmationsController } from './confirmations.controller';
import { OwnerStandingController } from './owner-standing.controller';
import { PairBansService } from './pair-bans.service';
import { OfferExpiryService } from './offer-expiry.service';
import { PairCheckService } from './pair-check.service';
import { PassendService } from './passend.service';
import { ProposalRevocation } from './proposal-revocation';
import { ProposalsController } from './proposals.controller';
import { ProposalsQueries } from './proposals.queries';
import { ProposalStepsService } from './proposal-steps.service';
import { ProposalsOfClientService } from './proposals-of-client.service';
import { ProposalsService } from './proposals.service';
import { RejectionReasonsController } from './rejection-reasons.controller';
import { ReopeningService } from './reopening.service';
import { ReservesService } from './reserves.service';
import { ReviewService } from './review.service';
import { StaleCheck } from './stale-check.service';
import { UnitReservation } from './unit-reservation';
import { WithdrawalService } from './withdrawal.service';

@Module({
  imports: [RunsModule, PlacementLoadModule, RestrictionModule, WorkflowsModule, NotificationsModule],
  controllers: [
    ProposalsController,
    CaseReturnsController,
    AllocationsController,
    ConfirmationsController,
    OwnerStandingController,
    RejectionReasonsController,
  ],
  providers: [
    AllocationsQueries,
    AllocationsService,
    ProposalsQueries,
    ProposalsService,
    ReviewService,
    PairCheckService,
    PairBansService,
    UnitReservation,
    ProposalStepsService,
    ProposalRevocation,
    ProposalsOfClientService,
    StaleCheck,
    ConfirmationService,
    CaseReturnService,
    WithdrawalService,
    ReopeningService,
    PassendService,
    OfferExpiryService,
    ReservesService,
  ],
  exports: [
    ProposalsOfClientService,
    StaleCheck,
    ProposalStepsService,
    OfferExpiryService,
    ReservesService,
    PairCheckService,
  ],
})
export class ProposalsModule {}
