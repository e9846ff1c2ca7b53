import { Module } from '@nestjs/common';
import { BsnController } from './bsn.controller';
import { BsnService } from './bsn.service';
import { ClientFileService } from './client-file.service';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';

@Module({ controllers: [ClientsController, BsnController], providers: [ClientsService, ClientFileService, BsnService] })
export class ClientsModule {}
