import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SIGN_IN } from '../../database/acting';
import { IdentityProvider, type SignedInIdentity } from '../../platform/sign-in/identity-provider';
import { SessionsService } from './sessions.service';
import { newToken, tokenHash } from './token-hash';

/** Why somebody could not be signed in; the console has a text for each. */
export type SignInRefusal = 'verlopen' | 'mislukt' | 'onbekend' | 'geen-rol';

export type SignInOutcome = { readonly token: string; readonly returnTo: string } | { readonly refusal: SignInRefusal };

interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly returnTo: string;
}

const MINUTES_TO_SIGN_IN = 10;

/** The way to the sign-in service and back. */
@Injectable()
export class SignInService {
  private readonly logger = new Logger('sign-in');

  constructor(
    private readonly database: DataSource,
    private readonly provider: IdentityProvider,
    private readonly sessions: SessionsService,
  ) {}

  /** Sends a browser on its way. It keeps the secret, so that only this same browser can come back. */
  async start(
    callback: URL,
    wish: { readonly returnTo: string; readonly again: boolean },
  ): Promise<{ readonly url: URL; readonly token: string }> {
    const { url, state, nonce, codeVerifier } = await this.provider.start(callback, wish);
    const token = newToken();
    await this.ask(`DELETE FROM sign_in_attempt WHERE expires_at < now()`, []);
    await this.ask(
      `INSERT INTO sign_in_attempt (token_hash, state, nonce, code_verifier, return_to, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(mins => $6))`,
      [tokenHash(token), state, nonce, codeVerifier, wish.returnTo, MINUTES_TO_SIGN_IN],
    );
    return { url, token };
  }

  /** Opens a session for who comes back, or says why not. */
  async finish(returned: URL, token: string | undefined): Promise<SignInOutcome> {
    const attempt = token === undefined ? undefined : await this.takeAttempt(token);
    if (!attempt) return { refusal: 'verlopen' };
    let identity: SignedInIdentity;
    try {
      identity = await this.provider.finish(returned, attempt);
    } catch (error) {
      // The address holds the code and the answer may name the person; neither belongs in a log.
      this.logger.warn(`A sign-in failed: ${error instanceof Error ? error.message : 'unknown'}`);
      return { refusal: 'mislukt' };
    }
    const accountId = await this.recognise(identity);
    if (accountId === undefined) return { refusal: 'onbekend' };
    const session = await this.sessions.open(accountId, identity);
    return session === undefined ? { refusal: 'geen-rol' } : { token: session, returnTo: attempt.returnTo };
  }

  /** Each attempt is used once, also by two requests at the same moment. */
  private async takeAttempt(token: string): Promise<Attempt | undefined> {
    const [rows] = await this.ask<[Attempt[], number]>(
      `DELETE FROM sign_in_attempt WHERE token_hash = $1 AND expires_at > now()
       RETURNING state, nonce, code_verifier AS "codeVerifier", return_to AS "returnTo"`,
      [tokenHash(token)],
    );
    return rows[0];
  }

  /**
   * The active account of an identity. The first time it is found by an e-mail address that the service has checked, and only
   * when that account has no other identity there; from then on by the service's own name for the person.
   */
  private async recognise({ issuer, subject, verifiedEmail }: SignedInIdentity): Promise<string | undefined> {
    await this.ask(
      `INSERT INTO account_identity (issuer, subject, account_id)
       SELECT $1, $2, a.id FROM account a WHERE a.active AND a.email = $3 ON CONFLICT DO NOTHING`,
      [issuer, subject, verifiedEmail ?? null],
    );
    const [account] = await this.ask<{ id: string }[]>(
      `SELECT a.id FROM account_identity i JOIN account a ON a.id = i.account_id
        WHERE i.issuer = $1 AND i.subject = $2 AND a.active`,
      [issuer, subject],
    );
    return account?.id;
  }

  /** Nobody is known here yet. */
  private ask<Rows>(sql: string, values: unknown[]): Promise<Rows> {
    return actingAs(SIGN_IN, () => this.database.query<Rows>(sql, values));
  }
}
