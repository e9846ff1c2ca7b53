import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type ClientTraceDto,
  type ClientTraceQuery,
  clientTraceQuery,
  clientTraceSchema,
  type TraceCodeDto,
  traceCodeSchema,
  type TraceDto,
  type TraceQuery,
  traceQuery,
  traceSchema,
} from './trace.dto';
import { TracesService } from './traces.service';

@ApiTags('Logboek')
@Controller('v1')
export class TracesController {
  constructor(private readonly traces: TracesService) {}

  @Get('inzagelogboek')
  @Requires('access-log.read')
  @ReadsPersons<Page<TraceDto>>({
    action: 'access-log.list',
    objectType: 'log',
    purpose: 'Toezicht op inzage en wijziging',
    ids: ({ items }) => items.map(({ id }) => id),
  })
  @ApiOperation({ operationId: 'inzagelogboek', summary: 'Wie in uw regio wat heeft bekeken en gewijzigd' })
  @Answers(pageSchema(traceSchema), { description: 'Een pagina van het logboek, nieuwste eerst.' })
  search(@Query({ schema: traceQuery }) query: TraceQuery, @Actor() actor: ActingAccount): Promise<Page<TraceDto>> {
    return this.traces.search(actor, query);
  }

  @Get('loghandelingen')
  @Requires('access-log.read')
  @ApiOperation({ operationId: 'loghandelingen', summary: 'Handelingen waarop het inzagelogboek te doorzoeken is' })
  @Answers(z.object({ items: z.array(traceCodeSchema) }), { description: 'Alle handelingen.' })
  codes(): { items: readonly TraceCodeDto[] } {
    return { items: this.traces.codes() };
  }

  @Get('clienten/:id/inzage')
  @Requires('client.read-log')
  @ReadsPersons<Page<ClientTraceDto>>({
    action: 'client.read-log',
    objectType: 'household',
    purpose: 'Recht op inzage van de cliënt',
    ids: (_, { id = '' }) => [id],
  })
  @ApiOperation({
    operationId: 'inzageInDossier',
    summary: 'Wie het dossier van een cliënt heeft bekeken of gewijzigd, om aan de cliënt te geven',
  })
  @Answers(pageSchema(clientTraceSchema), { description: 'Een pagina van het overzicht, nieuwste eerst.' })
  ofClient(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: clientTraceQuery }) query: ClientTraceQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<ClientTraceDto>> {
    return this.traces.ofClient(actor, id, query);
  }
}
