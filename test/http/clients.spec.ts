import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { IsNull } from 'typeorm';
import { AccessLogEntity } from '../../src/database/entities/access-log.entity';
import { AccountEntity } from '../../src/database/entities/account.entity';
import { ComplexEntity } from '../../src/database/entities/complex.entity';
import { HouseholdConsentEntity } from '../../src/database/entities/household-consent.entity';
import { HouseholdExclusionAreaEntity } from '../../src/database/entities/household-exclusion-area.entity';
import { HouseholdMemberBsnEntity } from '../../src/database/entities/household-member-bsn.entity';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { HouseholdRefusalEntity } from '../../src/database/entities/household-refusal.entity';
import { HouseholdWishEntity } from '../../src/database/entities/household-wish.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import {
  type ClientDto,
  clientQuery,
  clientSchema,
  SHIELDED_PURPOSES,
  shieldedSchema,
} from '../../src/modules/clients/client.dto';
import { actingAs } from '../../src/database/acting';
import { ClientFileService } from '../../src/modules/clients/client-file.service';
import { ClientsService } from '../../src/modules/clients/clients.service';
import type { ActingAccount } from '../../src/platform/access/acting-account';
import { Clock } from '../../src/platform/clock';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';

let app: TestApp;
let households: HouseholdEntity[];

beforeAll(async () => {
  app = await createTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  households = await app.dataSource.getRepository(HouseholdEntity).find({ order: { reference: 'ASC' } });
});
afterAll(() => app?.close());

const get = (path: string) => app.request().get(`/v1/${path}`);

async function file(id: string): Promise<ClientDto> {
  const answer = await get(`clienten/${id}`);
  expect(answer.status).toBe(200);
  return answer.body as ClientDto;
}

describe('GET /v1/clienten', () => {
  it('holds nothing that a list does not need', async () => {
    const members = await app.dataSource.getRepository(HouseholdMemberEntity).find();
    const { text } = await get('clienten?aantal=100');
    for (const { givenName, familyName } of members) {
      expect([givenName, familyName].filter((secret) => text.includes(`"${secret}"`))).toEqual([]);
    }
    expect(text).not.toMatch(/geboorte|uitsluiting|inkomen|grondslag|verblijf/i);
  });

  it('counts whole weeks of waiting', async () => {
    const { body } = await get('clienten?aantal=1&sorteer=wachtSinds');
    const [longest] = body.items;
    const days = (Date.parse(TEST_DAY) - Date.parse(longest.wachtSinds)) / 86_400_000;
    expect(longest.wekenWachtend).toBe(Math.floor(days / 7));
  });
});

