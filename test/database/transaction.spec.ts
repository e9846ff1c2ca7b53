import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { SYSTEM } from '../../src/database/acting';
import { RegionEntity } from '../../src/database/entities/region.entity';
import { AccountEntity } from '../../src/database/entities/account.entity';
import { OrganisationEntity } from '../../src/database/entities/organisation.entity';
import { afterCommit, inTransaction, type TransactionActor } from '../../src/database/transaction';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe('inTransaction', () => {
  let database: TestDatabase;
  const organisationId = randomUUID();
  const actor = { accountId: randomUUID(), role: SYSTEM.role, organisationId, regionId: 'noord' };

  beforeAll(async () => {
    database = await createTestDatabase();
    await inTransaction(
      database.dataSource,
      async (manager) => {
        await manager.insert(RegionEntity, { id: 'noord', name: 'Noord', leadTimeDays: 14 });
        await manager.insert(OrganisationEntity, {
          id: organisationId,
          regionId: 'noord',
          kind: 'regio',
          name: 'Regio Noord',
          shortName: 'Noord',
          source: 'test',
          demonstration: true,
        });
        await manager.insert(AccountEntity, {
          id: actor.accountId,
          displayName: 'Coördinator',
        });
      },
      { actor },
    );
  });
  afterAll(() => database.drop());

  const region = (): Promise<RegionEntity> =>
    database.dataSource.manager.findOneByOrFail(RegionEntity, { id: 'noord' });
  const rename = (name: string, by: TransactionActor | null = actor) =>
    inTransaction(database.dataSource, (manager) => manager.update(RegionEntity, 'noord', { name }), { actor: by });

  it('stamps who made a row, also when that account is made in the same transaction', async () => {
    expect(await region()).toMatchObject({ createdBy: actor.accountId, updatedBy: actor.accountId });
  });

  it('stamps who changed a row and keeps who made it', async () => {
    const before = await region();
    await rename('Noordoost', null);
    const after = await region();
    expect(after).toMatchObject({ createdBy: actor.accountId, createdAt: before.createdAt, updatedBy: null });
    expect(after.updatedAt.getTime()).toBeGreaterThan(before.updatedAt.getTime());
  });

  it('does not let the actor leak into the next transaction of the connection', async () => {
    await rename('Noord');
    await database.dataSource.query(`UPDATE region SET name = 'Zuid'`);
    expect((await region()).updatedBy).toBeNull();
  });

  it('runs hooks in order, and only once the data can be seen by others', async () => {
    const seen: string[] = [];
    await inTransaction(
      database.dataSource,
      async (manager) => {
        afterCommit(async () => void seen.push(`first ${(await region()).name}`));
        afterCommit(() => void seen.push('second'));
        await manager.update(RegionEntity, 'noord', { name: 'Midden' });
        expect(seen).toEqual([]);
      },
      { actor },
    );
    expect(seen).toEqual(['first Midden', 'second']);
  });

  it('runs no hook and keeps nothing when the work fails', async () => {
    const seen: string[] = [];
    const work = inTransaction(
      database.dataSource,
      async (manager) => {
        afterCommit(() => void seen.push('ran'));
        await manager.update(RegionEntity, 'noord', { name: 'Nergens' });
        throw new Error('halfway');
      },
      { actor },
    );
    await expect(work).rejects.toThrow('halfway');
    expect(seen).toEqual([]);
    expect((await region()).name).toBe('Midden');
  });

  it('refuses a hook outside a transaction, and a transaction inside another', async () => {
    expect(() => afterCommit(() => undefined)).toThrow('outside inTransaction');
    const nested = inTransaction(database.dataSource, () => rename('Elders'), { actor });
    await expect(nested).rejects.toThrow('open already');
  });

  it('refuses an actor who has no account', async () => {
    await expect(rename('Elders', { ...actor, accountId: randomUUID() })).rejects.toThrow('region_updated_by_fk');
  });

  it('tries again after a serialization failure, and runs the hooks of the try that succeeded only', async () => {
    const before = (await region()).leadTimeDays;
    const hooks: number[] = [];
    let tries = 0;
    const add = (): Promise<void> =>
      inTransaction(
        database.dataSource,
        async (manager) => {
          const mine = (tries += 1);
          const { leadTimeDays } = await manager.findOneByOrFail(RegionEntity, { id: 'noord' });
          afterCommit(() => void hooks.push(mine));
          await new Promise((resolve) => setTimeout(resolve, 50));
          await manager.update(RegionEntity, 'noord', { leadTimeDays: leadTimeDays + 1 });
        },
        { actor, isolation: 'SERIALIZABLE' },
      );
    await Promise.all([add(), add()]);
    expect((await region()).leadTimeDays).toBe(before + 2);
    expect(tries).toBeGreaterThan(2);
    expect(hooks).toHaveLength(2);
  });

  it('tries again after a deadlock', async () => {
    await inTransaction(
      database.dataSource,
      (manager) => manager.insert(RegionEntity, { id: 'zuid', name: 'Zuid', leadTimeDays: 14 }),
      { actor: null },
    );
    const both = (first: string, second: string): Promise<void> =>
      inTransaction(
        database.dataSource,
        async (manager) => {
          await manager.increment(RegionEntity, { id: first }, 'leadTimeDays', 1);
          await new Promise((resolve) => setTimeout(resolve, 100));
          await manager.increment(RegionEntity, { id: second }, 'leadTimeDays', 1);
        },
        { actor: null },
      );
    const before = (await region()).leadTimeDays;
    await Promise.all([both('noord', 'zuid'), both('zuid', 'noord')]);
    expect((await region()).leadTimeDays).toBe(before + 2);
  });
});
