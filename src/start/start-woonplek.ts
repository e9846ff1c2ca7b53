import { DataSource } from 'typeorm';
import { actingAs, SYSTEM } from '../database/acting';
import { Clock } from '../platform/clock';
import type { Config } from '../platform/config';
import { loadFirstRegion } from './first-region';
import { requestFirstRound, waitForRounds } from './first-round';
import { hasConsole, makeHttpServer } from './http-server';
import { openDatabase } from './open-database';
import { productVersion } from './product-version';
import { requireQueue } from './require-queue';
import { requireFreePort } from './require-free-port';
import { readRegionFacts } from './region-facts';
import { prepareTrialSignIn } from './trial-sign-in';
import { startScreen } from './start-screen';

export interface RunningWoonplek {
  readonly url: string;
  /** What to show people. */
  readonly screen: string;
  stop(): Promise<void>;
}

/** Starts everything for one computer: database, schema, a first region and round, API and console. */
export async function startWoonplek(config: Config): Promise<RunningWoonplek> {
  const began = performance.now();
  await requireFreePort(config.host, config.port);
  await requireQueue(config);
  const database = await openDatabase(config);
  let stopServer = (): Promise<void> => Promise.resolve();
  const stop = async (): Promise<void> => {
    await stopServer().finally(() => database.close());
  };
  try {
    const trial = config.usesDemoProvider ? await prepareTrialSignIn(config) : undefined;
    const app = await makeHttpServer(config, {
      databaseUrl: database.url,
      redisUrl: config.redisUrl,
      handlesJobs: config.handlesJobs,
      signIn: trial?.settings ?? config.signIn,
      rateLimits: config.rateLimits,
      mail: config.mail,
    });
    stopServer = () => app.close();
    const dataSource = app.get(DataSource);
    await actingAs(SYSTEM, () => loadFirstRegion(dataSource, app.get(Clock)));
    const started = await trial?.start(app);
    if (started) stopServer = () => started.stop().finally(() => app.close());
    await app.listen(config.port, config.host);
    const regions = await actingAs(SYSTEM, async () => {
      for (const { id } of await readRegionFacts(dataSource)) {
        await requestFirstRound(app, dataSource, id);
        if (config.handlesJobs) await waitForRounds(dataSource, id);
      }
      return readRegionFacts(dataSource);
    });
    const url = config.signIn.publicUrl ?? `http://localhost:${config.port}`;
    const screen = startScreen({
      url,
      version: productVersion(),
      dataFolder: database.folder,
      queue: config.redisUrl === undefined ? 'PostgreSQL' : 'Redis',
      hasConsole: hasConsole(),
      seconds: (performance.now() - began) / 1000,
      regions,
      people: started?.people,
    });
    return { url, screen, stop };
  } catch (error) {
    // What went wrong first is what people must hear; a second fault while cleaning up adds nothing.
    await stop().catch(() => undefined);
    throw error;
  }
}
