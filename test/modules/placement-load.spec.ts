import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SUPPORT_LEVELS } from '../../src/core/matching/problem';
import { ComplexMixEntity } from '../../src/database/entities/complex-mix.entity';
import { PlacementEntity } from '../../src/database/entities/placement.entity';
import { TENANCY_STATES } from '../../src/core/review/tenancy-transitions';
import { ownerDataSource } from '../../src/database/data-source';
import { PlacementLoadService } from '../../src/modules/monitor/placement-load.service';
import { insertSampleRows, SAMPLE } from '../support/sample-rows';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const TODAY = '2026-11-22';
const load = new PlacementLoadService();
let database: TestDatabase;
let model: PlacementEntity;

beforeAll(async () => {
  database = await createTestDatabase();
  await insertSampleRows(database.dataSource);
  // What happened in a tenancy stays; here tenancies come and go.
  const owner = await ownerDataSource(database.url).initialize();
  await owner.query('ALTER TABLE tenancy_event DISABLE TRIGGER USER');
  await owner.query('DELETE FROM tenancy_event');
  await owner.destroy();
  model = await database.dataSource.getRepository(PlacementEntity).findOneByOrFail({});
});
afterAll(() => database?.drop());
beforeEach(async () => {
  await database.dataSource.createQueryBuilder().delete().from(PlacementEntity).execute();
});

async function place(...changes: Partial<PlacementEntity>[]): Promise<void> {
  for (const each of changes) {
    await database.dataSource.getRepository(PlacementEntity).insert({ ...model, ...each, id: randomUUID() });
  }
}

const ask = <T>(question: (manager: TestDatabase['dataSource']['manager']) => Promise<T>): Promise<T> =>
  question(database.dataSource.manager);

describe('who still counts', () => {
  it.each([
    ['lives there', { endDate: null }, 1],
    ['leaves today', { endDate: TODAY }, 1],
    ['left yesterday', { endDate: '2026-11-21' }, 0],
    ['has a start agreed', { startDate: '2027-01-04' }, 1],
  ])('%s', async (_name, change, counted) => {
    await place({ draaglast: 3, guidanceHours: 5, aanbiederOrganisationId: SAMPLE.aanbieder, ...change });
    const of = (points: number): number[] => (counted === 0 ? [] : [points]);
    expect([...(await ask((manager) => load.occupancyPerUnit(manager, SAMPLE.region, TODAY))).values()]).toEqual(of(1));
    expect([...(await ask((manager) => load.loadPerWijk(manager, SAMPLE.region, TODAY, 104))).values()]).toEqual(of(3));
    expect([...(await ask((manager) => load.usedGuidanceHours(manager, SAMPLE.region, TODAY))).values()]).toEqual(
      of(5),
    );
    expect([...(await ask((manager) => load.occupiedPerMix(manager, SAMPLE.region, TODAY))).values()]).toEqual(of(1));
  });

  it('nobody of another region', async () => {
    await place({});
    expect((await ask((manager) => load.occupancyPerUnit(manager, 'elders', TODAY))).size).toBe(0);
    expect((await ask((manager) => load.loadPerWijk(manager, 'elders', TODAY, 104))).size).toBe(0);
  });
});

it('fades the load of a wijk when guidance has ended, over the weeks of the region', async () => {
  await place({ draaglast: 4, guidanceHours: 0, startDate: '2025-11-23' }, { draaglast: 2, guidanceHours: 1 });
  const per = (weeks: number) => ask((manager) => load.loadPerWijk(manager, SAMPLE.region, TODAY, weeks));
  expect((await per(104)).get(SAMPLE.wijk)).toBe(2 + 2);
  expect((await per(52)).get(SAMPLE.wijk)).toBe(2);
  expect((await per(208)).get(SAMPLE.wijk)).toBe(3 + 2);
});

