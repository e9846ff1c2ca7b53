import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Actor } from '../../platform/access/actor.decorator';
import { ReadsPersons } from '../../platform/access/reads-persons.decorator';
import { regionOf } from '../../platform/access/region-of';
import { Requires } from '../../platform/access/requires.decorator';
import { Answers } from '../../platform/http/answers.decorator';
import { type Page, pageSchema } from '../../platform/http/page';
import {
  type ProposalDetailDto,
  proposalDetailSchema,
  type ProposalListQuery,
  proposalListQuerySchema,
  type ProposalSummaryDto,
  proposalSummarySchema,
} from './proposal.dto';
import { ProposalsService } from './proposals.service';
import {
  type ReviewRequestDto,
  reviewRequestSchema,
  type RevocationRequestDto,
  revocationRequestSchema,
} from './review.dto';
import { ReviewService } from './review.service';

const proposalId = z.uuid();

@ApiTags('Voorstellen')
@Controller('v1/voorstellen')
export class ProposalsController {
  constructor(
    private readonly proposals: ProposalsService,
    private readonly reviews: ReviewService,
  ) {}

  @Get()
  @Requires('proposal.read')
  @ReadsPersons<Page<ProposalSummaryDto>>({
    action: 'proposal.list',
    objectType: 'household',
    ids: ({ items }) => items.map(({ client }) => client.id),
  })
  @ApiOperation({ operationId: 'voorstellen', summary: 'De voorstellen van uw regio' })
  @Answers(pageSchema(proposalSummarySchema), { description: 'Een pagina voorstellen.' })
  list(
    @Query({ schema: proposalListQuerySchema }) query: ProposalListQuery,
    @Actor() actor: ActingAccount,
  ): Promise<Page<ProposalSummaryDto>> {
    return this.proposals.list({ ...actor, regionId: regionOf(actor, query.regio) }, query);
  }

  @Get(':id')
  @Requires('proposal.read')
  @ReadsPersons<ProposalDetailDto>({
    action: 'proposal.read',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({ operationId: 'voorstel', summary: 'Een voorstel met de redenen en de geschiedenis' })
  @Answers(proposalDetailSchema, { description: 'Het voorstel.' })
  get(@Param('id', { schema: proposalId }) id: string, @Actor() actor: ActingAccount): Promise<ProposalDetailDto> {
    return this.proposals.get(actor, id);
  }

  @Post(':id/beoordelingen')
  @Requires('proposal.review')
  @ReadsPersons<ProposalDetailDto>({
    action: 'proposal.review',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({
    operationId: 'beoordeelVoorstel',
    summary: 'Keur een voorstel goed of wijs het af',
    description:
      'Bij akkoord worden alle harde regels opnieuw bekeken met de gegevens van vandaag. Klopt er iets niet meer, of was iemand anders eerder, dan volgt 409 met de reden.',
  })
  @Answers(proposalDetailSchema, { status: 201, description: 'Het voorstel na de beoordeling.' })
  async review(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: reviewRequestSchema }) body: ReviewRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ProposalDetailDto> {
    await this.reviews.review(actor, id, body);
    return this.proposals.get(actor, id);
  }

  @Post(':id/herroepingen')
  @Requires('proposal.review')
  @ReadsPersons<ProposalDetailDto>({
    action: 'proposal.revoke',
    objectType: 'household',
    ids: ({ client }) => [client.id],
  })
  @ApiOperation({
    operationId: 'herroepBeoordeling',
    summary: 'Herroep de laatste beoordeling',
    description:
      'Kan tot de volgende stap. Is er al een nieuwere ronde klaar, dan komt het voorstel niet terug maar vervalt het: de woonplek is weer vrij en de cliënt doet mee met de volgende ronde.',
  })
  @Answers(proposalDetailSchema, { status: 201, description: 'Het voorstel na de herroeping.' })
  async revoke(
    @Param('id', { schema: proposalId }) id: string,
    @Body({ schema: revocationRequestSchema }) body: RevocationRequestDto,
    @Actor() actor: ActingAccount,
  ): Promise<ProposalDetailDto> {
    await this.reviews.revoke(actor, id, body);
    return this.proposals.get(actor, id);
  }
}
