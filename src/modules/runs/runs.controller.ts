import { Body, Controller, Get, Header, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Plan } from '../../core/matching/plan';
import type { Problem } from '../../core/matching/problem';
import type { ReceiptFile } from '../../core/proof/receipt-file';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { regionOf } from '../../platform/access/region-of';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { CanBeGone } from '../../platform/http/can-be-gone.decorator';
import { pageSchema, type Page } from '../../platform/http/page';
import {
  runDetailSchema,
  runListQuerySchema,
  runRequestSchema,
  runSummarySchema,
  type RunDetailDto,
  type RunListQuery,
  type RunRequestDto,
  type RunSummaryDto,
} from './run.dto';
import { RunsService } from './runs.service';
import {
  unmatchedDetailSchema,
  unmatchedListQuerySchema,
  unmatchedSchema,
  type UnmatchedDetailDto,
  type UnmatchedDto,
  type UnmatchedListQuery,
} from './unmatched.dto';
import { UnmatchedService } from './unmatched.service';

const fileSchema = z.record(z.string(), z.unknown());

@ApiTags('Matchrondes')
@Controller('v1/matchrondes')
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly unmatched: UnmatchedService,
  ) {}

  @Post()
  @Requires('run.request')
  @ApiOperation({
    operationId: 'startMatchronde',
    summary: 'Start een matchronde',
    description: 'Een tweede verzoek voor hetzelfde tijdvak geeft de eerste ronde terug, met status 200.',
  })
  @Answers(runDetailSchema, { status: 202, description: 'De ronde is aangevraagd; Location wijst ernaar.' })
  async request(
    @Body({ schema: runRequestSchema }) body: RunRequestDto,
    @Actor() actor: ActingAccount,
    @Res({ passthrough: true }) response: Response,
  ): Promise<RunDetailDto> {
    const { run, created } = await this.runs.request({
      regionId: regionOf(actor, body.regio),
      engine: body.motor,
      timeLimitSeconds: body.tijdslimietSeconden,
      slot: body.tijdvak ?? this.runs.defaultSlot(),
      trigger: 'person',
      requestedBy: actor,
    });
    response.status(created ? HttpStatus.ACCEPTED : HttpStatus.OK);
    response.setHeader('Location', `/v1/matchrondes/${run.id}`);
    return run;
  }

  @Get()
  @Requires('run.read')
  @ApiOperation({ operationId: 'matchrondes', summary: 'Matchrondes, nieuwste eerst' })
  @Answers(pageSchema(runSummarySchema), { description: 'Een pagina matchrondes.' })
  list(
    @Query({ schema: runListQuerySchema }) query: RunListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<RunSummaryDto>> {
    return this.runs.list(regionOf(actor, query.regio), query);
  }

  @Get(':id')
  @Requires('run.read')
  @ApiOperation({ operationId: 'matchronde', summary: 'Een matchronde met haar niveaus en voortgang' })
  @Answers(runDetailSchema, { description: 'De matchronde.' })
  get(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<RunDetailDto> {
    return this.runs.get(actor.regionId, id);
  }

  @Get(':id/niet-gematcht')
  @CanBeGone()
  @Requires('run.read')
  @ReadsPersons<Page<UnmatchedDto>>({
    action: 'unmatched.list',
    objectType: 'household',
    ids: ({ items }) => items.map(({ clientId }) => clientId),
  })
  @ApiOperation({ operationId: 'nietGematcht', summary: 'Cliënten zonder voorstel in deze ronde, met de oorzaak' })
  @Answers(pageSchema(unmatchedSchema), { description: 'Een pagina cliënten zonder voorstel.' })
  listUnmatched(
    @Param('id', { schema: z.uuid() }) id: string,
    @Query({ schema: unmatchedListQuerySchema }) query: UnmatchedListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<UnmatchedDto>> {
    return this.unmatched.list(actor.regionId, id, query);
  }

  @Get(':id/niet-gematcht/:clientId')
  @CanBeGone()
  @Requires('run.read')
  @ReadsPersons<UnmatchedDetailDto>({
    action: 'unmatched.read',
    objectType: 'household',
    ids: ({ clientId }) => [clientId],
  })
  @ApiOperation({
    operationId: 'waaromNietGematcht',
    summary: 'Waarom een cliënt geen voorstel kreeg: alle regels per woonplek',
  })
  @Answers(unmatchedDetailSchema, { description: 'De uitleg.' })
  getUnmatched(
    @Param('id', { schema: z.uuid() }) id: string,
    @Param('clientId', { schema: z.uuid() }) clientId: string,
    @Actor() actor: ActingAccount,
  ): Promise<UnmatchedDetailDto> {
    return this.unmatched.detail(actor.regionId, id, clientId);
  }

  @Get(':id/probleem')
  @CanBeGone()
  @Requires('run.download')
  @ReadsPersons<Problem>({
    action: 'run.download-problem',
    objectType: 'household',
    ids: ({ households }) => households.map(({ id }) => id),
  })
  @Header('Content-Disposition', 'attachment; filename="probleem.json"')
  @ApiOperation({
    operationId: 'probleemVanMatchronde',
    summary: 'Het probleem dat de ronde heeft opgelost, als bestand',
  })
  @Answers(fileSchema, { description: 'Het probleembestand, te controleren met "woonplek verify".' })
  problem(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<Problem> {
    return this.runs.problemOf(actor.regionId, id);
  }

  @Get(':id/plan')
  @CanBeGone()
  @Requires('run.download')
  @ReadsPersons<Plan>({
    action: 'run.download-plan',
    objectType: 'household',
    ids: ({ matches }) => matches.map(({ householdId }) => householdId),
  })
  @Header('Content-Disposition', 'attachment; filename="plan.json"')
  @ApiOperation({ operationId: 'planVanMatchronde', summary: 'Het plan van de ronde, als bestand' })
  @Answers(fileSchema, { description: 'Het planbestand.' })
  plan(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<Plan> {
    return this.runs.planOf(actor.regionId, id);
  }

  @Get(':id/bewijs')
  @CanBeGone()
  @Requires('run.download')
  @ReadsPersons<ReceiptFile>({
    action: 'run.download-receipt',
    objectType: 'household',
    ids: ({ columns }) => [...new Set(columns.flatMap(({ pair }) => (pair ? [pair[0]] : [])))],
  })
  @Header('Content-Disposition', 'attachment; filename="bewijs.json"')
  @ApiOperation({
    operationId: 'bewijsVanMatchronde',
    summary: 'Het bewijs van de ronde, als bestand',
    description:
      'Hiermee kan iedereen narekenen dat geen plan beter is, zonder rekenmotor: met "woonplek receipt", of in de ' +
      'console op de pagina "Bewijs controleren".',
  })
  @Answers(fileSchema, { description: 'Het bewijsbestand.' })
  receipt(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<ReceiptFile> {
    return this.runs.receiptOf(actor.regionId, id);
  }
}
