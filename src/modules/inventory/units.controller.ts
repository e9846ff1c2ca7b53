import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { UnitStatusService } from './unit-status.service';
import {
  type UnitDetailDto,
  type UnitDto,
  type UnitQuery,
  type UnitStatusChangeDto,
  unitDetailSchema,
  unitQuery,
  unitSchema,
  unitStatusChangeSchema,
} from './unit.dto';
import { UnitsService } from './units.service';

const unitId = z.uuid();

@ApiTags('Wooneenheden')
@Controller('v1/wooneenheden')
export class UnitsController {
  constructor(
    private readonly units: UnitsService,
    private readonly status: UnitStatusService,
  ) {}

  @Get()
  @Requires('unit.read')
  @ApiOperation({ operationId: 'wooneenheden', summary: 'De wooneenheden van uw regio' })
  @Answers(pageSchema(unitSchema), { description: 'Een pagina wooneenheden.' })
  list(@Query({ schema: unitQuery }) query: UnitQuery, @Actor() actor: ActingAccount): Promise<Page<UnitDto>> {
    return this.units.list(actor.regionId, query);
  }

  @Get(':id')
  @Requires('unit.read')
  @ApiOperation({ operationId: 'wooneenheid', summary: 'Een wooneenheid met haar geschiedenis' })
  @Answers(unitDetailSchema, { description: 'De wooneenheid.' })
  detail(@Param('id', { schema: unitId }) id: string, @Actor() actor: ActingAccount): Promise<UnitDetailDto> {
    return this.units.detail(actor.regionId, id);
  }

  @Post(':id/statuswijzigingen')
  @Requires('unit.change-status')
  @ApiOperation({ operationId: 'wijzigStatus', summary: 'Wijzig de status van een wooneenheid' })
  @Answers(unitDetailSchema, { status: 201, description: 'De wooneenheid na de wijziging.' })
  changeStatus(
    @Param('id', { schema: unitId }) id: string,
    @Body({ schema: unitStatusChangeSchema }) wish: UnitStatusChangeDto,
    @Actor() actor: ActingAccount,
  ): Promise<UnitDetailDto> {
    return this.status.change(actor, id, wish);
  }
}
