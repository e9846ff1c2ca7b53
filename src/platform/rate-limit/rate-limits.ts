/** How many requests one person or address may do in a minute. */
export interface RateLimits {
  /** A person who is signed in, over all their sessions. */
  readonly person: number;
  /** A network address: a whole office may be behind one. */
  readonly address: number;
  /** A network address, for signing in. */
  readonly signIn: number;
}
export type RateLimitKind = keyof RateLimits;

/** Where the requests are counted, and up to what. */
export interface RateLimitSettings {
  /** Undefined: nothing is limited, as in a process that serves no people. */
  readonly limits: RateLimits | undefined;
  /** Redis, so that all processes count together; undefined: each process counts for itself. */
  readonly redisUrl: string | undefined;
}

/** The token under which the settings are injected. */
export const RATE_LIMIT_SETTINGS = Symbol('rate limit settings');
