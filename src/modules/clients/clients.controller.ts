import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { ClientFileService } from './client-file.service';
import {
  type ClientDto,
  type ClientQuery,
  type ClientSummaryDto,
  clientQuery,
  clientSchema,
  clientSummarySchema,
  SHIELDED_PURPOSES,
  type ShieldedDto,
  type ShieldedPurpose,
  type ShieldedQuery,
  shieldedQuery,
  shieldedSchema,
} from './client.dto';
import { ClientsService } from './clients.service';

@ApiTags('Cliënten')
@Controller('v1/clienten')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly files: ClientFileService,
  ) {}

  @Get()
  @Requires('client.read')
  @ReadsPersons<Page<ClientSummaryDto>>({
    action: 'client.list',
    objectType: 'household',
    ids: ({ items }) => items.map(({ id }) => id),
  })
  @ApiOperation({ operationId: 'clienten', summary: 'De cliënten van uw regio' })
  @Answers(pageSchema(clientSummarySchema), { description: 'Een pagina cliënten, zonder namen.' })
  list(
    @Query({ schema: clientQuery }) query: ClientQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<ClientSummaryDto>> {
    return this.clients.list(actor, query);
  }

  @Get(':id')
  @Requires('client.read')
  @ReadsPersons<ClientDto>({ action: 'client.read', objectType: 'household', ids: ({ id }) => [id] })
  @ApiOperation({ operationId: 'client', summary: 'Het dossier van een cliënt' })
  @Answers(clientSchema, { description: 'De cliënt.' })
  detail(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<ClientDto> {
    return this.files.read(actor, id);
  }

  @Get(':id/afgeschermde-gegevens')
  @Requires('client.read-shielded')
  @ReadsPersons<ShieldedDto>({
    action: 'client.read-shielded',
    objectType: 'household',
    purpose: ({ doel }) => SHIELDED_PURPOSES[doel as ShieldedPurpose] ?? 'Niet genoemd',
    ids: ({ id }) => [id],
  })
  @ApiOperation({
    operationId: 'afgeschermdeGegevens',
    summary: 'Wat een cliënt in gevaar kan brengen, voor een doel dat in het inzagelogboek komt',
  })
  @Answers(shieldedSchema, { description: 'De afgeschermde gegevens.' })
  shielded(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: shieldedQuery }) _query: ShieldedQuery,
    @Actor() actor: ActingAccount,
  ): Promise<ShieldedDto> {
    return this.files.readShielded(actor, id);
  }
}
