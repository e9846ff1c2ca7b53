import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { DecisionPreviewService } from './decision-preview.service';
import { type PreviewDto, type PreviewRequestDto, previewRequestSchema, previewSchema } from './pair-decision.dto';

@ApiTags('Paarbesluiten')
@Controller('v1/vooruitblikken')
export class PreviewsController {
  constructor(private readonly preview: DecisionPreviewService) {}

  @Post()
  @HttpCode(200)
  @Requires('pair-decision.take')
  @ReadsPersons<PreviewDto>({
    action: 'pair-decision.preview',
    objectType: 'household',
    ids: ({ verschuivingen }) => verschuivingen.map(({ client }) => client.id),
  })
  @ApiOperation({
    operationId: 'vooruitblikPaarbesluit',
    summary: 'Wat een besluit zou kosten: de laatste ronde, opnieuw berekend met dit besluit erbij',
    description:
      'Er verandert niets. Het antwoord is exact en duurt enkele seconden; sluit de verbinding om te stoppen.',
  })
  @Answers(previewSchema, { description: 'Het verschil per niveau, en wie er zou verschuiven.' })
  async look(
    @Body({ schema: previewRequestSchema }) body: PreviewRequestDto,
    @Actor() actor: ActingAccount,
    @Req() request: Request,
  ): Promise<PreviewDto> {
    const gone = new AbortController();
    const leave = () => gone.abort(new Error('the caller left'));
    request.res?.once('close', leave);
    try {
      return await this.preview.preview(actor.regionId, body, gone.signal);
    } finally {
      request.res?.off('close', leave);
    }
  }
}