describe('GET /v1/clienten/:id', () => {
  it('answers exactly what its schema says, for every client, and nothing of where one is not safe', async () => {
    for (const { id } of households) {
      const body = await file(id);
      expect(JSON.stringify(body)).not.toMatch(/uitsluiting|veilig|afstand/i);
      expect(clientSchema.parse(body)).toEqual(body);
      expect(body.synthetisch).toBe(true);
      expect(body.leden[0]!.rol.code).toBe('hoofdbewoner');
      expect(body.huishoudgrootte).toBe(body.leden.length);
    }
  });

  it('names each kind of wish', async () => {
    const [complex] = await app.dataSource.getRepository(ComplexEntity).find({ take: 1 });
    const { id, regionId, ownerOrganisationId } = households[0]!;
    const wishes = app.dataSource.getRepository(HouseholdWishEntity);
    await wishes.delete({ householdId: id });
    const kinds = {
      gemeente: 'GM0106',
      wijk: 'assen-oost',
      'housing-form': 'permanent',
      complex: complex!.id,
    } as const;
    for (const [at, [kind, value]] of Object.entries(kinds).entries()) {
      const row = { id: randomUUID(), householdId: id, regionId, ownerOrganisationId, weight: 4 - at };
      await wishes.insert({ ...row, kind: kind as keyof typeof kinds, value });
    }
    expect((await file(id)).wensen).toEqual([
      { soort: { code: 'gemeente', naam: 'Gemeente' }, waarde: { id: 'GM0106', naam: 'Assen' }, gewicht: 4 },
      { soort: { code: 'wijk', naam: 'Wijk of dorp' }, waarde: { id: 'assen-oost', naam: 'Assen-Oost' }, gewicht: 3 },
      {
        soort: { code: 'woonvorm', naam: 'Woonvorm' },
        waarde: { id: 'permanent', naam: 'Permanente woning' },
        gewicht: 2,
      },
      { soort: { code: 'complex', naam: 'Complex' }, waarde: { id: complex!.id, naam: complex!.name }, gewicht: 1 },
    ]);
  });

  it('shows refusals, also those that were taken back', async () => {
    const [complex] = await app.dataSource.getRepository(ComplexEntity).find({ take: 1 });
    const { id, regionId, ownerOrganisationId } = households[1]!;
    const refusals = app.dataSource.getRepository(HouseholdRefusalEntity);
    await refusals.delete({ householdId: id });
    const row = { householdId: id, regionId, ownerOrganisationId, complexId: complex!.id, reasonCode: 'WOB' };
    await refusals.insert({ ...row, id: randomUUID(), liftedAt: new Date() });
    expect((await file(id)).weigeringen).toEqual([
      {
        wooneenheid: null,
        complex: { id: complex!.id, naam: complex!.name },
        redenCode: 'WOB',
        tot: null,
        opgeheven: true,
      },
    ]);
  });

  it('is 404 for nobody and 400 for what is no id', async () => {
    expect((await get(`clienten/${randomUUID()}`)).status).toBe(404);
    expect((await get('clienten/AS-0001')).status).toBe(400);
  });
});

describe('who sees whom', () => {
  const query = clientQuery.parse({ aantal: '100' });
  async function actorOf(organisationId: string, changes: Partial<ActingAccount> = {}): Promise<ActingAccount> {
    const account = await app.dataSource.getRepository(AccountEntity).findOneBy({ displayName: 'Anouk Voorbeeld' });
    const { id: accountId, displayName } = account!;
    return {
      accountId,
      displayName,
      regionId: 'assen',
      organisationId,
      role: 'aanbieder',
      maySeeDossiers: true,
      ...changes,
    };
  }

  it('an aanbieder sees its own clients and no other', async () => {
    const own = households[0]!.ownerOrganisationId;
    const actor = await actorOf(own);
    const page = await actingAs(actor, () => app.app.get(ClientsService).list(actor, query));
    expect(page.totaal).toBe(households.filter(({ ownerOrganisationId }) => ownerOrganisationId === own).length);
    const other = households.find(({ ownerOrganisationId }) => ownerOrganisationId !== own)!;
    await expect(actingAs(actor, () => app.app.get(ClientFileService).read(actor, other.id))).rejects.toMatchObject({
      code: 'niet-gevonden',
    });
    expect((await actingAs(actor, () => app.app.get(ClientFileService).read(actor, households[0]!.id))).nummer).toBe(
      'AS-0001',
    );
  });

  it('nobody sees clients of another region', async () => {
    const actor = await actorOf(households[0]!.ownerOrganisationId, { regionId: 'elders', role: 'coordinator' });
    expect((await actingAs(actor, () => app.app.get(ClientsService).list(actor, query))).totaal).toBe(0);
    await expect(
      actingAs(actor, () => app.app.get(ClientFileService).read(actor, households[0]!.id)),
    ).rejects.toMatchObject({
      code: 'niet-gevonden',
    });
  });
});

