import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { type ClockDto, type ClockListQuery, clockListQuerySchema, clockSchema } from './clock.dto';
import { ClocksService } from './clocks.service';

@ApiTags('Werkvoorraad')
@Controller('v1/klokken')
export class ClocksController {
  constructor(private readonly clocks: ClocksService) {}

  @Get()
  @Requires('client.read')
  @ReadsPersons<Page<ClockDto>>({
    action: 'client.list-clocks',
    objectType: 'household',
    ids: ({ items }) => items.flatMap(({ client }) => (client === null ? [] : [client.id])),
  })
  @ApiOperation({
    operationId: 'klokken',
    summary: 'De termijnen van de regio die aflopen: opvang, woning, verblijf, huur en woonplek',
    description: 'Er gebeurt niets vanzelf: niemand verliest een woonplek doordat een klok afloopt.',
  })
  @Answers(pageSchema(clockSchema), { description: 'Een pagina klokken.' })
  list(
    @Query({ schema: clockListQuerySchema }) query: ClockListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<ClockDto>> {
    return this.clocks.list(actor, query);
  }
}
