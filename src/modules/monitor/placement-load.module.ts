import { Module } from '@nestjs/common';
import { AgreementLedgerService } from './agreement-ledger.service';
import { PlacementLoadService } from './placement-load.service';

/** What earlier placements use up, for whoever needs it: the inventory, the monitor and the snapshot of a round. */
@Module({
  providers: [PlacementLoadService, AgreementLedgerService],
  exports: [PlacementLoadService, AgreementLedgerService],
})
export class PlacementLoadModule {}
