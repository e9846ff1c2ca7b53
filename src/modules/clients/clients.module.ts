import { Module } from '@nestjs/common';
import { ClientFileService } from './client-file.service';
import { ClientsController } from './clients.controller';
import { ClientsService } from './clients.service';

@Module({ controllers: [ClientsController], providers: [ClientsService, ClientFileService] })
export class ClientsModule {}
