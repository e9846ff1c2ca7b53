import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { SYSTEM } from '../../src/database/acting';
import { AccountEntity } from '../../src/database/entities/account.entity';
import { ALL_ENTITIES } from '../../src/database/entities/all-entities';
import { ComplexMixEntity } from '../../src/database/entities/complex-mix.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { PlacementEntity } from '../../src/database/entities/placement.entity';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { RegionEntity } from '../../src/database/entities/region.entity';
import { SpreidingQuotaEntity } from '../../src/database/entities/spreiding-quota.entity';
import { UnitStatusEventEntity } from '../../src/database/entities/unit-status-event.entity';
import { UnitEntity } from '../../src/database/entities/unit.entity';
import { loadRegion } from '../../src/seed/load-region';
import { readRegionData } from '../../src/seed/read-region-data';
import { RegionDataError } from '../../src/seed/region-data.error';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const options = { referenceDate: '2026-11-22', actor: null };

describe('loading regio Assen', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = database.dataSource;
  });
  afterAll(() => database.drop());

  /** Every row of every table, as text. */
  async function contents(): Promise<string> {
    const tables = await Promise.all(
      ALL_ENTITIES.map(async (entity) => {
        const { tableName } = dataSource.getMetadata(entity);
        const rows: unknown = await dataSource.query(`SELECT * FROM "${tableName}" t ORDER BY t::text`);
        return [tableName, rows];
      }),
    );
    return JSON.stringify(tables);
  }

  it('writes nothing at all when it cannot finish', async () => {
    await expect(loadRegion(dataSource, 'atlantis', options)).rejects.toThrow(RegionDataError);
    await expect(loadRegion(dataSource, 'assen', { ...options, referenceDate: '2026-02-30' })).rejects.toThrow(
      /geen datum/,
    );
    await expect(loadRegion(dataSource, 'assen', { ...options, referenceDate: '2031-03-01' })).rejects.toThrow(
      /geen huurtabel voor 2031/,
    );
    const nobody = '00000000-0000-8000-8000-000000000000';
    const stranger = { accountId: nobody, role: SYSTEM.role, organisationId: nobody, regionId: 'assen' };
    await expect(loadRegion(dataSource, 'assen', { ...options, actor: stranger })).rejects.toThrow(/fk/);
    for (const entity of [RegionEntity, UnitEntity]) expect(await dataSource.getRepository(entity).count()).toBe(0);
  });

  it('loads once, however many processes try at the same time', async () => {
    const results = await Promise.all([1, 2, 3].map(() => loadRegion(dataSource, 'assen', options)));
    expect(results.map(({ loaded }) => loaded).sort()).toEqual([false, false, true]);
    expect(await dataSource.getRepository(RegionEntity).count()).toBe(1);
  });

  it('changes nothing the second time, also on a later day', async () => {
    const before = await contents();
    const again = await loadRegion(dataSource, 'assen', { ...options, referenceDate: '2026-12-24' });
    expect(again.loaded).toBe(false);
    expect(await contents()).toBe(before);
  });

  it('holds the 52 places of the document in complexes, and 46 single homes', async () => {
    const units = await dataSource.getRepository(UnitEntity).find();
    const inComplexes = units.filter(({ complexId }) => complexId !== null);
    expect(inComplexes.reduce((sum, { places }) => sum + places, 0)).toBe(52);
    expect(units.length - inComplexes.length).toBe(46);
    expect(await dataSource.getRepository(ComplexMixEntity).count()).toBe(2);
    expect(await dataSource.getRepository(UnitStatusEventEntity).count()).toBe(units.length);
  });

  it('never has more residents than places and keeps every mix within its maximum', async () => {
    const residents = await dataSource.getRepository(PlacementEntity).find();
    const units = await dataSource.getRepository(UnitEntity).find();
    for (const { id, places } of units) {
      expect(residents.filter(({ unitId }) => unitId === id).length).toBeLessThanOrEqual(places);
    }
    for (const { complexId, doelgroepIds, max } of await dataSource.getRepository(ComplexMixEntity).find()) {
      const inComplex = new Set(units.filter((unit) => unit.complexId === complexId).map(({ id }) => id));
      const counted = residents.filter(
        ({ unitId, doelgroepId }) => inComplex.has(unitId) && doelgroepIds.includes(doelgroepId),
      );
      expect(counted.length).toBeLessThan(max);
    }
  });

  it('has nobody who can sign in, the policy and the quotas of this half year and the next', async () => {
    expect(await dataSource.getRepository(AccountEntity).count()).toBe(0);
    const [policy] = await dataSource.getRepository(PolicyEntity).find();
    expect(policy?.document).toEqual(readRegionData('assen').policy);
    expect(policy?.id).toBe(policy?.document.id);
    const quotas = await dataSource.getRepository(SpreidingQuotaEntity).find();
    expect([...new Set(quotas.map(({ periodFrom, periodTo }) => `${periodFrom}/${periodTo}`))].sort()).toEqual([
      '2026-07-01/2026-12-31',
      '2027-01-01/2027-06-30',
    ]);
    const region = await dataSource.getRepository(RegionEntity).findOneByOrFail({ id: 'assen' });
    expect(region.centrumGemeenteId).toBe('GM0106');
  });

  it('says of every household that it is made up', async () => {
    const households = await dataSource.getRepository(HouseholdEntity).find();
    expect(households).toHaveLength(150);
    expect(households.every(({ demonstration, source }) => demonstration && source.startsWith('Verzonnen'))).toBe(true);
  });
});

describe('loading on another day of the year', () => {
  it.each(['2026-07-01', '2026-12-31', '2028-02-29'])(
    'works on %s, with the realised quotas in their period',
    async (day) => {
      const database = await createTestDatabase();
      try {
        const region = await loadRegion(database.dataSource, 'assen', { referenceDate: day, actor: null });
        expect(region.loaded).toBe(true);
        const placements = await database.dataSource.getRepository(PlacementEntity).find();
        expect(placements.every(({ startDate }) => startDate <= day)).toBe(true);
        const from = day.slice(5, 7) <= '06' ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 4)}-07-01`;
        const inPeriod = readRegionData('assen').placements.filter(({ start }) => 'shareOfPeriod' in start);
        expect(placements.filter(({ startDate }) => startDate >= from).length).toBe(inPeriod.length);
      } finally {
        await database.drop();
      }
    },
  );
});
