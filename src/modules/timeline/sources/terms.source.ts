import { In, type EntityManager } from 'typeorm';
import { casePauseReasons } from '../../../core/review/case-reasons';
import type { TermPause } from '../../../core/review/case-term';
import { termMoments } from '../../../core/review/term-moments';
import { isWaitingState, type StepRole, type WaitingState, workflowOn } from '../../../core/review/workflow';
import { proposalTransitions } from '../../../core/review/proposal-transitions';
import { dateInWords } from '../../../core/time/date-in-words';
import { CaseEscalationEntity } from '../../../database/entities/case-escalation.entity';
import { CasePauseEntity } from '../../../database/entities/case-pause.entity';
import { HouseholdRestrictionEntity } from '../../../database/entities/household-restriction.entity';
import { ProposalEventEntity } from '../../../database/entities/proposal-event.entity';
import { UnitEntity } from '../../../database/entities/unit.entity';
import { WorkflowEntity } from '../../../database/entities/workflow.entity';
import { ROLE_NAMES } from '../../../platform/access/permissions';
import { isDutchHoliday } from '../../../platform/calendar/dutch-holidays';
import { dayIn } from '../../../platform/clock';
import {
  about,
  byAccount,
  dayEntry,
  type TimelineEntry,
  timelineEntry,
  type TimelineProposal,
  type TimelineScope,
  ZONE,
} from '../timeline-entry';

interface Span {
  readonly state: WaitingState;
  readonly since: Date;
  readonly until: Date | null;
}

const inWords = (day: string): string => dateInWords(day).nl;
const roleWords = (role: StepRole): string => ROLE_NAMES[role].toLowerCase();

/** How the term of each step went: when it began, was near its end, passed, went to somebody else, and stood still. */
export async function terms(manager: EntityManager, scope: TimelineScope): Promise<TimelineEntry[]> {
  const ids = In(scope.proposals.map(({ id }) => id));
  const events = await manager.find(ProposalEventEntity, {
    where: { proposalId: ids },
    select: { id: true, proposalId: true, toState: true, at: true },
    order: { at: 'ASC', id: 'ASC' },
  });
  const pauses = await manager.find(CasePauseEntity, { where: { proposalId: ids } });
  const escalations = await manager.find(CaseEscalationEntity, { where: { proposalId: ids } });
  const restrictions = await manager.find(HouseholdRestrictionEntity, {
    where: { householdId: In(scope.proposals.map(({ householdId }) => householdId)) },
  });
  const workflows = await manager.find(WorkflowEntity, { where: { regionId: scope.regionId } });
  const units = await manager.find(UnitEntity, {
    where: { id: In(scope.proposals.map(({ unitId }) => unitId)) },
    select: { id: true, programme: true },
  });
  const programmes = new Map(units.map(({ id, programme }) => [id, programme]));
  return scope.proposals.flatMap((proposal) => {
    const own = pauses.filter(({ proposalId }) => proposalId === proposal.id);
    const still: TermPause[] = [
      ...own.map(({ since, until }) => ({ from: since, until })),
      ...restrictions
        .filter(({ householdId }) => householdId === proposal.householdId)
        .map(({ since, endedAt }) => ({ from: since, until: endedAt && laterDay(since, dayIn(ZONE, endedAt)) })),
    ];
    const spans = spansOf(
      proposal,
      events.filter(({ proposalId }) => proposalId === proposal.id),
    );
    return [
      ...spans.flatMap((span) => {
        const started = dayIn(ZONE, span.since);
        const workflow =
          workflows.find(({ id }) => id === proposal.workflowId) ??
          workflowOn(workflows, programmes.get(proposal.unitId) ?? '', started);
        return spanEntries(proposal, span, still, { workflow, today: scope.today });
      }),
      ...escalations
        .filter(({ proposalId }) => proposalId === proposal.id)
        .map(({ id, at, toRole }) =>
          timelineEntry({
            ...{ id: `doorgezet/${id}`, at, kind: 'term', ...about(proposal) },
            what: `Termijn voorbij: doorgezet naar ${roleWords(toRole)}`,
          }),
        ),
      ...own.flatMap((pause) => pauseEntries(proposal, pause)),
    ];
  });
}

function spansOf(
  { createdAt }: TimelineProposal,
  events: readonly Pick<ProposalEventEntity, 'toState' | 'at'>[],
): readonly Span[] {
  const stays = [{ toState: proposalTransitions.initial, at: createdAt }, ...events];
  return stays.flatMap(({ toState, at }, place) =>
    isWaitingState(toState) ? [{ state: toState, since: at, until: stays[place + 1]?.at ?? null }] : [],
  );
}

function spanEntries(
  proposal: TimelineProposal,
  { state, since, until }: Span,
  pauses: readonly TermPause[],
  { workflow, today }: { readonly workflow: WorkflowEntity | null; readonly today: string },
): TimelineEntry[] {
  const step = workflow?.steps.find((each) => each.state === state);
  if (step === undefined) return [];
  const days = { since: dayIn(ZONE, since), until: until && dayIn(ZONE, until) };
  const { dueOn, remindedOn, passedOn } = termMoments(step, days, pauses, today, isDutchHoliday);
  const id = (what: string): string => `termijn/${proposal.id}/${since.toISOString()}/${what}`;
  const told = { kind: 'term', ...about(proposal) } as const;
  const end = dueOn === null ? 'de termijn staat stil' : `uiterlijk ${inWords(dueOn)}`;
  return [
    timelineEntry({ ...told, id: id('begin'), at: since, what: `Wacht op ${roleWords(step.waitsFor)}, ${end}` }),
    ...remindedOn.map((day) =>
      dayEntry({ ...told, id: id(day), day, what: `Herinnering: de termijn loopt tot en met ${inWords(dueOn!)}` }),
    ),
    ...(passedOn === null ? [] : [dayEntry({ ...told, id: id('voorbij'), day: passedOn, what: 'Termijn is voorbij' })]),
  ];
}

function pauseEntries(proposal: TimelineProposal, pause: CasePauseEntity): TimelineEntry[] {
  const { id, since, until, createdAt, createdBy, updatedAt, updatedBy } = pause;
  const told = { kind: 'term', ...about(proposal) } as const;
  const wasChanged = updatedAt > createdAt && until !== null;
  const end = until === null || wasChanged ? '' : ` tot en met ${inWords(until)}`;
  return [
    timelineEntry({
      ...{ ...told, id: `pauze/${id}`, at: createdAt, ...byAccount(createdBy) },
      what: `Termijn staat stil vanaf ${inWords(since)}${end}`,
      reason: casePauseReasons.named(pause.reason).naam,
      note: pause.note,
    }),
    ...(wasChanged
      ? [
          timelineEntry({
            ...{ ...told, id: `pauze-voorbij/${id}`, at: updatedAt, ...byAccount(updatedBy) },
            what: `Termijn loopt weer: de pauze duurt tot en met ${inWords(until)}`,
          }),
        ]
      : []),
  ];
}

function laterDay(a: string, b: string): string {
  return a >= b ? a : b;
}
