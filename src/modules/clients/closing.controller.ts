import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type ClientDto, clientSchema } from './client.dto';
import { type ClosingDto, closingSchema, type ReopeningDto, reopeningSchema } from './closing.dto';
import { ClosingService } from './closing.service';

@ApiTags('Cliënten')
@Controller('v1/clienten/:id')
export class ClosingController {
  constructor(private readonly closing: ClosingService) {}

  @Post('afsluitingen')
  @Requires('client.close')
  @ReadsPersons<ClientDto>({ action: 'client.close', objectType: 'household', ids: ({ id }) => [id] })
  @ApiOperation({ operationId: 'sluitDossier', summary: 'Sluit het dossier van een cliënt, met een reden' })
  @Answers(clientSchema, { status: 201, description: 'Het afgesloten dossier.' })
  close(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: closingSchema }) body: ClosingDto,
    @Actor() actor: ActingAccount,
  ): Promise<ClientDto> {
    return this.closing.close(actor, id, body);
  }

  @Post('heropeningen')
  @Requires('client.close')
  @ReadsPersons<ClientDto>({ action: 'client.reopen', objectType: 'household', ids: ({ id }) => [id] })
  @ApiOperation({
    operationId: 'heropenDossier',
    summary: 'Open een afgesloten dossier weer; de cliënt wacht dan weer op een woonplek',
  })
  @Answers(clientSchema, { status: 201, description: 'Het heropende dossier.' })
  reopen(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: reopeningSchema }) body: ReopeningDto,
    @Actor() actor: ActingAccount,
  ): Promise<ClientDto> {
    return this.closing.reopen(actor, id, body);
  }
}
