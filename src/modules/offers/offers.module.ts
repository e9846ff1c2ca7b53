import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { ProposalsModule } from '../proposals/proposals.module';
import { TenanciesModule } from '../tenancies/tenancies.module';
import { CaseService } from './case.service';
import { CaseStepService } from './case-step.service';
import { KeyService } from './key.service';
import { LandingController } from './landing.controller';
import { LandingService } from './landing.service';
import { OffersController } from './offers.controller';
import { OffersService } from './offers.service';
import { ParkingController } from './parking.controller';
import { ParkingService } from './parking.service';
import { RefusalsService } from './refusals.service';

/** From a confirmed proposal to the key: the offer, the answer of the client and the soft landing. */
@Module({
  imports: [ProposalsModule, RestrictionModule, TenanciesModule],
  controllers: [OffersController, LandingController, ParkingController],
  providers: [CaseService, CaseStepService, OffersService, RefusalsService, LandingService, KeyService, ParkingService],
})
export class OffersModule {}