describe('the access log', () => {
  async function written(path: string): Promise<AccessLogEntity[]> {
    const log = app.dataSource.getRepository(AccessLogEntity);
    const before = await log.count();
    await get(path);
    return (await log.find({ order: { id: 'ASC' } })).slice(before);
  }

  it('has one row for a list, with exactly the clients that were shown', async () => {
    const { body } = await get('clienten?aantal=3&pagina=2');
    const rows = await written('clienten?aantal=3&pagina=2');
    expect(rows).toMatchObject([{ action: 'client.list', objectType: 'household', regionId: 'assen' }]);
    expect(rows[0]!.objectIds).toEqual((body.items as { id: string }[]).map(({ id }) => id));
  });

  it('has one row for a file that was read, with who read it', async () => {
    const account = await app.dataSource.getRepository(AccountEntity).findOneBy({ displayName: 'Anouk Voorbeeld' });
    const { id } = households[0]!;
    expect(await written(`clienten/${id}`)).toMatchObject([
      { action: 'client.read', objectIds: [id], actor: account!.id, role: 'coordinator' },
    ]);
  });

  it('has one row for a file that was asked for in vain', async () => {
    const id = randomUUID();
    const rows = await written(`clienten/${id}`);
    expect(rows).toMatchObject([{ action: 'client.read', objectIds: [id] }]);
    expect(rows[0]!.outcome).not.toBe('granted');
  });

  it('stays empty for what is not about persons', async () => {
    for (const path of ['wooneenheden', 'gemeenten', 'spreiding', 'draagkracht', 'regels']) {
      expect(await written(path)).toEqual([]);
    }
  });
});

describe('GET /v1/clienten/:id/afgeschermde-gegevens', () => {
  const shielded = (id: string, purpose = 'voorstel') => get(`clienten/${id}/afgeschermde-gegevens?doel=${purpose}`);

  it('answers exactly what its schema says, for every client, with what is stored and never why', async () => {
    const stored = await app.dataSource.getRepository(HouseholdExclusionAreaEntity).find();
    expect(stored.length).toBeGreaterThan(0);
    for (const { id, herkomstWaived } of households) {
      const { body, status } = await shielded(id);
      expect(status).toBe(200);
      const { uitsluitingsgebieden, terugkeerNietVeilig } = shieldedSchema.parse(body);
      expect(body).toEqual(shieldedSchema.parse(body));
      expect(terugkeerNietVeilig).toBe(herkomstWaived);
      const found = uitsluitingsgebieden.flatMap(({ gemeenten, wijken }) => [...gemeenten, ...wijken]);
      const areas = stored.filter(({ householdId }) => householdId === id);
      const ids = areas.flatMap(({ gemeenteIds, wijkIds }) => [...gemeenteIds, ...wijkIds]);
      expect(found.map((each) => each.id).sort()).toEqual(ids.sort());
      for (const { id: code, naam } of found) expect(naam).not.toBe(code);
      for (const area of uitsluitingsgebieden) expect(Object.keys(area).sort()).toEqual(['gemeenten', 'tot', 'wijken']);
    }
  });

  it('keeps for what it was asked', async () => {
    const id = households[2]!.id;
    await shielded(id, 'inzage');
    const [line] = await app.dataSource
      .getRepository(AccessLogEntity)
      .find({ where: { action: 'client.read-shielded' }, order: { id: 'DESC' }, take: 1 });
    expect(line).toMatchObject({ objectIds: [id], outcome: 'granted', purpose: SHIELDED_PURPOSES.inzage });
  });

  it('asks for a purpose that it knows', async () => {
    for (const query of ['', '?doel=', '?doel=zomaar']) {
      const { status, body } = await get(`clienten/${households[0]!.id}/afgeschermde-gegevens${query}`);
      expect(status).toBe(400);
      expect(JSON.stringify(body)).toContain('doel');
    }
  });
});

