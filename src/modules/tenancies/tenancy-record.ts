import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { tenancyTransitions, type TenancyAction } from '../../core/review/tenancy-transitions';
import { transition } from '../../core/review/validate-transitions';
import type { PlacementEntity } from '../../database/entities/placement.entity';
import { TenancyEventEntity, type TenancyStart } from '../../database/entities/tenancy-event.entity';
import type { ActingAccount } from '../../platform/access/acting-account';

/** What a step of a tenancy leaves in its record. */
export type TenancyNote = Pick<TenancyEventEntity, 'onDay'> &
  Partial<Pick<TenancyEventEntity, 'untilDay' | 'reasonCode' | 'progress' | 'note'>>;

/** A tenancy whose household is known. */
export type KnownTenancy = PlacementEntity & { readonly householdId: string };

/** Takes a step: appends it to the record and moves the tenancy, which the caller saves. Throws `transition-not-allowed`. */
export async function takeTenancyStep(
  manager: EntityManager,
  actor: ActingAccount,
  placement: KnownTenancy,
  action: TenancyAction,
  note: TenancyNote,
): Promise<void> {
  const { from, to } = transition(tenancyTransitions, placement.state, action);
  await append(manager, actor, placement, { ...note, action, fromState: from, toState: to });
  placement.state = to;
}

/** The first line of a tenancy. */
export async function recordTenancyStart(
  manager: EntityManager,
  actor: ActingAccount,
  placement: KnownTenancy,
  how: TenancyStart,
  note: TenancyNote,
): Promise<void> {
  await append(manager, actor, placement, { ...note, action: how, fromState: null, toState: placement.state });
}

async function append(
  manager: EntityManager,
  actor: ActingAccount,
  { id: placementId, regionId, ownerOrganisationId, householdId }: KnownTenancy,
  event: TenancyNote & Pick<TenancyEventEntity, 'action' | 'fromState' | 'toState'>,
): Promise<void> {
  await manager.insert(TenancyEventEntity, {
    ...{ id: randomUUID(), placementId, regionId, ownerOrganisationId, householdId },
    ...event,
    at: () => 'clock_timestamp()',
    actor: actor.accountId,
    actorRole: actor.role,
    actorOrganisationId: actor.organisationId,
  });
}
