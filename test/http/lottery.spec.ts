import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LotteryDrawDto } from '../../src/modules/runs/lottery-draw.dto';
import { RunExecutionService } from '../../src/modules/runs/run-execution.service';
import { Clock } from '../../src/platform/clock';
import { keepClients } from '../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';
import { systemService } from '../support/system-service';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const quiet = { signal: new AbortController().signal, progress: () => Promise.resolve() };

describe('the lottery of a region', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    await keepClients(test, 20);
  });
  afterAll(() => test?.close());

  const draws = async (): Promise<LotteryDrawDto[]> => (await test.request().get('/v1/lotingen')).body.items;
  const ask = async (tijdvak: string) =>
    (await test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak })).body as { id: string };

  it('shows the commitment before the round, and the seed only after it', async () => {
    const [first, ...others] = await draws();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ status: 'open', ronde: null, seed: null });
    expect(first!.vastlegging).toMatch(/^[0-9a-f]{64}$/);

    const { id } = await ask('loting-1');
    const [next, closed] = await draws();
    expect(closed).toMatchObject({ id: first!.id, status: 'gesloten', ronde: { id, tijdvak: 'loting-1' }, seed: null });
    expect(next).toMatchObject({ status: 'open', seed: null });
    expect(next!.vastlegging).not.toBe(first!.vastlegging);

    await systemService(test.app, RunExecutionService).execute(id, quiet);
    const revealed = (await draws())[1]!;
    expect(revealed).toMatchObject({ status: 'onthuld', vastlegging: first!.vastlegging });
    expect(sha256(revealed.seed!)).toBe(first!.vastlegging);
    const { body: run } = await test.request().get(`/v1/matchrondes/${id}`);
    expect([run.seed, run.seedVastlegging]).toEqual([revealed.seed, first!.vastlegging]);
    const { body: problem } = await test.request().get(`/v1/matchrondes/${id}/probleem`);
    expect(problem.seed).toBe(revealed.seed);
  });

  it('spends one draw a round, in the order in which they were opened, also when rounds are asked for at once', async () => {
    const [open] = await draws();
    const same = await Promise.all(['x', 'x', 'x'].map(() => ask('loting-2')));
    expect(new Set(same.map(({ id }) => id)).size).toBe(1);
    const after = await draws();
    expect(after).toHaveLength(3);
    expect(after.filter(({ status }) => status === 'open')).toHaveLength(1);
    expect(after.find(({ id }) => id === open!.id)).toMatchObject({ ronde: { id: same[0]!.id } });

    const several = await Promise.all(['a', 'b', 'c'].map((tijdvak) => ask(tijdvak)));
    const all = await draws();
    const used = several.map(({ id }) => all.find(({ ronde }) => ronde?.id === id)?.id);
    expect(new Set(used).size).toBe(3);
    expect(used).not.toContain(undefined);
    expect(all.filter(({ status }) => status === 'open')).toHaveLength(1);
  });

  it('is paged, and refuses a wrong page', async () => {
    const { body } = await test.request().get('/v1/lotingen?aantal=1&pagina=2');
    expect(body).toMatchObject({ pagina: 2, aantal: 1, totaal: 6 });
    expect(body.items).toHaveLength(1);
    expect((await test.request().get('/v1/lotingen?aantal=0')).status).toBe(400);
  });
});
