import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Response } from 'supertest';
import {
  CLIENT_REQUEST_ACTIONS,
  CLIENT_REQUEST_STATES,
  clientRequestTransitions,
} from '../../src/core/review/client-request-transitions';
import { transitionsFrom } from '../../src/core/review/validate-transitions';
import { ClientRequestEntity } from '../../src/database/entities/client-request.entity';
import { HouseholdMemberEntity } from '../../src/database/entities/household-member.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { type ClientRequestsDto, clientRequestsSchema } from '../../src/modules/client-rights/client-request.dto';
import { Clock } from '../../src/platform/clock';
import { completedRound, keepClients } from '../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';
import type { ClientRightsCase } from './client-rights/client-rights-case';
import { correctionCases } from './client-rights/correction-cases';
import { exportCases } from './client-rights/export-cases';
import { restrictionCases } from './client-rights/restriction-cases';

let test: TestApp;
let fresh: ProposalEntity[];

beforeAll(async () => {
  test = await createTestApp();
  jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  await keepClients(test, 60);
  const { id } = await completedRound(test, 'rechten');
  fresh = await repo(ProposalEntity).find({ where: { runId: id }, order: { id: 'ASC' } });
});
afterAll(() => test?.close());

const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
const post = (path: string, body: object) => test.request().post(`/v1/${path}`).send(body);
const get = (path: string) => test.request().get(`/v1/${path}`);
const codeOf = ({ body }: Response): string => String(body.type).split(':').at(-1)!;
const fieldsOf = ({ body }: Response): string[] => body.fouten.map(({ veld }: { veld: string }) => veld).sort();
/** A proposal, and so a household, that no other test has touched. */
function next(aanbieder?: string): ProposalEntity {
  const place = fresh.findLastIndex((each) => aanbieder === undefined || each.aanbiederOrganisationId === aanbieder);
  return fresh.splice(place, 1)[0]!;
}
const told = { clientGeinformeerdOp: TEST_DAY };

async function ask(id: string, body: object): Promise<ClientRequestsDto> {
  const answer = await post(`clienten/${id}/verzoeken`, { ontvangenOp: TEST_DAY, vraag: 'Mag dit?', ...body });
  expect([answer.status, answer.body.fouten]).toEqual([201, undefined]);
  return clientRequestsSchema.parse(answer.body);
}
async function decide(id: string, request: string, body: object): Promise<Response> {
  const row = await repo(ClientRequestEntity).findOneByOrFail({ id: request });
  return post(`clienten/${id}/verzoeken/${request}/besluiten`, { versie: row.version, ...body });
}

