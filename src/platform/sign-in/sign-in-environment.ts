import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { z } from 'zod';
import type { ClientCredential, SignInSettings } from './sign-in-settings';

const LOCAL_HOSTS = ['127.0.0.1', 'localhost', '::1'];

/** The variables about sign-in. Without OIDC_ISSUER Woonplek starts a demonstration provider of its own. */
export const signInEnvironment = {
  NODE_ENV: z.string().optional(),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, { error: 'een adres als https://woonplek.voorbeeld.nl, zonder pad' })
    .optional(),
  OIDC_ISSUER: z
    .string()
    .refine((url) => URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol), {
      error: 'het adres van de aanmelddienst, als https://aanmelden.voorbeeld.nl, of leeg om uit te proberen',
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_KEY_FILE: z
    .string()
    .refine((file) => keyIn(file) !== undefined, {
      error: 'een bestand met een private sleutel (PEM; EC P-256 of RSA)',
    })
    .optional(),
  OIDC_CLIENT_KEY_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_DOSSIER_ACR: z.string().optional(),
  SESSION_IDLE_MINUTES: wholeNumber(1, 120, '30'),
  SESSION_HOURS: wholeNumber(1, 24, '8'),
  TRUSTED_PROXIES: wholeNumber(0, 10, '0'),
};

type Values = z.output<z.ZodObject<typeof signInEnvironment>>;

export interface SettingFault {
  readonly name: string;
  readonly message: string;
}

/** What the variables must be together: nobody may be able to reach a Woonplek that anybody can sign in to. */
export function unsafeSettings(values: Readonly<Record<string, string | undefined>>): SettingFault[] {
  const faults: SettingFault[] = [];
  const fault = (name: string, message: string): void => void faults.push({ name, message });
  const isLocalOnly = LOCAL_HOSTS.includes(values.HOST ?? LOCAL_HOSTS[0]!);
  if (values.OIDC_ISSUER === undefined) {
    if (values.NODE_ENV === 'production') {
      fault('OIDC_ISSUER', 'het adres van een aanmelddienst: met NODE_ENV=production start de proefaanmelding niet');
    }
    if (!isLocalOnly) {
      fault(
        'HOST',
        '127.0.0.1, localhost of ::1: met de proefaanmelding is Woonplek alleen op deze computer bereikbaar',
      );
    }
    if (values.PUBLIC_URL !== undefined) fault('PUBLIC_URL', 'leeg, zolang OIDC_ISSUER leeg is');
    return faults;
  }
  if (!values.OIDC_ISSUER.startsWith('https:') && !isLocal(values.OIDC_ISSUER)) {
    fault('OIDC_ISSUER', 'een adres met https:');
  }
  if (values.OIDC_CLIENT_ID === undefined) fault('OIDC_CLIENT_ID', 'de naam van Woonplek bij de aanmelddienst');
  if ((values.OIDC_CLIENT_KEY_FILE === undefined) === (values.OIDC_CLIENT_SECRET === undefined)) {
    fault(
      'OIDC_CLIENT_KEY_FILE',
      'dit bestand of OIDC_CLIENT_SECRET, precies een van de twee; een sleutel is veiliger',
    );
  }
  if (!values.OIDC_DOSSIER_ACR) {
    fault('OIDC_DOSSIER_ACR', 'het niveau (acr) dat cliëntgegevens opent; meer niveaus met een spatie ertussen');
  }
  if (values.PUBLIC_URL === undefined && !isLocalOnly) {
    fault('PUBLIC_URL', 'het adres waarop mensen Woonplek vinden, als https://woonplek.voorbeeld.nl');
  }
  return faults;
}

/** The settings of sign-in; the provider is left out when it is the demonstration's. */
export function signInSettings(values: Values): SignInSettings {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_DOSSIER_ACR: acr } = values;
  const isComplete = issuer !== undefined && clientId !== undefined && acr !== undefined;
  return {
    provider: isComplete
      ? { issuer, clientId, credential: credentialOf(values), dossierAcr: acr.trim().split(/\s+/) }
      : undefined,
    publicUrl: values.PUBLIC_URL === undefined ? undefined : new URL(values.PUBLIC_URL).origin,
    idleMinutes: values.SESSION_IDLE_MINUTES,
    sessionHours: values.SESSION_HOURS,
  };
}

function credentialOf({ OIDC_CLIENT_KEY_FILE: file, OIDC_CLIENT_KEY_ID: kid, OIDC_CLIENT_SECRET: secret }: Values) {
  const key = file === undefined ? undefined : keyIn(file);
  const credential: ClientCredential =
    key === undefined
      ? { method: 'client_secret_basic', secret: secret ?? '' }
      : { method: 'private_key_jwt', privateKey: { ...key, ...(kid === undefined ? {} : { kid }) } };
  return credential;
}

function keyIn(file: string): JWK | undefined {
  try {
    const jwk = createPrivateKey(readFileSync(file)).export({ format: 'jwk' }) as JWK;
    if (jwk.kty === 'EC' && jwk.crv === 'P-256') return { ...jwk, alg: 'ES256' };
    return jwk.kty === 'RSA' ? { ...jwk, alg: 'PS256' } : undefined;
  } catch {
    return undefined;
  }
}

/** https, or plain http on this computer, and nothing behind the host. */
function isOrigin(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, pathname, search, hash, username } = new URL(url);
  const isBare = pathname === '/' && search === '' && hash === '' && username === '';
  return isBare && (protocol === 'https:' || (protocol === 'http:' && isLocal(url)));
}

function isLocal(url: string): boolean {
  return URL.canParse(url) && LOCAL_HOSTS.includes(new URL(url).hostname.replace(/^\[|\]$/g, ''));
}

function wholeNumber(min: number, max: number, standard: string) {
  return z
    .string()
    .default(standard)
    .refine((text) => /^\d{1,4}$/.test(text) && Number(text) >= min && Number(text) <= max, {
      error: `een geheel getal van ${min} tot en met ${max}`,
    })
    .transform(Number);
}
