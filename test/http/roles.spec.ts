import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownerDataSource } from '../../src/database/data-source';
import { unitStatuses } from '../../src/core/vocabulary/code-lists';
import { Clock } from '../../src/platform/clock';
import { completedRound, keepClients } from '../support/completed-round';
import { createTestApp, type TestApp } from '../support/test-app';
import { openSession } from '../support/test-sign-in';
import { ContactCase } from './contacts/contact-case';
import { contactCases } from './contacts/contact-cases';
import { homeContactCases } from './contacts/home-contact-cases';
import { handOverCases } from './contacts/hand-over-cases';

describe('who holds which role', () => {
  let test: TestApp;
  let actium: string;
  let assen: string;

  beforeAll(async () => {
    test = await createTestApp();
    const id = async (name: string) =>
      (await test.dataSource.query<{ id: string }[]>('SELECT id FROM organisation WHERE name = $1', [name]))[0]!.id;
    actium = await id('Actium');
    assen = await id('Gemeente Assen');
  });
  afterAll(() => test?.close());

  const list = async (query = '') => (await test.as('beheerder').get(`/v1/roltoewijzingen${query}`).expect(200)).body;
  const grant = (body: object) => test.as('beheerder').post('/v1/roltoewijzingen').send(body);
  const review = (id: string, body: object) =>
    test.as('beheerder').post(`/v1/roltoewijzingen/${id}/beoordelingen`).send(body);
  const mine = { naam: 'Ilse Voorbeeld', email: 'Ilse@voorbeeld.example', rol: 'corporatie', vanaf: '2026-01-01' };
  const held = async (rol: string) => (await list(`?rol=${rol}`)).items[0] as { id: string; persoon: { id: string } };

  it('is a list with the organisation, the period and the day before which somebody signs again', async () => {
    const { items, totaal } = await list('?aantal=100');
    expect(totaal).toBe(items.length);
    expect(new Set(items.map(({ rol }: { rol: string }) => rol)).size).toBe(8);
    for (const item of items) {
      expect(item).toMatchObject({ status: 'geldig', tot: null, beoordeeldOp: null, achterstallig: false });
      expect(item.beoordelenVoor > item.vanaf).toBe(true);
    }
  });

  it('names what nobody has signed for in a year, oldest first', async () => {
    const { id } = await held('veldtafel');
    await asOwner(`UPDATE role_assignment SET created_at = now() - interval '13 months' WHERE id = '${id}'`);
    const { items } = await list();
    expect(items[0]).toMatchObject({ id, achterstallig: true });
    expect((await review(id, { besluit: 'behouden', toelichting: 'Nog steeds lid.' })).status).toBe(201);
    const after = (await list('?rol=veldtafel&aantal=100')).items.find((each: { id: string }) => each.id === id);
    expect(after).toMatchObject({ achterstallig: false, beoordeeldDoor: 'Hanna Voorbeeld' });
    const [row] = await test.dataSource.query(
      `SELECT decision, note, actor_role, actor_organisation_id FROM role_review`,
    );
    expect(row).toMatchObject({ decision: 'keep', note: 'Nog steeds lid.', actor_role: 'beheerder' });
    expect(row.actor_organisation_id).not.toBeNull();
  });

  /** The stamps of a row are not for the application to set. */
  async function asOwner(statement: string): Promise<void> {
    const owner = await ownerDataSource(test.database.url).initialize();
    await owner.query('ALTER TABLE role_assignment DISABLE TRIGGER USER');
    await owner.query(statement);
    await owner.query('ALTER TABLE role_assignment ENABLE TRIGGER USER');
    await owner.destroy();
  }

  it('grows when somebody is given a role, once', async () => {
    const given = await grant({ ...mine, organisatie: actium });
    expect(given.status).toBe(201);
    expect(given.body).toMatchObject({
      persoon: { naam: 'Ilse Voorbeeld', email: 'ilse@voorbeeld.example' },
      organisatie: { soort: 'corporatie' },
      gegevenDoor: 'Hanna Voorbeeld',
    });
    expect((await grant({ ...mine, organisatie: actium })).body).toMatchObject({
      type: 'urn:woonplek:probleem:rol-al-gegeven',
    });
  });

  it.each([
    ['an organisation of another kind', () => ({ ...mine, organisatie: assen }), 'organisatie'],
    ['no organisation', () => ({ ...mine, organisatie: '00000000-0000-4000-8000-000000000000' }), 'organisatie'],
    ['a period that ends before it begins', () => ({ ...mine, organisatie: actium, tot: '2025-12-31' }), 'tot'],
    ['no address', () => ({ ...mine, organisatie: actium, email: 'Ilse' }), 'email'],
    ['a role that is none', () => ({ ...mine, organisatie: actium, rol: 'baas' }), 'rol'],
  ])('refuses %s, and names it', async (_, body, field) => {
    const { status, body: problem } = await grant(body());
    expect(status).toBe(400);
    expect(problem.fouten.map(({ veld }: { veld: string }) => veld)).toEqual([field]);
  });

  it('lets nobody give or review a role of their own', async () => {
    const own = await held('beheerder');
    const refused = { type: 'urn:woonplek:probleem:eigen-rol' };
    expect((await review(own.id, { besluit: 'behouden' })).body).toMatchObject(refused);
    const wish = { ...mine, email: 'HANNA@demo.woonplek.example', organisatie: actium };
    expect((await grant(wish)).body).toMatchObject(refused);
  });

  it('is known of whoever decides: role and organisation stand with every step', async () => {
    const [home] = await test.dataSource.query(`SELECT id, version FROM unit WHERE status = 'available' LIMIT 1`);
    const change = {
      status: unitStatuses.toPublic('out-of-service'),
      reden: 'Lekkage',
      vanaf: test.app.get(Clock).today(),
      versie: home.version,
    };
    const { status } = await test.as('coordinator').post(`/v1/wooneenheden/${home.id}/statuswijzigingen`).send(change);
    await test.as('coordinator').post('/v1/matchrondes').send({ regio: 'assen' }).expect(202);
    const rows = await test.dataSource.query(
      `SELECT 'round' AS what, actor_role, actor_organisation_id FROM match_run
       UNION ALL SELECT 'home', actor_role, actor_organisation_id FROM unit_status_event WHERE actor IS NOT NULL`,
    );
    expect(status).toBe(201);
    expect(rows.map(({ what }: { what: string }) => what).sort()).toEqual(['home', 'round']);
    const [{ id: region }] = await test.dataSource.query(`SELECT id FROM organisation WHERE kind = 'regio'`);
    for (const row of rows) expect(row).toMatchObject({ actor_role: 'coordinator', actor_organisation_id: region });
  });

  it('shrinks at once when a role is ended, and stays ended', async () => {
    const { id } = await held('wijkregisseur');
    expect((await test.as('wijkregisseur').get('/v1/draagkracht')).status).toBe(200);
    expect((await review(id, { besluit: 'beeindigen' })).body).toMatchObject({ status: 'beeindigd' });
    expect((await test.as('wijkregisseur').get('/v1/draagkracht')).status).toBe(401);
    await expect(openSession(test.app, 'wijkregisseur')).rejects.toThrow('does not open');
    expect((await review(id, { besluit: 'behouden' })).body).toMatchObject({
      type: 'urn:woonplek:probleem:rol-beeindigd',
    });
  });

  describe('contact persons and the work of who leaves', () => {
    const cases = new ContactCase(() => test);

    beforeAll(async () => {
      await keepClients(test, 40);
      await completedRound(test, 'overdracht');
    });

    describe('a contact person', () => contactCases(cases));
    describe('a contact person for a home', () => homeContactCases(cases));
    describe('work', () => handOverCases(cases));
  });
});
