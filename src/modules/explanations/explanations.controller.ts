import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { holds } from '../../platform/access/permissions';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { CanBeGone } from '../../platform/http/can-be-gone.decorator';
import { Cancelled } from '../../platform/http/cancelled.decorator';
import { pageSchema, type Page } from '../../platform/http/page';
import { DifferencesService } from './differences.service';
import {
  candidateSchema,
  clientQuerySchema,
  conflictSchema,
  differencesQuerySchema,
  differencesSchema,
  leversSchema,
  optionSchema,
  rankedQuerySchema,
  whyNotQuerySchema,
  whyNotSchema,
  type CandidateDto,
  type ClientQuery,
  type ConflictDto,
  type DifferencesDto,
  type DifferencesQuery,
  type LeversDto,
  type OptionDto,
  type RankedQuery,
  type WhyNotDto,
  type WhyNotQuery,
} from './explanation.dto';
import { ExplanationsService } from './explanations.service';

const uuid = { schema: z.uuid() };

@CanBeGone()
@ApiTags('Uitleg')
@Controller('v1/matchrondes')
export class ExplanationsController {
  constructor(
    private readonly explanations: ExplanationsService,
    private readonly rounds: DifferencesService,
  ) {}

  @Get(':id/waarom-niet')
  @Requires('run.read')
  @ReadsPersons<WhyNotDto>({
    action: 'explanation.why-not',
    objectType: 'household',
    ids: ({ client, verhuizingen }) => [client.id, ...verhuizingen.map((each) => each.client.id)],
  })
  @ApiOperation({
    operationId: 'waaromNietDezeWoonplek',
    summary: 'Waarom deze woonplek niet naar deze cliënt gaat: alle regels, of wat het precies zou kosten',
  })
  @Answers(whyNotSchema, { description: 'De uitleg; met `nauwkeurig=false` meteen een ondergrens.' })
  whyNot(
    @Param('id', uuid) runId: string,
    @Query({ schema: whyNotQuerySchema }) query: WhyNotQuery,
    @Actor() { regionId, role }: ActingAccount,
    @Cancelled() signal: AbortSignal,
  ): Promise<WhyNotDto> {
    return this.explanations.whyNot({ regionId, runId, signal }, query, holds(role, 'client.read'));
  }

  @Get(':id/clienten/:clientId/opties')
  @Requires('run.read')
  @ReadsPersons<Page<OptionDto>>({
    action: 'explanation.options',
    objectType: 'household',
    ids: (_, { clientId }) => (clientId === undefined ? [] : [clientId]),
  })
  @ApiOperation({ operationId: 'optiesVanClient', summary: 'Alle passende woonplekken van een cliënt, beste eerst' })
  @Answers(pageSchema(optionSchema), { description: 'Een pagina woonplekken, op volgorde van wat ze zouden kosten.' })
  options(
    @Param('id', uuid) runId: string,
    @Param('clientId', uuid) clientId: string,
    @Query({ schema: rankedQuerySchema }) query: RankedQuery,
    @Actor() { regionId }: ActingAccount,
    @Cancelled() signal: AbortSignal,
  ): Promise<Page<OptionDto>> {
    return this.explanations.options({ regionId, runId, signal }, clientId, query);
  }

  @Get(':id/wooneenheden/:wooneenheidId/kandidaten')
  @Requires('run.read')
  @ReadsPersons<Page<CandidateDto>>({
    action: 'explanation.candidates',
    objectType: 'household',
    ids: ({ items }) => items.map(({ client }) => client.id),
  })
  @ApiOperation({
    operationId: 'kandidatenVoorWoonplek',
    summary: 'Alle cliënten voor wie een woonplek past, beste eerst',
  })
  @Answers(pageSchema(candidateSchema), { description: 'Een pagina cliënten, op volgorde van wat het zou kosten.' })
  candidates(
    @Param('id', uuid) runId: string,
    @Param('wooneenheidId', uuid) unitId: string,
    @Query({ schema: rankedQuerySchema }) query: RankedQuery,
    @Actor() { regionId }: ActingAccount,
    @Cancelled() signal: AbortSignal,
  ): Promise<Page<CandidateDto>> {
    return this.explanations.candidates({ regionId, runId, signal }, unitId, query);
  }

  @Get(':id/hefbomen')
  @Requires('run.read')
  @ReadsPersons<LeversDto>({
    action: 'explanation.levers',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({
    operationId: 'watZouHelpen',
    summary: 'Wat een cliënt zonder voorstel zou helpen, en wie dat mag veranderen',
    description:
      'Elke mogelijkheid is geprobeerd door de hele ronde opnieuw op te lossen. Dat kan enkele seconden duren.',
  })
  @Answers(leversSchema, { description: 'De mogelijkheden; die helpen eerst.' })
  levers(
    @Param('id', uuid) runId: string,
    @Query({ schema: clientQuerySchema }) { client }: ClientQuery,
    @Actor() { regionId }: ActingAccount,
    @Cancelled() signal: AbortSignal,
  ): Promise<LeversDto> {
    return this.explanations.levers({ regionId, runId, signal }, client);
  }

  @Get(':id/knelpunt')
  @Requires('run.read')
  @ReadsPersons<ConflictDto>({
    action: 'explanation.conflict',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({
    operationId: 'knelpuntVanClient',
    summary: 'Welke afspraken samen een plaats voor deze cliënt in de weg staan; geen ervan is overbodig',
  })
  @Answers(conflictSchema, { description: 'De kleinste verzameling afspraken.' })
  conflict(
    @Param('id', uuid) runId: string,
    @Query({ schema: clientQuerySchema }) { client }: ClientQuery,
    @Actor() { regionId }: ActingAccount,
    @Cancelled() signal: AbortSignal,
  ): Promise<ConflictDto> {
    return this.explanations.conflict({ regionId, runId, signal }, client);
  }

  @Get(':id/verschillen')
  @Requires('run.read')
  @ReadsPersons<DifferencesDto>({
    action: 'explanation.differences',
    objectType: 'household',
    ids: ({ verschillen }) => verschillen.map(({ client }) => client.id),
  })
  @ApiOperation({
    operationId: 'verschillenTussenRondes',
    summary: 'Wat er per cliënt anders is dan in een eerdere ronde',
  })
  @Answers(differencesSchema, { description: 'De verschillen met hun oorzaak.' })
  differences(
    @Param('id', uuid) runId: string,
    @Query({ schema: differencesQuerySchema }) { met }: DifferencesQuery,
    @Actor() { regionId }: ActingAccount,
    @Cancelled() signal: AbortSignal,
  ): Promise<DifferencesDto> {
    return this.rounds.between({ regionId, runId, signal }, met);
  }
}
