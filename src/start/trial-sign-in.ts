import { createServer } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SYSTEM } from '../database/acting';
import { SessionsService } from '../modules/accounts/sessions.service';
import { Clock } from '../platform/clock';
import type { Config } from '../platform/config';
import type { SignInSettings } from '../platform/sign-in/sign-in-settings';
import { type DemoPerson, loadDemoPeople } from '../seed/load-demo-people';
import { demoIssuer, demoProviderSettings, newKeyPair } from './demo-provider/demo-settings';

export interface TrialSignIn {
  readonly settings: SignInSettings;
  /** Needs the regions to be loaded: their made-up people are those who can sign in. */
  start(app: INestApplicationContext): Promise<{ readonly people: readonly DemoPerson[]; stop(): Promise<void> }>;
}

/** Sign-in for a trial: a provider of our own beside Woonplek, on the next port that is free. */
export async function prepareTrialSignIn({ port: own, signIn }: Config): Promise<TrialSignIn> {
  const keys = newKeyPair();
  const port = await freePort(own < 65_535 ? own + 1 : 0);
  const issuer = demoIssuer(port);
  return {
    settings: { ...signIn, provider: demoProviderSettings(issuer, keys) },
    start: async (app) => {
      const people = await actingAs(SYSTEM, () => loadDemoPeople(app.get(DataSource), app.get(Clock).today()));
      // The provider that vouched for them is gone, and with it the keys of what it signed.
      await app.get(SessionsService, { strict: false }).endAllFrom(issuer);
      // Not needed where people sign in elsewhere, and not there after an installation without development packages.
      const { startDemoProvider } = await import('./demo-provider/demo-provider.js');
      const provider = await startDemoProvider({
        port,
        // The last is where Vite serves the console to who works on it.
        woonplek: [`http://localhost:${own}`, `http://127.0.0.1:${own}`, `http://localhost:5173`],
        clientKey: keys.publicKey,
        people,
      });
      return { people, stop: () => provider.stop() };
    },
  };
}

/** The port asked for, or any other when it is taken. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      probe.close(() => resolve(port));
    });
  });
}
