import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { TenanciesService } from './tenancies.service';
import {
  type ChangeRequestDto,
  changeRequestSchema,
  type FollowRequestDto,
  followRequestSchema,
  type TenanciesDto,
  tenanciesSchema,
} from './tenancy.dto';
import { TenancyStepsService } from './tenancy-steps.service';

const id = z.uuid();

@ApiTags('Plaatsingen')
@Controller('v1')
export class TenanciesController {
  constructor(
    private readonly tenancies: TenanciesService,
    private readonly steps: TenancyStepsService,
  ) {}

  @Get('clienten/:id/plaatsingen')
  @Requires('tenancy.read')
  @ReadsPersons<TenanciesDto>({ action: 'tenancy.read', objectType: 'household', ids: ({ client }) => [client] })
  @ApiOperation({ operationId: 'plaatsingen', summary: 'Waar een cliënt woont en woonde, met nazorg en stappen' })
  @Answers(tenanciesSchema, { description: 'De plaatsingen, de nieuwste eerst.' })
  list(@Param('id', { schema: id }) client: string, @Actor() actor: ActingAccount): Promise<TenanciesDto> {
    return this.tenancies.ofClient(actor, client);
  }

  @Post('plaatsingen/:id/nazorgstappen')
  @Requires('tenancy.follow')
  @ReadsPersons<TenanciesDto>({ action: 'tenancy.follow', objectType: 'household', ids: ({ client }) => [client] })
  @ApiOperation({
    operationId: 'legNazorgVast',
    summary: 'Leg nazorg vast: hoe het gaat, een time-out, of dat de begeleiding weer begint',
    description: 'In een time-out stopt de begeleiding een tijd. De cliënt houdt de woning.',
  })
  @Answers(tenanciesSchema, { status: 201, description: 'De plaatsingen van de cliënt.' })
  async follow(
    @Param('id', { schema: id }) tenancy: string,
    @Body({ schema: followRequestSchema }) body: FollowRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<TenanciesDto> {
    return this.tenancies.ofClient(actor, await this.steps.follow(actor, tenancy, body));
  }

  @Post('plaatsingen/:id/wijzigingen')
  @Requires('tenancy.change')
  @ReadsPersons<TenanciesDto>({ action: 'tenancy.change', objectType: 'household', ids: ({ client }) => [client] })
  @ApiOperation({
    operationId: 'wijzigPlaatsing',
    summary: 'Sluit de nazorg af, laat een tussenvorm omklappen, zoek een vaste woning, of beëindig een plaatsing',
    description:
      'Een omgeklapte tussenvorm wordt een nieuwe plaatsing, die één keer meetelt: bij de eerste sleutel. Een andere woning krijgt een cliënt met een voorstel; tot de sleutel daarvan blijft de plaatsing lopen.',
  })
  @Answers(tenanciesSchema, { status: 201, description: 'De plaatsingen van de cliënt.' })
  async change(
    @Param('id', { schema: id }) tenancy: string,
    @Body({ schema: changeRequestSchema }) body: ChangeRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<TenanciesDto> {
    return this.tenancies.ofClient(actor, await this.steps.change(actor, tenancy, body));
  }
}
