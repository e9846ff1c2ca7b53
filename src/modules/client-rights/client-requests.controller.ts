import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type ClientRequestsDto,
  clientRequestsSchema,
  type EndRestrictionDto,
  endRestrictionSchema,
  type NewClientRequestDto,
  newClientRequestSchema,
  type RequestDecisionDto,
  requestDecisionSchema,
  type RequestLineDto,
  type RequestListQuery,
  requestLineSchema,
  requestListQuery,
  type ResumptionDto,
  resumptionSchema,
} from './client-request.dto';
import { ClientRequestsService } from './client-requests.service';
import { RequestDecisionsService } from './request-decisions.service';
import { ResumptionsService } from './resumptions.service';

const PURPOSE = 'Rechten van de cliënt (AVG artikel 15 tot en met 21)';
const uuid = z.uuid();

@ApiTags('Rechten van de cliënt')
@Controller('v1')
export class ClientRequestsController {
  constructor(
    private readonly requests: ClientRequestsService,
    private readonly decisions: RequestDecisionsService,
    private readonly resumptions: ResumptionsService,
  ) {}

  @Get('verzoeken')
  @Requires('client-request.read')
  @ReadsPersons<Page<RequestLineDto>>({
    action: 'client-request.list',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ items }) => [...new Set(items.map(({ client }) => client.id))],
  })
  @ApiOperation({
    operationId: 'verzoeken',
    summary: 'Verzoeken van cliënten over hun gegevens, eerst wat eerst af moet',
  })
  @Answers(pageSchema(requestLineSchema), {
    description: 'Een pagina verzoeken, zonder namen en zonder wat er is gevraagd.',
  })
  list(
    @Query({ schema: requestListQuery }) query: RequestListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<RequestLineDto>> {
    return this.requests.list(actor, query);
  }

  @Get('clienten/:id/verzoeken')
  @Requires('client-request.read')
  @ReadsPersons<ClientRequestsDto>({
    action: 'client-request.read',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({ operationId: 'verzoekenVanClient', summary: 'Wat een cliënt over de eigen gegevens heeft gevraagd' })
  @Answers(clientRequestsSchema, { description: 'De verzoeken en de beperkingen van de verwerking.' })
  ofClient(@Param('id', { schema: uuid }) id: string, @Actor() actor: ActingAccount): Promise<ClientRequestsDto> {
    return this.requests.ofClient(actor, id);
  }

  @Post('clienten/:id/verzoeken')
  @Requires('client-request.handle')
  @ReadsPersons<ClientRequestsDto>({
    action: 'client-request.record',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({
    operationId: 'legVerzoekVast',
    summary: 'Leg vast wat een cliënt over de eigen gegevens vraagt',
    description:
      'Na een bezwaar, en na een correctie waarbij de cliënt daarom vraagt, is de verwerking meteen beperkt tot er is besloten.',
  })
  @Answers(clientRequestsSchema, { status: 201, description: 'De verzoeken van de cliënt, met het nieuwe bovenaan.' })
  record(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newClientRequestSchema }) body: NewClientRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ClientRequestsDto> {
    return this.requests.record(actor, id, body);
  }

  @Post('clienten/:id/verzoeken/:verzoek/besluiten')
  @HttpCode(200)
  @Requires('client-request.handle')
  @ReadsPersons<ClientRequestsDto>({
    action: 'client-request.decide',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({
    operationId: 'beslisOverVerzoek',
    summary: 'Willig een verzoek in, wijs het af, verleng de termijn, of leg vast dat de cliënt het intrekt',
    description:
      'Een besluit over een bezwaar of een correctie beëindigt de beperking die daarmee begon. Is een bezwaar ingewilligd, dan staat de cliënt op pauze.',
  })
  @Answers(clientRequestsSchema, { description: 'De verzoeken van de cliënt.' })
  decide(
    @Param('id', { schema: uuid }) id: string,
    @Param('verzoek', { schema: uuid }) request: string,
    @Body({ schema: requestDecisionSchema }) body: RequestDecisionDto,
    @Actor() actor: ActingAccount,
  ): Promise<ClientRequestsDto> {
    return this.decisions.decide(actor, { householdId: id, requestId: request }, body);
  }

  @Post('clienten/:id/beperkingen/:beperking/opheffingen')
  @HttpCode(200)
  @Requires('client-request.handle')
  @ReadsPersons<ClientRequestsDto>({
    action: 'client-restriction.end',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({ operationId: 'hefBeperkingOp', summary: 'Hef een beperking op, nadat de cliënt dat heeft gehoord' })
  @Answers(clientRequestsSchema, { description: 'De verzoeken en beperkingen van de cliënt.' })
  end(
    @Param('id', { schema: uuid }) id: string,
    @Param('beperking', { schema: uuid }) restriction: string,
    @Body({ schema: endRestrictionSchema }) body: EndRestrictionDto,
    @Actor() actor: ActingAccount,
  ): Promise<ClientRequestsDto> {
    return this.decisions.endRestriction(actor, { householdId: id, restrictionId: restriction }, body);
  }

  @Post('clienten/:id/hervattingen')
  @HttpCode(200)
  @Requires('client-request.handle')
  @ReadsPersons<ClientRequestsDto>({
    action: 'client-request.resume',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({
    operationId: 'hervatClient',
    summary: 'Laat een cliënt weer meedoen die na een bezwaar op pauze staat, als die dat zelf wil',
  })
  @Answers(clientRequestsSchema, { description: 'De verzoeken van de cliënt; de cliënt wacht weer op een woonplek.' })
  resume(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: resumptionSchema }) body: ResumptionDto,
    @Actor() actor: ActingAccount,
  ): Promise<ClientRequestsDto> {
    return this.resumptions.resume(actor, id, body);
  }
}
