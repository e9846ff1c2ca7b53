import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'supertest';
import {
  WARM_HANDOVER_ACTIONS,
  WARM_HANDOVER_STATES,
  type WarmHandoverAction,
  type WarmHandoverState,
  warmHandoverTransitions,
} from '../../src/core/review/warm-handover-transitions';
import { transitionsFrom } from '../../src/core/review/validate-transitions';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { WarmHandoverEntity } from '../../src/database/entities/warm-handover.entity';
import { type HandoverDto, handoverSchema } from '../../src/modules/handovers/handover.dto';
import { holdsPermission, type Role, ROLES } from '../../src/platform/access/permissions';
import { Clock } from '../../src/platform/clock';
import { completedRound, keepClients } from '../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';
import { handoverCases } from './handovers/handover-cases';
import { panelCases } from './panels/panel-cases';

/** Assen has somebody in the role of gemeente, Hoogeveen has nobody, and Groningen is outside the region. */
const [ASSEN, HOOGEVEEN, GRONINGEN] = ['GM0106', 'GM0118', 'GM0014'];
const LATER = '2026-12-01';
const namens = { door: 'Mevrouw De Vries', op: TEST_DAY, wijze: 'telefoon', bewijs: 'Mail in het archief' };
const asked = {
  ...{ van: HOOGEVEEN, naar: ASSEN, reden: 'Heeft daar familie.', afspraken: 'Blijft in de opvang.' },
  ...{ toestemmingOp: TEST_DAY, toestemmingHoe: 'In een gesprek' },
};
const outside = { ...asked, van: ASSEN, naar: GRONINGEN, naarNaam: 'Groningen' };
let test: TestApp;
let today: jest.SpiedFunction<Clock['now']>;
let proposed: ProposalEntity[];
/** Clients without a proposal. */
let free: string[];

beforeAll(async () => {
  test = await createTestApp();
  today = jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  await keepClients(test, 60);
  const { id } = await completedRound(test, 'overdracht');
  proposed = await repo(ProposalEntity).find({ where: { runId: id }, order: { id: 'ASC' } });
  const households = await repo(HouseholdEntity).find({ where: { status: 'waiting' }, order: { reference: 'ASC' } });
  const taken = new Set(proposed.map(({ householdId }) => householdId));
  free = households.map((each) => each.id).filter((each) => !taken.has(each));
});
afterAll(() => test?.close());

const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
const post = (path: string, body: object, role: Role = 'coordinator') => test.as(role).post(`/v1/${path}`).send(body);
const codeOf = ({ body }: Response): string => String(body.type).split(':').at(-1)!;
const fieldsOf = ({ body }: Response): string[] => body.fouten.map(({ veld }: { veld: string }) => veld).sort();
const household = (id: string) => repo(HouseholdEntity).findOneByOrFail({ id });

async function ask(body: object, client = free.pop()!): Promise<HandoverDto> {
  const answer = await post(`clienten/${client}/warmeoverdrachten`, body);
  expect([answer.status, answer.body.fouten]).toEqual([201, undefined]);
  return handoverSchema.parse(answer.body);
}

const ADDRESS: Readonly<Record<WarmHandoverAction, string>> = {
  aanvaarden: 'antwoorden',
  weigeren: 'antwoorden',
  intrekken: 'intrekkingen',
  voltooien: 'afrondingen',
};
const BODIES: Readonly<Record<WarmHandoverAction, object>> = {
  aanvaarden: { antwoord: 'aanvaarden', overnameOp: TEST_DAY },
  weigeren: { antwoord: 'weigeren', reden: 'Wij kennen deze persoon niet.' },
  intrekken: { reden: 'De cliënt wil het niet meer.' },
  voltooien: { op: TEST_DAY },
};
/** A step with the version of this moment. */
async function take(id: string, action: WarmHandoverAction, role: Role, body: object = {}): Promise<Response> {
  const { version } = await repo(WarmHandoverEntity).findOneByOrFail({ id });
  return post(`warmeoverdrachten/${id}/${ADDRESS[action]}`, { ...BODIES[action], versie: version, ...body }, role);
}

const WAY: Readonly<Record<WarmHandoverState, readonly WarmHandoverAction[]>> = {
  gevraagd: [],
  aanvaard: ['aanvaarden'],
  geweigerd: ['weigeren'],
  ingetrokken: ['intrekken'],
  overgedragen: ['aanvaarden', 'voltooien'],
};
const answererOf = (action: WarmHandoverAction): Role =>
  ADDRESS[action] === 'antwoorden' ? 'gemeente' : 'coordinator';

async function inState(state: WarmHandoverState): Promise<string> {
  const { id } = await ask(asked, free[0]);
  for (const action of WAY[state]) expect((await take(id, action, answererOf(action))).status).toBe(200);
  return id;
}

