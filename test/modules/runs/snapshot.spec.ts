import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { judgePair } from '../../../src/core/explain/judge-pair';
import { SUPPORT_LEVELS, type Problem } from '../../../src/core/matching/problem';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PolicyEntity } from '../../../src/database/entities/policy.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { WijkDraagkrachtEntity } from '../../../src/database/entities/wijk-draagkracht.entity';
import { SnapshotService } from '../../../src/modules/runs/snapshot.service';
import { checkReferences } from '../../../src/platform/problem-file/check-references';
import { Clock } from '../../../src/platform/clock';
import { completedRound, keepClients } from '../../support/completed-round';
import { SAMPLE } from '../../support/sample-rows';
import { secondRegion } from '../../support/second-region';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
  jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
});
afterAll(() => test?.close());

const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
const snapshot = (regionId = 'assen', asOf = TEST_DAY): Promise<Problem> =>
  test.app.get(SnapshotService).read(test.dataSource.manager, { regionId, asOf, seed: 'proef' });

describe('the snapshot of a region', () => {
  it('holds everybody who waits and every home that is open, with the places that are left', async () => {
    const { households, units } = await snapshot();
    expect(households).toHaveLength(await repo(HouseholdEntity).countBy({ regionId: 'assen', status: 'waiting' }));
    const open: { id: string; left: number }[] = await test.dataSource.query(
      `SELECT u.id, u.places - (SELECT count(*)::int FROM placement p
          WHERE p.unit_id = u.id AND (p.end_date IS NULL OR p.end_date >= $1)) AS left
         FROM unit u WHERE u.status = 'available' ORDER BY u.id`,
      [TEST_DAY],
    );
    expect(units.map(({ id, freePlaces }) => ({ id, left: freePlaces }))).toEqual(open.filter(({ left }) => left > 0));
  });

  it('lets the load fade over the weeks of the policy, as the overview of draagkracht does', async () => {
    await test.dataSource.query(`UPDATE placement SET guidance_hours = 0`);
    const policy = await repo(PolicyEntity).findOneByOrFail({ regionId: 'assen' });
    const overview = async (): Promise<[string, number][]> =>
      (await test.request().get('/v1/draagkracht')).body.items.map(
        ({ wijk, belasting }: { wijk: { id: string }; belasting: number }) => [wijk.id, belasting],
      );
    const before = await snapshot();
    for (const fadeWeeks of [0, 52, 400]) {
      const rules = policy.document.rules.map((rule) =>
        rule.ruleId === 'draagkracht' ? { ...rule, parameters: { fadeWeeks } } : rule,
      );
      await repo(PolicyEntity).update({ id: policy.id }, { document: { ...policy.document, rules } });
      const { wijken } = await snapshot();
      expect(wijken.map(({ id, load }) => [id, load]).sort()).toEqual((await overview()).sort());
      expect(wijken).not.toEqual(before.wijken);
    }
    await repo(PolicyEntity).update({ id: policy.id }, { document: policy.document });
  });

  it('takes of two agreements that hold at once the newest, as the overview does', async () => {
    const old = await repo(WijkDraagkrachtEntity).findBy({ regionId: 'assen' });
    for (const row of old) {
      await repo(WijkDraagkrachtEntity).insert({ ...row, id: randomUUID(), validFrom: '2026-11-01', points: 7 });
    }
    const points = new Set((await snapshot()).wijken.map(({ draagkracht }) => draagkracht));
    await test.dataSource.query(`DELETE FROM wijk_draagkracht WHERE valid_from = '2026-11-01'`);
    points.delete(null);
    expect([...points]).toEqual([7]);
  });

  it('goes by the last of two policies that hold from the same day: version 10 comes after 9', async () => {
    const policy = await repo(PolicyEntity).findOneByOrFail({ regionId: 'assen' });
    for (const version of ['9', '10']) {
      const { createdAt: _, updatedAt: __, ...row } = policy;
      await repo(PolicyEntity).insert({ ...row, id: `assen-${version}`, version, validFrom: '2026-06-01' });
    }
    const shown = (await test.request().get('/v1/beleid')).body;
    const { version } = (await snapshot()).policy;
    await test.dataSource.query(`DELETE FROM policy WHERE version IN ('9', '10')`);
    expect([version, shown.versie]).toEqual(['10', '10']);
  });

  it('leaves herkomst outside the region outside: the policy says what that asks', async () => {
    await secondRegion(test.dataSource);
    const [household] = (await snapshot()).households;
    await repo(HouseholdEntity).update(household!.id, { herkomstGemeenteId: SAMPLE.gemeente });
    const { gemeenten } = await snapshot();
    const ofRegion: { id: string }[] = await test.dataSource.query(
      `SELECT id FROM gemeente WHERE region_id = 'assen' ORDER BY id`,
    );
    expect(gemeenten.map(({ id }) => id)).toEqual(ofRegion.map(({ id }) => id));
  });

  it('lets the aanbieder of a home that may give most guide those who come with another', async () => {
    const problem = await snapshot();
    const { units, aanbieders, households } = problem;
    const shared = units.filter(({ aanbiederIds }) => aanbiederIds.length > 1);
    expect(shared.length).toBeGreaterThan(2);
    const most = new Map(aanbieders.map(({ id, maxSupportLevel }) => [id, SUPPORT_LEVELS.indexOf(maxSupportLevel)]));
    for (const unit of shared) {
      const levels = unit.aanbiederIds.map((id) => most.get(id)!);
      expect([unit.name, levels]).toEqual([unit.name, [...levels].sort((a, b) => b - a)]);
    }
    const containers = units.find(({ programme, availableUntil }) => programme === 'brede-aanpak' && availableUntil)!;
    const heavy = households.find(
      ({ aanbiederId, supportLevel }) => supportLevel === 'intensive' && !containers.aanbiederIds.includes(aanbiederId),
    )!;
    const { verdicts } = judgePair(indexProblem(problem), heavy, containers);
    expect(verdicts.find(({ ruleId }) => ruleId === 'support-available')?.outcome).toBe('holds');
  });

  it('refers to nothing that is not in it, also when a gemeente guides a client or lets a home', async () => {
    expect(checkReferences(await snapshot())).toEqual([]);
    const { households, units } = await snapshot();
    const [gemeente] = await test.dataSource.query<{ id: string }[]>(
      `SELECT id FROM organisation WHERE region_id = 'assen' AND kind = 'gemeente' ORDER BY id LIMIT 1`,
    );
    await repo(HouseholdEntity).update(households[0]!.id, { ownerOrganisationId: gemeente!.id });
    await repo(UnitEntity).update(units[0]!.id, { corporatieId: gemeente!.id });
    const problem = await snapshot();
    expect(checkReferences(problem)).toEqual([]);
    expect(problem.aanbieders.find(({ id }) => id === gemeente!.id)).toMatchObject({ freeGuidanceHours: 0 });
    await repo(HouseholdEntity).update(households[0]!.id, { ownerOrganisationId: households[0]!.aanbiederId });
    await repo(UnitEntity).update(units[0]!.id, { corporatieId: units[0]!.corporatieId });
  });

  it('shows nothing of another region, in the problem and in every list', async () => {
    const before = await snapshot();
    await secondRegion(test.dataSource);
    expect(await snapshot()).toEqual(before);
    const other = await snapshot(SAMPLE.region);
    expect(other.wijken.map(({ id }) => id)).toEqual([SAMPLE.wijk]);
    expect(other.households).toEqual([]);
    for (const list of [
      ...['gemeenten', 'wijken', 'corporaties', 'aanbieders', 'complexen', 'wooneenheden', 'clienten', 'matchrondes'],
      ...['voorstellen', 'spreiding', 'draagkracht', 'prestatieafspraken', 'regios'],
    ]) {
      const answer = await test.request().get(`/v1/${list}`);
      expect([list, answer.status]).toEqual([list, 200]);
      const text = JSON.stringify(answer.body);
      for (const id of Object.values(SAMPLE).filter((each) => each !== SAMPLE.doelgroep)) {
        expect([list, text.includes(`"${id}"`)]).toEqual([list, false]);
      }
      expect((await test.request().get(`/v1/${list}?regio=${SAMPLE.region}`)).status).not.toBe(200);
    }
    for (const [list, id] of [
      ...[['wooneenheden', SAMPLE.unit] as const, ['complexen', SAMPLE.complex] as const],
      ...[['clienten', SAMPLE.household] as const, ['voorstellen', SAMPLE.proposal] as const],
      ...[['matchrondes', SAMPLE.run] as const, ['regios', SAMPLE.region] as const],
    ]) {
      expect([list, (await test.request().get(`/v1/${list}/${id}`)).status]).toEqual([list, 404]);
    }
  });

  it('holds the agreements of next year too where a home opens in that year', async () => {
    const years = async () => [...new Set((await snapshot()).agreements.map(({ year }) => year))].sort();
    expect(await years()).toEqual([2026]);
    const [unit] = (await snapshot()).units;
    await repo(UnitEntity).update(unit!.id, { availableFrom: '2027-02-01' });
    expect(await years()).toEqual([2026, 2027]);
    await repo(UnitEntity).update(unit!.id, { availableFrom: unit!.availableFrom });
  });

  it('holds the spreiding of later periods too where a home opens in one, each with its days', async () => {
    const periods = async () =>
      [...new Set((await snapshot()).spreidingQuotas.map(({ from, to }) => `${from}/${to}`))].sort();
    expect(await periods()).toEqual(['2026-07-01/2026-12-31']);
    const [unit] = (await snapshot()).units;
    await repo(UnitEntity).update(unit!.id, { availableFrom: '2027-02-01' });
    expect(await periods()).toEqual(['2026-07-01/2026-12-31', '2027-01-01/2027-06-30']);
    await repo(UnitEntity).update(unit!.id, { availableFrom: unit!.availableFrom });
  });

  it.each(['2026-12-10', '2026-12-31', '2027-01-01'])(
    'counts a round of %s in the year and period in which people start',
    async (asOf) => {
      const { spreidingQuotas, agreements, aanbieders } = await snapshot('assen', asOf);
      expect(new Set(agreements.map(({ year }) => year))).toEqual(new Set([2027]));
      const periods: { period: string }[] = await test.dataSource.query(
        `SELECT DISTINCT period_from::text AS period FROM spreiding_quota WHERE id = ANY ($1)`,
        [spreidingQuotas.map(({ id }) => id)],
      );
      expect(periods).toEqual([{ period: '2027-01-01' }]);
      expect(aanbieders.some(({ freeGuidanceHours }) => freeGuidanceHours! > 0)).toBe(true);
    },
  );
});

