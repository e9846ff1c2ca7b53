import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunDetailDto } from '../../src/modules/runs/run.dto';
import { completedRound, keepClients } from '../support/completed-round';
import { createTestApp, type TestApp } from '../support/test-app';

interface Option {
  readonly wooneenheid: { readonly id: string };
  readonly client: { readonly id: string; readonly nummer: string };
  readonly rang: number | null;
  readonly inPlan: boolean;
  readonly vastgesteld: string;
  readonly niveaus: readonly { readonly verlies: number }[];
  readonly beslistOpNiveau: number | null;
  readonly tenMinste: number;
}

const lossOf = ({ niveaus }: Pick<Option, 'niveaus'>) => niveaus.map(({ verlies }) => verlies);
const compare = (a: readonly number[], b: readonly number[]): number => {
  const level = a.findIndex((loss, at) => loss !== b[at]);
  return level === -1 ? 0 : a[level]! - b[level]!;
};

describe('explanations of a round', () => {
  let test: TestApp;
  let run: RunDetailDto;
  let unmatched: { clientId: string; nummer: string; mogelijkePlekken: number }[];
  let matched: { client: { id: string }; wooneenheid: { id: string } };

  beforeAll(async () => {
    test = await createTestApp();
    await keepClients(test, 70);
    run = await completedRound(test, 'eerste');
    unmatched = (
      await test.request().get(`/v1/matchrondes/${run.id}/niet-gematcht?aantal=100&sorteer=-mogelijkePlekken`)
    ).body.items;
    matched = (await test.request().get(`/v1/voorstellen?matchronde=${run.id}&aantal=1`)).body.items[0];
  });
  afterAll(() => test?.close());

  const ask = (path: string) => test.request().get(`/v1/matchrondes/${run.id}/${path}`);
  const withHomes = () => unmatched.find(({ mogelijkePlekken }) => mogelijkePlekken > 1)!;

  it('tell at once what a home costs at least, and then exactly, never less', async () => {
    const { clientId } = withHomes();
    const options: Option[] = (await ask(`clienten/${clientId}/opties?nauwkeurig=false`)).body.items;
    for (const { wooneenheid } of options.slice(0, 4)) {
      const path = `waarom-niet?client=${clientId}&wooneenheid=${wooneenheid.id}`;
      const atOnce = await ask(`${path}&nauwkeurig=false`);
      expect(atOnce.body).toMatchObject({ vastgesteld: 'ondergrens', uitkomst: 'ondergrens', niveaus: [] });
      const { status, body } = await ask(path);
      expect(status).toBe(200);
      expect(body.vastgesteld).toBe('exact');
      if (body.uitkomst === 'onmogelijk') continue;
      expect(body.niveaus).toHaveLength(run.niveaus.length);
      body.niveaus.forEach((level: { nu: number; dan: number; verlies: number }, at: number) => {
        expect(level.nu).toBe(run.niveaus[at]!.waarde);
        expect(level.dan).toBe(level.nu - level.verlies);
      });
      const bound = run.niveaus.map(({ niveau }) =>
        niveau === atOnce.body.beslistOpNiveau ? atOnce.body.tenMinste : 0,
      );
      expect(compare(lossOf(body), bound)).toBeGreaterThanOrEqual(0);
      expect(body.verhuizingen).toHaveLength(body.aantalVerhuizingen);
      for (const { client } of body.verhuizingen) expect(body.tekstVoorClient).not.toContain(client.nummer);
    }
  });

  it('name every rule against a home that does not suit, with what may change and who decides that', async () => {
    for (const { clientId } of unmatched.slice(-5)) {
      const { body: detail } = await ask(`niet-gematcht/${clientId}`);
      const home = detail.woonplekken.find(({ voldoet }: { voldoet: boolean }) => !voldoet);
      const { body } = await ask(`waarom-niet?client=${clientId}&wooneenheid=${home.wooneenheid.id}`);
      expect(body).toMatchObject({ uitkomst: 'voldoet-niet', vastgesteld: 'exact', regels: home.regels });
      expect(body.veranderingen.map(({ regel }: { regel: string }) => regel)).toEqual(
        home.regels.map(({ regel }: { regel: string }) => regel),
      );
    }
  });

  it('say so of the home that the plan gives', async () => {
    const { body } = await ask(`waarom-niet?client=${matched.client.id}&wooneenheid=${matched.wooneenheid.id}`);
    expect(body).toMatchObject({ uitkomst: 'geplaatst', vastgesteld: 'exact' });
  });

  it('rank the options of a client and the candidates of a home by exact loss, the plan first', async () => {
    for (const path of [`clienten/${matched.client.id}/opties`, `wooneenheden/${matched.wooneenheid.id}/kandidaten`]) {
      const { body } = await ask(`${path}?aantal=100`);
      const items: Option[] = body.items;
      expect(items[0]).toMatchObject({ inPlan: true, rang: 1, vastgesteld: 'exact' });
      const exact = items.filter(({ vastgesteld }) => vastgesteld === 'exact');
      expect(exact.length + items.filter(({ vastgesteld }) => vastgesteld === 'onmogelijk').length).toBe(body.totaal);
      exact.slice(1).forEach((item, at) => {
        expect(compare(lossOf(exact[at]!), lossOf(item))).toBeLessThanOrEqual(0);
      });
      const paged = await ask(`${path}?aantal=1&pagina=2`);
      expect(paged.body.items).toEqual(items.slice(1, 2));
    }
  });

  it('try what would help a client without a home, and say who decides about it', async () => {
    const { body } = await ask(`hefbomen?client=${withHomes().clientId}`);
    expect(body.volledig).toBe(true);
    expect(body.hefbomen.length).toBeGreaterThan(0);
    for (const { uitkomst, wooneenheid, eigenaar } of body.hefbomen) {
      expect(uitkomst === 'helpt').toBe(wooneenheid !== null);
      expect(eigenaar.code).not.toBe('niemand');
    }
  });

  it('name the agreements that leave no place', async () => {
    const { body } = await ask(`knelpunt?client=${withHomes().clientId}`);
    expect(body.volledig).toBe(true);
    expect(body.afspraken.length).toBeGreaterThan(0);
    expect(body.afspraken.some(({ vanClient }: { vanClient: boolean }) => vanClient)).toBe(true);
    expect(new Set(body.afspraken.map((each: object) => JSON.stringify(each))).size).toBe(body.afspraken.length);
  });

  it.each(['hefbomen', 'knelpunt'])('%s are for clients without a proposal only', async (what) => {
    const { status, body } = await ask(`${what}?client=${matched.client.id}`);
    expect(status).toBe(409);
    expect(body.type).toBe('urn:woonplek:probleem:wel-gematcht');
  });

  it('refuse what is not in the round, naming it', async () => {
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const path of [
      `waarom-niet?client=${nobody}&wooneenheid=${matched.wooneenheid.id}`,
      `waarom-niet?client=${matched.client.id}&wooneenheid=${nobody}`,
      `clienten/${nobody}/opties`,
      `wooneenheden/${nobody}/kandidaten`,
      `hefbomen?client=${nobody}`,
      `verschillen?met=${nobody}`,
    ]) {
      const { status, body } = await ask(path);
      expect([path, status, body.detail.includes(nobody)]).toEqual([path, 404, true]);
    }
    const { status, body } = await ask('waarom-niet?client=x&nauwkeurig=soms');
    expect(status).toBe(400);
    expect(body.fouten.map(({ veld }: { veld: string }) => veld).sort()).toEqual([
      'client',
      'nauwkeurig',
      'wooneenheid',
    ]);
  });

  it('leave a row in the access log with every client that was shown', async () => {
    const answer = await ask(`wooneenheden/${matched.wooneenheid.id}/kandidaten?aantal=3&nauwkeurig=false`);
    const rows: { object_ids: string[] }[] = await test.dataSource.query(
      'SELECT object_ids FROM access_log WHERE request_id = $1',
      [answer.headers['x-request-id']],
    );
    expect(rows[0]!.object_ids).toEqual(answer.body.items.map(({ client }: Option) => client.id));
  });

  it('tell what changed since the round before, with a cause for each', async () => {
    expect((await ask('verschillen')).body).toEqual({ met: null, verschillen: [], volledig: true });
    const [gone] = await test.dataSource.query<{ household_id: string }[]>(
      'SELECT household_id FROM proposal WHERE run_id = $1 ORDER BY id LIMIT 1',
      [run.id],
    );
    await test.dataSource.query(`UPDATE household SET status = 'paused' WHERE id = $1`, [gone!.household_id]);
    const second = await completedRound(test, 'tweede');
    const { status, body } = await test.request().get(`/v1/matchrondes/${second.id}/verschillen`);
    expect(status).toBe(200);
    expect(body.met).toEqual({ id: run.id, tijdvak: 'eerste' });
    const left = body.verschillen.find(({ client }: Option) => client.id === gone!.household_id);
    expect(left).toMatchObject({ naar: null, oorzaken: [{ code: 'client-weg' }] });
    for (const { oorzaken, van, naar } of body.verschillen) {
      expect(oorzaken.length).toBeGreaterThan(0);
      expect(van).not.toEqual(naar);
    }
  });
});
