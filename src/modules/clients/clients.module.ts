import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { BsnController } from './bsn.controller';
import { BsnService } from './bsn.service';
import { ConsentController } from './consent.controller';
import { ConsentService } from './consent.service';
import { ClosingController } from './closing.controller';
import { ClosingService } from './closing.service';
import { ClientFileService } from './client-file.service';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';

@Module({
  imports: [RestrictionModule],
  controllers: [ClientsController, BsnController, ConsentController, ClosingController],
  providers: [ClientsService, ClientFileService, BsnService, ConsentService, ClosingService],
})
export class ClientsModule {}
