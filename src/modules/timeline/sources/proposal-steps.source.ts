import { In, type EntityManager } from 'typeorm';
import { rejectionReason } from '../../../core/review/rejection-reasons';
import { kindOfStep, STEP_WORDS } from '../../../core/review/timeline-kinds';
import { ProposalEventEntity } from '../../../database/entities/proposal-event.entity';
import {
  about,
  byAccount,
  type TimelineEntry,
  timelineEntry,
  type TimelineProposal,
  type TimelineScope,
} from '../timeline-entry';

type Step = Pick<ProposalEventEntity, 'id' | 'action' | 'reasonCode' | 'note' | 'at' | 'proposalId'> &
  Pick<ProposalEventEntity, 'actor' | 'actorRole' | 'actorOrganisationId'>;

/** How each proposal began, and every step that it took. */
export async function proposalSteps(manager: EntityManager, scope: TimelineScope): Promise<TimelineEntry[]> {
  const byId = new Map(scope.proposals.map((proposal) => [proposal.id, proposal]));
  const events = await manager.find(ProposalEventEntity, {
    where: { proposalId: In([...byId.keys()]) },
    select: {
      ...{ id: true, action: true, reasonCode: true, note: true, at: true, proposalId: true },
      ...{ actor: true, actorRole: true, actorOrganisationId: true },
    },
  });
  const slots = await slotsOf(manager);
  return [
    ...scope.proposals.map((proposal) =>
      timelineEntry({
        ...{ id: `voorstel/${proposal.id}`, at: proposal.createdAt, kind: 'step', ...about(proposal) },
        ...byAccount(proposal.createdBy),
        what: beginWords(proposal, slots.get(proposal.runId) ?? ''),
        reason: proposal.madeReason,
      }),
    ),
    ...events.map((event) => ({ ...stepEntry(event), ...about(byId.get(event.proposalId)!) })),
  ];
}

function beginWords({ origin }: TimelineProposal, slot: string): string {
  if (origin === 'manual') return 'Met de hand voorgesteld';
  return origin === 'reserve' ? 'Voorgesteld als reserve' : `Voorgesteld door de matchronde ${slot}`.trim();
}

/** One step without the client. */
export function stepEntry(step: Step): TimelineEntry {
  const { id, action, at, reasonCode, note, proposalId, actor, actorRole, actorOrganisationId } = step;
  return timelineEntry({
    ...{ id: `stap/${id}`, at, kind: kindOfStep(action), what: STEP_WORDS[action], note, proposalId },
    ...{ actor, actorRole, actorOrganisationId },
    reason: reasonCode === null ? null : (rejectionReason(reasonCode)?.nl ?? reasonCode),
  });
}

async function slotsOf(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const rounds = await manager.query<{ id: string; slot: string }[]>('SELECT id, slot FROM round_slots()');
  return new Map(rounds.map(({ id, slot }) => [id, slot]));
}
