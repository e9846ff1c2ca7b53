import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { isIsoDate } from '../core/time/calendar';
import type { SecurityContact } from './http/security-text.middleware';
import { halfMail, mailEnvironment, mailSettings } from './mail/mail-environment';
import type { MailSettings } from './mail/mail-settings';
import { readSecretFiles } from './secret-files';
import { FIELD_KEYS_FORM, parseFieldKeys, type FieldKeys } from '../core/vocabulary/field-keys';
import { signInEnvironment, signInSettings, unsafeSettings } from './sign-in/sign-in-environment';
import type { RateLimits } from './rate-limit/rate-limits';
import type { SignInSettings } from './sign-in/sign-in-settings';

/** What the environment says about this process. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Undefined: Woonplek starts its own PostgreSQL in the data folder. */
  readonly databaseUrl: string | undefined;
  /** Undefined: PostgreSQL carries the queue. */
  readonly redisUrl: string | undefined;
  /** Undefined: the folder .data of the project. */
  readonly dataFolder: string | undefined;
  /** The keys of sealed fields, newest first. Undefined: those in the data folder. */
  readonly fieldKeys: FieldKeys | undefined;
  readonly logLevel: LogLevel;
  /** Whether the HTTP process also does the work of the queue; false where worker.js runs beside it. */
  readonly handlesJobs: boolean;
  readonly signIn: SignInSettings;
  /** Whether people sign in at the demonstration provider that Woonplek starts itself. */
  readonly usesDemoProvider: boolean;
  /** How many proxies stand before Woonplek, each of which names the caller it got. */
  readonly trustedProxies: number;
  readonly rateLimits: RateLimits;
  /** Undefined: no mail leaves. */
  readonly mail: MailSettings | undefined;
  /** Undefined: there is no security.txt. */
  readonly securityContact: SecurityContact | undefined;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The environment is wrong: one message for people, naming every variable that has to change. */
export class ConfigError extends Error {}

const environmentSchema = z.object({
  ...signInEnvironment,
  ...mailEnvironment,
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .default('3000')
    .refine(isPort, { error: 'een geheel getal van 1 tot en met 65535' })
    .transform(Number),
  DATABASE_URL: z
    .string()
    .refine((url) => hasProtocol(url, ['postgres:', 'postgresql:']), {
      error: 'een adres als postgres://gebruiker:wachtwoord@server:5432/database, of leeg voor de eigen database',
    })
    .optional(),
  REDIS_URL: z
    .string()
    .refine((url) => hasProtocol(url, ['redis:', 'rediss:']), {
      error: 'een adres als redis://server:6379, of leeg om de database te gebruiken',
    })
    .optional(),
  WOONPLEK_DATA_DIR: z.string().optional(),
  WOONPLEK_FIELD_KEYS: z
    .string()
    .refine((text) => parseFieldKeys(text) !== undefined, { error: FIELD_KEYS_FORM })
    .optional(),
  WOONPLEK_FIELD_KEYS_FILE: z
    .string()
    .refine((file) => fieldKeysIn(file) !== undefined, { error: `een bestand met ${FIELD_KEYS_FORM}` })
    .optional(),
  WOONPLEK_WORKER: z
    .enum(['ingebouwd', 'apart'], { error: 'ingebouwd (standaard) of apart (dan draait worker.js ernaast)' })
    .default('ingebouwd'),
  RATE_LIMIT_PERSON: perMinute('3000'),
  RATE_LIMIT_ADDRESS: perMinute('12000'),
  RATE_LIMIT_SIGN_IN: perMinute('600'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/, {
      error: 'een adres als mailto:veiligheid@voorbeeld.nl of https://…',
    })
    .optional(),
  SECURITY_EXPIRES: z.string().refine(isIsoDate, { error: 'een dag als 2027-06-30' }).optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `een van ${LOG_LEVELS.join(', ')}` }).default('warn'),
});

/** Variables whose value may hold a password. */
const SECRET = new Set(['DATABASE_URL', 'REDIS_URL']);
/** Variables that are shown not at all. */
const HIDDEN = new Set(['OIDC_CLIENT_SECRET', 'WOONPLEK_FIELD_KEYS', 'SMTP_PASSWORD']);
/** Those that can be in a file as well: `DATABASE_URL_FILE`. The keys of fields have a file of their own form. */
const IN_FILES = ['DATABASE_URL', 'REDIS_URL', 'OIDC_CLIENT_SECRET', 'SMTP_PASSWORD'];

