import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type ColleagueDto,
  colleagueSchema,
  type ContactChangeDto,
  contactChangeSchema,
  type ContactsDto,
  contactsSchema,
} from './contact.dto';
import { ContactsService } from './contacts.service';

@ApiTags('Cliënten')
@Controller('v1')
export class ContactsController {
  constructor(private readonly contacts: ContactsService) {}

  @Get('collegas')
  @Requires('colleague.read')
  @ApiOperation({ operationId: 'collegas', summary: 'Wie vandaag dezelfde rol heeft als u, in uw organisatie' })
  @Answers(z.object({ items: z.array(colleagueSchema) }), { description: 'Alle collega’s, met uzelf, op naam.' })
  async colleagues(@Actor() actor: ActingAccount): Promise<{ items: ColleagueDto[] }> {
    return { items: await this.contacts.colleagues(actor) };
  }

  @Get('clienten/:id/contactpersonen')
  @Requires('client.read')
  @ReadsPersons<ContactsDto>({ action: 'client.read-contacts', objectType: 'household', ids: ({ id }) => [id] })
  @ApiOperation({ operationId: 'contactpersonen', summary: 'Bij wie een cliënt nu is, en bij wie eerder' })
  @Answers(contactsSchema, { description: 'De contactpersonen.' })
  ofClient(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<ContactsDto> {
    return this.contacts.ofClient(actor, id);
  }

  @Post('clienten/:id/contactpersonen')
  @HttpCode(200)
  @Requires('client.assign-contact')
  @ReadsPersons<ContactsDto>({ action: 'client.assign-contact', objectType: 'household', ids: ({ id }) => [id] })
  @ApiOperation({
    operationId: 'wijzigContactpersoon',
    summary: 'Zeg wie in uw rol de contactpersoon van een cliënt is',
    description: 'Een collega die vandaag dezelfde rol heeft in dezelfde organisatie, of niemand.',
  })
  @Answers(contactsSchema, { description: 'De contactpersonen na de wijziging.' })
  change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contactChangeSchema }) body: ContactChangeDto,
    @Actor() actor: ActingAccount,
  ): Promise<ContactsDto> {
    return this.contacts.change(actor, id, body);
  }
}
