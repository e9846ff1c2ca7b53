import type { Request } from 'express';
import { requestIdOf } from '../http/request-id.middleware';
import type { AccessLogEntry } from './access-log-writer';
import type { PersonRead } from './reads-persons.decorator';
import { actorOf } from './request-actor';

/** The access log entry of one request. */
export function personReadEntry(
  request: Request,
  read: PersonRead,
  outcome: AccessLogEntry['outcome'],
  objectIds: readonly string[],
): AccessLogEntry {
  const actor = actorOf(request);
  if (!actor) throw new Error(`${read.action} reads persons on a route without an actor`);
  return {
    actor,
    action: read.action,
    objectType: read.objectType,
    objectIds,
    outcome,
    origin: request.ip ?? 'unknown',
    purpose: typeof read.purpose === 'string' ? read.purpose : read.purpose(request.query),
    requestId: requestIdOf(request),
  };
}
