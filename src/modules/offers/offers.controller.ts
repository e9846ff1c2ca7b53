import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { CaseService } from './case.service';
import {
  type AnswerRequestDto,
  answerRequestSchema,
  type CaseDto,
  caseSchema,
  type JudgementRequestDto,
  judgementRequestSchema,
  type NoShowRequestDto,
  noShowRequestSchema,
  type OfferRequestDto,
  offerRequestSchema,
} from './case.dto';
import { OffersService } from './offers.service';
import { RefusalsService } from './refusals.service';

const proposalId = z.uuid();
const clientOf = ({ client }: CaseDto): string[] => [client.id];

@ApiTags('Zaken')
@Controller('v1/voorstellen/:id')
export class OffersController {
  constructor(
    private readonly cases: CaseService,
    private readonly offers: OffersService,
    private readonly refusals: RefusalsService,
  ) {}

  @Get('zaak')
  @Requires('proposal.read')
  @ReadsPersons<CaseDto>({ action: 'case.read', objectType: 'household', ids: clientOf })
  @ApiOperation({ operationId: 'zaak', summary: 'Hoe ver een bevestigd voorstel is: aanbod, antwoord, zachte landing' })
  @Answers(caseSchema, { description: 'De zaak.' })
  get(@Param('id', { schema: proposalId }) id: string, @Actor() actor: ActingAccount): Promise<CaseDto> {
    return this.cases.read(actor, id);
  }

  @Post('aanbiedingen')
  @Requires('proposal.offer')
  @ReadsPersons<CaseDto>({ action: 'case.offer', objectType: 'household', ids: clientOf })
  @ApiOperation({ operationId: 'biedAan', summary: 'Leg vast dat de woning aan de cliënt is aangeboden' })
  @Answers(caseSchema, { status: 201, description: 'De zaak.' })
  async offer(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: offerRequestSchema }) body: OfferRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseDto> {
    await this.offers.offer(actor, id, body);
    return this.cases.read(actor, id);
  }

  @Post('antwoorden')
  @Requires('proposal.offer')
  @ReadsPersons<CaseDto>({ action: 'case.answer', objectType: 'household', ids: clientOf })
  @ApiOperation({
    operationId: 'legAntwoordVast',
    summary: 'Leg het antwoord van de cliënt vast, of van wie namens de cliënt spreekt',
    description:
      'De reden van een weigering wordt een feit over deze cliënt en deze woning. Een gevolg heeft zij pas als iemand heeft beoordeeld dat de woning passend was, en nooit de eerste keer.',
  })
  @Answers(caseSchema, { status: 201, description: 'De zaak.' })
  async answer(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: answerRequestSchema }) body: AnswerRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseDto> {
    await this.offers.answer(actor, id, body);
    return this.cases.read(actor, id);
  }

  @Post('niet-verschenen')
  @Requires('proposal.offer')
  @ReadsPersons<CaseDto>({ action: 'case.no-show', objectType: 'household', ids: clientOf })
  @ApiOperation({
    operationId: 'legNietVerschenenVast',
    summary: 'Leg vast dat de cliënt niet op een afspraak kwam',
    description: 'Dat is geen weigering. Het aanbod blijft staan.',
  })
  @Answers(caseSchema, { status: 201, description: 'De zaak.' })
  async missed(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: noShowRequestSchema }) body: NoShowRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseDto> {
    await this.offers.missed(actor, id, body);
    return this.cases.read(actor, id);
  }

  @Post('weigeringsoordelen')
  @Requires('proposal.judge-refusal')
  @ReadsPersons<CaseDto>({ action: 'case.judge-refusal', objectType: 'household', ids: clientOf })
  @ApiOperation({
    operationId: 'beoordeelWeigering',
    summary: 'Beoordeel of een geweigerde woning passend was',
    description: 'Alleen dan telt de weigering mee, en volgt wat de regio voor deze reden heeft afgesproken.',
  })
  @Answers(caseSchema, { status: 201, description: 'De zaak.' })
  async judge(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: judgementRequestSchema }) body: JudgementRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseDto> {
    await this.refusals.judge(actor, id, body);
    return this.cases.read(actor, id);
  }
}
