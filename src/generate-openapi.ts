import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { NO_SIGN_IN } from './platform/sign-in/sign-in-settings';
import { describeApi } from './platform/http/openapi';

/**
 * Writes openapi.json (or the path given). The application is put together without being started, so this needs no
 * database and no queue.
 */
async function generate(): Promise<void> {
  const target = path.resolve(process.argv[2] ?? 'openapi.json');
  const settings = { databaseUrl: '', redisUrl: undefined, handlesJobs: false, signIn: NO_SIGN_IN };
  const app = await NestFactory.create(AppModule.with(settings), { preview: true, abortOnError: false, logger: false });
  writeFileSync(target, `${JSON.stringify(describeApi(app), undefined, 2)}\n`);
}

generate().catch((error: unknown) => {
  process.stderr.write(`openapi.json could not be made: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
