import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import {
  type HandedOverDto,
  handedOverSchema,
  type HandOverDto,
  handOverSchema,
  type WorkDto,
  workSchema,
} from './hand-over.dto';
import { HandOverService } from './hand-over.service';

@ApiTags('Cliënten')
@Controller('v1')
export class HandOversController {
  constructor(private readonly handOvers: HandOverService) {}

  @Get('eigen-werk')
  @Requires('work.hand-over')
  @ApiOperation({
    operationId: 'eigenWerk',
    summary: 'Hoeveel werk u in deze rol hebt: wat er overgaat als u alles overdraagt',
  })
  @Answers(workSchema, { description: 'Aantallen.' })
  work(@Actor() actor: ActingAccount): Promise<WorkDto> {
    return this.handOvers.ownWork(actor);
  }

  @Post('overdrachten')
  @Requires('work.hand-over')
  @ApiOperation({
    operationId: 'draagWerkOver',
    summary: 'Draag uw cliënten over aan een collega',
    description: 'Alle cliënten waarvan u contactpersoon bent, of een lijst daaruit. Alles of niets.',
  })
  @Answers(handedOverSchema, { status: 201, description: 'Overgedragen.' })
  handOver(@Body({ schema: handOverSchema }) body: HandOverDto, @Actor() actor: ActingAccount): Promise<HandedOverDto> {
    return this.handOvers.handOverOwn(actor, body);
  }
}
