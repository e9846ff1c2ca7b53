import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type ManualMatchDto,
  type ManualMatchRequestDto,
  manualMatchRequestSchema,
  manualMatchSchema,
  type ManualPreviewDto,
  type ManualPreviewRequestDto,
  manualPreviewRequestSchema,
  manualPreviewSchema,
} from './manual-match.dto';
import { ManualMatchService } from './manual-match.service';

function shown({ client: asked, verdringt, gevolgen }: ManualPreviewDto): string[] {
  const others = [...verdringt, ...(gevolgen?.verschuivingen ?? [])].map(({ client }) => client.id);
  return [...new Set([asked, ...others])];
}

@ApiTags('Voorstellen')
@Controller('v1/handmatige-voorstellen')
export class ManualMatchController {
  constructor(private readonly matches: ManualMatchService) {}

  @Post('vooruitblikken')
  @HttpCode(200)
  @Requires('proposal.match-by-hand')
  @ReadsPersons<ManualPreviewDto>({ action: 'proposal.preview-by-hand', objectType: 'household', ids: shown })
  @ApiOperation({
    operationId: 'vooruitblikHandmatigVoorstel',
    summary: 'Wat er gebeurt als u zelf deze cliënt voor deze woonplek voorstelt',
    description:
      'Er verandert niets. Alle harde regels op de gegevens van vandaag, welke open voorstellen vervallen, en wat het op de niveaus van de laatste ronde kost.',
  })
  @Answers(manualPreviewSchema, { description: 'Wat in de weg staat, wat vervalt en wat het kost.' })
  async preview(
    @Body({ schema: manualPreviewRequestSchema }) body: ManualPreviewRequestDto,
    @Actor() actor: ActingAccount,
    @Req() request: Request,
  ): Promise<ManualPreviewDto> {
    const gone = new AbortController();
    const leave = () => gone.abort(new Error('the caller left'));
    request.res?.once('close', leave);
    try {
      return await this.matches.preview(actor, body, gone.signal);
    } finally {
      request.res?.off('close', leave);
    }
  }

  @Post()
  @Requires('proposal.match-by-hand')
  @ReadsPersons<ManualMatchDto>({
    action: 'proposal.match-by-hand',
    objectType: 'household',
    ids: ({ client }) => [client],
  })
  @ApiOperation({
    operationId: 'stelZelfVoor',
    summary: 'Stel zelf een cliënt voor een vrije woonplek voor, met een reden',
    description:
      'Een harde regel die niet klopt, houdt het tegen (409), tenzij er voor dit paar al een uitzondering op die regel is. Iemand anders keurt het voorstel goed. Als elk open voorstel vervalt het bij de volgende ronde.',
  })
  @Answers(manualMatchSchema, { status: 201, description: 'Het nieuwe voorstel, en wat ervoor verviel.' })
  propose(
    @Body({ schema: manualMatchRequestSchema }) body: ManualMatchRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ManualMatchDto> {
    return this.matches.propose(actor, body);
  }
}
