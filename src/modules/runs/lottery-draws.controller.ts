import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { regionOf } from '../../platform/access/region-of';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { pageSchema, type Page } from '../../platform/http/page';
import {
  lotteryDrawListQuerySchema,
  lotteryDrawSchema,
  type LotteryDrawDto,
  type LotteryDrawListQuery,
} from './lottery-draw.dto';
import { LotteryDrawsService } from './lottery-draws.service';

@ApiTags('Matchrondes')
@Controller('v1/lotingen')
export class LotteryDrawsController {
  constructor(private readonly draws: LotteryDrawsService) {}

  @Get()
  @Requires('run.read')
  @ApiOperation({
    operationId: 'lotingen',
    summary: 'Het vastgelegde begingetal van elke ronde, ook van de ronde die nog komt',
    description:
      'De vastlegging staat er zodra de inname van een ronde opent. Het begingetal volgt als de ronde klaar is.',
  })
  @Answers(pageSchema(lotteryDrawSchema), { description: 'Een pagina lotingen, nieuwste eerst.' })
  list(
    @Query({ schema: lotteryDrawListQuerySchema }) query: LotteryDrawListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<LotteryDrawDto>> {
    return this.draws.list(regionOf(actor, query.regio), query);
  }
}
