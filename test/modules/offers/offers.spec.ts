import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { addDays } from '../../../src/core/time/calendar';
import { actingAs, SYSTEM } from '../../../src/database/acting';
import { HouseholdRefusalEntity } from '../../../src/database/entities/household-refusal.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { OfferContactEntity } from '../../../src/database/entities/offer-contact.entity';
import { PlacementEntity } from '../../../src/database/entities/placement.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { ParkingService } from '../../../src/modules/offers/parking.service';
import { SnapshotService } from '../../../src/modules/runs/snapshot.service';
import { Clock } from '../../../src/platform/clock';
import { completedRound, keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { CaseDriver, HEARD } from './case-driver';
import { tenancyCases } from './tenancy-cases';

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
const waitingOn = async (asOf: string): Promise<string[]> => {
  const read = () => test.app.get(SnapshotService).read(test.dataSource.manager, { regionId: 'assen', asOf, seed: '' });
  return (await actingAs(SYSTEM, read)).households.map(({ id }) => id);
};

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
    expect(await waitingOn(TEST_DAY)).not.toContain(householdId);
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
    const event = await cases
      .repo(ProposalEventEntity)
      .findOneOrFail({ where: { proposalId: mine }, order: { at: 'DESC' } });
    expect(event).toMatchObject({ actorRole: 'aanbieder', actorOrganisationId: own, reasonCode: 'PER' });
  });
});

describe('a refusal', () => {
  const refused: string[] = [];

  it('is free the first time: the home is free, its reason is a fact, and the client keeps the place', async () => {
    for (let times = 0; times < 4; times += 1) refused.push(await cases.confirmed(single));
    for (const id of refused) {
      const before = await household(id);
      await cases.offer(id);
      const answer = await cases.refuse(id, 'WBN');
      expect(answer).toMatchObject({
        status: 'geweigerd',
        weigering: { passend: null, teBeoordelen: true, gevolg: null },
      });
      const { unitId, householdId } = await cases.stored(id);
      expect((await cases.repo(UnitEntity).findOneByOrFail({ id: unitId })).status).toBe('available');
      const [fact] = await cases.repo(HouseholdRefusalEntity).findBy({ householdId, proposalId: id });
      expect(fact).toMatchObject({ unitId, reasonCode: 'WBN', until: null });
      const judged = await cases.post(id, 'weigeringsoordelen', { passend: true, toelichting: 'Alles klopte.' });
      expect(judged.body.weigering).toMatchObject({ passend: true, teBeoordelen: false, gevolg: { code: 'geen' } });
      const again = await cases.post(id, 'weigeringsoordelen', { passend: false, toelichting: 'Toch niet.' });
      expect([again.status, codeOf(again)]).toEqual([409, 'niets-te-beoordelen']);
      expect(await household(id)).toEqual(before);
    }
    expect(await waitingOn(TEST_DAY)).toEqual(
      expect.arrayContaining(await Promise.all(refused.map(async (id) => (await household(id)).id))),
    );
  });

  it('leads the second time to what the region agreed, until a day, and then the client is back by itself', async () => {
    const { id: runId } = await completedRound(test, 'tweede');
    const earlier = await Promise.all(refused.map((id) => cases.stored(id)));
    const offered = await cases.repo(ProposalEntity).findBy({ runId });
    const exempt = await cases.repo(UnitEntity).findBy({ housingFirst: true });
    const again = offered
      .filter(({ householdId }) => earlier.some((each) => each.householdId === householdId))
      .filter(({ unitId }) => exempt.every(({ id }) => id !== unitId));
    expect(again.length).toBeGreaterThan(1);
    for (const { householdId, unitId } of again) {
      expect(earlier.find((each) => each.householdId === householdId)!.unitId).not.toBe(unitId);
    }
    const { snapshot } = await cases
      .repo(MatchRunEntity)
      .findOneOrFail({ where: { id: runId }, select: { id: true, snapshot: true } });
    expect(snapshot).toContain(again[0]!.householdId);
    await cases.use(runId);
    const first = await cases.confirmed(({ id }) => id === again[0]!.id);
    await cases.offer(first);
    await cases.refuse(first, 'WOB');
    const judged = await cases.post(first, 'weigeringsoordelen', { passend: true, toelichting: 'Paste.' });
    expect(judged.body.weigering).toMatchObject({ gevolg: { code: 'geparkeerd' }, tot: '2027-01-21' });
    const parked = await household(first);
    expect(parked).toMatchObject({ status: 'paused', pausedUntil: '2027-01-21', pauseReason: 'refusal' });
    expect(await waitingOn('2027-01-21')).not.toContain(parked.id);
    expect(await waitingOn('2027-01-22')).toContain(parked.id);
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValueOnce(new Date('2027-01-22T11:00:00Z'));
    await actingAs(SYSTEM, () => test.app.get(ParkingService).handOverDueWork());
    expect(await household(first)).toMatchObject({ status: 'waiting', pausedUntil: null, pauseReason: null });

    const second = await cases.confirmed(({ id }) => id === again[1]!.id);
    await cases.offer(second);
    await cases.refuse(second, 'WOB');
    const unfit = await cases.post(second, 'weigeringsoordelen', { passend: false, toelichting: 'Te klein.' });
    expect(unfit.body.weigering).toMatchObject({ passend: false, gevolg: { code: 'geen' }, tot: null });
    expect((await household(second)).status).toBe('waiting');
  });

  it('has no consequence in Housing First, which offers again', async () => {
    const id = await cases.confirmed((_, unit) => unit.housingFirst);
    await cases.offer(id);
    expect((await cases.refuse(id, 'GEE')).weigering).toMatchObject({
      ...{ passend: null, teBeoordelen: false, gevolg: { code: 'geen' } },
    });
    expect((await household(id)).status).toBe('waiting');
  });

  it('keeps what was said, whatever is tried', async () => {
    const [row] = await cases.repo(OfferContactEntity).find({ take: 1 });
    await expect(cases.repo(OfferContactEntity).update({ id: row!.id }, { note: 'anders' })).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('a pause', () => {
  it('is asked for a client who waits, and ended by a coordinator', async () => {
    const waiting = await cases.repo(HouseholdEntity).findOneByOrFail({ status: 'waiting' });
    const at = (path: string, body: object) => test.request().post(`/v1/clienten/${waiting.id}/${path}`).send(body);
    const pause = { reden: 'opname', tot: '2026-12-31', toelichting: 'Opgenomen.', versie: waiting.version };
    expect(fieldsOf(await at('parkeringen', { ...pause, tot: '2026-11-21' }))).toEqual(['tot']);
    const parked = await at('parkeringen', pause);
    expect([parked.status, parked.body]).toMatchObject([201, { wacht: false, reden: { code: 'opname' } }]);
    expect(codeOf(await at('parkeringen', { ...pause, versie: parked.body.versie }))).toBe('wacht-niet');
    const back = { toelichting: 'Weer thuis.', versie: parked.body.versie };
    expect((await at('parkeringen/beeindigingen', back)).body).toMatchObject({ wacht: true, reden: null, tot: null });
    expect(codeOf(await at('parkeringen/beeindigingen', { ...back, versie: back.versie + 1 }))).toBe('geen-pauze');
  });
});

tenancyCases({ test: () => test, cases: () => cases });
