import type { EntityManager } from 'typeorm';
import type { IsoDate } from '../../core/time/calendar';
import { RoleAssignmentEntity } from '../../database/entities/role-assignment.entity';
import type { ActingAccount } from '../../platform/access/acting-account';
import { conflict, notFound, type ProblemException } from '../../platform/http/problem';

/** Somebody else's role that has not ended, held until the end of the transaction. Throws 404, and 409 for one's own or an ended one. */
export async function lockedAssignment(
  manager: EntityManager,
  actor: ActingAccount,
  id: string,
  today: IsoDate,
): Promise<RoleAssignmentEntity> {
  const assignment = await manager.findOne(RoleAssignmentEntity, {
    where: { id, regionId: actor.regionId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!assignment) throw notFound('roltoewijzing', id);
  if (assignment.accountId === actor.accountId) throw ownRole();
  if (assignment.endedAt !== null || (assignment.validUntil !== null && assignment.validUntil < today)) {
    throw conflict('rol-beeindigd', 'Rol is al beëindigd', 'Deze rol is al beëindigd.');
  }
  return assignment;
}

export function ownRole(): ProblemException {
  const detail = 'Uw eigen rechten geeft, beoordeelt en beëindigt iemand anders.';
  return conflict('eigen-rol', 'Niet voor uzelf', detail);
}
