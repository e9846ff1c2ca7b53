import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { In, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DEFAULT_FADE_WEEKS, fadedLoad } from '../../src/core/quotas/faded-load';
import { HOLDING_STATES, PROPOSAL_STATES, type ProposalState } from '../../src/core/review/proposal-transitions';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../src/database/entities/match-run.entity';
import { PlacementEntity } from '../../src/database/entities/placement.entity';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { PrestatieafspraakEntity } from '../../src/database/entities/prestatieafspraak.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { SpreidingQuotaEntity } from '../../src/database/entities/spreiding-quota.entity';
import { UnitEntity } from '../../src/database/entities/unit.entity';
import { WijkEntity } from '../../src/database/entities/wijk.entity';
import {
  type AgreementDto,
  agreementOverviewSchema,
  type DraagkrachtDto,
  draagkrachtOverviewSchema,
  type SpreidingDto,
  spreidingOverviewSchema,
} from '../../src/modules/monitor/standing.dto';
import { Clock } from '../../src/platform/clock';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';

let app: TestApp;
let manager: EntityManager;
let units: UnitEntity[];
let households: HouseholdEntity[];

beforeAll(async () => {
  app = await createTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  manager = app.dataSource.manager;
  units = await manager.find(UnitEntity, { order: { code: 'ASC' } });
  households = await manager.find(HouseholdEntity, { order: { reference: 'ASC' } });
});
afterAll(() => app?.close());

async function overview<Item>(path: string): Promise<Item[]> {
  const { body, status } = await app.request().get(`/v1/${path}`);
  expect(status).toBe(200);
  return body.items as Item[];
}

async function makeRun(finishedAt: string): Promise<string> {
  const [policy] = await manager.find(PolicyEntity);
  const id = randomUUID();
  const { regionId, ownerOrganisationId } = units[0]!;
  await manager.insert(MatchRunEntity, {
    ...{ id, regionId, ownerOrganisationId, slot: id, trigger: 'person', status: 'completed' },
    ...{ policyId: policy!.id, policyVersion: policy!.version, seed: 's', seedCommitment: 'c', engine: 'highs' },
    ...{
      timeLimitSeconds: 60,
      asOf: TEST_DAY,
      snapshot: '{}',
      snapshotHash: '0'.repeat(64),
      finishedAt: new Date(finishedAt),
    },
    plan: { format: 'woonplek-plan/1' } as never,
  });
  return id;
}

async function propose(
  runId: string,
  household: HouseholdEntity,
  unit: UnitEntity,
  state: ProposalState,
): Promise<void> {
  const { regionId, ownerOrganisationId } = unit;
  await manager.insert(ProposalEntity, {
    ...{ id: randomUUID(), runId, regionId, ownerOrganisationId, householdId: household.id, unitId: unit.id, state },
    aanbiederOrganisationId: household.ownerOrganisationId,
    plannedStart: '2026-12-21',
    justification: {},
  });
}

const holdsOn = (day: string) => ({ periodFrom: LessThanOrEqual(day), periodTo: MoreThanOrEqual(day) });

describe('before the first round', () => {
  it.each([
    ['spreiding', spreidingOverviewSchema, () => manager.countBy(SpreidingQuotaEntity, holdsOn(TEST_DAY))],
    ['draagkracht', draagkrachtOverviewSchema, () => manager.count(WijkEntity)],
    ['prestatieafspraken', agreementOverviewSchema, () => manager.countBy(PrestatieafspraakEntity, { year: 2026 })],
  ] as const)('GET /v1/%s answers what its schema says, with nothing proposed', async (path, schema, count) => {
    const { body } = await app.request().get(`/v1/${path}?regio=assen`);
    expect(schema.parse(body)).toEqual(body);
    expect(body).toMatchObject({ regio: { id: 'assen' }, peildatum: TEST_DAY, matchronde: null });
    expect(body.items).toHaveLength(await count());
    for (const { voorgesteld } of body.items as { voorgesteld: number }[]) expect(voorgesteld).toBe(0);
  });

  it('counts the placements of the period in each gemeente', async () => {
    const placements = await manager.find(PlacementEntity);
    const items = await overview<SpreidingDto>('spreiding');
    expect(items.some(({ gerealiseerd }) => gerealiseerd! > 0)).toBe(true);
    for (const { gemeente, doelgroep, periode, gerealiseerd } of items) {
      const counted = placements.filter(
        (each) =>
          each.gemeenteId === gemeente.id &&
          (doelgroep === null || each.doelgroepId === doelgroep.id) &&
          each.startDate >= periode.van &&
          each.startDate <= periode.tot,
      );
      expect([gemeente.naam, gerealiseerd]).toEqual([gemeente.naam, counted.length]);
    }
  });

  it.each(['2026-12-31', '2027-01-01'])('shows the agreements that hold on %s only', async (day) => {
    const spreiding = await overview<SpreidingDto>(`spreiding?peildatum=${day}`);
    expect(spreiding).toHaveLength(await manager.countBy(SpreidingQuotaEntity, holdsOn(day)));
    for (const { periode } of spreiding) expect(periode.van <= day && day <= periode.tot).toBe(true);
    const agreements = await overview<AgreementDto>(`prestatieafspraken?peildatum=${day}`);
    for (const { jaar } of agreements) expect(jaar).toBe(Number(day.slice(0, 4)));
  });

  it('weighs earlier placements of each wijk', async () => {
    const placements = await manager.find(PlacementEntity);
    const items = await overview<DraagkrachtDto>('draagkracht');
    expect(items.some(({ belasting }) => belasting > 0)).toBe(true);
    for (const { wijk, belasting } of items) {
      const here = placements
        .filter((each) => each.wijkId === wijk.id)
        .map((each) => ({ ...each, guidanceRuns: each.guidanceHours > 0 }));
      expect([wijk.naam, belasting]).toEqual([wijk.naam, fadedLoad(here, TEST_DAY, DEFAULT_FADE_WEEKS)]);
    }
  });

  it('counts placements in homes of the corporatie for each agreement', async () => {
    const placements = await manager.find(PlacementEntity);
    for (const item of await overview<AgreementDto>('prestatieafspraken')) {
      const homes = units.filter(
        (unit) => unit.corporatieId === item.corporatie.id && unit.gemeenteId === item.gemeente.id,
      );
      const counted = placements.filter(
        (each) =>
          homes.some((unit) => unit.id === each.unitId) &&
          (item.doelgroep === null || each.doelgroepId === item.doelgroep.id) &&
          each.startDate.startsWith(String(item.jaar)),
      );
      expect(item.gerealiseerd).toBe(counted.length);
      expect(item.tekort).toBe(Math.max(0, item.afgesproken - item.gerealiseerd! - item.voorgesteld!));
    }
  });
});

