import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { timelineKinds } from '../../core/review/timeline-kinds';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { Clock } from '../../platform/clock';
import { type Page, pageOf, window } from '../../platform/http/page';
import { notFound } from '../../platform/http/problem';
import { StepDeliveryService } from '../notifications/step-delivery.service';
import { contacts } from './sources/contacts.source';
import { handovers } from './sources/handovers.source';
import { home } from './sources/home.source';
import { landing } from './sources/landing.source';
import { mails } from './sources/mails.source';
import { pairDecisions } from './sources/pair-decisions.source';
import { panels } from './sources/panels.source';
import { participation } from './sources/participation.source';
import { proposalSteps } from './sources/proposal-steps.source';
import { tenancies } from './sources/tenancies.source';
import { terms } from './sources/terms.source';
import type { TimelineEntry, TimelineScope } from './timeline-entry';
import { named } from './timeline-names';
import type { TimelineEntryDto, TimelineQuery } from './timeline.dto';

const PROPOSAL_COLUMNS = {
  ...{ id: true, createdAt: true, createdBy: true, householdId: true, unitId: true, runId: true, origin: true },
  ...{ madeReason: true, workflowId: true },
} as const;
/** At one moment the more particular line stands nearer to the top, newest first. */
const ORDER = timelineKinds.entries.map(({ internal }) => internal);

/**
 * Everything that happened to a client, a home or a proposal, as one list. Nothing is kept for it: it is read from the records
 * that the steps themselves leave, so that it cannot say anything else than they do. What a reader sees of it is up to the
 * database; terms of steps are worked out from the same rows as those of the work list.
 */
@Injectable()
export class TimelineService {
  constructor(
    private readonly database: DataSource,
    private readonly deliveries: StepDeliveryService,
    private readonly clock: Clock,
  ) {}

  /** Throws 404 for what this account may not see, exactly as for what does not exist. */
  async list(
    { regionId }: ActingAccount,
    { of, id }: Pick<TimelineScope, 'of' | 'id'>,
    query: TimelineQuery,
  ): Promise<Page<TimelineEntryDto>> {
    return this.database.transaction('REPEATABLE READ', async (manager) => {
      const proposals = await proposalsOf(manager, regionId, { of, id });
      const entries = await this.entries(manager, { regionId, today: this.clock.today(), of, id, proposals });
      const kind = query.soort && timelineKinds.toInternal(query.soort);
      const found = entries.filter((entry) => kind === undefined || entry.kind === kind).sort(byMoment);
      if (query.sorteer === '-op') found.reverse();
      const { skip, take } = window(query);
      const items = await named(manager, regionId, found.slice(skip, skip + take));
      return pageOf(items, found.length, query);
    });
  }

  private async entries(manager: EntityManager, scope: TimelineScope): Promise<TimelineEntry[]> {
    const all = [
      ...(await proposalSteps(manager, scope)),
      ...(await terms(manager, scope)),
      ...(await contacts(manager, scope)),
      ...(await landing(manager, scope)),
      ...(await tenancies(manager, scope)),
      ...(await pairDecisions(manager, scope)),
      ...(await participation(manager, scope)),
      ...(await handovers(manager, scope)),
      ...(await panels(manager, scope)),
      ...(await home(manager, scope)),
      ...(await mails(this.deliveries, manager, scope)),
    ];
    // Who both guides the client and owns the home reads a step twice: first in full.
    return [...new Map([...all].reverse().map((entry) => [entry.id, entry])).values()];
  }
}

async function proposalsOf(
  manager: EntityManager,
  regionId: string,
  { of, id }: Pick<TimelineScope, 'of' | 'id'>,
): Promise<TimelineScope['proposals']> {
  const select = PROPOSAL_COLUMNS;
  if (of === 'client') {
    if (!(await manager.existsBy(HouseholdEntity, { id, regionId }))) throw notFound('cliënt', id);
    return manager.find(ProposalEntity, { where: { regionId, householdId: id }, select });
  }
  if (of === 'home') {
    if (!(await manager.existsBy(UnitEntity, { id, regionId }))) throw notFound('wooneenheid', id);
    return manager.find(ProposalEntity, { where: { regionId, unitId: id }, select });
  }
  const found = await manager.find(ProposalEntity, { where: { regionId, id }, select });
  if (found.length === 0) throw notFound('voorstel', id);
  return found;
}

function byMoment(a: TimelineEntry, b: TimelineEntry): number {
  const [first, second] = [a.at.getTime(), b.at.getTime()];
  return first - second || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}
