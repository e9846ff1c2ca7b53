import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ProblemException, forbidden } from '../http/problem';
import { AccessLogWriter } from './access-log-writer';
import { ActorSource } from './actor-source';
import { type Permission, holds, permissionSentence } from './permissions';
import { personReadEntry } from './person-read-entry';
import { type PersonRead, READS_PERSONS } from './reads-persons.decorator';
import { setActor } from './request-actor';
import { PUBLIC, REQUIRED_PERMISSION } from './requires.decorator';

/** Closed by default: a handler without `@Requires` is refused, whoever asks. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorSource,
    private readonly log: AccessLogWriter,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const required = this.reflector.get<Permission | typeof PUBLIC | undefined>(
      REQUIRED_PERMISSION,
      context.getHandler(),
    );
    if (required === undefined) throw forbidden('Dit adres is niet opengesteld.');
    if (required === PUBLIC) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const actor = await this.actors.actorFor(request);
    if (!actor) {
      throw new ProblemException(401, 'niet-aangemeld', 'Niet aangemeld', 'Meld u aan om dit adres te gebruiken.');
    }
    setActor(request, actor);
    if (!holds(actor.roles, required)) {
      const read = this.reflector.get<PersonRead | undefined>(READS_PERSONS, context.getHandler());
      if (read) await this.log.append(personReadEntry(request, read, 'denied', Object.values(request.params).flat()));
      throw forbidden(`Uw account mag niet: ${permissionSentence(required)}.`);
    }
    return true;
  }
}
