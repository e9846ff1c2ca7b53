import {
  type CallHandler,
  type ExecutionContext,
  HttpException,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { type Observable, catchError, from, map, mergeMap } from 'rxjs';
import { type AccessLogEntry, AccessLogWriter } from './access-log-writer';
import { personReadEntry } from './person-read-entry';
import { type PersonRead, READS_PERSONS } from './reads-persons.decorator';

/** Writes the access log for handlers marked `@ReadsPersons`, before their answer is sent. */
@Injectable()
export class PersonReadInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly log: AccessLogWriter,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const read = this.reflector.get<PersonRead | undefined>(READS_PERSONS, context.getHandler());
    if (!read) return next.handle();
    const request = context.switchToHttp().getRequest<Request>();
    const append = (outcome: AccessLogEntry['outcome'], ids: readonly string[]) =>
      from(this.log.append(personReadEntry(request, read, outcome, ids)));
    const named = Object.values(request.params)
      .flat()
      .map((value) => value.slice(0, 100));
    return next.handle().pipe(
      catchError((error: unknown) =>
        append(outcomeOf(error), named).pipe(
          map(() => {
            throw error;
          }),
        ),
      ),
      mergeMap((result: unknown) =>
        append('granted', read.ids(result, request.params as Record<string, string>)).pipe(map(() => result)),
      ),
    );
  }
}

function outcomeOf(error: unknown): AccessLogEntry['outcome'] {
  const status = error instanceof HttpException ? error.getStatus() : 500;
  return status === 403 ? 'denied' : 'failed';
}
