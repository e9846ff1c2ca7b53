import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule, Type } from '@nestjs/common';
import { DataSource } from 'typeorm';
import supertest from 'supertest';
import { AppModule, type AppSettings } from '../../src/app.module';
import { configureHttpApp } from '../../src/platform/http/configure-http-app';
import { serveConsole } from '../../src/platform/http/console-files';
import { loadRegion } from '../../src/seed/load-region';
import { createTestDatabase, type TestDatabase } from './test-database';

/** The day from which seeded dates, ages and waiting times count in tests. */
export const TEST_DAY = '2026-11-22';

export interface TestAppOptions {
  /** The region to load; null: an empty database. Default: assen. */
  readonly region?: string | null;
  /** Whether the application does the work of the queue. Default: no, so that a test decides what runs. */
  readonly handlesJobs?: boolean;
  /** Changes the address of the database or queue that the application gets. */
  readonly settings?: (settings: AppSettings) => AppSettings;
  /** Folder of a built console to serve beside the API. Default: the API alone. */
  readonly consoleFolder?: string;
  /** Modules of the test's own beside those of the application. */
  readonly extra?: readonly (Type | DynamicModule)[];
}

/** The whole application on a database of its own, listening on a free port of this computer. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  /** A request that has the Host header of a browser on this computer. */
  request(): ReturnType<typeof supertest>;
  close(): Promise<void>;
}

/** Call in `beforeAll` and `close()` in `afterAll`. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const region = options.region === undefined ? 'assen' : options.region;
  if (region !== null) await loadRegion(database.dataSource, region, { referenceDate: TEST_DAY, actor: null });
  const settings: AppSettings = {
    databaseUrl: database.url,
    redisUrl: undefined,
    handlesJobs: options.handlesJobs ?? false,
  };
  const application = AppModule.with(options.settings?.(settings) ?? settings);
  const module = { ...application, imports: [...(application.imports ?? []), ...(options.extra ?? [])] };
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    logger: process.env.TEST_LOG ? ['error', 'warn'] : false,
    forceCloseConnections: true,
  });
  configureHttpApp(app);
  if (options.consoleFolder !== undefined) serveConsole(app, options.consoleFolder);
  await app.listen(0, '127.0.0.1');
  const url = `http://localhost:${(app.getHttpServer().address() as AddressInfo).port}`;
  return {
    app,
    url,
    database,
    dataSource: app.get(DataSource),
    request: () => supertest(url),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
