import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { MatchExplanation } from '../../core/explain/why';
import {
  actionsOfPeople,
  ADVANCING_ACTIONS,
  HOLDING_STATES,
  OWNER_ACTIONS,
  type ProposalAction,
  type ProposalState,
} from '../../core/review/proposal-transitions';
import { REJECTION_REASONS } from '../../core/review/rejection-reasons';
import { actingAs, systemOf } from '../../database/acting';
import { AccountEntity } from '../../database/entities/account.entity';
import { HouseholdMemberEntity } from '../../database/entities/household-member.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { readOpenRestrictions } from '../../database/open-restrictions';
import { readUrgencyCategories } from '../../database/read-urgency-categories';
import type { ActingAccount } from '../../platform/access/acting-account';
import { holdsPermission } from '../../platform/access/permissions';
import { Clock } from '../../platform/clock';
import { notFound } from '../../platform/http/problem';
import { type Page, pageOf, window } from '../../platform/http/page';
import { PlacementLoadService } from '../monitor/placement-load.service';
import { AgreementLedgerService, linesFor } from '../monitor/agreement-ledger.service';
import { ledgerAnswer } from './ledger.dto';
import { StepDeliveryService } from '../notifications/step-delivery.service';
import { PairCheckService } from './pair-check.service';
import { changesSinceRound } from './changes-since-round';
import { eventAnswer, householdProfile, justificationAnswer, proposalSummary, unitProfile } from './proposal-answer';
import { isOwnWork } from './own-work';
import { ProposalRevocation } from './proposal-revocation';
import type { ProposalDetailDto, ProposalListQuery, ProposalSummaryDto } from './proposal.dto';
import { ProposalsQueries, type ProposalViewer } from './proposals.queries';
import { reviewerOf } from './reviewer-of';
import type { RejectionReasonDto } from './review.dto';

/** What is true of a proposal today. */
type LivePart = Pick<
  ProposalDetailDto,
  'huishouden' | 'woonplek' | 'afspraken' | 'toegestaneActies' | 'veranderdSindsRonde' | 'metDeHand'
>;

/** States in which a person reviews, and looks at what changed. */
const TO_REVIEW: readonly ProposalState[] = ['voorgesteld', 'verouderd'];

/** Shows proposals. Deciding on them is in `ReviewService`. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: ProposalsQueries,
    private readonly pairs: PairCheckService,
    private readonly placements: PlacementLoadService,
    private readonly revocation: ProposalRevocation,
    private readonly ledger: AgreementLedgerService,
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

  async get(viewer: ActingAccount, id: string): Promise<ProposalDetailDto> {
    const row = await this.queries.one(viewer, id);
    if (!row) throw notFound('voorstel', id);
    const today = this.clock.today();
    const categories = await readUrgencyCategories(this.dataSource.manager, viewer.regionId, today);
    const events = await this.queries.events(id);
    const told = await this.deliveries.ofProposal(viewer.regionId, id);
    // Whoever sees the proposal may know whether it still holds, which takes the facts of the whole region.
    const live = await actingAs(systemOf(viewer.regionId), () =>
      this.dataSource.transaction('REPEATABLE READ', (manager) => this.live(manager, viewer, id, row.justification)),
    );
    return {
      ...proposalSummary(row, today, categories),
      ...justificationAnswer(row.justification),
      ...live,
      contactpersoonVerhuurder: row.lessor,
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
    viewer: ActingAccount,
    id: string,
    justification: MatchExplanation,
  ): Promise<LivePart> {
    const proposal = await manager.findOneByOrFail(ProposalEntity, { id });
    const { householdId, unitId, plannedStart } = proposal;
    const household = await manager.findOneByOrFail(HouseholdEntity, { id: householdId });
    const members = await manager.find(HouseholdMemberEntity, { where: { householdId }, order: { position: 'ASC' } });
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    const { doelgroepId } = household;
    const { corporatieId, gemeenteId } = unit;
    const lines = await this.ledger.lines(manager, proposal.regionId);
    const check = TO_REVIEW.includes(proposal.state) ? await this.pairs.check(manager, proposal) : null;
    return {
      huishouden: householdProfile(household, members, plannedStart),
      woonplek: unitProfile(unit, await this.freePlaces(manager, unit)),
      afspraken: linesFor(lines, { corporatieId, gemeenteId, plannedStart, doelgroepId }).map(ledgerAnswer),
      toegestaneActies: await this.allowedActions(manager, viewer, proposal, unit),
      veranderdSindsRonde: check ? changesSinceRound(check, justification) : [],
      metDeHand: await madeByHand(manager, viewer, proposal),
    };
  }

  private async freePlaces(manager: EntityManager, { id, regionId, places }: UnitEntity): Promise<number> {
    const occupied = await this.placements.occupancyPerUnit(manager, regionId, this.clock.today());
    const promised = await manager.countBy(ProposalEntity, { unitId: id, state: In([...HOLDING_STATES]) });
    return places - (occupied.get(id) ?? 0) - promised;
  }

  /** The steps that this person may ask for now. A step can still be refused, and then says why. */
  private async allowedActions(
    manager: EntityManager,
    { role, organisationId, accountId }: ActingAccount,
    proposal: ProposalEntity,
    unit: UnitEntity,
  ): Promise<ProposalAction[]> {
    const actions = actionsOfPeople(proposal.state, (permission) => holdsPermission(role, permission));
    const canRevoke = actions.includes('herroepen') && (await this.revocation.obstacleTo(manager, proposal)) === null;
    const isOwner = unit.ownerOrganisationId === organisationId;
    const canConfirm = isOwner && (await reviewerOf(manager, proposal.id)) !== accountId;
    const restricted = await readOpenRestrictions(manager, { householdIds: [proposal.householdId] });
    return actions
      .filter((action) => action !== 'herroepen' || canRevoke)
      .filter((action) => action !== 'goedkeuren' || !isOwnWork(proposal, { accountId }))
      .filter((action) => action !== 'bevestigen' || canConfirm)
      .filter((action) => !OWNER_ACTIONS.includes(action) || isOwner)
      .filter((action) => restricted.size === 0 || !advances(action, proposal.state));
  }
}

/** Whether a step brings the household nearer to a home. Taking back a rejection opens the proposal again. */
function advances(action: ProposalAction, from: ProposalState): boolean {
  return ADVANCING_ACTIONS.includes(action) || (action === 'herroepen' && from === 'afgewezen');
}

async function madeByHand(
  manager: EntityManager,
  { accountId }: ActingAccount,
  { madeReason, createdBy }: ProposalEntity,
): Promise<ProposalDetailDto['metDeHand']> {
  if (madeReason === null) return null;
  const person = await manager.findOneBy(AccountEntity, { id: createdBy ?? '' });
  return { reden: madeReason, door: person?.displayName ?? 'Woonplek', doorUzelf: createdBy === accountId };
}
