import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { PUBLIC, Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { ProblemException } from '../../platform/http/problem';
import { MailHealthService } from '../notifications/mail-health.service';
import { type HealthDto, healthSchema } from './health.dto';
import { HealthService } from './health.service';

@ApiTags('Beheer')
@Controller('v1/gezondheid')
export class HealthController {
  constructor(
    private readonly health: HealthService,
    private readonly mail: MailHealthService,
  ) {}

  @Get()
  @Requires(PUBLIC)
  @ApiOperation({
    summary:
      'Of de database en de wachtrij antwoorden, en of mail weggaat; status 503 als een van die twee niet antwoordt',
  })
  @Answers(healthSchema, { description: 'Alle onderdelen antwoorden.' })
  async read(): Promise<HealthDto> {
    const [database, queue] = await Promise.all([this.health.databaseAnswers(), this.health.queueAnswers()]);
    const parts = { database: word(database), wachtrij: word(queue) };
    if (database && queue) return { status: 'goed', ...parts, mail: await this.mailAnswer() };
    const failing = [...(database ? [] : ['de database']), ...(queue ? [] : ['de wachtrij'])].join(' en ');
    throw new ProblemException(503, 'niet-beschikbaar', 'Niet beschikbaar', `Geen antwoord van ${failing}.`, parts);
  }

  private async mailAnswer(): Promise<HealthDto['mail']> {
    const { isConfigured, oldestMinutes } = await this.mail.read();
    return { ingesteld: isConfigured, oudsteWachtMinuten: oldestMinutes };
  }
}

function word(isGood: boolean): 'goed' | 'storing' {
  return isGood ? 'goed' : 'storing';
}
