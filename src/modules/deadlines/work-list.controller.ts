import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { type WorkItemDto, workItemSchema, type WorkListQuery, workListQuerySchema } from './work-item.dto';
import { WorkListService } from './work-list.service';

@ApiTags('Werkvoorraad')
@Controller('v1/werkvoorraad')
export class WorkListController {
  constructor(private readonly work: WorkListService) {}

  @Get()
  @Requires('work.read')
  @ReadsPersons<Page<WorkItemDto>>({
    action: 'work.list',
    objectType: 'proposal',
    ids: ({ items }) => items.map(({ id }) => id),
  })
  @ApiOperation({
    operationId: 'werkvoorraad',
    summary: 'Wat er wacht, op wie, en tot wanneer',
    description:
      'Een coördinator ziet alle zaken van de regio, een aanbieder die van eigen cliënten, een corporatie die van eigen woningen zonder te zien wie het zijn. Wat het eerst moet, staat bovenaan.',
  })
  @Answers(pageSchema(workItemSchema), { description: 'Een pagina van de werkvoorraad.' })
  list(
    @Query({ schema: workListQuerySchema }) query: WorkListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<WorkItemDto>> {
    return this.work.list(actor, query);
  }
}
