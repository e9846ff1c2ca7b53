import { Module } from '@nestjs/common';
import { RestrictionModule } from '../client-rights/restriction.module';
import { BsnController } from './bsn.controller';
import { BsnService } from './bsn.service';
import { ConsentController } from './consent.controller';
import { ConsentService } from './consent.service';
import { ClientFileService } from './client-file.service';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';

@Module({
  imports: [RestrictionModule],
  controllers: [ClientsController, BsnController, ConsentController],
  providers: [ClientsService, ClientFileService, BsnService, ConsentService],
})
export class ClientsModule {}
