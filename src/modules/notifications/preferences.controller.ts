import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type PreferenceDto,
  type PreferenceRequestDto,
  preferenceRequestSchema,
  preferenceSchema,
} from './notification.dto';
import { PreferencesService } from './preferences.service';

@ApiTags('Meldingen')
@Controller('v1/meldingsvoorkeuren')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Requires('notification.own')
  @ApiOperation({ operationId: 'meldingsvoorkeur', summary: 'Hoe meldingen in deze rol per mail komen' })
  @Answers(preferenceSchema, { description: 'De eigen keuze, of wat geldt voor wie niets koos.' })
  read(@Actor() actor: ActingAccount): Promise<PreferenceDto> {
    return this.preferences.read(actor);
  }

  @Put()
  @Requires('notification.own')
  @ApiOperation({
    operationId: 'kiesMeldingsvoorkeur',
    summary: 'Kies hoe meldingen in deze rol per mail komen; geldt ook voor wat nog wacht',
  })
  @Answers(preferenceSchema, { description: 'De keuze.' })
  choose(
    @Body({ schema: preferenceRequestSchema }) body: PreferenceRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<PreferenceDto> {
    return this.preferences.choose(actor, body);
  }
}
