import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { regionOf } from '../../platform/access/region-of';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type LiftRequestDto,
  liftRequestSchema,
  type PairDecisionDto,
  type PairDecisionListQuery,
  pairDecisionListQuerySchema,
  type PairDecisionRequestDto,
  pairDecisionRequestSchema,
  pairDecisionSchema,
} from './pair-decision.dto';
import { PairDecisionsService } from './pair-decisions.service';

@ApiTags('Paarbesluiten')
@Controller('v1/paarbesluiten')
export class PairDecisionsController {
  constructor(private readonly decisions: PairDecisionsService) {}

  @Get()
  @Requires('pair-decision.read')
  @ReadsPersons<Page<PairDecisionDto>>({
    action: 'pair-decision.list',
    objectType: 'household',
    ids: ({ items }) => items.map(({ client }) => client.id),
  })
  @ApiOperation({ operationId: 'paarbesluiten', summary: 'Vastzettingen, blokkades en uitzonderingen' })
  @Answers(pageSchema(pairDecisionSchema), { description: 'Een pagina besluiten, nieuwste eerst.' })
  list(
    @Query({ schema: pairDecisionListQuerySchema }) query: PairDecisionListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<PairDecisionDto>> {
    return this.decisions.list(regionOf(actor, query.regio), query);
  }

  @Get(':id')
  @Requires('pair-decision.read')
  @ReadsPersons<PairDecisionDto>({
    action: 'pair-decision.read',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({ operationId: 'paarbesluit', summary: 'Een besluit over een cliënt en een woonplek' })
  @Answers(pairDecisionSchema, { description: 'Het besluit.' })
  get(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<PairDecisionDto> {
    return this.decisions.get(actor.regionId, id);
  }

  @Post()
  @Requires('pair-decision.take')
  @ReadsPersons<PairDecisionDto>({
    action: 'pair-decision.take',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({
    operationId: 'neemPaarbesluit',
    summary: 'Zet een cliënt vast op een woonplek, sluit het paar uit, of sta een uitzondering op een regel toe',
    description:
      'Werkt in de eerstvolgende ronde. Alle harde regels blijven gelden, behalve de regel van een uitzondering.',
  })
  @Answers(pairDecisionSchema, { status: 201, description: 'Het besluit.' })
  take(
    @Body({ schema: pairDecisionRequestSchema }) body: PairDecisionRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<PairDecisionDto> {
    return this.decisions.take(actor, body);
  }

  @Post(':id/opheffingen')
  @Requires('pair-decision.take')
  @ReadsPersons<PairDecisionDto>({
    action: 'pair-decision.lift',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({ operationId: 'hefPaarbesluitOp', summary: 'Hef een besluit op, met een toelichting' })
  @Answers(pairDecisionSchema, { status: 201, description: 'Het opgeheven besluit.' })
  lift(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: liftRequestSchema }) body: LiftRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<PairDecisionDto> {
    return this.decisions.lift(actor, id, body);
  }
}
