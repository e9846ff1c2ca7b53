import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type ContactChangeDto, contactChangeSchema } from './contact.dto';
import { type HandedOverDto, handedOverSchema } from './hand-over.dto';
import { type HomesHandOverDto, homesHandOverSchema, type UnitContactDto, unitContactSchema } from './unit-contact.dto';
import { UnitContactsService } from './unit-contacts.service';

@ApiTags('Wooneenheden')
@Controller('v1')
export class UnitContactsController {
  constructor(private readonly contacts: UnitContactsService) {}

  @Get('wooneenheden/:id/contactpersoon')
  @Requires('unit.read-contact')
  @ApiOperation({
    operationId: 'contactpersoonVanWooneenheid',
    summary: 'Wie bij de corporatie de contactpersoon voor een wooneenheid is',
    description: 'Een corporatie ziet dit van eigen woningen.',
  })
  @Answers(unitContactSchema, { description: 'De contactpersoon.' })
  ofUnit(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<UnitContactDto> {
    return this.contacts.ofUnit(actor, id);
  }

  @Post('wooneenheden/:id/contactpersoon')
  @HttpCode(200)
  @Requires('unit.assign-contact')
  @ApiOperation({
    operationId: 'wijzigContactpersoonVanWooneenheid',
    summary: 'Zeg wie de contactpersoon voor een eigen wooneenheid is',
    description: 'Een collega die vandaag dezelfde rol heeft in dezelfde organisatie, of niemand.',
  })
  @Answers(unitContactSchema, { description: 'De contactpersoon na de wijziging.' })
  change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: contactChangeSchema }) body: ContactChangeDto,
    @Actor() actor: ActingAccount,
  ): Promise<UnitContactDto> {
    return this.contacts.change(actor, id, body);
  }

  @Post('wooneenheden-overdrachten')
  @Requires('unit.assign-contact')
  @ApiOperation({
    operationId: 'draagWoningenOver',
    summary: 'Draag alle wooneenheden waarvan u contactpersoon bent over aan een collega',
    description: 'Alles of niets.',
  })
  @Answers(handedOverSchema, { status: 201, description: 'Overgedragen.' })
  handOver(
    @Body({ schema: homesHandOverSchema }) body: HomesHandOverDto,
    @Actor() actor: ActingAccount,
  ): Promise<HandedOverDto> {
    return this.contacts.handOver(actor, body);
  }
}
