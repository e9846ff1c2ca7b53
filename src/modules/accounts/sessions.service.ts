import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SIGN_IN } from '../../database/acting';
import type { OrganisationKind } from '../../database/entities/organisation.entity';
import type { SessionEnd } from '../../database/entities/session.entity';
import type { Role } from '../../platform/access/permissions';
import type { EndedAtProvider, SignedInIdentity } from '../../platform/sign-in/identity-provider';
import { SIGN_IN_SETTINGS, type SignInSettings } from '../../platform/sign-in/sign-in-settings';
import { newToken, tokenHash } from './token-hash';

/** A role that somebody holds today. */
export interface HeldRole {
  readonly assignmentId: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly organisation: string;
  readonly organisationKind: OrganisationKind;
  readonly regionId: string;
  readonly region: string;
}

/** A session that counts at this moment. */
export interface LiveSession extends HeldRole {
  readonly id: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly acr: string | null;
  readonly expiresAt: Date;
}

const TODAY = `(now() AT TIME ZONE 'Europe/Amsterdam')::date`;
const HELD = `
  ra.id AS "assignmentId", ra.role, ra.organisation_id AS "organisationId", o.name AS organisation,
  o.kind AS "organisationKind", ra.region_id AS "regionId", r.name AS region`;
const HOLDS = `
  JOIN organisation o ON o.id = ra.organisation_id
  JOIN region r ON r.id = ra.region_id`;
const STANDS = `ra.ended_at IS NULL AND ra.valid_from <= ${TODAY} AND (ra.valid_until IS NULL OR ra.valid_until >= ${TODAY})`;

/**
 * Sessions live in the database and go by its clock: every process agrees on them, and ending one works at once. A session
 * counts while it was used lately, is not too old, and its account and its role still stand.
 */
@Injectable()
export class SessionsService {
  constructor(
    private readonly database: DataSource,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
  ) {}

  /**
   * Opens a session in the role that this person chose last, else in the first that they hold. Returns the secret for the
   * browser; undefined when they hold no role today.
   */
  async open(
    accountId: string,
    identity: Pick<SignedInIdentity, 'issuer' | 'subject' | 'acr' | 'providerSessionId'> & {
      readonly idToken: string | null;
    },
  ): Promise<string | undefined> {
    const [role] = await this.rolesOf(accountId);
    if (!role) return undefined;
    const token = newToken();
    await this.ask(
      `INSERT INTO session (id, token_hash, account_id, assignment_id, issuer, subject, provider_session_id, acr, id_token, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(hours => $10))`,
      [
        ...[randomUUID(), tokenHash(token), accountId, role.assignmentId, identity.issuer, identity.subject],
        ...[identity.providerSessionId ?? null, identity.acr ?? null, identity.idToken, this.settings.sessionHours],
      ],
    );
    return token;
  }

  /** The session of a browser's secret, and notes that it was used. */
  async find(token: string): Promise<LiveSession | undefined> {
    const [found] = await this.ask<(LiveSession & { readonly restless: boolean })[]>(
      `SELECT s.id, s.account_id AS "accountId", a.display_name AS "displayName", a.email, s.acr, s.expires_at AS "expiresAt",
              s.last_seen_at < now() - interval '20 seconds' AS restless, ${HELD}
         FROM session s
         JOIN account a ON a.id = s.account_id
         JOIN role_assignment ra ON ra.id = s.assignment_id ${HOLDS}
        WHERE s.token_hash = $1 AND s.ended_at IS NULL AND s.expires_at > now()
          AND s.last_seen_at > now() - make_interval(mins => $2) AND a.active AND ${STANDS}`,
      [tokenHash(token), this.settings.idleMinutes],
    );
    if (!found) return undefined;
    const { restless, ...session } = found;
    if (restless) await this.ask(`UPDATE session SET last_seen_at = now() WHERE id = $1`, [session.id]);
    return session;
  }

  /** The roles that an account holds today; the one it acted in last comes first. */
  rolesOf(accountId: string): Promise<HeldRole[]> {
    return this.ask<HeldRole[]>(
      `SELECT ${HELD} FROM role_assignment ra ${HOLDS}
        WHERE ra.account_id = $1 AND ${STANDS}
        ORDER BY (SELECT max(s.last_seen_at) FROM session s WHERE s.assignment_id = ra.id) DESC NULLS LAST, o.kind DESC, o.name, ra.role`,
      [accountId],
    );
  }

  async actAs(sessionId: string, assignmentId: string): Promise<void> {
    await this.ask(`UPDATE session SET assignment_id = $2, last_seen_at = now() WHERE id = $1`, [
      sessionId,
      assignmentId,
    ]);
  }

  /** Ends the session of a browser's secret; returns what the service was told with it, to end it there too. */
  async end(token: string, reason: SessionEnd): Promise<{ readonly idToken: string | null } | undefined> {
    // UPDATE … RETURNING gives the new row only, and the token is forgotten in it.
    const [ended] = await this.ask<{ idToken: string | null }[]>(
      `WITH open AS (SELECT id, id_token FROM session WHERE token_hash = $1 AND ended_at IS NULL FOR UPDATE),
            ended AS (UPDATE session s SET ended_at = now(), end_reason = $2, id_token = NULL FROM open WHERE s.id = open.id)
       SELECT id_token AS "idToken" FROM open`,
      [tokenHash(token), reason],
    );
    return ended;
  }

  /** Ends every session of an account at once. */
  async endAllOf(accountId: string): Promise<void> {
    await this.ask(
      `UPDATE session SET ended_at = now(), end_reason = 'revoked', id_token = NULL WHERE account_id = $1 AND ended_at IS NULL`,
      [accountId],
    );
  }

  /** Ends every session that a sign-in service vouched for. */
  async endAllFrom(issuer: string): Promise<void> {
    await this.ask(
      `UPDATE session SET ended_at = now(), end_reason = 'revoked', id_token = NULL WHERE issuer = $1 AND ended_at IS NULL`,
      [issuer],
    );
  }

  /** Ends what the sign-in service has ended: one session where it names one, else all of that person. */
  async endAtProvider({ issuer, subject, providerSessionId }: EndedAtProvider): Promise<void> {
    await this.ask(
      `UPDATE session SET ended_at = now(), end_reason = 'provider', id_token = NULL
        WHERE ended_at IS NULL AND issuer = $1 AND ($2::text IS NULL OR subject = $2)
          AND ($3::text IS NULL OR provider_session_id = $3) AND num_nonnulls($2::text, $3::text) > 0`,
      [issuer, subject ?? null, providerSessionId ?? null],
    );
  }

  /** Sessions are looked up before anybody is known, and by whoever they are of. */
  private ask<Rows>(sql: string, values: unknown[]): Promise<Rows> {
    return actingAs(SIGN_IN, () => this.database.query<Rows>(sql, values));
  }
}
