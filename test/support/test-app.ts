import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { DynamicModule, Type } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { AppModule, type AppSettings } from '../../src/app.module';
import { configureHttpApp } from '../../src/platform/http/configure-http-app';
import { serveConsole } from '../../src/platform/http/console-files';
import { makeLogger, nestLogger, requestLogger } from '../../src/platform/logging';
import { ROLES, type Role } from '../../src/platform/access/permissions';
import { NO_SIGN_IN } from '../../src/platform/sign-in/sign-in-settings';
import { loadDemoPeople } from '../../src/seed/load-demo-people';
import { startDemoProvider } from '../../src/start/demo-provider/demo-provider';
import { demoIssuer, demoProviderSettings, newKeyPair } from '../../src/start/demo-provider/demo-settings';
import { createTestDatabase, type TestDatabase } from './test-database';
import { LONG_AGO } from './test-server';
import { freePort, openSession, type SignedInHeaders } from './test-sign-in';

export { TEST_DAY } from './test-server';

export interface TestAppOptions {
  /** Whether the database has the region of Assen and its people. Default: yes. */
  readonly region?: boolean;
  /** A database with that region, instead of a new one. */
  readonly database?: TestDatabase;
  /** Whether the application does the work of the queue. Default: no, so that a test decides what runs. */
  readonly handlesJobs?: boolean;
  /** Changes the address of the database or queue that the application gets. */
  readonly settings?: (settings: AppSettings) => AppSettings;
  /** Folder of a built console to serve beside the API. Default: the API alone. */
  readonly consoleFolder?: string;
  /** Starts a real sign-in service beside it. Default: sessions can be opened in this process only. */
  readonly provider?: boolean;
  /** Gets every line of the log, at its most talkative. Default: the log is off. */
  readonly log?: (line: string) => void;
  /** Modules of the test's own beside those of the application. */
  readonly extra?: readonly (Type | DynamicModule)[];
}

/** The whole application on a database of its own, listening on a free port of this computer. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly url: string;
  readonly database: TestDatabase;
  /** That of the test, which sees every row; the application has one of its own. */
  readonly dataSource: DataSource;
  /** Requests of somebody who is signed in as this role, as a page of Woonplek sends them. */
  as(role: Role): TestAgent;
  /** The headers of such a request, for what is no supertest. */
  headersOf(role: Role): SignedInHeaders;
  /** Requests of the coordinator. Where there is no region there is nobody to be. */
  request(): TestAgent;
  /** New sessions for every role, where a test has signed somebody out. */
  signInAgain(): Promise<void>;
  /** Requests of nobody: no cookie, no header. */
  anonymous(): TestAgent;
  close(): Promise<void>;
}

/** Call in `beforeAll` and `close()` in `afterAll`. */
export async function createTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const region = options.region ?? true;
  const database = options.database ?? (await createTestDatabase({ region }));
  const keys = newKeyPair();
  const providerPort = options.provider ? await freePort() : 9;
  const settings: AppSettings = {
    databaseUrl: database.url,
    redisUrl: undefined,
    handlesJobs: options.handlesJobs ?? false,
    signIn: { ...NO_SIGN_IN, provider: demoProviderSettings(demoIssuer(providerPort), keys) },
  };
  const application = AppModule.with(options.settings?.(settings) ?? settings);
  const module = { ...application, imports: [...(application.imports ?? []), ...(options.extra ?? [])] };
  const log = options.log && makeLogger('debug', { write: options.log });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    abortOnError: false,
    logger: log ? nestLogger(log) : process.env.TEST_LOG ? ['error', 'warn'] : false,
    forceCloseConnections: true,
  });
  if (log) app.use(requestLogger(log));
  configureHttpApp(app);
  if (options.consoleFolder !== undefined) serveConsole(app, options.consoleFolder);
  await app.listen(0, '127.0.0.1');
  const url = `http://localhost:${(app.getHttpServer().address() as AddressInfo).port}`;
  const provider = options.provider
    ? await startDemoProvider({
        port: providerPort,
        woonplek: [url],
        clientKey: keys.publicKey,
        // They are there already, and are named once more.
        people: await loadDemoPeople(database.dataSource, LONG_AGO),
      })
    : undefined;
  const sessions = new Map<Role, SignedInHeaders>();
  const signInAgain = async (): Promise<void> => {
    for (const role of region ? ROLES : []) sessions.set(role, await openSession(app, role));
  };
  await signInAgain();
  const headersOf = (role: Role): SignedInHeaders => {
    const headers = sessions.get(role);
    if (!headers) throw new Error('A test without a region has nobody who can sign in');
    return headers;
  };
  const as = (role: Role): TestAgent => supertest.agent(url).set(headersOf(role));
  const anonymous = (): TestAgent => supertest.agent(url);
  return {
    app,
    url,
    database,
    dataSource: database.dataSource,
    as,
    headersOf,
    signInAgain,
    request: () => (region ? as('coordinator') : anonymous()),
    anonymous,
    close: async () => {
      await provider?.stop();
      await app.close();
      await database.drop();
    },
  };
}
