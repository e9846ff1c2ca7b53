import { type ArgumentsHost, Catch, type ExceptionFilter, Logger, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { allowedMethods } from './allowed-methods';
import { ProblemException } from './problem';
import { problemOf } from './problem-of-error';
import { requestIdOf } from './request-id.middleware';

/** Turns every error into application/problem+json. What a caller may not see goes to the log, under the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const answer = problemOf(this.methodRefused(error, request, response));
    if (answer.status >= 500) {
      answer.kenmerk = requestIdOf(request);
      const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.logger.error(`${request.method} ${request.path} (${answer.kenmerk}): ${stack}`);
    }
    if (response.headersSent) {
      // The answer was already under way; cutting the connection is the only honest sign that it is incomplete.
      response.destroy();
      return;
    }
    response.removeHeader('Link');
    response.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
  }

  /** The router says "not found" for a known path with another method; HTTP wants 405 and what is allowed. */
  private methodRefused(error: unknown, request: Request, response: Response): unknown {
    if (!(error instanceof NotFoundException)) return error;
    const methods = allowedMethods(request.app, request.path);
    if (methods.length === 0 || methods.includes(request.method)) return error;
    response.setHeader('Allow', methods.join(', '));
    const detail = `Dit adres kent ${request.method} niet, wel ${methods.join(', ')}.`;
    return new ProblemException(405, 'methode-niet-toegestaan', 'Methode niet toegestaan', detail);
  }
}
