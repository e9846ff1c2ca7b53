import { createServer } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { actingAs, SYSTEM } from '../../src/database/acting';
import { SessionsService } from '../../src/modules/accounts/sessions.service';
import type { Role } from '../../src/platform/access/permissions';
import { REQUEST_PROOF } from '../../src/platform/access/request-proof';
import { DEMO_ACR } from '../../src/start/demo-provider/demo-settings';

/** What a browser that is signed in sends with every request. */
export interface SignedInHeaders {
  readonly Cookie: string;
  readonly [REQUEST_PROOF]: '1';
}

export interface SessionWish {
  /** Of whom, where that is not any of the made-up people with this role. */
  readonly email?: string;
  /** Default: sure enough for what is held about clients. */
  readonly acr?: string;
  /** How the sign-in service names this session. */
  readonly providerSessionId?: string;
}

/** A session of the made-up person who holds this role, opened as a sign-in opens it. */
export async function openSession(
  app: INestApplicationContext,
  role: Role,
  { email, acr = DEMO_ACR.substantial, providerSessionId }: SessionWish = {},
): Promise<SignedInHeaders> {
  const [held] = await actingAs(SYSTEM, () =>
    app.get(DataSource).query<{ accountId: string; assignmentId: string; subject: string }[]>(
      `SELECT ra.account_id AS "accountId", ra.id AS "assignmentId", split_part(a.email, '@', 1) AS subject
       FROM role_assignment ra JOIN account a ON a.id = ra.account_id
      WHERE ra.role = $1 AND ($2::text IS NULL OR a.email = $2) ORDER BY (SELECT count(*) FROM role_assignment o WHERE o.account_id = a.id), a.email, ra.id LIMIT 1`,
      [role, email ?? null],
    ),
  );
  if (!held) throw new Error(`Nobody holds the role ${role}`);
  const sessions = app.get(SessionsService, { strict: false });
  const identity = {
    issuer: 'https://aanmelden.example',
    subject: held.subject,
    acr,
    providerSessionId,
    idToken: null,
  };
  const token = await sessions.open(held.accountId, identity);
  const session = token === undefined ? undefined : await sessions.find(token);
  if (!session) throw new Error(`A session as ${role} does not open`);
  await sessions.actAs(session.id, held.assignmentId);
  return { Cookie: `woonplek-sessie=${token}`, [REQUEST_PROOF]: '1' };
}

/** A port of this computer that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
