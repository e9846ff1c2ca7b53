import { createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { JWK } from 'jose';
import type { ProviderSettings } from '../../platform/sign-in/sign-in-settings';

/** Levels of assurance of the demonstration, by the names that the European Union gave them. */
export const DEMO_ACR = {
  low: 'http://eidas.europa.eu/LoA/low',
  substantial: 'http://eidas.europa.eu/LoA/substantial',
} as const;

export const DEMO_CLIENT = 'woonplek';

/** The address of the demonstration provider on a port. */
export function demoIssuer(port: number): string {
  return `http://localhost:${port}`;
}

/** A key pair as two JWKs. */
export interface KeyPair {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

/** A fresh key pair (P-256) that lives as long as this process. */
export function newKeyPair(): KeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const named = { kid: randomUUID(), alg: 'ES256', use: 'sig' };
  return {
    privateKey: { ...(privateKey.export({ format: 'jwk' }) as JWK), ...named },
    publicKey: { ...(createPublicKey(privateKey).export({ format: 'jwk' }) as JWK), ...named },
  };
}

/** What Woonplek has to know to let people sign in at the demonstration provider. */
export function demoProviderSettings(issuer: string, { privateKey }: KeyPair): ProviderSettings {
  return {
    issuer,
    clientId: DEMO_CLIENT,
    credential: { method: 'private_key_jwt', privateKey },
    dossierAcr: [DEMO_ACR.substantial],
  };
}
