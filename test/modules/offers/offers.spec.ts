import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '../../../src/core/time/calendar';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import type { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { Clock } from '../../../src/platform/clock';
import { completedRound, keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { CaseDriver, HEARD } from './case-driver';
import { refusalCases } from './refusal-cases';
import { tenancyCases } from './tenancy-cases';
import { timelineCases } from './timeline-cases';

const TOMORROW = addDays(TEST_DAY, 1);
let test: TestApp;
let cases: CaseDriver;

beforeAll(async () => {
  test = await createTestApp();
  jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  await keepClients(test, 80);
  cases = new CaseDriver(test);
  await cases.use((await completedRound(test, 'aanbod')).id);
});
afterAll(() => test?.close());

const codeOf = ({ body }: { body: { type?: string } }) => body.type?.replace('urn:woonplek:probleem:', '');
const fieldsOf = ({ body }: { body: { fouten?: { veld: string }[] } }) => (body.fouten ?? []).map(({ veld }) => veld);
const single = (_: ProposalEntity, unit: UnitEntity) => unit.places === 1 && !unit.housingFirst;
const household = async (id: string): Promise<HouseholdEntity> =>
  cases.repo(HouseholdEntity).findOneByOrFail({ id: (await cases.stored(id)).householdId });
describe('an offer', () => {
  it('goes to the key, and every step says who took it', async () => {
    const id = await cases.confirmed(single);
    const { unitId, householdId, version } = await cases.stored(id);
    const offers = await Promise.all([1, 2].map(() => cases.post(id, 'aanbiedingen', { ...HEARD, versie: version })));
    expect(offers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(codeOf(offers.find(({ status }) => status === 409)!)).toBe('intussen-gewijzigd');
    expect((await cases.accept(id)).status).toBe('geaccepteerd');

    const opened = await cases.take(id, 'voorbereidingen', {}, 'coordinator');
    expect(opened).toMatchObject({ status: 'landing', stappen: ['huisvesten'], landing: { versie: '2026-1' } });
    const early = await cases.key(id);
    expect([early.status, codeOf(early)]).toEqual([409, 'landing-niet-klaar']);
    expect(early.body.ontbreekt.length).toBe(opened.landing!.ontbreekt.length);
    for (const name of opened.landing!.ontbreekt) expect(early.body.detail).toContain(name);

    const unexplained = await cases.post(id, 'landingspunten/buren', { stand: 'niet-van-toepassing' });
    expect([unexplained.status, fieldsOf(unexplained)]).toEqual([400, ['toelichting']]);
    expect((await cases.post(id, 'landingspunten/zwembad', { stand: 'klaar' })).status).toBe(404);
    await cases.settleAll(id);
    const { body } = await test.request().get(`/v1/voorstellen/${id}/zaak`);
    expect(body.landing.ontbreekt).toEqual([]);
    expect(body.landing.punten[0]).toMatchObject({ stand: { code: 'klaar' }, door: 'Anouk Voorbeeld' });

    for (const day of [TOMORROW, addDays(TEST_DAY, -1)]) {
      const refused = await cases.key(id, day);
      expect([day, refused.status, fieldsOf(refused)]).toEqual([day, 400, ['sleuteldatum']]);
    }
    const handed = await cases.key(id);
    expect([handed.status, handed.body]).toMatchObject([201, { status: 'gehuisvest', sleuteldatum: TEST_DAY }]);
    const again = await cases.post(id, 'huisvestingen', { sleuteldatum: TEST_DAY, versie: handed.body.versie - 1 });
    expect([again.status, codeOf(again)]).toEqual([409, 'intussen-gewijzigd']);

    const client = await household(id);
    expect(client.status).toBe('housed');
    const [placement, ...others] = await cases.repo(PlacementEntity).findBy({ householdId });
    expect(others).toEqual([]);
    expect(placement).toMatchObject({
      ...{ unitId, proposalId: id, startDate: TEST_DAY, endDate: null, state: 'lopend', counts: true },
      ...{ draaglast: client.draaglast, supportLevel: client.supportLevel, guidanceHours: client.guidanceHours },
      ...{ doelgroepId: client.doelgroepId, herkomstGemeenteId: client.herkomstGemeenteId },
    });
    expect((await cases.repo(UnitEntity).findOneByOrFail({ id: unitId })).status).toBe('occupied');
    const events = await cases.repo(ProposalEventEntity).find({ where: { proposalId: id }, order: { at: 'ASC' } });
    expect(events.map(({ action }) => action)).toEqual([
      ...['goedkeuren', 'bevestigen', 'aanbieden', 'accepteren', 'voorbereiden', 'huisvesten'],
    ]);
    for (const { actor, actorRole } of events) expect([actor, actorRole]).not.toContain(null);
    expect((await cases.stored(id)).version).toBe(handed.body.versie);
  });

  it('is answered by the client, or by somebody who says who they are and where the evidence is', async () => {
    const id = await cases.confirmed(single);
    const { version } = await cases.stored(id);
    const unoffered = await cases.post(id, 'antwoorden', {
      ...{ antwoord: 'accepteren', door: 'client', ...HEARD, versie: version },
    });
    expect([unoffered.status, codeOf(unoffered)]).toEqual([409, 'transition-not-allowed']);
    await cases.offer(id);
    const answer = { antwoord: 'accepteren', ...HEARD, versie: version + 1 };
    for (const [body, fields] of [
      [{ door: 'namens' }, ['namens', 'bewijs']],
      [{ door: 'namens', namens: 'De bewindvoerder' }, ['bewijs']],
      [{ door: 'client', namens: 'De buurvrouw' }, ['namens']],
      [{ door: 'client', op: TOMORROW }, ['op']],
      [{ door: 'client', op: addDays(TEST_DAY, -1) }, ['op']],
    ] as const) {
      const refused = await cases.post(id, 'antwoorden', { ...answer, ...body });
      expect([refused.status, fieldsOf(refused)]).toEqual([400, fields]);
    }
    const behalf = { door: 'namens', namens: 'De bewindvoerder', bewijs: 'Brief in het dossier' };
    const done = await cases.post(id, 'antwoorden', { ...answer, ...behalf });
    expect(done.body.contacten[1]).toMatchObject({
      ...{ soort: { code: 'geaccepteerd' }, door: { code: 'namens' }, namens: 'De bewindvoerder' },
      ...{ bewijs: 'Brief in het dossier', op: TEST_DAY, vastgelegdDoor: 'Anouk Voorbeeld' },
    });
  });

  it('stays when the client does not come, which is no refusal', async () => {
    const id = await cases.confirmed(single);
    await cases.offer(id);
    const missed = await cases.take(id, 'niet-verschenen', { wijze: 'gesprek', op: TEST_DAY });
    expect(missed).toMatchObject({ status: 'aangeboden', weigering: null });
    const { version } = await cases.stored(id);
    const twice = await cases.post(id, 'niet-verschenen', { ...HEARD, versie: version });
    expect([twice.status, codeOf(twice)]).toEqual([409, 'al-vastgelegd']);
    expect((await cases.accept(id)).status).toBe('geaccepteerd');
  });

  it('goes back to the coordinator when a hard rule fails today, at every step towards the key', async () => {
    for (const steps of [0, 2, 3]) {
      const id = await cases.confirmed(single);
      const path = ['aanbiedingen', 'antwoorden', 'voorbereidingen', 'huisvestingen'][steps]!;
      if (steps > 0) await cases.offer(id);
      if (steps > 1) await cases.accept(id);
      if (steps > 2) await cases.take(id, 'voorbereidingen');
      if (steps > 2) await cases.settleAll(id);
      const { unitId, householdId, version } = await cases.stored(id);
      const home = await cases.repo(UnitEntity).findOneByOrFail({ id: unitId });
      await cases.repo(UnitEntity).update({ id: unitId }, { ageFrom: 95, ageBelow: 99 });
      const body = { ...(steps === 0 && HEARD), ...(steps === 3 && { sleuteldatum: TEST_DAY }), versie: version };
      const answer = await cases.post(id, path, body);
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 409, 'klopt-niet-meer']);
      expect(answer.body.detail).not.toContain('Leeftijd');
      expect((await cases.stored(id)).state).toBe('verouderd');
      expect(await cases.repo(PlacementEntity).countBy({ householdId })).toBe(0);
      await cases.repo(UnitEntity).update({ id: unitId }, { ageFrom: home.ageFrom, ageBelow: home.ageBelow });
    }
  });

  it('ends with a key from the corporatie, which is told of the landing only what is about the contract', async () => {
    const own: string = (await test.as('corporatie').get('/v1/sessie')).body.rol.organisatie.id;
    const id = await cases.landed((_, unit) => unit.ownerOrganisationId === own);
    const other = await cases.landed((_, unit) => unit.ownerOrganisationId !== own);
    expect((await cases.key(other, TEST_DAY, 'corporatie')).status).toBe(404);
    const { body: profiles } = await test.as('corporatie').get('/v1/toewijzingsprofielen?aantal=100');
    const shown = profiles.items.find((each: { id: string }) => each.id === id);
    expect(shown.toegestaneActies).toEqual(['huisvesten', 'intrekken']);
    const early = await cases.key(id, TEST_DAY, 'corporatie');
    expect([early.status, codeOf(early)]).toEqual([409, 'landing-niet-klaar']);
    expect(early.body.ontbreekt.map(({ code }: { code: string }) => code)).toContain('sleutelafspraak');
    expect(early.text).not.toMatch(/begeleiding|uitkering|inkomen/i);
    expect(early.body.ontbreektElders).toBeGreaterThan(0);
    await cases.settleAll(id);
    const handed = await cases.key(id, TEST_DAY, 'corporatie');
    expect([handed.status, Object.keys(handed.body).sort()]).toEqual([
      201,
      ['sleuteldatum', 'status', 'versie', 'voorstel'],
    ]);
    expect((await household(id)).status).toBe('housed');
  });

  it('is of the aanbieder whose client it is, and of no other', async () => {
    const own: string = (await test.as('aanbieder').get('/v1/sessie')).body.rol.organisatie.id;
    const mine = await cases.confirmed(
      (proposal, unit) => proposal.aanbiederOrganisationId === own && !unit.housingFirst,
    );
    const other = await cases.confirmed((proposal) => proposal.aanbiederOrganisationId !== own);
    expect((await cases.take(mine, 'aanbiedingen', HEARD, 'aanbieder')).status).toBe('aangeboden');
    const { version } = await cases.stored(other);
    const refused = await cases.post(other, 'aanbiedingen', { ...HEARD, versie: version }, 'aanbieder');
    expect(refused.status).toBe(404);
    const answered = await cases.refuse(mine, 'PER', 'aanbieder');
    expect(answered).toMatchObject({ status: 'geweigerd', stappen: [], weigering: { teBeoordelen: true } });
    for (const isUnjudged of [true, false]) {
      const { body: list } = await test
        .request()
        .get(`/v1/voorstellen?status=geweigerd&teBeoordelen=${isUnjudged}&aantal=100`);
      expect(list.items.some((each: { id: string }) => each.id === mine)).toBe(isUnjudged);
    }
    const event = await cases
      .repo(ProposalEventEntity)
      .findOneOrFail({ where: { proposalId: mine }, order: { at: 'DESC' } });
    expect(event).toMatchObject({ actorRole: 'aanbieder', actorOrganisationId: own, reasonCode: 'PER' });
  });
});

refusalCases({ test: () => test, cases: () => cases });
tenancyCases({ test: () => test, cases: () => cases });
timelineCases({ test: () => test, cases: () => cases });
