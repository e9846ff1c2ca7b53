import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComplexMixEntity } from '../../src/database/entities/complex-mix.entity';
import { ComplexEntity } from '../../src/database/entities/complex.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { UnitEntity } from '../../src/database/entities/unit.entity';
import { regionDetailSchema } from '../../src/modules/inventory/area.dto';
import { type ComplexDetailDto, complexDetailSchema } from '../../src/modules/inventory/complex.dto';
import { unitDetailSchema } from '../../src/modules/inventory/unit.dto';
import { createTestApp, type TestApp } from '../support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app?.close());

const get = (path: string) => app.request().get(`/v1/${path}`);

describe('GET /v1/regios/:id', () => {
  it('counts what the region has', async () => {
    const { body } = await get('regios/assen');
    expect(regionDetailSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ centrumgemeente: { id: 'GM0106', naam: 'Assen' }, tijdzone: 'Europe/Amsterdam' });
    expect(body.aantallen).toMatchObject({
      gemeenten: 9,
      clienten: await app.dataSource.getRepository(HouseholdEntity).count(),
      wooneenheden: await app.dataSource.getRepository(UnitEntity).count(),
      plaatsen: await app.dataSource.getRepository(UnitEntity).sum('places', {}),
    });
  });

  it('knows no other region', async () => {
    expect((await get('regios/groningen')).status).toBe(404);
    expect((await get('regios/Assen')).status).toBe(400);
  });
});

describe('GET /v1/complexen/:id', () => {
  it('answers exactly what its schema says, for every complex, with all its places', async () => {
    const { body: list } = await get('complexen?aantal=100');
    for (const summary of list.items as { id: string; plaatsen: number; wooneenheden: number }[]) {
      const { body } = await get(`complexen/${summary.id}`);
      expect(complexDetailSchema.parse(body)).toEqual(body);
      expect(body).toMatchObject(summary);
      const { eenheden } = body as ComplexDetailDto;
      expect(eenheden).toHaveLength(summary.wooneenheden);
      expect(eenheden.reduce((sum, { plaatsen }) => sum + plaatsen, 0)).toBe(summary.plaatsen);
    }
  });

  it.each([
    ['AS-WOU', 6],
    ['AS-RES', 11],
    ['AS-NOO', 18],
    ['AS-GGZ', 12],
    ['AS-CON', 5],
  ])('%s has the %i places of the policy document', async (code, places) => {
    const { body } = await get(`complexen?zoek=${code}`);
    expect(body.items).toMatchObject([{ code, plaatsen: places, demonstratie: false }]);
  });

  it('shows what was agreed about who lives there, and how far that is filled', async () => {
    const mixes = await app.dataSource.getRepository(ComplexMixEntity).find();
    expect(mixes.length).toBeGreaterThan(0);
    for (const mix of mixes) {
      const { body } = await get(`complexen/${mix.complexId}`);
      const shown = (body as ComplexDetailDto).mix.find(({ id }) => id === mix.id)!;
      expect(shown).toMatchObject({ naam: mix.name, hoogstens: mix.max });
      expect(shown.doelgroepen.map(({ id }) => id)).toEqual(mix.doelgroepIds);
      expect(shown.bezet).toBeLessThanOrEqual(mix.max);
    }
  });

  it('is 404 for none and 400 for what is no id', async () => {
    expect((await get(`complexen/${randomUUID()}`)).status).toBe(404);
    expect((await get('complexen/AS-WOU')).status).toBe(400);
    const [complex] = await app.dataSource.getRepository(ComplexEntity).find({ take: 1 });
    expect((await get(`complexen/${complex!.id}?taal=en`)).status).toBe(400);
  });
});

it('GET /v1/wooneenheden/:id answers exactly what its schema says, for every home', async () => {
  for (const { id } of await app.dataSource.getRepository(UnitEntity).find()) {
    const { body } = await get(`wooneenheden/${id}`);
    expect(unitDetailSchema.parse(body)).toEqual(body);
  }
});
