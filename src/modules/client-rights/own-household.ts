import type { EntityManager } from 'typeorm';
import { HouseholdEntity } from '../../database/entities/household.entity';
import { lockProposalsOf } from '../../database/review-lock';
import type { ActingAccount } from '../../platform/access/acting-account';
import { notFound } from '../../platform/http/problem';

/** Throws 404 for a client that this account may not see, exactly as for one that does not exist. */
export async function ownHousehold(manager: EntityManager, actor: ActingAccount, id: string): Promise<HouseholdEntity> {
  const own = actor.role === 'coordinator' ? {} : { ownerOrganisationId: actor.organisationId };
  const household = await manager.findOneBy(HouseholdEntity, { id, regionId: actor.regionId, ...own });
  if (household === null) throw notFound('cliënt', id);
  return household;
}

/**
 * The same, to change something: after what is under way in the region (reviews, the storing of a round), and one change of a
 * household at a time.
 */
export async function lockedHousehold(
  manager: EntityManager,
  actor: ActingAccount,
  id: string,
): Promise<HouseholdEntity> {
  await lockProposalsOf(manager, actor.regionId);
  await ownHousehold(manager, actor, id);
  return manager.findOneOrFail(HouseholdEntity, { where: { id }, lock: { mode: 'for_no_key_update' } });
}
