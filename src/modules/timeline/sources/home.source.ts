import type { EntityManager } from 'typeorm';
import { dateInWords } from '../../../core/time/date-in-words';
import { unitStatuses } from '../../../core/vocabulary/code-lists';
import type { ProposalEventEntity } from '../../../database/entities/proposal-event.entity';
import { UnitStatusEventEntity } from '../../../database/entities/unit-status-event.entity';
import { ALLOCATION_STATES } from '../../proposals/allocation.dto';
import { type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';
import { stepEntry } from './proposal-steps.source';

/** The changes of status of a home, and for its owner the steps that were taken for it, without the client. Of a home only. */
export async function home(manager: EntityManager, { of, id }: TimelineScope): Promise<TimelineEntry[]> {
  if (of !== 'home') return [];
  const statuses = await manager.find(UnitStatusEventEntity, { where: { unitId: id } });
  const steps = await manager.query<ProposalEventEntity[]>(
    `SELECT id, proposal_id AS "proposalId", action, at, actor, actor_role AS "actorRole",
            actor_organisation_id AS "actorOrganisationId", reason_code AS "reasonCode", note
       FROM home_steps($1, $2)`,
    [id, ALLOCATION_STATES],
  );
  return [...steps.map((step) => ({ ...stepEntry(step), unitId: id })), ...statuses.map(statusEntry)];
}

function statusEntry(event: UnitStatusEventEntity): TimelineEntry {
  const { id, to, from, reason, effectiveFrom, effectiveUntil, at, unitId } = event;
  const until = effectiveUntil === null ? '' : ` tot en met ${dateInWords(effectiveUntil).nl}`;
  const name = unitStatuses.named(to).naam.toLowerCase();
  return timelineEntry({
    ...{ id: `woonplek/${id}`, at, kind: 'home', unitId, reason },
    ...{ actor: event.actor, actorRole: event.actorRole, actorOrganisationId: event.actorOrganisationId },
    what: `${from === null ? 'Woonplek ingevoerd' : 'Status van de woonplek'}: ${name} vanaf ${dateInWords(effectiveFrom).nl}${until}`,
  });
}
