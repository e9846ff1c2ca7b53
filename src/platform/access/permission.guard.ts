import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { ProblemException, forbidden } from '../http/problem';
import { AccessLogWriter } from './access-log-writer';
import { ActorSource } from './actor-source';
import type { ActingAccount } from './acting-account';
import { type Permission, ROLE_NAMES, holds, permissionSentence } from './permissions';
import { personReadEntry } from './person-read-entry';
import { type PersonRead, READS_PERSONS } from './reads-persons.decorator';
import { setActor } from './request-actor';
import { REQUEST_PROOF, isFromOwnPage } from './request-proof';
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
    const read = this.reflector.get<PersonRead | undefined>(READS_PERSONS, context.getHandler());
    const refusal = refusalOf(request, actor, required, read);
    if (!refusal) return true;
    if (read) await this.log.append(personReadEntry(request, read, 'denied', Object.values(request.params).flat()));
    throw refusal;
  }
}

/** Why this person may not do this now; undefined when they may. */
function refusalOf(
  request: Request,
  actor: ActingAccount,
  required: Permission,
  read: PersonRead | undefined,
): ProblemException | undefined {
  if (!isFromOwnPage(request)) return forbidden(`Een wijziging heeft de header ${REQUEST_PROOF}: 1 nodig.`);
  if (!holds(actor.role, required)) {
    return forbidden(`De rol ${ROLE_NAMES[actor.role]} mag niet: ${permissionSentence(required)}.`);
  }
  if (read && !actor.maySeeDossiers) {
    const detail =
      'Voor gegevens van cliënten is een sterkere aanmelding nodig, bijvoorbeeld met een code op uw telefoon.';
    return new ProblemException(403, 'aanmelding-te-licht', 'Sterkere aanmelding nodig', detail);
  }
  return undefined;
}
