import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import path from 'node:path';
import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import Redis from 'ioredis';
import { Client } from 'pg';
import { z } from 'zod';
import { defineJob } from '../../../src/platform/queue/job-definition';
import { HandlesJob, type JobContext, type JobHandler } from '../../../src/platform/queue/job-handler';
import { JobQueue } from '../../../src/platform/queue/job-queue';
import { QueueModule } from '../../../src/platform/queue/queue.module';
import type { QueueSettings } from '../../../src/platform/queue/queue-settings';
import { Reconciler } from '../../../src/platform/queue/reconciler';
import { ReconcilesDueWork } from '../../../src/platform/queue/reconciles.decorator';
import { hasRedis, type RedisServer, startRedis } from '../../support/redis-server';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

const job = defineJob('test-job', z.strictObject({ word: z.string() }), { attempts: 3, backoffMilliseconds: 10 });

type Work = (word: string, context: JobContext) => Promise<void>;
const handled: { word: string; attempt: number }[] = [];
let work: Work = () => Promise.resolve();
let due: () => Promise<void> = () => Promise.resolve();

@HandlesJob(job)
class TestHandler implements JobHandler<{ word: string }> {
  async handle(payload: { word: string }, context: JobContext): Promise<void> {
    handled.push({ word: payload.word, attempt: context.attempt });
    await work(payload.word, context);
  }
}

@ReconcilesDueWork()
class TestDueWork {
  handOverDueWork(): Promise<void> {
    return due();
  }
}

