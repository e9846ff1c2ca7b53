import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { currentActing, SYSTEM } from './acting';
import { AccountEntity } from './entities/account.entity';
import type { OrganisationEntity } from './entities/organisation.entity';
import { RoleAssignmentEntity } from './entities/role-assignment.entity';
import { actingWithin } from './transaction';

export interface RoleGrant {
  readonly displayName: string;
  /** Of this one person; the account is found or made by it. */
  readonly email: string;
  readonly role: RoleAssignmentEntity['role'];
  readonly organisation: Pick<OrganisationEntity, 'id' | 'kind' | 'regionId'>;
  /** The first day, YYYY-MM-DD. */
  readonly validFrom: string;
  /** The last day; null: no end is known. */
  readonly validUntil: string | null;
}

/**
 * Gives somebody a role for an organisation, and an account when they have none. Returns the id of the assignment, or null
 * when they hold that role there on that day already. The database refuses a role that does not go with the organisation.
 */
export async function grantRole(manager: EntityManager, grant: RoleGrant): Promise<string | null> {
  const { role, organisation, validFrom, validUntil } = grant;
  // A person can have an account for another region already, which nobody of this one sees.
  const who = { ...SYSTEM, accountId: currentActing()?.accountId ?? null };
  const account = await actingWithin(manager, who, () => accountOf(manager, grant));
  const held = await manager
    .createQueryBuilder(RoleAssignmentEntity, 'held')
    .where('held.accountId = :accountId AND held.role = :role', { accountId: account.id, role })
    .andWhere('held.organisationId = :organisationId', { organisationId: organisation.id })
    .andWhere('held.endedAt IS NULL')
    .andWhere('(held.validUntil IS NULL OR held.validUntil >= :validFrom)', { validFrom })
    .getExists();
  if (held) return null;
  const id = randomUUID();
  await manager.insert(RoleAssignmentEntity, {
    id,
    accountId: account.id,
    regionId: organisation.regionId,
    organisationId: organisation.id,
    organisationKind: organisation.kind,
    role,
    validFrom,
    validUntil,
  });
  return id;
}

async function accountOf(manager: EntityManager, grant: RoleGrant): Promise<AccountEntity> {
  const email = grant.email.toLowerCase();
  await manager
    .createQueryBuilder()
    .insert()
    .into(AccountEntity)
    .values({ id: randomUUID(), displayName: grant.displayName, email })
    .orIgnore()
    .execute();
  // Two grants to one person wait for each other here.
  const account = await manager.findOneOrFail(AccountEntity, {
    where: { email },
    lock: { mode: 'pessimistic_write' },
  });
  if (!account.active) await manager.update(AccountEntity, { id: account.id }, { active: true });
  return account;
}
