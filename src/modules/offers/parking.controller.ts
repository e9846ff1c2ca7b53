import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type ParkedDto,
  parkedSchema,
  type ParkingRequestDto,
  parkingRequestSchema,
  type ResumptionRequestDto,
  resumptionRequestSchema,
} from './parking.dto';
import { ParkingService } from './parking.service';

@ApiTags('Cliënten')
@Controller('v1/clienten/:id')
export class ParkingController {
  constructor(private readonly parking: ParkingService) {}

  @Post('parkeringen')
  @Requires('client.park')
  @ReadsPersons<ParkedDto>({ action: 'client.park', objectType: 'household', ids: ({ client }) => [client] })
  @ApiOperation({ operationId: 'parkeerClient', summary: 'Laat een cliënt een tijd niet meedoen in de rondes' })
  @Answers(parkedSchema, { status: 201, description: 'De pauze.' })
  park(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: parkingRequestSchema }) body: ParkingRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ParkedDto> {
    return this.parking.park(actor, id, body);
  }

  @Post('parkeringen/beeindigingen')
  @Requires('client.park')
  @ReadsPersons<ParkedDto>({ action: 'client.resume', objectType: 'household', ids: ({ client }) => [client] })
  @ApiOperation({ operationId: 'beeindigParkering', summary: 'Laat een cliënt weer meedoen in de rondes' })
  @Answers(parkedSchema, { status: 201, description: 'De cliënt wacht weer.' })
  resume(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: resumptionRequestSchema }) body: ResumptionRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ParkedDto> {
    return this.parking.resume(actor, id, body);
  }
}
