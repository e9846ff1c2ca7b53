import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { CaseService } from './case.service';
import {
  type CaseDto,
  caseSchema,
  type HousedDto,
  housedSchema,
  type KeyRequestDto,
  keyRequestSchema,
  landingPointCode,
  type LandingRequestDto,
  landingRequestSchema,
  type PreparationRequestDto,
  preparationRequestSchema,
} from './case.dto';
import { KeyService } from './key.service';
import { LandingService } from './landing.service';

const proposalId = z.uuid();
const clientOf = ({ client }: CaseDto): string[] => [client.id];

@ApiTags('Zaken')
@Controller('v1/voorstellen/:id')
export class LandingController {
  constructor(
    private readonly cases: CaseService,
    private readonly landing: LandingService,
    private readonly keys: KeyService,
  ) {}

  @Post('voorbereidingen')
  @Requires('proposal.offer')
  @ReadsPersons<CaseDto>({ action: 'case.prepare', objectType: 'household', ids: clientOf })
  @ApiOperation({
    operationId: 'bereidVoor',
    summary: 'Begin de zachte landing van een geaccepteerd aanbod, met de lijst van dat moment',
  })
  @Answers(caseSchema, { status: 201, description: 'De zaak.' })
  async prepare(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: preparationRequestSchema }) body: PreparationRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseDto> {
    await this.landing.prepare(actor, id, body);
    return this.cases.read(actor, id);
  }

  @Post('landingspunten/:punt')
  @Requires('proposal.offer')
  @ReadsPersons<CaseDto>({ action: 'case.settle-point', objectType: 'household', ids: clientOf })
  @ApiOperation({ operationId: 'regelLandingspunt', summary: 'Leg vast of een punt van de zachte landing is geregeld' })
  @Answers(caseSchema, { status: 201, description: 'De zaak.' })
  async settle(
    @Param('id', { schema: proposalId }) id: string,
    @Param('punt', { schema: landingPointCode }) point: string,
    @Body({ schema: landingRequestSchema }) body: LandingRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseDto> {
    await this.landing.settle(actor, id, point, body);
    return this.cases.read(actor, id);
  }

  @Post('huisvestingen')
  @Requires('proposal.house')
  @ReadsPersons<HousedDto>({ action: 'case.house', objectType: 'proposal', ids: ({ voorstel }) => [voorstel] })
  @ApiOperation({
    operationId: 'huisvest',
    summary: 'Leg vast dat de cliënt de sleutel kreeg',
    description: 'Kan als elk verplicht punt van de zachte landing is geregeld. Met de sleutel begint de plaatsing.',
  })
  @Answers(housedSchema, { status: 201, description: 'De sleutel is vastgelegd.' })
  house(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: keyRequestSchema }) body: KeyRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<HousedDto> {
    return this.keys.handOver(actor, id, body);
  }
}
