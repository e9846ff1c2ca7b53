import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '../../src/core/time/calendar';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { UrgencyCategoryPeriodEntity } from '../../src/database/entities/urgency-category-period.entity';
import { SnapshotService } from '../../src/modules/runs/snapshot.service';
import { urgencyCategorySchema, type UrgencyCategoryDto } from '../../src/modules/urgency/urgency-category.dto';
import { Clock } from '../../src/platform/clock';
import { readRegionData } from '../../src/seed/read-region-data';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';

const CATEGORY = 'uitstroom-opvang';
const LAW_FROM = addDays(TEST_DAY, 40);
let app: TestApp;
let today = TEST_DAY;

beforeAll(async () => {
  app = await createTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockImplementation(() => new Date(`${today}T11:00:00Z`));
});
afterAll(() => app?.close());

const periods = () => app.dataSource.getRepository(UrgencyCategoryPeriodEntity);
async function get(path: string) {
  const answer = await app.request().get(`/v1/${path}`);
  expect(answer.status).toBe(200);
  return answer.body;
}
/** What each place that shows or uses an urgency says of the clients in the category. */
async function standing() {
  const households = app.dataSource.getRepository(HouseholdEntity);
  const household = await households.findOneByOrFail({ urgencyCategoryId: CATEGORY, status: 'waiting' });
  const { urgentie } = await get(`clienten/${household.id}`);
  const listed = (await get(`clienten?zoek=${household.reference}`)).items[0].urgentie;
  const snapshots = app.app.get(SnapshotService);
  const request = { regionId: 'assen', asOf: today, seed: 'proef' };
  const problem = await snapshots.read(app.dataSource.manager, request);
  const { urgency } = problem.households.find(({ id }) => id === household.id)!;
  return {
    file: [urgentie.categorieGeldt, urgentie.wettelijkePlicht, urgentie.grondslag],
    list: listed.wettelijkePlicht,
    round: [urgency.category, urgency.legalDuty, urgency.legalBasis],
  };
}

describe('GET /v1/urgentiecategorieen', () => {
  it('answers what the seed files of the region say', async () => {
    const { items } = (await get('urgentiecategorieen')) as { items: UrgencyCategoryDto[] };
    const { urgencyCategories } = readRegionData('assen');
    for (const item of items) expect(urgencyCategorySchema.parse(item)).toEqual(item);
    const said = items.flatMap(({ id, naam, perioden }) => perioden.map((period) => ({ id, naam, ...period })));
    expect(said).toEqual(
      [...urgencyCategories]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ id, name, validFrom, validTo, legalDuty, legalBasis, source, demonstration }) => ({
          ...{ id, naam: name, geldigVanaf: validFrom, geldigTot: validTo, geldtVandaag: true },
          ...{ wettelijkePlicht: legalDuty, grondslag: legalBasis, bron: source, demonstratie: demonstration },
        })),
    );
  });
});

describe('a law that makes a category a duty', () => {
  const basis = 'Een nieuwe wet, artikel 1';

  it('counts from its first day, in rounds, lists and files, without a change of code', async () => {
    const current = await periods().findOneByOrFail({ categoryId: CATEGORY });
    await periods().update({ id: current.id }, { validTo: addDays(LAW_FROM, -1) });
    const { createdAt: _, updatedAt: __, ...row } = current;
    const law = { validFrom: LAW_FROM, validTo: null, legalDuty: true, legalBasis: basis };
    await periods().insert({ ...row, ...law, id: randomUUID() });

    today = addDays(LAW_FROM, -1);
    expect(await standing()).toEqual({
      file: [true, false, current.legalBasis],
      list: false,
      round: [CATEGORY, false, current.legalBasis],
    });
    today = LAW_FROM;
    expect(await standing()).toEqual({ file: [true, true, basis], list: true, round: [CATEGORY, true, basis] });
  });

  it('counts no more after its last day: the category stays, the duty and its ground go', async () => {
    await periods().update({ categoryId: CATEGORY, validFrom: LAW_FROM }, { validTo: LAW_FROM });
    today = addDays(LAW_FROM, 1);
    expect(await standing()).toEqual({ file: [false, false, null], list: false, round: [CATEGORY, false, null] });
    const { items } = (await get('urgentiecategorieen')) as { items: UrgencyCategoryDto[] };
    expect(items.filter(({ geldtVandaag }) => !geldtVandaag).map(({ id }) => id)).toEqual([CATEGORY]);
  });
});
