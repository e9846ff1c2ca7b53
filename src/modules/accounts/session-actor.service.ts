import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { ActingAccount } from '../../platform/access/acting-account';
import { ActorSource } from '../../platform/access/actor-source';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/sign-in/sign-in-settings';
import { SessionCookie } from './session-cookie.service';
import { SessionsService } from './sessions.service';

/** Who does a request: the person of the session in its cookie, in the role chosen there. */
@Injectable()
export class SessionActor extends ActorSource {
  constructor(
    private readonly cookie: SessionCookie,
    private readonly sessions: SessionsService,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
  ) {
    super();
  }

  async actorFor(request: Request): Promise<ActingAccount | undefined> {
    const token = this.cookie.session(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (!session) return undefined;
    const { accountId, displayName, role, organisationId, regionId, acr } = session;
    const maySeeDossiers = acr !== null && (this.settings.provider?.dossierAcr.includes(acr) ?? false);
    return { accountId, displayName, role, organisationId, regionId, maySeeDossiers };
  }
}