describe('a home promised to a household', () => {
  let promised: ProposalEntity;

  beforeEach(async () => {
    await keepClients(test, 60);
    const { id: runId } = await completedRound(test, randomUUID());
    promised = await test.dataSource
      .getRepository(ProposalEntity)
      .createQueryBuilder('p')
      .innerJoin('household', 'h', 'h.id = p.household_id AND h.guidance_hours > 0 AND h.draaglast > 0')
      .where({ runId })
      .orderBy('p.id')
      .getOneOrFail();
  });
  afterEach(() => test.dataSource.query(`UPDATE proposal SET state = 'vervallen'`));

  const approve = () => repo(ProposalEntity).update(promised.id, { state: 'goedgekeurd' });

  it('uses up its place, its load and its number in the gemeente', async () => {
    const household = await repo(HouseholdEntity).findOneByOrFail({ id: promised.householdId });
    const unit = await repo(UnitEntity).findOneByOrFail({ id: promised.unitId });
    const before = await snapshot();
    await approve();
    const after = await snapshot();
    expect(after.households).toHaveLength(before.households.length - 1);
    const places = ({ units }: Problem) => units.find(({ id }) => id === unit.id)?.freePlaces ?? 0;
    expect(places(after)).toBe(places(before) - 1);
    const wijk = ({ wijken }: Problem) => wijken.find(({ id }) => id === unit.wijkId)!.load;
    expect(wijk(after)).toBe(wijk(before) + household.draaglast);
    const realised = ({ spreidingQuotas }: Problem) =>
      spreidingQuotas
        .filter(({ gemeenteId, doelgroepId }) => gemeenteId === unit.gemeenteId && doelgroepId === null)
        .map((quota) => quota.realised);
    expect(realised(after)).toEqual(realised(before).map((count) => count + 1));
  });

  it('uses up hours of the aanbieder that guides there, which need not be the one of the household', async () => {
    const { aanbieders } = await snapshot();
    const household = await repo(HouseholdEntity).findOneByOrFail({ id: promised.householdId });
    const guide = aanbieders.find(
      ({ id, freeGuidanceHours }) =>
        id !== household.ownerOrganisationId && freeGuidanceHours! >= household.guidanceHours,
    )!;
    await test.dataSource.query('DELETE FROM unit_aanbieder WHERE unit_id = $1', [promised.unitId]);
    await test.dataSource.query(
      `INSERT INTO unit_aanbieder (unit_id, organisation_id, region_id, owner_organisation_id) VALUES ($1, $2, 'assen', $2)`,
      [promised.unitId, guide.id],
    );
    await approve();
    const left = new Map((await snapshot()).aanbieders.map(({ id, freeGuidanceHours }) => [id, freeGuidanceHours]));
    for (const { id, freeGuidanceHours } of aanbieders) {
      const used = id === guide.id ? household.guidanceHours : 0;
      expect([id, left.get(id)]).toEqual([id, freeGuidanceHours === null ? null : freeGuidanceHours - used]);
    }
  });
});
