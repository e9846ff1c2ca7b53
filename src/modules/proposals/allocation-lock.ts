import type { EntityManager } from 'typeorm';
import type { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { forbidden, notFound } from '../../platform/http/problem';
import { ALLOCATION_STATES } from './allocation.dto';
import { lockForReview, refuseOldVersion } from './proposal-lock';

/** An approved proposal under lock, with the home that it is for. */
export interface LockedAllocation {
  readonly proposal: ProposalEntity;
  readonly unit: UnitEntity;
}

/**
 * Takes the locks of a review for whoever owns the home. Runs as the system, because owners see no proposals. Throws 404 for
 * a home of somebody else and for what its owner is not told of, 403 where a coordinator asks for a home that is not the
 * region's, and 409 when something changed since the owner looked.
 */
export async function lockOwnAllocation(
  manager: EntityManager,
  actor: ActingAccount,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<LockedAllocation> {
  const proposal = await lockForReview(manager, actor.regionId, id);
  const unit = await manager.findOneByOrFail(UnitEntity, { id: proposal.unitId });
  if (unit.ownerOrganisationId !== actor.organisationId) {
    if (actor.role === 'coordinator') throw forbidden('Bevestigen doet de organisatie van wie de woning is.');
    throw notFound('toewijzing', id);
  }
  const told: readonly string[] = ALLOCATION_STATES;
  if (!told.includes(proposal.state)) throw notFound('toewijzing', id);
  await refuseOldVersion(manager, proposal, version);
  return { proposal, unit };
}