describe('/v1/clienten/:id/bsn', () => {
  const BSN = '999990019';
  let own: HouseholdEntity;
  let member: HouseholdMemberEntity;
  const read = (id: string) => app.as('aanbieder').get(`/v1/clienten/${id}/bsn`);
  const record = (body: object, id = own.id) => app.as('aanbieder').post(`/v1/clienten/${id}/bsn`).send(body);

  beforeAll(async () => {
    const { body } = await app.as('aanbieder').get('/v1/clienten?aantal=1');
    own = households.find(({ id }) => id === (body as { items: { id: string }[] }).items[0]!.id)!;
    member = await app.dataSource
      .getRepository(HouseholdMemberEntity)
      .findOneByOrFail({ householdId: own.id, position: 0 });
  });

  it('keeps, replaces and removes a number, and logs each look', async () => {
    expect((await read(own.id)).body.leden[0]).toMatchObject({ id: member.id, bsn: null });
    expect((await record({ lid: member.id, bsn: BSN })).body.leden[0].bsn).toBe(BSN);
    expect((await record({ lid: member.id, bsn: '123456782' })).body.leden[0].bsn).toBe('123456782');
    expect((await read(own.id)).body.leden[0].bsn).toBe('123456782');
    expect((await record({ lid: member.id, bsn: null })).body.leden[0].bsn).toBeNull();
    const lines = await app.dataSource.getRepository(AccessLogEntity).findBy({ action: 'client.record-bsn' });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain(BSN);
  });

  it('repeats no number that is wrong, and keeps nothing of it', async () => {
    const { status, body } = await record({ lid: member.id, bsn: '999990018' });
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('elfproef');
    expect(JSON.stringify(body)).not.toContain('999990018');
    expect((await read(own.id)).body.leden[0].bsn).toBeNull();
  });

  it('is for one’s own clients and their members only', async () => {
    const other = households.find(({ ownerOrganisationId }) => ownerOrganisationId !== own.ownerOrganisationId)!;
    expect((await read(other.id)).status).toBe(404);
    expect((await record({ lid: member.id, bsn: BSN }, other.id)).status).toBe(404);
    const stranger = await app.dataSource
      .getRepository(HouseholdMemberEntity)
      .findOneByOrFail({ householdId: other.id, position: 0 });
    expect((await record({ lid: stranger.id, bsn: BSN })).status).toBe(404);
    expect(await app.dataSource.getRepository(HouseholdMemberBsnEntity).count()).toBe(0);
  });
});

describe('POST /v1/clienten/:id/toestemmingen', () => {
  const change = (id: string, body: object) => app.request().post(`/v1/clienten/${id}/toestemmingen`).send(body);

  it('withdraws and gives again, and tells which proposals cannot go on', async () => {
    const [consent] = await app.dataSource
      .getRepository(HouseholdConsentEntity)
      .find({ where: { withdrawnOn: IsNull() }, take: 1 });
    const { householdId: id, organisationId: corporatie } = consent!;
    const withdrawn = await change(id, { corporatie, besluit: 'intrekken' });
    expect(withdrawn.status).toBe(200);
    expect(withdrawn.body.toestemmingen).toContainEqual(
      expect.objectContaining({ corporatie: expect.objectContaining({ id: corporatie }), ingetrokkenOp: TEST_DAY }),
    );
    expect((await file(id)).toestemmingen).toEqual(withdrawn.body.toestemmingen);
    const again = await change(id, { corporatie, besluit: 'intrekken' });
    expect([again.status, again.body.type]).toEqual([409, 'urn:woonplek:probleem:geen-toestemming']);
    const given = await change(id, { corporatie, besluit: 'geven' });
    expect(given.body.toestemmingen).toHaveLength(withdrawn.body.toestemmingen.length + 1);
    const twice = await change(id, { corporatie, besluit: 'geven' });
    expect([twice.status, twice.body.type]).toEqual([409, 'urn:woonplek:probleem:toestemming-is-er-al']);
  });

  it('knows corporaties only, and says what else is wrong', async () => {
    const { id, ownerOrganisationId } = households[0]!;
    expect((await change(id, { corporatie: ownerOrganisationId, besluit: 'geven' })).status).toBe(404);
    const { status, body } = await change(id, { corporatie: 'Actium', besluit: 'misschien' });
    expect(status).toBe(400);
    expect(body.fouten.map(({ veld }: { veld: string }) => veld).sort()).toEqual(['besluit', 'corporatie']);
  });
});
