import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Plan } from '../../../src/core/matching/plan';
import type { Problem } from '../../../src/core/matching/problem';
import { compareWithPlan, compareWithProblem } from '../../../src/core/optimizer/compare-receipt';
import { checkReceipt } from '../../../src/core/proof/check-receipt';
import { verifyPlan } from '../../../src/core/proof/verify-plan';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { runDetailSchema, type RunDetailDto } from '../../../src/modules/runs/run.dto';
import { RunExecutionService } from '../../../src/modules/runs/run-execution.service';
import { unmatchedDetailSchema, type UnmatchedDto } from '../../../src/modules/runs/unmatched.dto';
import { Clock } from '../../../src/platform/clock';
import { parseReceiptFile } from '../../../src/platform/problem-file/parse-receipt-file';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { systemService } from '../../support/system-service';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const quiet = { signal: new AbortController().signal, progress: () => Promise.resolve() };

describe('a round of regio Assen, from request to proposals', () => {
  let test: TestApp;
  let asked: RunDetailDto;
  let done: RunDetailDto;

  beforeAll(async () => {
    test = await createTestApp();
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    const response = await test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak: 'proef' });
    expect(response.status).toBe(202);
    asked = runDetailSchema.parse(response.body);
    expect(response.headers['location']).toBe(`/v1/matchrondes/${asked.id}`);
    await systemService(test.app, RunExecutionService).execute(asked.id, quiet);
    done = runDetailSchema.parse((await test.request().get(`/v1/matchrondes/${asked.id}`)).body);
  });
  afterAll(() => test?.close());

  it('waits first, without giving the seed away', () => {
    expect(asked).toMatchObject({ status: 'wachtend', seed: null, aantallen: null, niveaus: [], tijdvak: 'proef' });
    expect(asked.voortgang.fase).toBe('wachtrij');
    expect(asked.aangevraagdDoor).toBe('Anouk Voorbeeld');
  });

  it('gives the first run for a second request of the same slot, also when both come at once', async () => {
    const again = await test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak: 'proef' });
    expect([again.status, again.body.id]).toEqual([200, asked.id]);
    const both = await Promise.all(
      [1, 2, 3].map(() => test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak: 'tegelijk' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 202]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
  });

  it('is completed, verified and proven, and shows the seed that was committed', async () => {
    expect(done).toMatchObject({ status: 'voltooid', gecontroleerd: true, bewezenOptimaal: true, fout: null });
    expect(done.aantallen?.clienten).toBeGreaterThan(100);
    expect(done.aantallen?.voorstellen).toBeGreaterThan(10);
    expect(done.aantallen!.voorstellen + done.aantallen!.nietGematcht).toBe(done.aantallen!.clienten);
    expect(done.niveaus.length).toBeGreaterThan(3);
    expect(done.niveaus.every(({ waarde, grens }) => waarde <= grens)).toBe(true);
    expect(sha256(done.seed!)).toBe(asked.seedVastlegging);
    const run = await test.dataSource
      .getRepository(MatchRunEntity)
      .findOneOrFail({ where: { id: asked.id }, select: { snapshot: true, snapshotHash: true } });
    expect(sha256(run.snapshot!)).toBe(asked.snapshotHash);
  });

  it('gives files that an auditor can check', async () => {
    const problem = (await test.request().get(`/v1/matchrondes/${asked.id}/probleem`)).body as Problem;
    const plan = (await test.request().get(`/v1/matchrondes/${asked.id}/plan`)).body as Plan;
    expect(verifyPlan(problem, plan, { sha256 })).toEqual([]);
    expect(JSON.stringify(problem)).not.toMatch(/"(givenName|familyName|reference)"/);
    expect(plan.matches).toHaveLength(done.aantallen!.voorstellen);
  });

  it('gives a receipt that proves every level by arithmetic alone, and tells how many changes were tried', async () => {
    const answer = await test.request().get(`/v1/matchrondes/${asked.id}/bewijs`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename="bewijs.json"');
    const read = parseReceiptFile(answer.text);
    if ('errors' in read) throw new Error(JSON.stringify(read.errors));
    const problem = (await test.request().get(`/v1/matchrondes/${asked.id}/probleem`)).body as Problem;
    const plan = (await test.request().get(`/v1/matchrondes/${asked.id}/plan`)).body as Plan;
    expect(compareWithProblem(read.receipt, problem, sha256)).toEqual([]);
    expect(compareWithPlan(read.receipt, plan, sha256)).toEqual([]);
    const { faults, levels } = checkReceipt(read.receipt);
    expect(faults).toEqual([]);
    expect(levels.map(({ outcome }) => outcome)).toEqual(done.niveaus.map(() => 'arithmetic'));
    expect(done.ruiltoets).toMatchObject({ volledig: true, beter: false });
    expect(done.ruiltoets!.ruilen).toBeGreaterThan(100);
  });

  it('made one proposal for each match, with its reasons', async () => {
    const { body } = await test.request().get(`/v1/voorstellen?matchronde=${asked.id}&aantal=100`);
    expect(body.totaal).toBe(done.aantallen!.voorstellen);
    for (const { id } of body.items) {
      const detail = await test.request().get(`/v1/voorstellen/${id}`);
      expect(detail.status).toBe(200);
      expect(detail.body.redenen.every(({ uitkomst }: { uitkomst: string }) => uitkomst === 'voldoet')).toBe(true);
      expect(detail.body).toMatchObject({ status: 'voorgesteld', veranderdSindsRonde: [], gebeurtenissen: [] });
      expect(detail.body.toegestaneActies).toEqual(['goedkeuren', 'afwijzen']);
    }
  });

  it('tells of every client without a proposal why, for every home', async () => {
    const { body } = await test.request().get(`/v1/matchrondes/${asked.id}/niet-gematcht?aantal=100`);
    expect(body.totaal).toBe(done.aantallen!.nietGematcht);
    const some = (body.items as UnmatchedDto[]).slice(0, 5);
    for (const { clientId, mogelijkePlekken } of some) {
      const answer = await test.request().get(`/v1/matchrondes/${asked.id}/niet-gematcht/${clientId}`);
      const { woonplekken } = unmatchedDetailSchema.parse(answer.body);
      expect(woonplekken).toHaveLength(done.aantallen!.wooneenheden);
      expect(woonplekken.filter(({ voldoet }) => voldoet)).toHaveLength(mogelijkePlekken);
      for (const home of woonplekken) {
        const whyNot = home.regels.length + home.geblokkeerdDoor.length + (home.geblokkeerd ? 1 : 0);
        expect(whyNot).toBeGreaterThan(0);
      }
    }
  });

  it('filters the clients without a proposal', async () => {
    const all = (await test.request().get(`/v1/matchrondes/${asked.id}/niet-gematcht?aantal=100`)).body
      .items as UnmatchedDto[];
    const [first] = all;
    const found = await test
      .request()
      .get(`/v1/matchrondes/${asked.id}/niet-gematcht`)
      .query({ zoek: first!.nummer, oorzaak: first!.oorzaak, doelgroep: first!.doelgroep.id });
    expect(found.body.items.map(({ nummer }: UnmatchedDto) => nummer)).toEqual([first!.nummer]);
    const weeks = all.map(({ weken }) => weken);
    expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
  });

  it('refuses questions that have no answer, and says why', async () => {
    const matched = (await test.dataSource.getRepository(ProposalEntity).findOneByOrFail({ runId: asked.id }))
      .householdId;
    const wrong = await test.request().get(`/v1/matchrondes/${asked.id}/niet-gematcht/${matched}`);
    expect([wrong.status, wrong.body.type]).toEqual([409, 'urn:woonplek:probleem:wel-gematcht']);
    const other = await test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak: 'wacht nog' });
    expect(other.status).toBe(400);
    const waiting = await test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak: 'wacht-nog' });
    for (const file of ['probleem', 'plan']) {
      expect((await test.request().get(`/v1/matchrondes/${waiting.body.id}/${file}`)).status).toBe(409);
    }
    const elsewhere = await test.request().post('/v1/matchrondes').send({ regio: 'groningen' });
    expect(elsewhere.status).toBe(403);
  });

  it.each([
    [{ regio: 'assen', tijdslimietSeconden: 0 }, 'tijdslimietSeconden'],
    [{ regio: 'assen', tijdslimietSeconden: 601 }, 'tijdslimietSeconden'],
    [{ regio: 'assen', motor: 'cplex' }, 'motor'],
    [{ regio: 'Assen!' }, 'regio'],
    [{}, 'regio'],
    [{ regio: 'assen', tijdvak: '../x' }, 'tijdvak'],
  ])('refuses %j with 400 and saves nothing', async (body, field) => {
    const before = await test.dataSource.getRepository(MatchRunEntity).count();
    const response = await test.request().post('/v1/matchrondes').send(body);
    expect(response.status).toBe(400);
    expect(response.body.fouten.map(({ veld }: { veld: string }) => veld)).toContain(field);
    expect(await test.dataSource.getRepository(MatchRunEntity).count()).toBe(before);
  });

  it('keeps with the round which agreements nobody wrote down', async () => {
    await test.dataSource.query(`DELETE FROM spreiding_quota WHERE gemeente_id = 'GM0118'`);
    const request = { regio: 'assen', tijdvak: 'zonder-afspraak' };
    const { body } = await test.request().post('/v1/matchrondes').send(request);
    const found = runDetailSchema.parse(body).waarschuwingen.filter(({ code }) => code === 'spreiding-ontbreekt');
    expect(found.map(({ tekst }) => tekst)).toEqual([
      expect.stringMatching(/^Voor gemeente Hoogeveen is .* 2026 geen spreidingsafspraak vastgelegd; er geldt geen/),
    ]);
    expect(done.waarschuwingen.filter(({ code }) => code === 'spreiding-ontbreekt')).toEqual([]);
    const later = await test.request().get(`/v1/matchrondes/${body.id}`);
    expect(later.body.waarschuwingen).toEqual(body.waarschuwingen);
  });
});
