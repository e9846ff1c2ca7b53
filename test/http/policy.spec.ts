import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CATALOGUE } from '../../src/core/rules/catalogue';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { policySchema, ruleListSchema } from '../../src/modules/policy/policy.dto';
import { Clock } from '../../src/platform/clock';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
});
afterAll(() => app?.close());

const get = (path: string) => app.request().get(`/v1/${path}`);

it('GET /v1/regels shows every rule of the catalogue with its texts, parameters and source', async () => {
  const { body, status } = await get('regels');
  expect(status).toBe(200);
  expect(ruleListSchema.parse(body)).toEqual(body);
  expect(body.items).toHaveLength(CATALOGUE.length);
  for (const [at, rule] of CATALOGUE.entries()) {
    expect(body.items[at]).toMatchObject({
      id: rule.id,
      titel: rule.title.nl,
      zin: rule.sentence.nl,
      bron: rule.source,
    });
    expect(body.items[at].parameters.map(({ naam }: { naam: string }) => naam)).toEqual(
      rule.parameters.map(({ name }) => name),
    );
    expect(body.items[at].eenheid === null).toBe(rule.kind !== 'objective');
  }
});

describe('GET /v1/beleid', () => {
  it('shows the policy of today: its rules and its levels in order', async () => {
    const { body } = await get('beleid');
    const [policy] = await app.dataSource.getRepository(PolicyEntity).find();
    const { document } = policy!;
    expect(policySchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ id: policy!.id, versie: policy!.version, doorlooptijdDagen: document.leadTimeDays });
    expect(body.regels.map(({ id }: { id: string }) => id)).toEqual(document.rules.map(({ ruleId }) => ruleId));
    expect(body.niveaus.map(({ doel }: { doel: { id: string } }) => doel.id)).toEqual(
      document.levels.map(({ objectiveId }) => objectiveId),
    );
    expect(body.niveaus.map(({ niveau }: { niveau: number }) => niveau)).toEqual(
      document.levels.map((_, at) => at + 1),
    );
    expect((await get('beleid?regio=assen')).body).toEqual(body);
  });

  it('gives each rule its settings, and the default where the policy is silent', async () => {
    const { body } = await get('beleid');
    const specs = new Map(CATALOGUE.map((rule) => [rule.id, rule.parameters]));
    for (const { id, parameters } of body.regels as { id: string; parameters: { naam: string; waarde: unknown }[] }[]) {
      expect(parameters.map(({ naam }) => naam)).toEqual(specs.get(id)!.map(({ name }) => name));
      for (const { waarde } of parameters) expect(waarde).not.toBeNull();
    }
  });

  it('lists every version, and takes the one that holds today', async () => {
    const policies = app.dataSource.getRepository(PolicyEntity);
    const [policy] = await policies.find();
    await policies.insert({ ...policy!, id: 'assen-next', version: '2', validFrom: '2027-01-01' });
    const { body } = await get('beleid');
    expect(body.versie).toBe(policy!.version);
    expect(body.versies.map(({ versie }: { versie: string }) => versie)).toEqual(['2', policy!.version]);
    const clock = jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(new Date('2026-12-31T23:30:00Z'));
    expect((await get('beleid')).body.versie).toBe('2');
    clock.mockReturnValue(new Date('2020-01-01T11:00:00Z'));
    expect((await get('beleid')).status).toBe(404);
    clock.mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  });

  it('is closed to another region and strict on its query', async () => {
    expect((await get('beleid?regio=groningen')).status).toBe(403);
    const { status, body } = await get('beleid?regio=A&versie=1');
    expect(status).toBe(400);
    expect((body.fouten as { veld: string }[]).map(({ veld }) => veld).sort()).toEqual(['regio', 'versie']);
  });
});
