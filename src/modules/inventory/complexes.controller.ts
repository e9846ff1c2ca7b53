import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type ComplexDetailDto,
  type ComplexDto,
  type ComplexQuery,
  complexDetailSchema,
  complexQuery,
  complexSchema,
} from './complex.dto';
import { ComplexesService } from './complexes.service';

@ApiTags('Complexen')
@Controller('v1/complexen')
export class ComplexesController {
  constructor(private readonly complexes: ComplexesService) {}

  @Get()
  @Requires('unit.read')
  @ApiOperation({ operationId: 'complexen', summary: 'De complexen van uw regio' })
  @Answers(pageSchema(complexSchema), { description: 'Een pagina complexen.' })
  list(@Query({ schema: complexQuery }) query: ComplexQuery, @Actor() actor: ActingAccount): Promise<Page<ComplexDto>> {
    return this.complexes.list(actor.regionId, query);
  }

  @Get(':id')
  @Requires('unit.read')
  @ApiOperation({ operationId: 'complex', summary: 'Een complex met zijn wooneenheden en afspraken' })
  @Answers(complexDetailSchema, { description: 'Het complex.' })
  detail(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<ComplexDetailDto> {
    return this.complexes.detail(actor.regionId, id);
  }
}
