import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type CorrectedDto, correctedSchema, type CorrectionDto, correctionSchema } from './correction.dto';
import { CorrectionsService } from './corrections.service';

@ApiTags('Rechten van de cliënt')
@Controller('v1/clienten/:id/correcties')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Post()
  @HttpCode(200)
  @Requires('client.correct')
  @ReadsPersons<CorrectedDto>({
    action: 'client.correct',
    objectType: 'household',
    purpose: 'Onjuiste gegevens verbeteren (AVG artikel 16)',
    ids: ({ id }) => [id],
  })
  @ApiOperation({
    operationId: 'verbeterGegevens',
    summary: 'Verbeter gegevens van een cliënt',
    description:
      'Alleen wat is genoemd, wordt gewijzigd: alles of niets. Is de verwerking beperkt, dan kan dit alleen als besluit op een verzoek om correctie.',
  })
  @Answers(correctedSchema, { description: 'Wat er is verbeterd, en welke voorstellen dat raakt.' })
  correct(
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: correctionSchema }) body: CorrectionDto,
    @Actor() actor: ActingAccount,
  ): Promise<CorrectedDto> {
    return this.corrections.correct(actor, id, body);
  }
}
