import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { NO_SIGN_IN } from './platform/sign-in/sign-in-settings';
import { type Config, readConfig } from './platform/config';
import { makeLogger, nestLogger } from './platform/logging';
import { endWithMessage } from './start/end-with-message';
import { openDatabase } from './start/open-database';
import { requireQueue } from './start/require-queue';
import { stopOnSignal } from './start/stop-on-signal';

/** Does the work of the queue beside a web server that runs with WOONPLEK_WORKER=apart. */
async function main(): Promise<void> {
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    await requireQueue(config);
    const database = await openDatabase(config);
    const settings = {
      databaseUrl: database.url,
      redisUrl: config.redisUrl,
      handlesJobs: true,
      signIn: NO_SIGN_IN,
      mail: config.mail,
    };
    const app = await NestFactory.createApplicationContext(AppModule.with(settings), {
      abortOnError: false,
      logger: nestLogger(makeLogger(config.logLevel)),
    });
    stopOnSignal(() => app.close().finally(() => database.close()));
    process.stdout.write('Woonplek-werkproces wacht op werk. Stoppen: Ctrl-C\n');
  } catch (error) {
    endWithMessage(error, config);
  }
}

void main();
