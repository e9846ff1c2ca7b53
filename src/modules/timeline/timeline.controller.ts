import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { type TimelineEntryDto, timelineEntrySchema, type TimelineQuery, timelineQuerySchema } from './timeline.dto';
import { TimelineService } from './timeline.service';

const uuid = z.uuid();
type Entries = Page<TimelineEntryDto>;

/** The clients that a page names, and the proposals of those that it does not name. */
function shown({ items }: Entries): string[] {
  const ids = items.flatMap(({ client, voorstel }) => [client?.id, voorstel]);
  return [...new Set(ids.filter((id) => typeof id === 'string'))];
}

@ApiTags('Verloop')
@Controller('v1')
export class TimelineController {
  constructor(private readonly timeline: TimelineService) {}

  @Get('clienten/:id/verloop')
  @Requires('client.read')
  @ReadsPersons<Entries>({ action: 'client.read-timeline', objectType: 'household', ids: (_, { id }) => [id!] })
  @ApiOperation({
    operationId: 'verloopVanClient',
    summary: 'Alles wat er met een cliënt gebeurde',
    description:
      'Besluiten, termijnen, meldingen, contact, zachte landing, wonen, pauzes en contactpersonen: wanneer, door wie, waarom.',
  })
  @Answers(pageSchema(timelineEntrySchema), { description: 'Een pagina van het verloop.' })
  ofClient(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Entries> {
    return this.timeline.list(actor, { of: 'client', id }, query);
  }

  @Get('wooneenheden/:id/verloop')
  @Requires('unit.read-timeline')
  @ReadsPersons<Entries>({ action: 'unit.read-timeline', objectType: 'unit', ids: shown })
  @ApiOperation({
    operationId: 'verloopVanWooneenheid',
    summary: 'Alles wat er met een wooneenheid gebeurde',
    description:
      'Wie de cliënten niet mag zien, leest de statussen van de woning en dat er iemand woonde, niet wie. Wie de woning verhuurt, leest ook de stappen vanaf de goedkeuring.',
  })
  @Answers(pageSchema(timelineEntrySchema), { description: 'Een pagina van het verloop.' })
  ofHome(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Entries> {
    return this.timeline.list(actor, { of: 'home', id }, query);
  }

  @Get('voorstellen/:id/verloop')
  @Requires('proposal.read')
  @ReadsPersons<Entries>({ action: 'proposal.read-timeline', objectType: 'proposal', ids: (_, { id }) => [id!] })
  @ApiOperation({ operationId: 'verloopVanVoorstel', summary: 'Alles wat er met een voorstel gebeurde' })
  @Answers(pageSchema(timelineEntrySchema), { description: 'Een pagina van het verloop.' })
  ofProposal(
    @Param('id', { schema: uuid }) id: string,
    @Query({ schema: timelineQuerySchema }) query: TimelineQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Entries> {
    return this.timeline.list(actor, { of: 'proposal', id }, query);
  }
}