describe('with rounds', () => {
  it('counts open proposals of the last round and approved ones of any, and nothing else', async () => {
    const unit = units.find((each) => each.code === 'DEMO-01')!;
    const old = await makeRun('2026-11-15T06:00:00Z');
    const latest = await makeRun('2026-11-22T06:00:00Z');
    for (const [at, state] of PROPOSAL_STATES.entries()) {
      await propose(old, households[at]!, unit, state);
      await propose(latest, households[at + PROPOSAL_STATES.length]!, unit, state);
    }
    const counted = await manager.find(ProposalEntity, {
      where: [{ runId: latest, state: 'voorgesteld' }, { state: In([...HOLDING_STATES]) }],
    });
    expect(counted).toHaveLength(1 + 2 * HOLDING_STATES.length);
    const theirs = households.filter(({ id }) => counted.some(({ householdId }) => householdId === id));

    const { body } = await app.request().get('/v1/draagkracht');
    expect(body.matchronde).toEqual({ id: latest, klaarOp: '2026-11-22T06:00:00.000Z' });
    const wijk = (body.items as DraagkrachtDto[]).find((each) => each.wijk.id === unit.wijkId)!;
    const points = theirs.reduce((sum, { draaglast }) => sum + draaglast, 0);
    expect(wijk).toMatchObject({
      voorgesteld: points,
      voorgesteldePlaatsingen: counted.length,
      verwacht: wijk.belasting + points,
    });
    expect(wijk.over).toBe(Math.max(0, wijk.verwacht! - wijk.draagkracht!));
    expect(wijk.resterend).toBe(Math.max(0, wijk.draagkracht! - wijk.verwacht!));

    for (const item of await overview<SpreidingDto>('spreiding')) {
      const fits =
        item.gemeente.id === unit.gemeenteId && item.periode.van <= '2026-12-21' && item.periode.tot >= '2026-12-21';
      const expected = fits
        ? theirs.filter((each) => [null, each.doelgroepId].includes(item.doelgroep?.id ?? null))
        : [];
      expect([item.gemeente.naam, item.voorgesteld]).toEqual([item.gemeente.naam, expected.length]);
      expect(item.verwacht).toBe(item.gerealiseerd! + item.voorgesteld!);
    }
    for (const item of await overview<AgreementDto>('prestatieafspraken')) {
      const fits =
        item.corporatie.id === unit.corporatieId && item.gemeente.id === unit.gemeenteId && item.jaar === 2026;
      const expected = fits
        ? theirs.filter((each) => [null, each.doelgroepId].includes(item.doelgroep?.id ?? null))
        : [];
      expect(item.voorgesteld).toBe(expected.length);
    }
  });
});

describe('filters', () => {
  it.each(['spreiding', 'draagkracht', 'prestatieafspraken'])('GET /v1/%s on gemeente', async (path) => {
    const whole = await overview<{ gemeente: { id: string } }>(path);
    const { id } = whole[0]!.gemeente;
    expect(await overview(`${path}?gemeente=${id}`)).toEqual(whole.filter(({ gemeente }) => gemeente.id === id));
    expect(await overview(`${path}?gemeente=GM9999`)).toEqual([]);
  });

  it('GET /v1/prestatieafspraken on corporatie', async () => {
    const whole = await overview<AgreementDto>('prestatieafspraken');
    const { id } = whole[0]!.corporatie;
    expect(await overview(`prestatieafspraken?corporatie=${id}`)).toEqual(
      whole.filter(({ corporatie }) => corporatie.id === id),
    );
  });

  it.each([
    ['spreiding', 'regio=A&gemeente=Assen&doelgroep=&jaar=2026', ['doelgroep', 'gemeente', 'jaar', 'regio']],
    ['draagkracht', 'gemeente=1&wijk=x', ['gemeente', 'wijk']],
    ['prestatieafspraken', 'corporatie=actium&pagina=1', ['corporatie', 'pagina']],
  ])('GET /v1/%s?%s names every fault', async (path, query, fields) => {
    const { status, body } = await app.request().get(`/v1/${path}?${query}`);
    expect(status).toBe(400);
    expect((body.fouten as { veld: string }[]).map(({ veld }) => veld).sort()).toEqual(fields);
  });

  it.each(['spreiding', 'draagkracht', 'prestatieafspraken'])(
    'GET /v1/%s is closed to another region',
    async (path) => {
      expect((await app.request().get(`/v1/${path}?regio=groningen`)).status).toBe(403);
    },
  );
});
