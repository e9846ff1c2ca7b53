import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type RetentionChangeDto,
  retentionChangeSchema,
  type RetentionListDto,
  retentionListSchema,
} from './retention.dto';
import { RetentionService } from './retention.service';

@ApiTags('Bewaren')
@Controller('v1/bewaartermijnen')
export class RetentionController {
  constructor(private readonly retention: RetentionService) {}

  @Get()
  @Requires('retention.read')
  @ApiOperation({
    operationId: 'bewaartermijnen',
    summary: 'Hoe lang uw regio gegevens bewaart, en hoeveel er aan de beurt is om te vernietigen',
  })
  @Answers(retentionListSchema, { description: 'Een termijn per soort gegevens.' })
  list(@Actor() actor: ActingAccount): Promise<RetentionListDto> {
    return this.retention.list(actor.regionId);
  }

  @Post()
  @Requires('retention.set')
  @ApiOperation({
    operationId: 'stelBewaartermijnVast',
    summary: 'Stel vast hoe lang een soort gegevens vanaf een dag wordt bewaard; korter dan de wet vraagt kan niet',
  })
  @Answers(retentionListSchema, { status: 201, description: 'De termijnen na de wijziging.' })
  change(
    @Body({ schema: retentionChangeSchema }) body: RetentionChangeDto,
    @Actor() actor: ActingAccount,
  ): Promise<RetentionListDto> {
    return this.retention.change(actor, body);
  }
}
