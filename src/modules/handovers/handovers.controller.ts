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
  type HandoverCompletionDto,
  handoverCompletionSchema,
  type HandoverDto,
  type HandoverLineDto,
  handoverLineSchema,
  handoverListQuery,
  type HandoverListQuery,
  type HandoverReplyDto,
  handoverReplySchema,
  handoverSchema,
  type HandoverWithdrawalDto,
  handoverWithdrawalSchema,
  type NewHandoverDto,
  newHandoverSchema,
} from './handover.dto';
import { HandoverStepsService } from './handover-steps.service';
import { HandoversService } from './handovers.service';
import { ProposedHandoversService } from './proposed-handovers.service';

const uuid = z.uuid();
/** Of each read and step: about which client it is. */
const ofClient = (action: string) => ({
  action,
  objectType: 'household',
  purpose: 'Warme overdracht aan een andere gemeente',
  ids: ({ client }: HandoverDto) => [client.id],
});

@ApiTags('Warme overdracht')
@Controller('v1')
export class HandoversController {
  constructor(
    private readonly handovers: HandoversService,
    private readonly proposed: ProposedHandoversService,
    private readonly steps: HandoverStepsService,
  ) {}

  @Get('warmeoverdrachten')
  @Requires('handover.read')
  @ReadsPersons<Page<HandoverLineDto>>({
    ...ofClient('handover.list'),
    ids: ({ items }) => [...new Set(items.map(({ client }) => client.id))],
  })
  @ApiOperation({
    operationId: 'warmeOverdrachten',
    summary: 'Overdrachten van cliënten aan een andere gemeente, eerst wat eerst moet',
    description:
      'Een coördinator ziet die van de regio, een aanbieder die van eigen cliënten, een gemeente alleen wat aan haar is gevraagd.',
  })
  @Answers(pageSchema(handoverLineSchema), { description: 'Een pagina overdrachten, zonder namen.' })
  list(
    @Query({ schema: handoverListQuery }) query: HandoverListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<HandoverLineDto>> {
    return this.handovers.list(actor, query);
  }

  @Get('warmeoverdrachten/:id')
  @Requires('handover.read')
  @ReadsPersons<HandoverDto>(ofClient('handover.read'))
  @ApiOperation({ operationId: 'warmeOverdracht', summary: 'Eén warme overdracht' })
  @Answers(handoverSchema, { description: 'De overdracht, zonder het dossier.' })
  detail(@Param('id', { schema: uuid }) id: string, @Actor() actor: ActingAccount): Promise<HandoverDto> {
    return this.handovers.read(actor, id);
  }

  @Post('clienten/:id/warmeoverdrachten')
  @Requires('handover.propose')
  @ReadsPersons<HandoverDto>(ofClient('handover.propose'))
  @ApiOperation({
    operationId: 'vraagWarmeOverdracht',
    summary: 'Vraag een andere gemeente om een cliënt over te nemen',
    description:
      'Tot die gemeente heeft aanvaard en de afgesproken dag er is, blijft de eigen gemeente verantwoordelijk.',
  })
  @Answers(handoverSchema, { status: 201, description: 'De overdracht die is gevraagd.' })
  propose(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: newHandoverSchema }) body: NewHandoverDto,
    @Actor() actor: ActingAccount,
  ): Promise<HandoverDto> {
    return this.proposed.propose(actor, id, body);
  }

  @Post('warmeoverdrachten/:id/antwoorden')
  @HttpCode(200)
  @Requires('handover.answer')
  @ReadsPersons<HandoverDto>(ofClient('handover.answer'))
  @ApiOperation({
    operationId: 'beantwoordWarmeOverdracht',
    summary: 'Aanvaard of weiger voor de eigen gemeente, of leg het antwoord van een andere gemeente vast',
    description:
      'Na aanvaarding door een gemeente buiten de regio staat de cliënt op pauze. Loopt er nog een voorstel of een plaatsing, dan volgt 409.',
  })
  @Answers(handoverSchema, { description: 'De overdracht met het antwoord.' })
  answer(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: handoverReplySchema }) body: HandoverReplyDto,
    @Actor() actor: ActingAccount,
  ): Promise<HandoverDto> {
    return this.steps.answer(actor, id, body);
  }

  @Post('warmeoverdrachten/:id/intrekkingen')
  @HttpCode(200)
  @Requires('handover.propose')
  @ReadsPersons<HandoverDto>(ofClient('handover.withdraw'))
  @ApiOperation({
    operationId: 'trekWarmeOverdrachtIn',
    summary: 'Trek een overdracht in die nog niet heeft plaatsgevonden',
    description:
      'Stond de cliënt daardoor op pauze, dan geldt weer wat daarvoor gold: de cliënt doet mee, of een eerdere pauze gaat verder.',
  })
  @Answers(handoverSchema, { description: 'De ingetrokken overdracht.' })
  withdraw(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: handoverWithdrawalSchema }) body: HandoverWithdrawalDto,
    @Actor() actor: ActingAccount,
  ): Promise<HandoverDto> {
    return this.steps.withdraw(actor, id, body);
  }

  @Post('warmeoverdrachten/:id/afrondingen')
  @HttpCode(200)
  @Requires('handover.propose')
  @ReadsPersons<HandoverDto>(ofClient('handover.complete'))
  @ApiOperation({
    operationId: 'rondWarmeOverdrachtAf',
    summary: 'Leg vast dat de overdracht heeft plaatsgevonden',
    description: 'Ligt de gemeente buiten de regio, dan gaat het dossier hier op die dag dicht.',
  })
  @Answers(handoverSchema, { description: 'De afgeronde overdracht.' })
  complete(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: handoverCompletionSchema }) body: HandoverCompletionDto,
    @Actor() actor: ActingAccount,
  ): Promise<HandoverDto> {
    return this.steps.complete(actor, id, body);
  }
}