async function eventually(check: () => boolean | Promise<boolean>, what: string, patience = 20_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await check())) {
    if (Date.now() > deadline) throw new Error(`Did not happen in time: ${what}; handled ${JSON.stringify(handled)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Empties the queue's own store, whatever is in it. */
async function wipe(redisUrl: string | undefined, databaseUrl: string): Promise<void> {
  if (redisUrl !== undefined) {
    const client = new Redis(redisUrl);
    await client.flushall();
    await client.quit();
    return;
  }
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
       WHERE schemaname = 'bullmq' AND tablename <> 'migration'`,
    );
    await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`);
  } finally {
    await client.end();
  }
}

const mustHaveRedis = process.env.WOONPLEK_REQUIRE_REDIS === '1';
const redisHere = hasRedis();
if (!redisHere && !mustHaveRedis) {
  process.stderr.write('No redis-server on this machine: the queue is tested on PostgreSQL only.\n');
}

describe.each(['PostgreSQL', 'Redis'] as const)('the queue on %s', (backend) => {
  const contract = backend === 'PostgreSQL' || redisHere || mustHaveRedis ? it : it.skip;
  const isTested = contract !== it.skip;
  let database: TestDatabase;
  let redis: RedisServer | undefined;
  let settings: QueueSettings;
  let app: INestApplicationContext;
  let queue: JobQueue;

  async function start(handlesJobs = true): Promise<INestApplicationContext> {
    @Module({
      imports: [QueueModule.withSettings({ ...settings, handlesJobs })],
      providers: [TestHandler, TestDueWork],
    })
    class TestModule {}
    return NestFactory.createApplicationContext(TestModule, { logger: false, abortOnError: false });
  }

  beforeAll(async () => {
    if (!isTested) return;
    database = await createTestDatabase({ template: false });
    if (backend === 'Redis') redis = await startRedis();
    settings = { redisUrl: redis?.url, ownerDatabaseUrl: database.url, handlesJobs: true };
    app = await start();
    queue = app.get(JobQueue);
  });
  afterEach(() => {
    handled.length = 0;
    work = () => Promise.resolve();
    due = () => Promise.resolve();
  });
  afterAll(async () => {
    if (!isTested) return;
    await app.close();
    await redis?.stop();
    await database.drop();
  });

  contract('carries a job to its handler and tells how it stands', async () => {
    let letGo = (): void => undefined;
    work = async (_, context) => {
      await context.progress({ level: 2 });
      await new Promise<void>((resolve) => (letGo = resolve));
    };
    await queue.enqueue(job, { word: 'hello' }, { jobId: 'a1' });
    await eventually(async () => (await queue.status(job, 'a1'))?.progress !== 0 && handled.length === 1, 'progress');
    expect(await queue.status(job, 'a1')).toMatchObject({ state: 'active', progress: { level: 2 } });
    letGo();
    await eventually(async () => (await queue.status(job, 'a1'))?.state === 'completed', 'completion');
    expect(handled).toEqual([{ word: 'hello', attempt: 1 }]);
    expect(await queue.status(job, 'unknown')).toBeUndefined();
    await queue.ping();
  });

  contract('refuses a payload that does not fit', async () => {
    await expect(queue.enqueue(job, { word: 1 } as never, { jobId: 'bad' })).rejects.toThrow();
    expect(await queue.status(job, 'bad')).toBeUndefined();
  });

  contract('carries a job once while it is under way, and again when it is asked again after that', async () => {
    let letGo = (): void => undefined;
    work = () => new Promise<void>((resolve) => (letGo = resolve));
    await Promise.all(['x', 'x', 'x'].map((word) => queue.enqueue(job, { word }, { jobId: 'same' })));
    await eventually(() => handled.length > 0, 'the start');
    await queue.enqueue(job, { word: 'x' }, { jobId: 'same' });
    letGo();
    await eventually(async () => (await queue.status(job, 'same'))?.state === 'completed', 'completion');
    expect(handled).toHaveLength(1);
    work = () => Promise.resolve();
    await queue.enqueue(job, { word: 'again' }, { jobId: 'same' });
    await eventually(() => handled.length === 2, 'the second time');
  });

  contract('tries a job that fails again, and says why it gave up', async () => {
    work = (_, { attempt }) => (attempt < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve());
    await queue.enqueue(job, { word: 'third time' }, { jobId: 'retry' });
    await eventually(async () => (await queue.status(job, 'retry'))?.state === 'completed', 'success');
    expect(handled.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);

    work = () => Promise.reject(new Error('never'));
    await queue.enqueue(job, { word: 'hopeless' }, { jobId: 'give-up' });
    await eventually(async () => (await queue.status(job, 'give-up'))?.state === 'failed', 'failure');
    expect(await queue.status(job, 'give-up')).toMatchObject({ failure: 'never', attempts: 3 });
  });

  contract('cancels a job that waits and one that runs', async () => {
    const quiet = await start(false);
    await app.close();
    await quiet.get(JobQueue).enqueue(job, { word: 'waits' }, { jobId: 'waiting' });
    expect(await quiet.get(JobQueue).cancel(job, 'waiting')).toBe(true);
    expect(await quiet.get(JobQueue).status(job, 'waiting')).toBeUndefined();
    await quiet.close();

    app = await start();
    queue = app.get(JobQueue);
    work = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
    await queue.enqueue(job, { word: 'runs' }, { jobId: 'running' });
    await eventually(() => handled.length === 1, 'the start');
    expect(await queue.cancel(job, 'running')).toBe(true);
    await eventually(async () => (await queue.status(job, 'running'))?.state === 'failed', 'the end');
    expect(handled).toHaveLength(1);
    expect(await queue.cancel(job, 'never-seen')).toBe(false);
  });

  contract('lets go of running work when it stops, and does it after the next start', async () => {
    work = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopping'))));
    await queue.enqueue(job, { word: 'long' }, { jobId: 'long' });
    await eventually(() => handled.length === 1, 'the start');
    const began = Date.now();
    await app.close();
    expect(Date.now() - began).toBeLessThan(5_000);
    work = () => Promise.resolve();
    app = await start();
    queue = app.get(JobQueue);
    await eventually(async () => (await queue.status(job, 'long'))?.state === 'completed', 'the second start');
    expect(handled.at(-1)).toMatchObject({ word: 'long' });
  });

  contract('picks up the work of a process that was killed', async () => {
    await app.close();
    const child = fork(path.join(__dirname, 'killed-worker.cjs'), [job.name, 'killed'], {
      env: { ...process.env, QUEUE_SETTINGS: JSON.stringify(settings) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`the child ended with ${code}`)));
    });
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    app = await start();
    queue = app.get(JobQueue);
    await eventually(() => handled.some(({ word }) => word === 'survives'), 'the work after the kill', 40_000);
    await eventually(async () => (await queue.status(job, 'killed'))?.state === 'completed', 'completion');
  });

  contract('loses nothing when the queue is wiped: what is due is in the database', async () => {
    due = () => queue.enqueue(job, { word: 'due' }, { jobId: 'due' });
    await queue.ping();
    await wipe(redis?.url, database.url);
    await app.get(Reconciler).reconcile();
    await eventually(() => handled.some(({ word }) => word === 'due'), 'the due work');
  });

  contract('goes on with the other searches when one fails', async () => {
    due = () => Promise.reject(new Error('no database'));
    await expect(app.get(Reconciler).reconcile()).resolves.toBeUndefined();
  });
});