describe('a warm handover to a gemeente that answers itself', () => {
  it.each(WARM_HANDOVER_STATES)(
    'that is %s takes the steps of its table from who may, and none else',
    async (state) => {
      for (const action of WARM_HANDOVER_ACTIONS) {
        const id = await inState(state);
        const found = transitionsFrom(warmHandoverTransitions, state).find((each) => each.action === action);
        const permission = warmHandoverTransitions.transitions.find((each) => each.action === action)!.permission;
        // The one whose step it is comes last: it may change the state.
        const order = [...ROLES].sort((a, b) => Number(a === answererOf(action)) - Number(b === answererOf(action)));
        for (const role of order) {
          const answer = await take(id, action, role);
          const expected = !holdsPermission(role, permission) ? 403 : found && role === answererOf(action) ? 200 : 409;
          expect([state, action, role, answer.status]).toEqual([state, action, role, expected]);
        }
        expect((await repo(WarmHandoverEntity).findOneByOrFail({ id })).state).toBe(found?.to ?? state);
        // The next one is about the same client.
        await take(id, 'intrekken', 'coordinator');
        // Who went over does not go from the same gemeente again.
        if ((await repo(WarmHandoverEntity).findOneByOrFail({ id })).state === 'overgedragen') free.shift();
      }
    },
  );

  it('is seen by that gemeente alone, without the file, and by the aanbieder of the client', async () => {
    const session = await test.as('aanbieder').get('/v1/sessie');
    const aanbieder: string = session.body.rol.organisatie.id;
    const clients = await repo(HouseholdEntity).find({ where: { status: 'waiting' }, order: { reference: 'ASC' } });
    const own = clients.find((each) => free.includes(each.id) && each.ownerOrganisationId === aanbieder)!.id;
    const other = clients.find((each) => each.ownerOrganisationId !== aanbieder)!.id;
    const [mine, elsewhere] = [await ask(asked, own), await ask(outside, other)];
    const idsFor = async (role: Role): Promise<string[]> => {
      const { body } = await test.as(role).get('/v1/warmeoverdrachten?aantal=100&open=true').expect(200);
      return body.items.map(({ id }: { id: string }) => id);
    };
    expect(await idsFor('coordinator')).toEqual(expect.arrayContaining([mine.id, elsewhere.id]));
    expect(await idsFor('gemeente')).toEqual([mine.id]);
    expect(await idsFor('aanbieder')).toEqual([mine.id]);
    expect((await test.as('gemeente').get(`/v1/warmeoverdrachten/${elsewhere.id}`)).status).toBe(404);
    const seen = await test.as('gemeente').get(`/v1/warmeoverdrachten/${mine.id}`).expect(200);
    expect(handoverSchema.parse(seen.body)).toMatchObject({ toegestaneActies: ['aanvaarden', 'weigeren'] });
    const log = await test.dataSource.query<{ role: string }[]>(
      `SELECT role FROM access_log WHERE action = 'handover.read' AND object_ids = ARRAY[$1] AND outcome = 'granted'`,
      [own],
    );
    expect(log).toEqual([{ role: 'gemeente' }]);
    for (const { id } of [mine, elsewhere]) await take(id, 'intrekken', 'coordinator');
  });

  it('leaves the client in the rounds of the region, and the own gemeente responsible until the agreed day', async () => {
    const { id, client } = await ask(asked);
    const read = async () => handoverSchema.parse((await test.request().get(`/v1/warmeoverdrachten/${id}`)).body);
    expect(await read()).toMatchObject({
      verantwoordelijk: { id: HOOGEVEEN },
      wachtOp: 'gemeente',
      verlaatRegio: false,
    });
    expect((await take(id, 'aanvaarden', 'gemeente', { overnameOp: LATER })).status).toBe(200);
    expect(await read()).toMatchObject({ verantwoordelijk: { id: HOOGEVEEN }, wachtOp: 'coordinator' });
    expect(fieldsOf(await take(id, 'voltooien', 'coordinator'))).toEqual(['op']);
    today.mockReturnValue(new Date(`${LATER}T11:00:00Z`));
    expect((await take(id, 'voltooien', 'coordinator', { op: LATER })).body).toMatchObject({
      ...{ status: 'overgedragen', verantwoordelijk: { id: ASSEN }, antwoord: { wijze: null, bewijs: null } },
    });
    today.mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    expect((await household(client.id)).status).toBe('waiting');
  });

  it('is late after ten working days, which the list shows first', async () => {
    const { id, uiterlijkOp } = await ask(asked);
    expect(uiterlijkOp).toBe('2026-12-04');
    today.mockReturnValue(new Date('2026-12-07T11:00:00Z'));
    const { body } = await test.request().get('/v1/warmeoverdrachten?teLaat=true').expect(200);
    today.mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    expect(body.items).toMatchObject([{ id, teLaat: true, dagenOver: -3, status: 'gevraagd' }]);
    expect((await test.request().get('/v1/warmeoverdrachten?teLaat=true')).body.items).toEqual([]);
    await take(id, 'intrekken', 'coordinator');
  });
});

