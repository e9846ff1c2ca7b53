import { existsSync } from 'node:fs';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule, type AppSettings } from '../app.module';
import type { Config } from '../platform/config';
import { configureHttpApp } from '../platform/http/configure-http-app';
import { serveConsole } from '../platform/http/console-files';
import { securityText } from '../platform/http/security-text.middleware';
import { Clock } from '../platform/clock';
import { makeLogger, nestLogger, requestLogger } from '../platform/logging';

/** Where the build puts the console. */
const CONSOLE_FOLDER = path.resolve(__dirname, '..', '..', 'web', 'dist');

/** Makes the web server; it does not listen yet. Without a built console it serves the API alone. */
export async function makeHttpServer(config: Config, settings: AppSettings): Promise<NestExpressApplication> {
  const log = makeLogger(config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(settings), {
    bodyParser: false,
    abortOnError: false,
    forceCloseConnections: true,
    logger: nestLogger(log),
  });
  // Whom a proxy names as the caller counts only as far as proxies are trusted.
  app.set('trust proxy', config.trustedProxies);
  app.use(requestLogger(log));
  configureHttpApp(app);
  const clock = app.get(Clock);
  app.use(securityText(config.securityContact, config.signIn.publicUrl, () => clock.now()));
  if (hasConsole()) serveConsole(app, CONSOLE_FOLDER);
  return app;
}

/** Whether the console has been built. */
export function hasConsole(): boolean {
  return existsSync(path.join(CONSOLE_FOLDER, 'index.html'));
}
