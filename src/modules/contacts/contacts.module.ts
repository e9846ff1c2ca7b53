import { Module } from '@nestjs/common';
import { ContactsController } from './contacts.controller';
import { ContactsService } from './contacts.service';
import { EndedContactsService } from './ended-contacts.service';
import { HandOverModule } from './hand-over.module';
import { HandOversController } from './hand-overs.controller';
import { UnitContactsController } from './unit-contacts.controller';
import { UnitContactsService } from './unit-contacts.service';

@Module({
  imports: [HandOverModule],
  controllers: [ContactsController, HandOversController, UnitContactsController],
  providers: [ContactsService, UnitContactsService, EndedContactsService],
})
export class ContactsModule {}