describe('a warm handover to a gemeente without people here', () => {
  it('is answered by a coordinator who says who answered, when, how, and where the proof is', async () => {
    const { id } = await ask({ ...asked, van: ASSEN, naar: HOOGEVEEN });
    expect(fieldsOf(await take(id, 'aanvaarden', 'coordinator'))).toEqual(['namens']);
    const early = { namens: { ...namens, op: '2026-11-21' }, overnameOp: '2026-11-20' };
    expect(fieldsOf(await take(id, 'aanvaarden', 'coordinator', early))).toEqual(['namens.op', 'overnameOp']);
    const answer = await take(id, 'weigeren', 'coordinator', { namens });
    expect(handoverSchema.parse(answer.body)).toMatchObject({
      status: 'geweigerd',
      antwoord: { ...namens, wijze: { code: 'telefoon' }, toelichting: 'Wij kennen deze persoon niet.' },
    });
  });

  it('outside the region takes the client out of the rounds, and closes the file on the day it takes place', async () => {
    const { id, client, verlaatRegio } = await ask(outside);
    expect(verlaatRegio).toBe(true);
    expect((await take(id, 'aanvaarden', 'coordinator', { namens })).body.status).toBe('aanvaard');
    expect(await household(client.id)).toMatchObject({ status: 'paused', pausedUntil: null, pauseReason: 'handover' });
    const { version: versie } = await household(client.id);
    const resumed = await post(`clienten/${client.id}/parkeringen/beeindigingen`, { toelichting: 'Toch', versie });
    expect(codeOf(resumed)).toBe('overdracht-aanvaard');
    const closing = { reden: 'vertrokken', op: TEST_DAY, toelichting: null, versie };
    expect(codeOf(await post(`clienten/${client.id}/afsluitingen`, closing))).toBe('overdracht-loopt');
    expect((await take(id, 'voltooien', 'coordinator')).status).toBe(200);
    expect(await household(client.id)).toMatchObject({
      ...{ status: 'closed', closedOn: TEST_DAY, closingReason: 'transferred', pauseReason: null },
    });
    expect(codeOf(await post(`clienten/${client.id}/warmeoverdrachten`, outside))).toBe('wacht-niet');
  });

  it('is not accepted while a proposal goes on, which is named, nor while the data may not be used', async () => {
    const { id: proposal, householdId } = proposed.pop()!;
    const { id } = await ask(outside, householdId);
    const refused = await take(id, 'aanvaarden', 'coordinator', { namens });
    expect([refused.status, codeOf(refused), refused.body.voorstel]).toEqual([409, 'voorstel-loopt', proposal]);
    expect((await household(householdId)).status).toBe('waiting');
    const rejection = { besluit: 'afgewezen', redenCode: 'NIE', versie: 1 };
    await post(`voorstellen/${proposal}/beoordelingen`, rejection).expect(201);
    const objection = { soort: 'bezwaar', ontvangenOp: TEST_DAY, vraag: 'Liever niet.' };
    await post(`clienten/${householdId}/verzoeken`, objection).expect(201);
    expect(codeOf(await take(id, 'aanvaarden', 'coordinator', { namens }))).toBe('verwerking-beperkt');
    expect((await repo(WarmHandoverEntity).findOneByOrFail({ id })).state).toBe('gevraagd');
  });
});

describe('asking for a warm handover', () => {
  it.each([
    [{ van: GRONINGEN }, ['van']],
    [{ naar: HOOGEVEEN }, ['naar']],
    [{ naar: 'Assen' }, ['naar']],
    [{ naar: GRONINGEN }, ['naarNaam']],
    [{ naarNaam: 'Assen' }, ['naarNaam']],
    [{ van: GRONINGEN, naarNaam: 'Assen', toestemmingOp: '2026-11-23' }, ['naarNaam', 'toestemmingOp', 'van']],
    [{ reden: ' ', toestemmingOp: '2026-02-30' }, ['reden', 'toestemmingOp']],
  ])('with %j is refused by name, and nothing is saved', async (body, fields) => {
    const before = await repo(WarmHandoverEntity).count();
    const answer = await post(`clienten/${free[0]}/warmeoverdrachten`, { ...asked, ...body });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, fields]);
    expect(await repo(WarmHandoverEntity).count()).toBe(before);
  });

  it('happens once at a time, and a step is taken by who saw it as it is', async () => {
    const client = free.pop()!;
    const { id } = await ask(asked, client);
    expect(codeOf(await post(`clienten/${client}/warmeoverdrachten`, asked))).toBe('overdracht-loopt');
    expect(codeOf(await take(id, 'intrekken', 'coordinator', { versie: 9 }))).toBe('intussen-gewijzigd');
  });
});

// On the application of the above, because starting one takes longest.
describe('beside a warm handover', () => {
  const on = (day: string) => today.mockReturnValue(new Date(`${day}T11:00:00Z`));
  handoverCases({ app: () => test, repo, post, codeOf, fieldsOf, asked, outside, ask, take, on, namens });
});
describe('meetings of the veldtafel', () => panelCases({ app: () => test, repo, codeOf, fieldsOf }));
