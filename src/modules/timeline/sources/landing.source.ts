import { In, type EntityManager } from 'typeorm';
import type { LandingState } from '../../../core/review/landing-checklist';
import { systemOf } from '../../../database/acting';
import { LandingItemEntity } from '../../../database/entities/landing-item.entity';
import { actingWithin } from '../../../database/transaction';
import { about, type TimelineEntry, timelineEntry, type TimelineScope } from '../timeline-entry';

interface Change {
  readonly id: string;
  readonly at: Date;
  readonly item: string;
  readonly state: LandingState;
  readonly actor: string | null;
  readonly role: string | null;
  readonly organisationId: string | null;
}

const WORDS: Readonly<Record<LandingState, string>> = {
  open: 'Punt weer open',
  done: 'Punt klaar',
  'not-applicable': 'Punt niet van toepassing',
};

/** Each time that a point of a soft landing was settled or opened again. The points are the reader's to see; their changes are in the change log. */
export async function landing(
  manager: EntityManager,
  { regionId, proposals }: TimelineScope,
): Promise<TimelineEntry[]> {
  const byProposal = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const points = await manager.find(LandingItemEntity, { where: { proposalId: In([...byProposal.keys()]) } });
  if (points.length === 0) return [];
  const byId = new Map(points.map((point) => [point.id, point]));
  const changes = await actingWithin(manager, systemOf(regionId), () =>
    manager.query<Change[]>(
      `SELECT c.id::text AS id, c.at, c.row_id AS item, c.after->>'state' AS state, c.actor, c.role,
              c.organisation_id AS "organisationId"
         FROM change_log c
        WHERE c.household_id = ANY ($1::uuid[]) AND c.table_name = 'landing_item' AND c.operation = 'update'
          AND c.after ? 'state' AND c.row_id = ANY ($2) ORDER BY c.id`,
      [[...new Set(points.map(({ householdId }) => householdId))], [...byId.keys()]],
    ),
  );
  return changes.map(({ id, at, item, state, actor, role, organisationId }, place) => {
    const point = byId.get(item)!;
    const isLast = !changes.slice(place + 1).some((later) => later.item === item);
    return timelineEntry({
      ...{ id: `landing/${id}`, at, kind: 'landing', ...about(byProposal.get(point.proposalId)!) },
      ...{ actor, actorRole: role, actorOrganisationId: organisationId },
      what: `${WORDS[state]}: ${point.label}`,
      // Only of its last change the note is still there.
      note: isLast ? point.note : null,
    });
  });
}
