import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import { UrgencyCategoriesService } from './urgency-categories.service';
import {
  type UrgencyCategoryDto,
  type UrgencyCategoryQuery,
  urgencyCategoryQuery,
  urgencyCategorySchema,
} from './urgency-category.dto';

@ApiTags('Urgentie')
@Controller('v1/urgentiecategorieen')
export class UrgencyCategoriesController {
  constructor(private readonly categories: UrgencyCategoriesService) {}

  @Get()
  @Requires('region.read')
  @ApiOperation({
    operationId: 'urgentiecategorieen',
    summary: 'De urgentiecategorieën van uw regio, met hun grondslag en geldigheid',
  })
  @Answers(pageSchema(urgencyCategorySchema), { description: 'Een pagina urgentiecategorieën.' })
  list(
    @Query({ schema: urgencyCategoryQuery }) query: UrgencyCategoryQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<UrgencyCategoryDto>> {
    return this.categories.list(actor.regionId, query);
  }
}
