import { In, IsNull, type EntityManager } from 'typeorm';
import { HouseholdRestrictionEntity } from './entities/household-restriction.entity';

/** SQL: whether the data of a household may only be kept (AVG article 18). `household` is SQL for its id. */
export function isRestricted(household: string): string {
  return `EXISTS (SELECT 1 FROM household_restriction b WHERE b.household_id = ${household} AND b.ended_at IS NULL)`;
}

/** The restriction that each of these households is under, the oldest where there are more. One that is not there has none. */
export async function readOpenRestrictions(
  manager: EntityManager,
  of: { readonly regionId: string } | { readonly householdIds: readonly string[] },
): Promise<ReadonlyMap<string, HouseholdRestrictionEntity>> {
  const rows = await manager.find(HouseholdRestrictionEntity, {
    where: { endedAt: IsNull(), ...('regionId' in of ? of : { householdId: In([...of.householdIds]) }) },
    order: { since: 'DESC', id: 'DESC' },
  });
  return new Map(rows.map((row) => [row.householdId, row]));
}
