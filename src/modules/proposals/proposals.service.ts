import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { MatchExplanation } from '../../core/explain/why';
import {
  ADVANCING_ACTIONS,
  HOLDING_STATES,
  proposalTransitions,
  REVIEW_ACTIONS,
  type ProposalAction,
  type ProposalState,
} from '../../core/review/proposal-transitions';
import { REJECTION_REASONS } from '../../core/review/rejection-reasons';
import { transitionsFrom } from '../../core/review/validate-transitions';
import { actingAs, systemOf } from '../../database/acting';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { readUrgencyCategories } from '../../database/read-urgency-categories';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import { type Page, pageOf, window } from '../../platform/http/page';
import { PlacementLoadService } from '../monitor/placement-load.service';
import { StepDeliveryService } from '../notifications/step-delivery.service';
import { PairCheckService } from './pair-check.service';
import { changesSinceRound } from './changes-since-round';
import { eventAnswer, householdProfile, justificationAnswer, proposalSummary, unitProfile } from './proposal-answer';
import { ProposalRevocation } from './proposal-revocation';
import type { ProposalDetailDto, ProposalListQuery, ProposalSummaryDto } from './proposal.dto';
import { ProposalsQueries, type ProposalViewer } from './proposals.queries';
import type { RejectionReasonDto } from './review.dto';

/** Shows proposals. Deciding on them is in `ReviewService`. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: ProposalsQueries,
    private readonly pairs: PairCheckService,
    private readonly placements: PlacementLoadService,
    private readonly revocation: ProposalRevocation,
    private readonly deliveries: StepDeliveryService,
    private readonly clock: Clock,
  ) {}

  async list(viewer: ProposalViewer, query: ProposalListQuery): Promise<Page<ProposalSummaryDto>> {
    const { rows, total } = await this.queries.list(viewer, query, window(query));
    const today = this.clock.today();
    const categories = await readUrgencyCategories(this.dataSource.manager, viewer.regionId, today);
    return pageOf(
      rows.map((row) => proposalSummary(row, today, categories)),
      total,
      query,
    );
  }

  async get(viewer: ProposalViewer, id: string): Promise<ProposalDetailDto> {
    const row = await this.queries.one(viewer, id);
    if (!row) throw notFound('voorstel', id);
    const today = this.clock.today();
    const categories = await readUrgencyCategories(this.dataSource.manager, viewer.regionId, today);
    const events = await this.queries.events(id);
    const told = await this.deliveries.ofProposal(viewer.regionId, id);
    // Whoever sees the proposal may know whether it still holds, which takes the facts of the whole region.
    const live = await actingAs(systemOf(viewer.regionId), () =>
      this.dataSource.transaction('REPEATABLE READ', (manager) => this.live(manager, id, row.justification)),
    );
    return {
      ...proposalSummary(row, today, categories),
      ...justificationAnswer(row.justification),
      ...live,
      gebeurtenissen: events.map((event) => eventAnswer(event, told.get(event.id) ?? [])),
    };
  }

  rejectionReasons(): readonly RejectionReasonDto[] {
    return REJECTION_REASONS.map(({ code, nl, vera, side, noteRequired, ban }) => ({
      code,
      tekst: nl,
      veraNaam: vera,
      kant: side,
      toelichtingVerplicht: noteRequired,
      blokkade: ban === 'none' ? 'geen' : ban === 'until-lifted' ? 'tot-opheffing' : 'dagen',
      blokkadeDagen: typeof ban === 'object' ? ban.days : null,
    }));
  }

  /** What is true today, all of the same moment. */
  private async live(
    manager: EntityManager,
    id: string,
    justification: MatchExplanation,
  ): Promise<Pick<ProposalDetailDto, 'huishouden' | 'woonplek' | 'toegestaneActies' | 'veranderdSindsRonde'>> {
    const proposal = await manager.findOneByOrFail(ProposalEntity, { id });
    const { householdId, unitId, plannedStart } = proposal;
    const household = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    const members = await manager.find(HouseholdMemberEntity, { where: { householdId }, order: { position: 'ASC' } });
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const check = proposal.state === 'voorgesteld' ? await this.pairs.check(manager, proposal) : null;
    return {
      huishouden: householdProfile(household, members, plannedStart),
      woonplek: unitProfile(unit, await this.freePlaces(manager, unit)),
      toegestaneActies: await this.allowedActions(manager, proposal),
      veranderdSindsRonde: check ? changesSinceRound(check, justification) : [],
    };
  }

  private async freePlaces(manager: EntityManager, { id, regionId, places }: UnitEntity): Promise<number> {
    const occupied = await this.placements.occupancyPerUnit(manager, regionId, this.clock.today());
    const promised = await manager.countBy(ProposalEntity, { unitId: id, state: In([...HOLDING_STATES]) });
    return places - (occupied.get(id) ?? 0) - promised;
  }

  private async allowedActions(
    manager: EntityManager,
    proposal: ProposalEntity,
  ): Promise<ProposalDetailDto['toegestaneActies']> {
    const actions = transitionsFrom(proposalTransitions, proposal.state).map(({ action }) => action);
    const canRevoke = actions.includes('herroepen') && (await this.revocation.obstacleTo(manager, proposal)) === null;
    const restricted = await readOpenRestrictions(manager, { householdIds: [proposal.householdId] });
    return actions
      .filter(isReviewAction)
      .filter((action) => action !== 'herroepen' || canRevoke)
      .filter((action) => restricted.size === 0 || !advances(action, proposal.state));
  }
}

/** Whether a step brings the household nearer to a home. Taking back a rejection opens the proposal again. */
function advances(action: ProposalAction, from: ProposalState): boolean {
  return ADVANCING_ACTIONS.includes(action) || (action === 'herroepen' && from === 'afgewezen');
}

function isReviewAction(action: ProposalAction): action is ProposalDetailDto['toegestaneActies'][number] {
  return REVIEW_ACTIONS.includes(action);
}