/** Reads the environment; an empty variable counts as absent. Throws one `ConfigError` that names every fault. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const filled = readSecretFiles(present(environment), IN_FILES);
  const given = filled.values;
  const parsed = environmentSchema.safeParse(given);
  const wrong = (parsed.error?.issues ?? []).map(({ path: [name], message }) => ({ name: String(name), message }));
  const together = [...unsafeSettings(given), ...halfContact(given), ...missingKeys(given), ...halfMail(given)];
  const faults = [...filled.faults, ...wrong, ...together];
  if (!parsed.success || faults.length > 0) {
    const lines = faults.map(
      ({ name, message }) => `  ${name}=${shown(name, given[name] ?? '')}\n    verwacht: ${message}`,
    );
    throw new ConfigError(`De instellingen kloppen niet:\n${lines.join('\n')}`);
  }
  const values = parsed.data;
  const signIn = signInSettings(values);
  return {
    host: values.HOST,
    port: values.PORT,
    databaseUrl: values.DATABASE_URL,
    redisUrl: values.REDIS_URL,
    dataFolder: values.WOONPLEK_DATA_DIR === undefined ? undefined : path.resolve(values.WOONPLEK_DATA_DIR),
    fieldKeys: values.WOONPLEK_FIELD_KEYS_FILE
      ? fieldKeysIn(values.WOONPLEK_FIELD_KEYS_FILE)
      : parseFieldKeys(values.WOONPLEK_FIELD_KEYS ?? ''),
    logLevel: values.LOG_LEVEL,
    handlesJobs: values.WOONPLEK_WORKER === 'ingebouwd',
    signIn,
    usesDemoProvider: values.OIDC_ISSUER === undefined,
    trustedProxies: values.TRUSTED_PROXIES,
    rateLimits: {
      person: values.RATE_LIMIT_PERSON,
      address: values.RATE_LIMIT_ADDRESS,
      signIn: values.RATE_LIMIT_SIGN_IN,
    },
    mail: mailSettings(values, signIn.publicUrl ?? `http://localhost:${values.PORT}`),
    securityContact:
      values.SECURITY_CONTACT === undefined || values.SECURITY_EXPIRES === undefined
        ? undefined
        : { contact: values.SECURITY_CONTACT, expires: values.SECURITY_EXPIRES },
  };
}

function present(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value] as const] : [])),
  );
}

function halfContact({ SECURITY_CONTACT: contact, SECURITY_EXPIRES: expires }: Readonly<Record<string, string>>) {
  if ((contact === undefined) === (expires === undefined)) return [];
  const name = contact === undefined ? 'SECURITY_CONTACT' : 'SECURITY_EXPIRES';
  return [{ name, message: 'ook ingevuld: SECURITY_CONTACT en SECURITY_EXPIRES horen bij elkaar' }];
}

/** A connection string as it may be shown to people: without its password. */
export function withoutPassword(url: string): string {
  return url.replace(/\/\/([^:@/]*):[^@]*@/, '//$1:***@');
}

/** With real persons in it, a database and the keys of its fields do not lie in one folder. */
function missingKeys(given: Readonly<Record<string, string | undefined>>): { name: string; message: string }[] {
  const { NODE_ENV, WOONPLEK_FIELD_KEYS: keys, WOONPLEK_FIELD_KEYS_FILE: file } = given;
  if (keys !== undefined && file !== undefined) {
    return [{ name: 'WOONPLEK_FIELD_KEYS', message: 'leeg, want WOONPLEK_FIELD_KEYS_FILE is er al' }];
  }
  if (NODE_ENV !== 'production' || keys !== undefined || file !== undefined) return [];
  return [{ name: 'WOONPLEK_FIELD_KEYS_FILE', message: `een bestand met ${FIELD_KEYS_FORM}` }];
}

function fieldKeysIn(file: string): FieldKeys | undefined {
  try {
    return parseFieldKeys(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function shown(name: string, value: string): string {
  if (HIDDEN.has(name)) return '***';
  return SECRET.has(name) ? withoutPassword(value) : value;
}

function perMinute(standard: string) {
  return z
    .string()
    .default(standard)
    .refine((text) => /^[1-9]\d{0,6}$/.test(text), { error: 'een geheel getal van 1 tot en met 9999999' })
    .transform(Number);
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}

/** Whether it is an address of a server with one of these protocols, with user and password that can be decoded. */
function hasProtocol(url: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, searchParams, username, password, pathname } = new URL(url);
  // A server on a socket stands in the query: postgres:///woonplek?host=/run/postgresql.
  if (!protocols.includes(protocol) || (hostname === '' && !searchParams.has('host'))) return false;
  try {
    decodeURIComponent(`${username}${password}${pathname}`);
    return true;
  } catch {
    return false;
  }
}
