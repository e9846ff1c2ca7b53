import { Inject, Injectable, Logger } from '@nestjs/common';
import { createRemoteJWKSet, importJWK, jwtVerify, type JWTPayload } from 'jose';
import * as oidc from 'openid-client';
import { ProblemException } from '../http/problem';
import { type ProviderSettings, SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings';

/** What a browser takes along to the sign-in service, and what has to match when it comes back. */
export interface StartedSignIn {
  readonly url: URL;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who the sign-in service says it was. */
export interface SignedInIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Only when the service has checked that it is this person's. */
  readonly verifiedEmail: string | undefined;
  readonly acr: string | undefined;
  readonly providerSessionId: string | undefined;
  readonly idToken: string;
}

/** A session that the service has ended; one of the two is always there. */
export interface EndedAtProvider {
  readonly issuer: string;
  readonly subject: string | undefined;
  readonly providerSessionId: string | undefined;
}

const BACKCHANNEL_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const CLOCK_TOLERANCE_SECONDS = 30;
const NEWEST_LOGOUT_SECONDS = 150;

/**
 * The OpenID Connect provider of this installation, found by the address of its issuer at the first sign-in. Authorization
 * code flow with PKCE (S256), state and nonce, as OIDC NLGOV asks; the signature of every ID token is checked.
 */
@Injectable()
export class IdentityProvider {
  private readonly logger = new Logger('sign-in');
  private found: Promise<oidc.Configuration> | undefined;
  private keys: ReturnType<typeof createRemoteJWKSet> | undefined;

  constructor(@Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings) {}

  /** Throws 503 when the service does not answer. `again`: who is signed in there must show who they are once more. */
  async start(callback: URL, { again }: { readonly again: boolean }): Promise<StartedSignIn> {
    const configuration = await this.configuration();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: callback.href,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      acr_values: this.provider().dossierAcr.join(' '),
      ...(again ? { prompt: 'login' } : {}),
    });
    return { url, state, nonce, codeVerifier };
  }

  /** Trades the code that the browser brings for who it is. Rejects when anything does not match what was started. */
  async finish(returned: URL, started: Omit<StartedSignIn, 'url'>): Promise<SignedInIdentity> {
    const configuration = await this.configuration();
    const tokens = await oidc.authorizationCodeGrant(configuration, returned, {
      pkceCodeVerifier: started.codeVerifier,
      expectedState: started.state,
      expectedNonce: started.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || tokens.id_token === undefined) throw new Error('The sign-in service sent no ID token');
    const asked = configuration.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : {};
    const facts: Readonly<Record<string, unknown>> = { ...asked, ...claims };
    return {
      issuer: claims.iss,
      subject: claims.sub,
      verifiedEmail: facts['email_verified'] === true ? textOf(facts['email'])?.toLowerCase() : undefined,
      acr: textOf(claims['acr']),
      providerSessionId: textOf(claims['sid']),
      idToken: tokens.id_token,
    };
  }

  /** Where the browser ends the session at the service as well; undefined when the service has no such place. */
  async signOutUrl(idToken: string | null, returnTo: URL): Promise<URL | undefined> {
    const configuration = await this.configuration();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: returnTo.href,
      ...(idToken === null ? {} : { id_token_hint: idToken }),
    });
  }

  /** Reads a message of the service that somebody signed out (OpenID Connect Back-Channel Logout). Rejects a forged one. */
  async readLogout(token: string): Promise<EndedAtProvider> {
    const { issuer, jwks_uri: address } = (await this.configuration()).serverMetadata();
    if (!address) throw new Error('The sign-in service publishes no keys');
    this.keys ??= createRemoteJWKSet(new URL(address));
    const { payload } = await jwtVerify(token, this.keys, {
      issuer,
      audience: this.provider().clientId,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      maxTokenAge: NEWEST_LOGOUT_SECONDS,
      requiredClaims: ['iat', 'jti', 'events'],
      algorithms: ['RS256', 'PS256', 'ES256'],
    });
    if (!isLogout(payload)) throw new Error('This token does not speak of a sign-out');
    const subject = textOf(payload.sub);
    const providerSessionId = textOf(payload['sid']);
    if (subject === undefined && providerSessionId === undefined) throw new Error('This token names nobody');
    return { issuer, subject, providerSessionId };
  }

  private provider(): ProviderSettings {
    const { provider } = this.settings;
    if (!provider) throw unavailable('Er is geen aanmelddienst ingesteld.');
    return provider;
  }

  private async configuration(): Promise<oidc.Configuration> {
    const provider = this.provider();
    this.found ??= discover(provider);
    try {
      return await this.found;
    } catch (error) {
      // The next sign-in looks again: the service may be back by then.
      this.found = undefined;
      this.logger.error(`${provider.issuer}: ${error instanceof Error ? error.message : String(error)}`);
      throw unavailable('De aanmelddienst antwoordt niet. Probeer het later opnieuw.');
    }
  }
}

async function discover({ issuer, clientId, credential }: ProviderSettings): Promise<oidc.Configuration> {
  // Plain http only where nothing leaves this computer.
  const insecure = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const execute = [oidc.enableNonRepudiationChecks, ...insecure];
  if (credential.method === 'client_secret_basic') {
    return oidc.discovery(new URL(issuer), clientId, {}, oidc.ClientSecretBasic(credential.secret), { execute });
  }
  const { alg = 'ES256', kid } = credential.privateKey;
  const key = await importJWK(credential.privateKey, alg);
  if (key instanceof Uint8Array) throw new Error('The key of Woonplek is no private key');
  const method = oidc.PrivateKeyJwt(kid === undefined ? key : { key, kid });
  return oidc.discovery(new URL(issuer), clientId, {}, method, { execute });
}

function isLogout({ events, nonce }: JWTPayload): boolean {
  return typeof events === 'object' && events !== null && BACKCHANNEL_EVENT in events && nonce === undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function unavailable(detail: string): ProblemException {
  return new ProblemException(503, 'aanmelddienst-weg', 'Aanmelden kan nu niet', detail);
}
