import type { EntityManager } from 'typeorm';
import { ClientRequestEntity } from '../../database/entities/client-request.entity';
import { HouseholdEntity } from '../../database/entities/household.entity';

/** The granted objection that keeps a household paused; null: it is not paused, or for another reason. */
export async function pauseAfterObjection(
  manager: EntityManager,
  { id: householdId }: Pick<HouseholdEntity, 'id'>,
): Promise<ClientRequestEntity | null> {
  if (!(await manager.existsBy(HouseholdEntity, { id: householdId, status: 'paused' }))) return null;
  const latest = await manager.findOne(ClientRequestEntity, {
    where: { householdId, kind: 'objection', state: 'ingewilligd' },
    order: { decidedAt: 'DESC', id: 'ASC' },
  });
  return latest?.resumedOn === null ? latest : null;
}