describe('a request of a client', () => {
  const bodies = {
    inwilligen: { besluit: 'inwilligen', antwoord: 'Gedaan.' },
    afwijzen: { besluit: 'afwijzen', antwoord: 'Het klopt al. U kunt een klacht indienen.' },
    intrekken: { besluit: 'intrekken' },
    verlengen: { besluit: 'verlengen', reden: 'Wij wachten op een uittreksel.' },
  };
  const stepTo = { open: null, ingewilligd: 'inwilligen', afgewezen: 'afwijzen', ingetrokken: 'intrekken' } as const;

  it.each(CLIENT_REQUEST_STATES)('that is %s takes the steps of its table, and 409 for every other', async (state) => {
    const { householdId: id } = fresh[0]!;
    for (const action of CLIENT_REQUEST_ACTIONS) {
      const { items } = await ask(id, { soort: 'inzage' });
      const request = items[0]!.id;
      const step = stepTo[state];
      if (step !== null) expect((await decide(id, request, bodies[step])).status).toBe(200);
      const answer = await decide(id, request, bodies[action]);
      const found = transitionsFrom(clientRequestTransitions, state).find((each) => each.action === action);
      expect([state, action, answer.status]).toEqual([state, action, found ? 200 : 409]);
      if (found === undefined) expect(codeOf(answer)).toBe('transition-not-allowed');
      else expect((answer.body as ClientRequestsDto).items.find((each) => each.id === request)!.status).toBe(found.to);
    }
  });

  it('has a month, is extended once, and is late after its last day, which the work list shows first', async () => {
    const { householdId: id } = fresh[0]!;
    const late = (await ask(id, { soort: 'inzage', ontvangenOp: '2026-09-30' })).items.at(-1)!;
    expect(late).toMatchObject({ uiterlijkOp: '2026-10-30', teLaat: true });
    expect(late.toegestaneActies).not.toContain('verlengen');
    expect(codeOf(await decide(id, late.id, bodies.verlengen))).toBe('termijn-voorbij');

    const [request] = (await ask(id, { soort: 'inzage' })).items;
    const extended = (await decide(id, request!.id, bodies.verlengen)).body as ClientRequestsDto;
    expect(extended.items.find((each) => each.id === request!.id)).toMatchObject({
      ...{ uiterlijkOp: '2027-02-22', verlengdOp: TEST_DAY, redenVerlenging: bodies.verlengen.reden, teLaat: false },
      toegestaneActies: ['inwilligen', 'afwijzen', 'intrekken'],
    });
    expect(codeOf(await decide(id, request!.id, bodies.verlengen))).toBe('al-verlengd');

    const { body } = await get('verzoeken?status=open&soort=inzage');
    expect(body.items[0]).toMatchObject({ id: late.id, teLaat: true, dagenOver: -23, beperkt: false });
    const days = body.items.map(({ uiterlijkOp }: { uiterlijkOp: string }) => uiterlijkOp);
    expect(days).toEqual([...days].sort());
    expect((await get('verzoeken?teLaat=true')).body.items.map((each: { id: string }) => each.id)).toEqual([late.id]);
    expect(JSON.stringify(body)).not.toContain('Mag dit?');
    const members = await repo(HouseholdMemberEntity).findBy({ householdId: id });
    for (const { familyName } of members) expect(JSON.stringify(body)).not.toContain(familyName);
  });

  it.each([
    [{ soort: 'klacht' }, ['soort']],
    [{ soort: 'inzage', ontvangenOp: '2026-11-23' }, ['ontvangenOp']],
    [{ soort: 'inzage', ontvangenOp: '2020-01-01', vraagtBeperking: true }, ['ontvangenOp', 'vraagtBeperking']],
    [{ soort: 'inzage', ontvangenOp: '2026-02-30', vraag: ' ' }, ['ontvangenOp', 'vraag']],
  ])('that says %j is refused by name, and nothing is saved', async (body, fields) => {
    const before = await repo(ClientRequestEntity).count();
    const answer = await post(`clienten/${fresh[0]!.householdId}/verzoeken`, {
      ...{ ontvangenOp: TEST_DAY, vraag: 'Mag dit?' },
      ...body,
    });
    expect([answer.status, fieldsOf(answer)]).toEqual([400, fields]);
    expect(await repo(ClientRequestEntity).count()).toBe(before);
  });

  it('is decided on its own page only, by who saw it as it is', async () => {
    const [one, other] = [fresh[0]!.householdId, fresh[1]!.householdId];
    const [request] = (await ask(one, { soort: 'inzage' })).items;
    const elsewhere = await post(`clienten/${other}/verzoeken/${request!.id}/besluiten`, {
      ...bodies.intrekken,
      versie: 1,
    });
    expect(elsewhere.status).toBe(404);
    const old = await post(`clienten/${one}/verzoeken/${request!.id}/besluiten`, { ...bodies.intrekken, versie: 9 });
    expect([old.status, codeOf(old)]).toEqual([409, 'intussen-gewijzigd']);
  });
});

const cases: ClientRightsCase = { app: () => test, repo, next, ask, decide, post, get, codeOf, fieldsOf, told };
describe('correction of a file', () => correctionCases(cases));
describe('all that is held about a client', () => exportCases(cases));
// The last of these asks for a newer round, after which the proposals of the first have lapsed.
describe('restriction of processing', () => restrictionCases(cases));
