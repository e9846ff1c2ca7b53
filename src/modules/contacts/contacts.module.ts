import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { EndedContactsService } from './ended-contacts.service';
import { HandOverModule } from './hand-over.module';
import { HandOversController } from './hand-overs.controller';

@Module({
  imports: [HandOverModule],
  controllers: [ContactsController, HandOversController],
  providers: [ContactsService, EndedContactsService],
})
export class ContactsModule {}
