import type { JWK } from 'jose';

/** How Woonplek proves to the sign-in service that it is Woonplek. */
export type ClientCredential =
  | { readonly method: 'private_key_jwt'; readonly privateKey: JWK }
  | { readonly method: 'client_secret_basic'; readonly secret: string };

/** One OpenID Connect provider, and what Woonplek asks of it. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly credential: ClientCredential;
  /** Levels of assurance (`acr`), any of which is enough to see what is held about clients. Never empty. */
  readonly dossierAcr: readonly string[];
}

/** How people sign in, and for how long. */
export interface SignInSettings {
  /** Undefined: nobody can sign in, as in a process that serves no people. */
  readonly provider: ProviderSettings | undefined;
  /** Where people find Woonplek, as https://woonplek.example; undefined: on this computer only, by any of its local names. */
  readonly publicUrl: string | undefined;
  /** How long somebody may do nothing. */
  readonly idleMinutes: number;
  /** How long a session lasts, however busy. */
  readonly sessionHours: number;
}

/** For a process that serves no people: commands, the worker, what generates files. */
export const NO_SIGN_IN: SignInSettings = {
  provider: undefined,
  publicUrl: undefined,
  idleMinutes: 30,
  sessionHours: 8,
};

/** The token under which the settings are injected. */
export const SIGN_IN_SETTINGS = Symbol('sign-in settings');
