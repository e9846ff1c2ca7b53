import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { PurgeRecordsService } from './purge-records.service';
import {
  type PurgeRecordDto,
  type PurgeRecordQuery,
  purgeRecordQuery,
  purgeRecordSchema,
  type PurgeStatementDto,
  purgeStatementSchema,
} from './retention.dto';

@ApiTags('Bewaren')
@Controller('v1/vernietigingen')
export class PurgeRecordsController {
  constructor(private readonly records: PurgeRecordsService) {}

  @Get()
  @Requires('retention.read')
  @ApiOperation({ operationId: 'vernietigingen', summary: 'Wat is vernietigd omdat de bewaartermijn voorbij was' })
  @Answers(pageSchema(purgeRecordSchema), { description: 'Een pagina vernietigingen, zonder persoonsgegevens.' })
  list(
    @Query({ schema: purgeRecordQuery }) query: PurgeRecordQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<PurgeRecordDto>> {
    return this.records.list(actor.regionId, query);
  }

  @Get(':id/verklaring')
  @Requires('retention.read')
  @Header('Content-Disposition', 'attachment; filename="verklaring-van-vernietiging.json"')
  @ApiOperation({
    operationId: 'verklaringVanVernietiging',
    summary: 'De verklaring van een vernietiging, als bestand',
  })
  @Answers(purgeStatementSchema, { description: 'De verklaring.' })
  statement(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<PurgeStatementDto> {
    return this.records.statement(actor.regionId, id);
  }
}
