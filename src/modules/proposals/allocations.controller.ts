import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type AllocationDto,
  type AllocationListQuery,
  allocationListQuerySchema,
  allocationSchema,
} from './allocation.dto';
import { AllocationsService } from './allocations.service';

@ApiTags('Toewijzingen')
@Controller('v1/toewijzingsprofielen')
export class AllocationsController {
  constructor(private readonly allocations: AllocationsService) {}

  @Get()
  @Requires('allocation.read')
  @ReadsPersons<Page<AllocationDto>>({
    action: 'allocation.list',
    objectType: 'proposal',
    ids: ({ items }) => items.map(({ id }) => id),
  })
  @ApiOperation({
    operationId: 'toewijzingsprofielen',
    summary: 'Wie er in de woningen van uw organisatie komen wonen',
    description:
      'Alleen wat voor een huurcontract nodig is, en vanaf de goedkeuring door de coördinator. Wie het zijn en waarom zij een woning zoeken, staat er bewust niet bij.',
  })
  @Answers(pageSchema(allocationSchema), { description: 'Een pagina toewijzingsprofielen.' })
  list(
    @Query({ schema: allocationListQuerySchema }) query: AllocationListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<AllocationDto>> {
    return this.allocations.list(actor, query);
  }

  @Get(':id')
  @Requires('allocation.read')
  @ReadsPersons<AllocationDto>({ action: 'allocation.read', objectType: 'proposal', ids: ({ id }) => [id] })
  @ApiOperation({ operationId: 'toewijzingsprofiel', summary: 'Eén toewijzingsprofiel' })
  @Answers(allocationSchema, { description: 'Het toewijzingsprofiel.' })
  get(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<AllocationDto> {
    return this.allocations.get(actor, id);
  }
}
