import supertest from 'supertest';
import type TestAgent from 'supertest/lib/agent';
import { SessionsService } from '../../../src/modules/accounts/sessions.service';
import type { ContactsDto } from '../../../src/modules/contacts/contact.dto';
import type { Role } from '../../../src/platform/access/permissions';
import { REQUEST_PROOF } from '../../../src/platform/access/request-proof';
import { DEMO_ACR } from '../../../src/start/demo-provider/demo-settings';
import type { TestApp } from '../../support/test-app';

/** Somebody who was given a role during a test, signed in. */
export interface Somebody {
  readonly id: string;
  readonly assignment: string;
  readonly agent: TestAgent;
}

export type Kept = 'coordinator' | 'aanbieder';

/** What the cases about contact persons do. */
export class ContactCase {
  private people = 0;

  constructor(private readonly app: () => TestApp) {}

  get test(): TestApp {
    return this.app();
  }

  /** The account and the organisation in which the made-up person of a role acts. */
  async placeOf(role: Role): Promise<{ account: string; organisation: string }> {
    const { body } = await this.test.as(role).get('/v1/sessie').expect(200);
    return { account: body.persoon.id, organisation: body.rol.organisatie.id };
  }

  /** Gives somebody new a role; in the organisation of the made-up person of that role unless another is named. */
  async somebody(rol: Role, organisation?: string): Promise<Somebody> {
    this.people += 1;
    const naam = `Iemand ${this.people}`;
    const organisatie = organisation ?? (await this.organisationOf(rol));
    const wish = { naam, email: `iemand-${this.people}@voorbeeld.example`, rol, organisatie, vanaf: '2026-01-01' };
    const { body } = await this.test.as('beheerder').post('/v1/roltoewijzingen').send(wish).expect(201);
    return { id: body.persoon.id, assignment: body.id, agent: await this.signIn(body.persoon.id) };
  }

  private async organisationOf(role: Role): Promise<string> {
    if (role === 'aanbieder') return (await this.placeOf(role)).organisation;
    const [row] = await this.test.dataSource.query<[{ id: string }]>(
      `SELECT organisation_id AS id FROM role_assignment WHERE role = $1 ORDER BY id LIMIT 1`,
      [role],
    );
    return row.id;
  }

  async signIn(account: string): Promise<TestAgent> {
    const identity = { issuer: 'https://aanmelden.example', subject: account, acr: DEMO_ACR.substantial };
    const sessions = this.test.app.get(SessionsService, { strict: false });
    const token = await sessions.open(account, { ...identity, providerSessionId: undefined, idToken: null });
    return supertest.agent(this.test.url).set({ Cookie: `woonplek-sessie=${token}`, [REQUEST_PROOF]: '1' });
  }

  /** So many clients of an organisation, or of any, that no contact person of this role has. */
  async clients(count: number, role: Kept, organisation?: string): Promise<string[]> {
    const rows = await this.test.dataSource.query<{ id: string }[]>(
      `SELECT h.id FROM household h
        WHERE h.region_id = 'assen' AND ($3::uuid IS NULL OR h.owner_organisation_id = $3) AND NOT EXISTS (
          SELECT FROM household_contact c WHERE c.household_id = h.id AND c.role = $2 AND c.ended_at IS NULL)
        ORDER BY h.reference LIMIT $1`,
      [count, role, organisation ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async contacts(agent: TestAgent, client: string): Promise<ContactsDto> {
    return (await agent.get(`/v1/clienten/${client}/contactpersonen`).expect(200)).body as ContactsDto;
  }

  async contact(agent: TestAgent, client: string, role: Kept): Promise<ContactsDto['contactpersonen'][number]> {
    return (await this.contacts(agent, client)).contactpersonen.find(({ rol }) => rol === role)!;
  }

  /** Makes somebody the contact person of these clients, one by one. */
  async give(agent: TestAgent, clients: readonly string[], role: Kept, persoon: string): Promise<void> {
    for (const client of clients) {
      const { toewijzing: vorige } = await this.contact(agent, client, role);
      await agent.post(`/v1/clienten/${client}/contactpersonen`).send({ persoon, vorige }).expect(200);
    }
  }

  /** The clients on the reader's list with this contact person. */
  async listed(agent: TestAgent, contactpersoon: string, list = 'clienten'): Promise<string[]> {
    const { body } = await agent.get(`/v1/${list}?aantal=100&contactpersoon=${contactpersoon}`).expect(200);
    return (body as { items: { id: string; client?: { id: string } }[] }).items
      .map((item) => item.client?.id ?? item.id)
      .sort();
  }
}

export const codeOf = ({ body }: { readonly body: { readonly type?: unknown } }): string =>
  String(body.type).split(':').at(-1)!;
export const fieldsOf = ({ body }: { readonly body: { readonly fouten: readonly { veld: string }[] } }): string[] =>
  body.fouten.map(({ veld }) => veld);
