import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { HoldsService } from './holds.service';
import {
  type HoldDto,
  type HoldLiftDto,
  holdLiftSchema,
  type HoldQuery,
  holdQuery,
  type HoldRequestDto,
  holdRequestSchema,
  holdSchema,
} from './retention.dto';

const PURPOSE = 'Bewaren zolang er een bewaarplicht is';
const clientOf = ({ client }: HoldDto): string[] => (client ? [client.id] : []);

@ApiTags('Bewaren')
@Controller('v1/bewaarplichten')
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  @Get()
  @Requires('retention.read')
  @ReadsPersons<Page<HoldDto>>({
    action: 'legal-hold.list',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ items }) => items.flatMap(clientOf),
  })
  @ApiOperation({ operationId: 'bewaarplichten', summary: 'Wat niet mag worden vernietigd, en waarom niet' })
  @Answers(pageSchema(holdSchema), { description: 'Een pagina bewaarplichten.' })
  list(@Query({ schema: holdQuery }) query: HoldQuery, @Actor() actor: ActingAccount): Promise<Page<HoldDto>> {
    return this.holds.list(actor.regionId, query);
  }

  @Post()
  @Requires('retention.hold')
  @ReadsPersons<HoldDto>({
    action: 'legal-hold.set',
    objectType: 'household',
    purpose: PURPOSE,
    ids: clientOf,
  })
  @ApiOperation({
    operationId: 'stelBewaarplichtIn',
    summary: 'Zorg dat van een cliënt of de regio niets wordt vernietigd',
  })
  @Answers(holdSchema, { status: 201, description: 'De bewaarplicht.' })
  set(@Body({ schema: holdRequestSchema }) body: HoldRequestDto, @Actor() actor: ActingAccount): Promise<HoldDto> {
    return this.holds.set(actor, body);
  }

  @Post(':id/opheffingen')
  @Requires('retention.hold')
  @ReadsPersons<HoldDto>({
    action: 'legal-hold.lift',
    objectType: 'household',
    purpose: PURPOSE,
    ids: clientOf,
  })
  @ApiOperation({ operationId: 'hefBewaarplichtOp', summary: 'Hef een bewaarplicht op, met een toelichting' })
  @Answers(holdSchema, { status: 201, description: 'De opgeheven bewaarplicht.' })
  lift(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: holdLiftSchema }) body: HoldLiftDto,
    @Actor() actor: ActingAccount,
  ): Promise<HoldDto> {
    return this.holds.lift(actor, id, body);
  }
}
