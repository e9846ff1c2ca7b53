import { expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import type { Repository } from 'typeorm';
import { panelEntryKinds, PANEL_STATES, type PanelState } from '../../../src/core/review/case-panels';
import { HouseholdMemberEntity } from '../../../src/database/entities/household-member.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PanelMeetingEntity } from '../../../src/database/entities/panel-meeting.entity';
import { type PanelDto, panelSchema } from '../../../src/modules/panels/panel.dto';
import { type Role, ROLES } from '../../../src/platform/access/permissions';
import { type TestApp, TEST_DAY } from '../../support/test-app';

interface PanelCase {
  readonly app: () => TestApp;
  readonly repo: <T extends object>(entity: new () => T) => Repository<T>;
  readonly codeOf: (answer: Response) => string;
  readonly fieldsOf: (answer: Response) => string[];
}

/** Meetings of the veldtafel and the triageteam. */
export function panelCases({ app, repo, codeOf, fieldsOf }: PanelCase): void {
  const post = (path: string, body: object, role: Role = 'coordinator') =>
    app().as(role).post(`/v1/veldtafels${path}`).send(body);
  const plan = async (body: object = {}): Promise<PanelDto> => {
    const wish = { soort: 'veldtafel', titel: 'Veldtafel', op: TEST_DAY, ...body };
    return panelSchema.parse((await post('', wish).expect(201)).body);
  };
  const member = async (): Promise<string> => (await app().as('veldtafel').get('/v1/sessie')).body.persoon.id;
  const invite = async (id: string): Promise<PanelDto> =>
    panelSchema.parse((await post(`/${id}/uitnodigingen`, { persoon: await member() }).expect(200)).body);
  const clients = () => repo(HouseholdEntity).find({ where: { status: 'waiting' }, order: { reference: 'ASC' } });
  const put = async (id: string, client: string, delen: string[] = []): Promise<PanelDto> =>
    panelSchema.parse((await post(`/${id}/zaken`, { client, vraag: 'Welke plek past?', delen }).expect(200)).body);
  /** Writes down that somebody was there, and makes the minutes final. */
  async function close(id: string, deelnemer: string): Promise<PanelDto> {
    const { body } = await post(`/${id}/aanwezigheid`, { deelnemer, aanwezig: true }).expect(200);
    return panelSchema.parse((await post(`/${id}/vaststellingen`, { versie: body.versie }).expect(200)).body);
  }
  /** A meeting with one case, to which the member is invited. */
  async function prepared(state: PanelState = 'gepland'): Promise<PanelDto> {
    const { id } = await plan();
    await invite(id);
    const [client] = await clients();
    const panel = await put(id, client!.reference, ['begeleiding', 'slaapkamers']);
    if (state === 'gepland') return panel;
    return close(id, panel.deelnemers[0]!.id);
  }

  it('are there for who is invited, with what the question needs and no more, and each read is logged', async () => {
    const { id } = await plan();
    const [client] = await clients();
    const { agenda } = await put(id, client!.reference, ['begeleiding', 'slaapkamers']);
    const asMember = () => app().as('veldtafel').get(`/v1/veldtafels/${id}`);
    const listed = async (): Promise<string[]> => {
      const { body } = await app().as('veldtafel').get('/v1/veldtafels?aantal=100').expect(200);
      return body.items.map((each: { id: string }) => each.id);
    };
    expect(await listed()).not.toContain(id);
    expect((await asMember()).status).toBe(404);
    const entry = { soort: 'advies', tekst: 'Een rustige plek.' };
    expect((await post(`/${id}/zaken/${agenda[0]!.id}/bijdragen`, entry, 'veldtafel')).status).toBe(404);

    await invite(id);
    expect(await listed()).toContain(id);
    const seen = await asMember().expect(200);
    expect(panelSchema.parse(seen.body)).toMatchObject({
      ...{ uitTeNodigen: [], teDelen: [], bijdragenVan: ['advies'] },
      agenda: [{ client: { nummer: client!.reference }, gegevens: [{ code: 'begeleiding' }, { code: 'slaapkamers' }] }],
    });
    const members = await repo(HouseholdMemberEntity).findBy({ householdId: client!.id });
    for (const { familyName } of members) expect(seen.text).not.toContain(familyName);
    expect((await app().as('veldtafel').get(`/v1/clienten/${client!.id}`)).status).toBe(403);
    const log = await app().dataSource.query<{ outcome: string }[]>(
      `SELECT outcome FROM access_log WHERE action = 'panel.read' AND role = 'veldtafel' AND object_ids = ARRAY[$1]`,
      [client!.id],
    );
    expect(log).toEqual([{ outcome: 'granted' }]);
  });

  it.each(PANEL_STATES)('that are %s take from each role what it may write, on its own name', async (state) => {
    const { id, agenda } = await prepared(state);
    const allowed: Readonly<Record<PanelState, Partial<Record<Role, readonly string[]>>>> = {
      gepland: { coordinator: ['advies', 'besluit'], veldtafel: ['advies'] },
      vastgesteld: { coordinator: ['aanvulling'], veldtafel: ['aanvulling'] },
    };
    const written: string[] = [];
    for (const role of ROLES) {
      for (const soort of panelEntryKinds.publicCodes) {
        const may = allowed[state][role];
        const answer = await post(`/${id}/zaken/${agenda[0]!.id}/bijdragen`, { soort, tekst: role }, role);
        const expected = may === undefined ? 403 : may.includes(soort) ? 200 : 409;
        expect([role, soort, answer.status]).toEqual([role, soort, expected]);
        if (expected === 200) written.push(`${soort} van ${role}`);
      }
    }
    const { body } = await app().request().get(`/v1/veldtafels/${id}`).expect(200);
    const entries = panelSchema.parse(body).agenda[0]!.bijdragen;
    expect(entries.map(({ soort, tekst }) => `${soort.code} van ${tekst}`)).toEqual(written);
    expect(new Set(entries.map(({ door }) => door)).size).toBe(2);
    expect((await repo(HouseholdEntity).findOneByOrFail({ id: agenda[0]!.client.id })).status).toBe('waiting');
  });

  it('have minutes that are closed once, when it took place and all attendance is known', async () => {
    const future = await plan({ op: '2026-11-30' });
    expect(codeOf(await post(`/${future.id}/vaststellingen`, { versie: future.versie }))).toBe('nog-niet-gehouden');
    const { id, versie } = await plan();
    expect(codeOf(await post(`/${id}/vaststellingen`, { versie }))).toBe('aanwezigheid-ontbreekt');
    const { deelnemers, versie: invited } = await invite(id);
    expect(codeOf(await post(`/${id}/vaststellingen`, { versie: invited }))).toBe('aanwezigheid-ontbreekt');
    const absent = await post(`/${id}/aanwezigheid`, { deelnemer: deelnemers[0]!.id, aanwezig: false }).expect(200);
    // Each of those was a change that whoever closes has to have seen.
    for (const old of [versie, invited]) {
      expect(codeOf(await post(`/${id}/vaststellingen`, { versie: old }))).toBe('intussen-gewijzigd');
    }
    const closing = { versie: absent.body.versie };
    const closed = panelSchema.parse((await post(`/${id}/vaststellingen`, closing).expect(200)).body);
    expect(closed).toMatchObject({ status: 'vastgesteld', deelnemers: [{ aanwezig: false }] });
    const [client] = await clients();
    for (const [step, body] of [
      ['uitnodigingen', { persoon: await member() }],
      ['aanwezigheid', { deelnemer: deelnemers[0]!.id, aanwezig: true }],
      ['zaken', { client: client!.reference, vraag: 'Nog iets?', delen: [] }],
      ['afgelastingen', { reden: 'Te weinig zaken.', versie: closed.versie }],
      [`uitnodigingen/${deelnemers[0]!.id}/intrekkingen`, { versie: closed.versie }],
      ['vaststellingen', { versie: closed.versie }],
    ] as const) {
      expect([step, codeOf(await post(`/${id}/${step}`, body))]).toEqual([step, 'verslag-vastgesteld']);
    }
  });

  it('are final in the database itself, whoever writes', async () => {
    const { id, agenda } = await prepared('vastgesteld');
    const columns = 'region_id, owner_organisation_id, meeting_id, household_id';
    const entry = (kind: string) =>
      `INSERT INTO panel_entry (id, ${columns}, case_id, kind, text, actor)
       SELECT gen_random_uuid(), ${columns}, id, '${kind}', 's1:x', brought_by FROM panel_case WHERE meeting_id = $1`;
    for (const sql of [
      `UPDATE panel_meeting SET title = 'Anders' WHERE id = $1`,
      `UPDATE panel_meeting SET state = 'gepland', closed_at = NULL, closed_by = NULL WHERE id = $1`,
      `UPDATE panel_attendee SET present = false WHERE meeting_id = $1`,
      `UPDATE panel_case SET client_reference = 'X' WHERE meeting_id = $1`,
      entry('advice'),
      entry('decision'),
    ]) {
      await expect(app().dataSource.query(sql, [id])).rejects.toThrow('the minutes of this meeting are closed');
    }
    for (const sql of ['UPDATE panel_entry SET kind = kind', 'DELETE FROM panel_case', 'DELETE FROM panel_meeting']) {
      await expect(app().dataSource.query(sql)).rejects.toThrow(/never changed|permission denied/);
    }
    const note = { soort: 'aanvulling', tekst: 'Het gaat om twee slaapkamers.' };
    await post(`/${id}/zaken/${agenda[0]!.id}/bijdragen`, note, 'veldtafel').expect(200);
  });

  it('are called off, relieved of a case or a guest, by who prepares and with what they saw', async () => {
    const { id, agenda, deelnemers, versie } = await prepared();
    const [of, guest] = [agenda[0]!, deelnemers[0]!];
    const asMember = () => app().as('veldtafel').get(`/v1/veldtafels/${id}`);
    const advice = { soort: 'advies', tekst: 'Een rustige plek.' };
    await post(`/${id}/zaken/${of.id}/bijdragen`, advice, 'veldtafel').expect(200);
    const reden = 'Dit was de verkeerde cliënt.';
    const steps = [`zaken/${of.id}/intrekkingen`, `uitnodigingen/${guest.id}/intrekkingen`, 'afgelastingen'];
    for (const step of steps) {
      const wish = step.startsWith('uitnodigingen') ? { versie } : { reden, versie };
      expect([step, codeOf(await post(`/${id}/${step}`, wish))]).toEqual([step, 'intussen-gewijzigd']);
      expect([step, (await post(`/${id}/${step}`, wish, 'veldtafel')).status]).toEqual([step, 403]);
      const bad = await post(`/${id}/${step}`, { reden: ' ', versie: 'x' });
      expect([step, bad.status, fieldsOf(bad).includes('versie')]).toEqual([step, 400, true]);
    }
    const seen = async (): Promise<number> => (await repo(PanelMeetingEntity).findOneByOrFail({ id })).version;

    const off = await post(`/${id}/${steps[0]}`, { reden, versie: await seen() }).expect(200);
    expect(panelSchema.parse(off.body)).toMatchObject({ agenda: [], zaken: 0 });
    expect((await asMember().expect(200)).body.agenda).toEqual([]);
    expect((await post(`/${id}/zaken/${of.id}/bijdragen`, advice)).status).toBe(404);
    expect((await post(`/${id}/${steps[0]}`, { reden, versie: await seen() })).status).toBe(404);
    await put(id, of.client.nummer);
    const { body: course } = await app().request().get(`/v1/clienten/${of.client.id}/verloop`).expect(200);
    const lines = course.items.map(({ wat, toelichting }: { wat: string; toelichting: string }) => [wat, toelichting]);
    expect(lines).toContainEqual(['Van de agenda van de veldtafel gehaald', reden]);
    expect(lines).toContainEqual(['Advies van de veldtafel', advice.tekst]);

    await post(`/${id}/${steps[1]}`, { versie: await seen() }).expect(200);
    expect((await asMember()).status).toBe(404);
    expect((await post(`/${id}/aanwezigheid`, { deelnemer: guest.id, aanwezig: true })).status).toBe(400);
    expect((await invite(id)).deelnemers).toHaveLength(1);

    const cancelled = await post(`/${id}/afgelastingen`, { reden: 'Te weinig zaken.', versie: await seen() }).expect(
      200,
    );
    const afgelast = { reden: 'Te weinig zaken.', door: 'Anouk Voorbeeld' };
    expect(panelSchema.parse(cancelled.body)).toMatchObject({ status: 'afgelast', afgelast, bijdragenVan: [] });
    expect((await asMember().expect(200)).body).toMatchObject({ status: 'afgelast', agenda: [] });
    const listed = async (status: string): Promise<boolean> => {
      const { body } = await app().request().get(`/v1/veldtafels?aantal=100&status=${status}`).expect(200);
      return body.items.some((each: { id: string }) => each.id === id);
    };
    expect([await listed('gepland'), await listed('afgelast')]).toEqual([false, true]);
    const again = cancelled.body.agenda[0].id;
    for (const [step, body] of [
      ['uitnodigingen', { persoon: await member() }],
      ['zaken', { client: of.client.nummer, vraag: 'Nog iets?', delen: [] }],
      [`zaken/${again}/bijdragen`, advice],
      [`zaken/${again}/intrekkingen`, { reden, versie: await seen() }],
      ['vaststellingen', { versie: await seen() }],
      ['afgelastingen', { reden, versie: await seen() }],
    ] as const) {
      expect([step, codeOf(await post(`/${id}/${step}`, body))]).toEqual([step, 'bijeenkomst-afgelast']);
    }
    const change = `UPDATE panel_case SET client_reference = 'X' WHERE meeting_id = $1`;
    await expect(app().dataSource.query(change, [id])).rejects.toThrow('the minutes of this meeting are closed');
  });

  it('stop the clock of the talk about where to go once the triageteam had it, and a veldtafel does not', async () => {
    const running = async () => {
      const { body } = await app().request().get('/v1/klokken?klok=triage&aantal=100').expect(200);
      return body.items.map(({ client }: { client: { nummer: string } }) => client.nummer) as string[];
    };
    const waiting = (await clients()).find(({ currentStaySince: since }) => since !== null && since <= TEST_DAY)!;
    const stay = { currentStaySince: '2026-11-01', readyForOutflowOn: null };
    await repo(HouseholdEntity).update({ id: waiting.id }, stay);
    expect(await running()).toContain(waiting.reference);
    await put((await plan()).id, waiting.reference);
    expect(await running()).toContain(waiting.reference);
    await put((await plan({ soort: 'triageteam', op: '2026-11-30' })).id, waiting.reference);
    expect(await running()).toContain(waiting.reference);
    const { id } = await plan({ soort: 'triageteam' });
    await put(id, waiting.reference);
    // It only took place once there are minutes.
    expect(await running()).toContain(waiting.reference);
    await close(id, (await invite(id)).deelnemers[0]!.id);
    expect(await running()).not.toContain(waiting.reference);
  });

  it('refuse by name what cannot be, and take a client once', async () => {
    const before = await repo(PanelMeetingEntity).count();
    const bad = await post('', { soort: 'borrel', titel: ' ', op: '2026-02-30' });
    expect([bad.status, fieldsOf(bad)]).toEqual([400, ['op', 'soort', 'titel']]);
    expect(await repo(PanelMeetingEntity).count()).toBe(before);
    const { id, deelnemers } = await prepared();
    const wrong = await post(`/${id}/zaken`, { client: 'XX-1', vraag: 'Wat?', delen: ['huisdieren'] });
    expect([wrong.status, fieldsOf(wrong)]).toEqual([400, ['client', 'delen']]);
    const [client] = await clients();
    const twice = { client: client!.reference, vraag: 'Wat?', delen: [] };
    expect(codeOf(await post(`/${id}/zaken`, twice))).toBe('al-op-agenda');
    expect(codeOf(await post(`/${id}/uitnodigingen`, { persoon: await member() }))).toBe('al-uitgenodigd');
    const auditor: string = (await app().as('auditor').get('/v1/sessie')).body.persoon.id;
    expect(fieldsOf(await post(`/${id}/uitnodigingen`, { persoon: auditor }))).toEqual(['persoon']);
    const elsewhere = await plan();
    const other = { deelnemer: deelnemers[0]!.id, aanwezig: true };
    expect(fieldsOf(await post(`/${elsewhere.id}/aanwezigheid`, other))).toEqual(['deelnemer']);
  });
}
