import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { RunExecutionService } from '../../../src/modules/runs/run-execution.service';
import { RunsService } from '../../../src/modules/runs/runs.service';
import { runJob } from '../../../src/modules/runs/run.job';
import { JobQueue } from '../../../src/platform/queue/job-queue';
import { Reconciler } from '../../../src/platform/queue/reconciler';
import { keepClients } from '../../support/completed-round';
import { createTestApp, type TestApp } from '../../support/test-app';
import { systemService } from '../../support/system-service';

const ROOT = path.resolve(__dirname, '..', '..', '..');
const quiet = () => ({ signal: new AbortController().signal, progress: () => Promise.resolve() });

describe('a round that is cut off', () => {
  let test: TestApp;
  let runId: string;

  beforeEach(async () => {
    test = await createTestApp();
    await keepClients(test, 40);
    const { run } = await systemService(test.app, RunsService).request({
      regionId: 'assen',
      engine: 'auto',
      timeLimitSeconds: 60,
      slot: 'proef',
      trigger: 'person',
      requestedBy: null,
    });
    runId = run.id;
  });
  afterEach(() => test?.close());

  const run = () => test.dataSource.getRepository(MatchRunEntity).findOneByOrFail({ id: runId });
  const proposals = () => test.dataSource.getRepository(ProposalEntity).countBy({ runId });
  const execution = () => systemService(test.app, RunExecutionService);

  /** The database lets go of what a killed process held as soon as it sees the connection broken, which takes a moment. */
  async function lockIsFree(): Promise<void> {
    const held = (): Promise<object[]> =>
      test.dataSource.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
    while ((await held()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** Works on the run in a process of its own and kills that at the first moment that `when` is true. */
  async function killAt(when: () => Promise<boolean>): Promise<void> {
    const worker = spawn(
      process.execPath,
      [
        '--require',
        path.join(ROOT, 'test/support/run-typescript.cjs'),
        path.join(ROOT, 'test/support/work-on-run.ts'),
        test.database.url,
        runId,
      ],
      { cwd: ROOT, stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    try {
      while (!(await when())) {
        expect(worker.exitCode).toBeNull();
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    } finally {
      worker.kill('SIGKILL');
      await ended;
    }
  }

  it('leaves nothing half done when the process is killed, and is picked up again', async () => {
    await killAt(async () => (await run()).status === 'running');
    expect(await proposals()).toBe(0);
    expect(await run()).toMatchObject({ status: 'running', attempts: 1, plan: null });

    await lockIsFree();
    await execution().execute(runId, quiet());
    const done = await run();
    expect(done).toMatchObject({ status: 'completed', attempts: 2 });
    expect(await proposals()).toBe(done.plan!.matches.length);
  });

  it('is handed over again by the reconciler after the queue has lost it', async () => {
    const queue = test.app.get(JobQueue);
    expect(await queue.cancel(runJob, runId)).toBe(true);
    expect(await queue.status(runJob, runId)).toBeUndefined();
    await test.app.get(Reconciler).reconcile();
    expect(await queue.status(runJob, runId)).toMatchObject({ state: 'waiting' });
  });

  it('is stored once when two work on it at the same time, and again later', async () => {
    await Promise.all([execution().execute(runId, quiet()), execution().execute(runId, quiet())]);
    const first = await run();
    const count = await proposals();
    expect(first).toMatchObject({ status: 'completed', attempts: 1 });
    await execution().execute(runId, quiet());
    expect(await run()).toMatchObject({ attempts: 1, finishedAt: first.finishedAt });
    expect(await proposals()).toBe(count);
  });

  it('stays due when the work is told to stop', async () => {
    const controller = new AbortController();
    const working = execution().execute(runId, {
      signal: controller.signal,
      progress: () => Promise.resolve(controller.abort(new Error('stopping'))),
    });
    await expect(working).rejects.toThrow('stopping');
    expect(await run()).toMatchObject({ status: 'running', failure: null });
    expect(await proposals()).toBe(0);
    await execution().execute(runId, quiet());
    expect(await run()).toMatchObject({ status: 'completed' });
  });

  it('fails in plain words when it was cut off too often', async () => {
    await test.dataSource.getRepository(MatchRunEntity).update(runId, { attempts: 5 });
    await execution().execute(runId, quiet());
    const { body } = await test.request().get(`/v1/matchrondes/${runId}`);
    expect(body).toMatchObject({ status: 'mislukt', fout: { code: 'too-many-attempts' } });
    expect(body.fout.tekst).toContain('te vaak afgebroken');
    expect(await proposals()).toBe(0);
  });

  it('fails, and proposes nothing, when the problem has no solution', async () => {
    const runs = test.dataSource.getRepository(MatchRunEntity);
    const { snapshot } = await runs.findOneOrFail({ where: { id: runId }, select: { snapshot: true } });
    const problem = JSON.parse(snapshot!);
    const [unit] = problem.units;
    const pin = { unitId: unit.id, by: 'proef', reason: 'proef', until: null };
    problem.pins = problem.households
      .slice(0, unit.freePlaces + 1)
      .map(({ id }: { id: string }) => ({ ...pin, householdId: id }));
    await runs.update(runId, { snapshot: JSON.stringify(problem) });
    await execution().execute(runId, quiet());
    expect(await run()).toMatchObject({ status: 'failed', failure: { code: 'problem-infeasible' } });
    expect(await proposals()).toBe(0);
  });
});