describe('the mix of a complex', () => {
  const mixes = () => database.dataSource.getRepository(ComplexMixEntity);

  it.each(SUPPORT_LEVELS)('counts households from level %s up', async (minSupportLevel) => {
    await mixes().update({ complexId: SAMPLE.complex }, { minSupportLevel, doelgroepIds: [] });
    await place(...SUPPORT_LEVELS.map((supportLevel) => ({ supportLevel })));
    const perMix = await ask((manager) => load.occupiedPerMix(manager, SAMPLE.region, TODAY));
    expect([...perMix.values()]).toEqual([SUPPORT_LEVELS.length - SUPPORT_LEVELS.indexOf(minSupportLevel)]);
  });

  it('counts only its own doelgroepen', async () => {
    await mixes().update({ complexId: SAMPLE.complex }, { minSupportLevel: 'none', doelgroepIds: ['andere'] });
    await place({});
    expect((await ask((manager) => load.occupiedPerMix(manager, SAMPLE.region, TODAY))).size).toBe(0);
    await mixes().update({ complexId: SAMPLE.complex }, { doelgroepIds: [SAMPLE.doelgroep] });
    expect((await ask((manager) => load.occupiedPerMix(manager, SAMPLE.region, TODAY))).size).toBe(1);
  });
});

describe('what was realised', () => {
  it.each([
    ['before the period', { startDate: '2025-12-31' }, 0],
    ['on its first day', { startDate: '2026-01-01' }, 1],
    ['and left since', { startDate: '2026-02-01', endDate: '2026-03-01' }, 1],
    ['on its last day', { startDate: '2026-12-31' }, 1],
    ['after it', { startDate: '2027-01-01' }, 0],
  ])('%s', async (_name, change, counted) => {
    await place(change);
    const perQuota = await ask((manager) => load.realisedPerQuota(manager, SAMPLE.region, TODAY));
    expect([...perQuota.values()]).toEqual(counted === 0 ? [] : [counted]);
    const perAgreement = await ask((manager) => load.realisedPerAgreement(manager, SAMPLE.region, TODAY));
    expect([...perAgreement.values()]).toEqual(counted === 0 ? [] : [counted]);
  });

  it('leaves out periods that have ended', async () => {
    await place({ startDate: '2026-06-01' });
    expect((await ask((manager) => load.realisedPerQuota(manager, SAMPLE.region, '2027-01-01'))).size).toBe(0);
    expect((await ask((manager) => load.realisedPerAgreement(manager, SAMPLE.region, '2027-01-01'))).size).toBe(0);
  });
});

describe('a tenancy', () => {
  it.each(TENANCY_STATES.map((state) => [state] as const))(
    '%s uses hours of guidance while there is any',
    async (state) => {
      await place({ guidanceHours: 5, aanbiederOrganisationId: SAMPLE.aanbieder, state, endDate: '2027-01-01' });
      const hours = await ask((manager) => load.usedGuidanceHours(manager, SAMPLE.region, TODAY));
      const unguided = state === 'time-out' || state === 'afgesloten';
      expect([...hours.values()]).toEqual(unguided ? [] : [5]);
    },
  );

  it('that followed from another counts for no agreement again, and its load fades since the first', async () => {
    const lived = { startDate: '2026-11-01', guidanceHours: 0, draaglast: 10 };
    const read = async () => ({
      quotas: [...(await ask((manager) => load.realisedPerQuota(manager, SAMPLE.region, TODAY))).values()],
      load: [...(await ask((manager) => load.loadPerWijk(manager, SAMPLE.region, TODAY, 104))).values()],
      places: [...(await ask((manager) => load.occupancyPerUnit(manager, SAMPLE.region, TODAY))).values()],
    });
    await place(lived);
    expect(await read()).toEqual({ quotas: [1], load: [10], places: [1] });
    await database.dataSource.createQueryBuilder().delete().from(PlacementEntity).execute();
    await place({ ...lived, counts: false, weighsSince: '2025-11-22' });
    expect(await read()).toEqual({ quotas: [], load: [5], places: [1] });
  });
});
