import { Inject, Injectable, Logger } from '@nestjs/common';
import { permissionsOf, ROLE_NAMES } from '../../platform/access/permissions';
import { invalidInput, ProblemException } from '../../platform/http/problem';
import { IdentityProvider } from '../../platform/sign-in/identity-provider';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/sign-in/sign-in-settings';
import type { HeldRoleDto, SessionDto } from './session.dto';
import { type HeldRole, type LiveSession, SessionsService } from './sessions.service';

/** What somebody sees and does about their own session. */
@Injectable()
export class OwnSessionService {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly sessions: SessionsService,
    private readonly provider: IdentityProvider,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
  ) {}

  async read(token: string): Promise<SessionDto> {
    const session = await this.live(token);
    return this.answer(session, await this.sessions.rolesOf(session.accountId));
  }

  async switchRole(token: string, assignmentId: string): Promise<SessionDto> {
    const session = await this.live(token);
    const roles = await this.sessions.rolesOf(session.accountId);
    if (!roles.some((role) => role.assignmentId === assignmentId)) {
      const expected = 'een van uw eigen rollen; zie rollen in /v1/sessie';
      throw invalidInput([{ in: 'body', veld: 'toewijzing', waarde: assignmentId, verwacht: expected }]);
    }
    await this.sessions.actAs(session.id, assignmentId);
    return this.read(token);
  }

  /** Ends the session here, whatever the sign-in service says; returns where the browser goes next. */
  async signOut(token: string, origin: string): Promise<string> {
    const ended = await this.sessions.end(token, 'signed-out');
    const after = new URL('/niet-aangemeld?reden=afgemeld', origin);
    try {
      const url = await this.provider.signOutUrl(ended?.idToken ?? null, after);
      return url?.href ?? after.href;
    } catch (error) {
      this.logger.warn(
        `The service cannot be told of a sign-out: ${error instanceof Error ? error.message : 'unknown'}`,
      );
      return after.href;
    }
  }

  private async live(token: string): Promise<LiveSession> {
    const session = await this.sessions.find(token);
    if (!session) throw new ProblemException(401, 'niet-aangemeld', 'Niet aangemeld', 'Uw sessie is afgelopen.');
    return session;
  }

  private answer(session: LiveSession, roles: readonly HeldRole[]): SessionDto {
    const { accountId, displayName, email, acr, expiresAt } = session;
    return {
      persoon: { id: accountId, naam: displayName, email },
      rol: roleAnswer(session),
      rollen: roles.map(roleAnswer),
      bevoegdheden: permissionsOf(session.role),
      magClientgegevens: acr !== null && (this.settings.provider?.dossierAcr.includes(acr) ?? false),
      geldigTot: expiresAt.toISOString(),
      stilteMinuten: this.settings.idleMinutes,
    };
  }
}

function roleAnswer(held: HeldRole): HeldRoleDto {
  return {
    toewijzing: held.assignmentId,
    rol: held.role,
    rolnaam: ROLE_NAMES[held.role],
    organisatie: { id: held.organisationId, naam: held.organisation, soort: held.organisationKind },
    regio: { id: held.regionId, naam: held.region },
  };
}
