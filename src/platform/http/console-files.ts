import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import { isConsole } from './api-manners.middleware';

const YEAR_IN_SECONDS = 31_536_000;

/**
 * Serves the built console from a folder. An address that is neither a file nor the API is a screen of the console, so it
 * gets the console's page; the console shows that screen, or its own "not found".
 */
export function serveConsole(app: NestExpressApplication, folder: string): void {
  app.useStaticAssets(folder, {
    index: false,
    redirect: false,
    setHeaders: (response: Response, file: string) => {
      // Names of built files carry a hash of their content; the page that names them does not.
      const isHashed = path.dirname(path.relative(folder, file)) === 'assets';
      response.setHeader('Cache-Control', isHashed ? `public, max-age=${YEAR_IN_SECONDS}, immutable` : 'no-cache');
    },
  });
  app.use((request: Request, response: Response, next: NextFunction) => {
    const isScreen = isConsole(request.path) && path.extname(request.path) === '' && request.accepts('html') !== false;
    if (!isScreen || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    response.setHeader('Cache-Control', 'no-cache');
    // With a root only the name is judged: a project in a folder whose name starts with a dot must work as well.
    response.sendFile('index.html', { root: folder }, (error: Error | undefined) => {
      if (error && !response.headersSent) next(error);
    });
  });
}
