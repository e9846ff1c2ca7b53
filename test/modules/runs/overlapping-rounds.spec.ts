import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { RunExecutionService } from '../../../src/modules/runs/run-execution.service';
import { RunsService } from '../../../src/modules/runs/runs.service';
import { Clock } from '../../../src/platform/clock';
import { keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { systemService } from '../../support/system-service';

const quiet = { signal: new AbortController().signal, progress: () => Promise.resolve() };

describe('a round that is solved while other things happen', () => {
  let test: TestApp;

  beforeEach(async () => {
    test = await createTestApp();
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    await keepClients(test, 60);
  });
  afterEach(() => test?.close());

  const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
  const proposalsOf = (runId: string) => repo(ProposalEntity).find({ where: { runId }, order: { id: 'ASC' } });
  const statesOf = async (runId: string) => new Set((await proposalsOf(runId)).map(({ state }) => state));

  /** Asks for a round and freezes its facts; `solve` does the rest. */
  async function ask(slot: string): Promise<string> {
    const { run } = await systemService(test.app, RunsService).request({
      regionId: 'assen',
      engine: 'auto',
      timeLimitSeconds: 60,
      slot,
      trigger: 'person',
      requestedBy: null,
    });
    return run.id;
  }
  const solve = (runId: string) => systemService(test.app, RunExecutionService).execute(runId, quiet);

  async function review({ id, version }: ProposalEntity, body: object): Promise<void> {
    const url = `/v1/voorstellen/${id}/beoordelingen`;
    const answer = await test
      .request()
      .post(url)
      .send({ versie: version, ...body });
    expect(answer.status).toBe(201);
  }

  it('does not replace the proposals of a round that was asked for later and was done sooner', async () => {
    const older = await ask('eerste');
    const newer = await ask('tweede');
    await solve(newer);
    const counts = async () =>
      (await test.request().get('/v1/spreiding')).body.items.map(
        ({ voorgesteld }: { voorgesteld: number }) => voorgesteld,
      );
    const proposed = await counts();
    await solve(older);

    expect(await statesOf(newer)).toEqual(new Set(['voorgesteld']));
    expect(await statesOf(older)).toEqual(new Set(['vervallen']));
    expect((await test.request().get(`/v1/matchrondes/${older}`)).body.status).toBe('voltooid');
    expect(await counts()).toEqual(proposed);
  });

  it('leaves out what people decided in the meantime: promised, rejected, paused, restricted, closed', async () => {
    await solve(await ask('eerste'));
    const open = await repo(ProposalEntity).find({ where: { state: 'voorgesteld' }, order: { id: 'ASC' } });
    const next = await ask('tweede');
    const [promised, rejected, paused, closed, restricted] = open;
    await review(promised!, { besluit: 'akkoord' });
    await review(rejected!, { besluit: 'afgewezen', redenCode: 'WOB' });
    await repo(HouseholdEntity).update(paused!.householdId, { status: 'paused' });
    const objection = { soort: 'bezwaar', ontvangenOp: TEST_DAY, vraag: 'Ik wil dit niet.' };
    await test.request().post(`/v1/clienten/${restricted!.householdId}/verzoeken`).send(objection).expect(201);
    await repo(UnitEntity).update(closed!.unitId, { status: 'out-of-service', statusReason: 'Lekkage' });
    await solve(next);

    const proposals = await proposalsOf(next);
    const stands = proposals.filter(({ state }) => state === 'voorgesteld');
    expect(stands.length).toBeGreaterThan(10);
    const pairs = stands.map(({ householdId, unitId }) => `${householdId} ${unitId}`);
    expect(pairs).not.toContain(`${rejected!.householdId} ${rejected!.unitId}`);
    const households = stands.map(({ householdId }) => householdId);
    expect(households).not.toContain(promised!.householdId);
    expect(households).not.toContain(paused!.householdId);
    expect(households).not.toContain(restricted!.householdId);
    expect(stands.map(({ unitId }) => unitId)).not.toContain(closed!.unitId);

    const lapsedToo = proposals.some(({ householdId }) => householdId === promised!.householdId);
    expect(lapsedToo).toBe(true);
    const file = await test.request().get(`/v1/clienten/${promised!.householdId}`);
    expect(file.body.laatsteVoorstel).toMatchObject({ id: promised!.id, status: 'goedgekeurd' });
    const list = await test.request().get('/v1/clienten').query({ zoek: file.body.nummer });
    expect(list.body.items[0].laatsteVoorstel).toEqual({ id: promised!.id, status: 'goedgekeurd' });

    const lapsed = proposals.filter(({ state }) => state === 'vervallen');
    expect(lapsed.length).toBeGreaterThan(0);
    for (const { id } of lapsed) {
      expect(await repo(ProposalEventEntity).findOneByOrFail({ proposalId: id })).toMatchObject({
        action: 'vervangen',
        fromState: 'voorgesteld',
        toState: 'vervallen',
      });
    }
  });

  it('never leaves more proposals for a group of places than are free', async () => {
    const before = await ask('eerste');
    await solve(before);
    const [group] = await test.dataSource.query<{ unit_id: string; count: number }[]>(
      `SELECT unit_id, count(*)::int AS count FROM proposal WHERE run_id = $1 GROUP BY unit_id HAVING count(*) > 1 ORDER BY 2 DESC LIMIT 1`,
      [before],
    );
    const next = await ask('tweede');
    const inGroup = (await proposalsOf(before)).filter(({ unitId }) => unitId === group!.unit_id);
    // The places that a round fills are one fewer when a resident turns out to stay.
    await test.dataSource.query(`UPDATE unit SET places = places - 1 WHERE id = $1`, [group!.unit_id]);
    await review(inGroup[0]!, { besluit: 'akkoord' });
    await solve(next);
    const [{ over }] = await test.dataSource.query<[{ over: number }]>(
      `SELECT (SELECT count(*) FROM proposal p WHERE p.unit_id = u.id AND p.state IN ('voorgesteld', 'goedgekeurd'))::int
            + (SELECT count(*) FROM placement p WHERE p.unit_id = u.id AND (p.end_date IS NULL OR p.end_date >= $2))::int - u.places AS over
         FROM unit u WHERE u.id = $1`,
      [group!.unit_id, TEST_DAY],
    );
    expect(over).toBeLessThanOrEqual(0);
  });
});
