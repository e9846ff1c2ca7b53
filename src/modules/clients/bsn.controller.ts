import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type BsnDto, type BsnRecordDto, bsnRecordSchema, bsnSchema } from './bsn.dto';
import { BsnService } from './bsn.service';

const PURPOSE = 'Het burgerservicenummer bij zorg en ondersteuning';

@ApiTags('Cliënten')
@Controller('v1/clienten/:id/bsn')
export class BsnController {
  constructor(private readonly numbers: BsnService) {}

  @Get()
  @Requires('client.bsn')
  @ReadsPersons<BsnDto>({
    action: 'client.read-bsn',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({ operationId: 'bsn', summary: 'De burgerservicenummers van een huishouden' })
  @Answers(bsnSchema, { description: 'De leden van het huishouden met hun nummer.' })
  read(@Param('id', { schema: z.uuid() }) id: string, @Actor() actor: ActingAccount): Promise<BsnDto> {
    return this.numbers.read(actor, id);
  }

  @Post()
  @HttpCode(200)
  @Requires('client.bsn')
  @ReadsPersons<BsnDto>({
    action: 'client.record-bsn',
    objectType: 'household',
    purpose: PURPOSE,
    ids: ({ id }) => [id],
  })
  @ApiOperation({ operationId: 'legBsnVast', summary: 'Leg een burgerservicenummer vast, of wis het' })
  @Answers(bsnSchema, { description: 'De leden van het huishouden met hun nummer.' })
  record(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: bsnRecordSchema }) body: BsnRecordDto,
    @Actor() actor: ActingAccount,
  ): Promise<BsnDto> {
    return this.numbers.record(actor, id, body);
  }
}
