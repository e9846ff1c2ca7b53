import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type CaseCourseDto,
  caseCourseSchema,
  type PauseEndDto,
  pauseEndSchema,
  type PauseRequestDto,
  pauseRequestSchema,
  type ProgressRequestDto,
  progressRequestSchema,
} from './case-course.dto';
import { CaseCourseService } from './case-course.service';
import { CaseRecordsService } from './case-records.service';

const uuid = z.uuid();
const shown = ({ client, reserves }: CaseCourseDto): string[] => [client.id, ...reserves.map((each) => each.client.id)];

@ApiTags('Voorstellen')
@Controller('v1/voorstellen/:id')
export class CaseCourseController {
  constructor(
    private readonly courses: CaseCourseService,
    private readonly records: CaseRecordsService,
  ) {}

  @Get('voortgang')
  @Requires('proposal.read')
  @ReadsPersons<CaseCourseDto>({ action: 'proposal.read-course', objectType: 'household', ids: shown })
  @ApiOperation({
    operationId: 'voortgang',
    summary: 'Hoe het met een voorstel gaat: termijn, pauzes, voortgang en reserves',
  })
  @Answers(caseCourseSchema, { description: 'De termijn en de voortgang.' })
  get(@Param('id', { schema: uuid }) id: string, @Actor() actor: ActingAccount): Promise<CaseCourseDto> {
    return this.courses.get(actor, id);
  }

  @Post('pauzes')
  @Requires('proposal.pause')
  @ReadsPersons<CaseCourseDto>({ action: 'proposal.pause', objectType: 'household', ids: shown })
  @ApiOperation({
    operationId: 'startPauze',
    summary: 'Laat de termijn van een voorstel stilstaan, bijvoorbeeld door een opname',
  })
  @Answers(caseCourseSchema, { status: 201, description: 'De voortgang met de pauze.' })
  async startPause(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: pauseRequestSchema }) body: PauseRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseCourseDto> {
    await this.records.startPause(actor, id, body);
    return this.courses.get(actor, id);
  }

  @Post('pauzes/:pauze/beeindigingen')
  @Requires('proposal.pause')
  @ReadsPersons<CaseCourseDto>({ action: 'proposal.end-pause', objectType: 'household', ids: shown })
  @ApiOperation({ operationId: 'beeindigPauze', summary: 'Laat de termijn weer lopen' })
  @Answers(caseCourseSchema, { status: 201, description: 'De voortgang na de pauze.' })
  async endPause(
    @Param('id', { schema: uuid }) id: string,
    @Param('pauze', { schema: uuid }) pauseId: string,
    @Body({ schema: pauseEndSchema }) body: PauseEndDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseCourseDto> {
    await this.records.endPause(actor, id, pauseId, body);
    return this.courses.get(actor, id);
  }

  @Post('voortgang')
  @Requires('proposal.report')
  @ReadsPersons<CaseCourseDto>({ action: 'proposal.report', objectType: 'household', ids: shown })
  @ApiOperation({ operationId: 'meldVoortgang', summary: 'Meld hoe het gaat met een voorstel dat wacht' })
  @Answers(caseCourseSchema, { status: 201, description: 'De voortgang met de melding.' })
  async report(
    @Param('id', { schema: uuid }) id: string,
    @Body({ schema: progressRequestSchema }) body: ProgressRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<CaseCourseDto> {
    await this.records.report(actor, id, body);
    return this.courses.get(actor, id);
  }
}
