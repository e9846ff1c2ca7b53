import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { proposalTransitions, type ProposalAction } from '../../core/review/proposal-transitions';
import { transition } from '../../core/review/validate-transitions';
import { ProposalEventEntity } from '../../database/entities/proposal-event.entity';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import type { PairCheck } from './pair-check.service';

/** Who takes a step. The role and organisation are those of the transaction, unless they are given. */
export interface StepActor {
  readonly accountId: string | null;
  readonly role?: string;
  readonly organisationId?: string;
}

/** What a step leaves in the record beside its states. */
export interface StepRecord {
  readonly reasonCode?: string;
  readonly note?: string | undefined;
  readonly check?: PairCheck;
}

/**
 * Takes a step: appends it to the record and moves the proposal, which the caller saves. `accountId` null: the system itself.
 * Returns the id of the event. Throws `transition-not-allowed` where the table has no such step.
 */
export async function takeStep(
  manager: EntityManager,
  { accountId, role, organisationId }: StepActor,
  proposal: ProposalEntity,
  action: ProposalAction,
  { reasonCode, note, check }: StepRecord,
): Promise<string> {
  const id = randomUUID();
  const { from, to } = transition(proposalTransitions, proposal.state, action);
  await manager.insert(ProposalEventEntity, {
    id,
    proposalId: proposal.id,
    regionId: proposal.regionId,
    ownerOrganisationId: proposal.ownerOrganisationId,
    action,
    fromState: from,
    toState: to,
    reasonCode: reasonCode ?? null,
    note: note ?? null,
    actor: accountId,
    actorRole: role ?? null,
    actorOrganisationId: organisationId ?? null,
    // Not the start of the transaction: that may lie before the step that was waited for.
    at: () => 'clock_timestamp()',
    checks: (check?.verdicts ?? []).map(({ ruleId, outcome, facts }) => ({ ruleId, outcome, facts })),
    policyVersion: check?.policyVersion ?? null,
  });
  proposal.state = to;
  return id;
}
