import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type ConsentChangeDto, type ConsentDto, consentChangeSchema, consentSchema } from './consent.dto';
import { ConsentService } from './consent.service';

@ApiTags('Cliënten')
@Controller('v1/clienten/:id/toestemmingen')
export class ConsentController {
  constructor(private readonly consents: ConsentService) {}

  @Post()
  @HttpCode(200)
  @Requires('client.consent')
  @ReadsPersons<ConsentDto>({
    action: 'client.change-consent',
    objectType: 'household',
    purpose: 'Vastleggen wat de cliënt over het delen van gegevens zegt',
    ids: ({ id }) => [id],
  })
  @ApiOperation({
    operationId: 'wijzigToestemming',
    summary: 'Leg vast dat een cliënt toestemming geeft om gegevens met een corporatie te delen, of die intrekt',
  })
  @Answers(consentSchema, { description: 'De toestemmingen, en de voorstellen die niet verder kunnen.' })
  change(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: consentChangeSchema }) body: ConsentChangeDto,
    @Actor() actor: ActingAccount,
  ): Promise<ConsentDto> {
    return this.consents.change(actor, id, body);
  }
}
