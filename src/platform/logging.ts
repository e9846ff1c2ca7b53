import type { IncomingMessage } from 'node:http';
import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';
import { type HttpLogger, pinoHttp } from 'pino-http';
import type { LogLevel } from './config';
import { requestIdOf } from './http/request-id.middleware';

/** The log of this process: JSON lines on stderr, so that stdout stays for people. */
export function makeLogger(level: LogLevel, to: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino({ level, base: undefined }, to);
}

/** Nest's log, written by pino. Nest gives the context as the last argument and a stack before it. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug' | 'fatal') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.pop();
      const stack = rest.length > 0 ? { stack: rest[0] } : {};
      logger[level]({ context, ...stack }, message instanceof Error ? message.message : String(message));
    };
  return {
    log: write('info'),
    warn: write('warn'),
    error: write('error'),
    debug: write('debug'),
    verbose: write('debug'),
    fatal: write('fatal'),
  };
}

/**
 * One line per request: method, path, status and time. No query, headers or body: those may speak of a person. The path
 * holds ids only.
 */
export function requestLogger(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (request: IncomingMessage) => requestIdOf(request),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: () => undefined,
    },
    customLogLevel: (_request, response) => (response.statusCode >= 500 ? 'error' : 'info'),
  });
}
