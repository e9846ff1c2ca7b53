import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ALL_PLACES_PROMISED } from '../../../src/core/review/unit-transitions';
import { addDays } from '../../../src/core/time/calendar';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import { UnitStatusEventEntity } from '../../../src/database/entities/unit-status-event.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { Clock } from '../../../src/platform/clock';
import { Reconciler } from '../../../src/platform/queue/reconciler';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

let app: TestApp;
let unit: UnitEntity;

beforeAll(async () => {
  app = await createTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
});
afterAll(() => app?.close());

const units = () => app.dataSource.getRepository(UnitEntity);
const reconcile = () => app.app.get(Reconciler).reconcile();
const shown = async () => (await app.request().get(`/v1/wooneenheden/${unit.id}`)).body;

/** A group of three places of its own for each test, with two residents. */
beforeEach(async () => {
  const model = await units().findOneByOrFail({ code: 'DEMO-01' });
  const id = randomUUID();
  const status = { status: 'available', statusReason: null, statusFrom: '2026-01-01' } as const;
  await units().insert({ ...model, id, code: `TEST-${id}`, places: 3, ...status });
  unit = await units().findOneByOrFail({ id });
  const placements = app.dataSource.getRepository(PlacementEntity);
  const [resident] = await placements.find({ take: 1 });
  for (let place = 0; place < 2; place += 1) {
    const stay = { unitId: id, startDate: '2026-01-01', endDate: null };
    await placements.insert({ ...resident!, id: randomUUID(), ...stay });
  }
});

describe('a home that is out of service until a last day', () => {
  const closed = (until: string | null) =>
    units().update(unit.id, { status: 'out-of-service', statusReason: 'Lekkage', statusUntil: until });

  it.each([1, 5])('is back from the day after, also when nothing ran for %i days', async (days) => {
    const last = addDays(TEST_DAY, -days);
    await closed(last);
    await reconcile();
    const { status, plaatsenVrij, statusGeschiedenis } = await shown();
    expect(status).toMatchObject({ code: 'beschikbaar', reden: null, vanaf: addDays(last, 1), tot: null });
    expect(plaatsenVrij).toBe(1);
    expect(statusGeschiedenis[0]).toMatchObject({
      van: { code: 'buiten-gebruik' },
      naar: { code: 'beschikbaar' },
      vanaf: addDays(last, 1),
      door: 'Woonplek',
    });
  });

  it.each([
    ['on the last day', TEST_DAY],
    ['without a last day', null],
  ])('stays out of service %s', async (_name, until) => {
    await closed(until);
    await reconcile();
    expect((await shown()).status.code).toBe('buiten-gebruik');
  });

  it('comes back once, whoever looks', async () => {
    await closed(addDays(TEST_DAY, -1));
    await Promise.all([reconcile(), reconcile()]);
    await reconcile();
    expect(await app.dataSource.getRepository(UnitStatusEventEntity).countBy({ unitId: unit.id })).toBe(1);
  });

  it('takes part in a round that is asked for before the reconciler comes by', async () => {
    await closed(addDays(TEST_DAY, -1));
    const { body } = await app.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak: 'terug' });
    const { snapshot } = await app.dataSource
      .getRepository(MatchRunEntity)
      .findOneOrFail({ where: { id: body.id }, select: { snapshot: true } });
    const problem = JSON.parse(snapshot!) as { units: { id: string; freePlaces: number }[] };
    expect(problem.units.find(({ id }) => id === unit.id)?.freePlaces).toBe(1);
  });
});

describe('a group that is reserved because every place was promised', () => {
  const reserved = (reason: string) =>
    units().update(unit.id, { status: 'reserved', statusReason: reason, statusFrom: '2026-06-01' });
  const leave = () =>
    app.dataSource.getRepository(PlacementEntity).update({ unitId: unit.id }, { endDate: addDays(TEST_DAY, -1) });

  it('shows its places when the residents have left', async () => {
    await reserved(ALL_PLACES_PROMISED);
    await leave();
    await reconcile();
    const { status, plaatsenVrij } = await shown();
    expect([status.code, plaatsenVrij]).toEqual(['beschikbaar', 3]);
  });

  it('stays reserved while it is full', async () => {
    await units().update(unit.id, { places: 2 });
    await reserved(ALL_PLACES_PROMISED);
    await reconcile();
    expect((await shown()).status.code).toBe('gereserveerd');
  });

  it('stays reserved when a person reserved it for something else', async () => {
    await reserved('Voor een noodgeval');
    await leave();
    await reconcile();
    expect((await shown()).status.code).toBe('gereserveerd');
  });
});
