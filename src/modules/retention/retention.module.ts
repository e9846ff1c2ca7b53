import { Module } from '@nestjs/common';
import { HoldsController } from './holds.controller';
import { HoldsService } from './holds.service';
import { PurgeRecordsController } from './purge-records.controller';
import { PurgeRecordsService } from './purge-records.service';
import { PurgeService } from './purge.service';
import { RetentionController } from './retention.controller';
import { RetentionService } from './retention.service';

@Module({
  controllers: [RetentionController, HoldsController, PurgeRecordsController],
  providers: [RetentionService, HoldsService, PurgeRecordsService, PurgeService],
})
export class RetentionModule {}
