import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { In, Not, type DataSource } from 'typeorm';
import type { ProposalAction } from '../../../src/core/review/proposal-transitions';
import { addDays } from '../../../src/core/time/calendar';
import { ownerDataSource } from '../../../src/database/data-source';
import { AccountEntity } from '../../../src/database/entities/account.entity';
import { CaseEscalationEntity } from '../../../src/database/entities/case-escalation.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { WorkflowEntity } from '../../../src/database/entities/workflow.entity';
import { inTransaction } from '../../../src/database/transaction';
import { caseCourseSchema, type CaseCourseDto } from '../../../src/modules/deadlines/case-course.dto';
import { DeadlinesService } from '../../../src/modules/deadlines/deadlines.service';
import type { WorkItemDto } from '../../../src/modules/deadlines/work-item.dto';
import { OfferExpiryService } from '../../../src/modules/proposals/offer-expiry.service';
import { takeStep } from '../../../src/modules/proposals/take-step';
import type { Role } from '../../../src/platform/access/permissions';
import { Clock } from '../../../src/platform/clock';
import { completedRound, keepClients } from '../../support/completed-round';
import { moveCases } from '../../support/move-cases';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

const TO_OFFER: readonly ProposalAction[] = ['goedkeuren', 'bevestigen', 'aanbieden'];
const TO_LANDING: readonly ProposalAction[] = [...TO_OFFER, 'accepteren', 'voorbereiden'];
/** Before every term of the seeds has passed, and long after. */
const LONG_AGO = addDays(TEST_DAY, -60);

let test: TestApp;
let owner: DataSource;
let fresh: ProposalEntity[];
let now: string;
/** Nobody reviews or confirms without a name. */
let somebody: string;

beforeAll(async () => {
  test = await createTestApp();
  owner = await ownerDataSource(test.database.url).initialize();
  jest.spyOn(test.app.get(Clock), 'now').mockImplementation(() => new Date(`${now}T11:00:00Z`));
  now = TEST_DAY;
  await keepClients(test, 100);
  const { id } = await completedRound(test, 'proef');
  fresh = await repo(ProposalEntity).find({ where: { runId: id }, order: { id: 'ASC' } });
  await movedTo(
    TEST_DAY,
    fresh.map((each) => each.id),
  );
  expect(fresh.length).toBeGreaterThan(20);
  somebody = (await repo(AccountEntity).findOneByOrFail({ email: 'anouk@demo.woonplek.example' })).id;
});
afterAll(async () => {
  await owner?.destroy();
  await test?.close();
});
beforeEach(() => {
  now = TEST_DAY;
});

const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
const stored = (id: string) => repo(ProposalEntity).findOneByOrFail({ id });
const lookAround = () => test.app.get(DeadlinesService).handOverDueWork();
const eventsOf = (id: string) => repo(ProposalEventEntity).find({ where: { proposalId: id }, order: { at: 'ASC' } });
const courseOf = async (id: string, role: Role = 'coordinator'): Promise<CaseCourseDto> =>
  caseCourseSchema.parse((await test.as(role).get(`/v1/voorstellen/${id}/voortgang`)).body);
const work = async (role: Role, query = ''): Promise<WorkItemDto[]> =>
  (await test.as(role).get(`/v1/werkvoorraad?aantal=100${query}`)).body.items;
const post = (path: string, body: object, role: Role = 'coordinator') =>
  test.as(role).post(`/v1/voorstellen/${path}`).send(body);
const approve = ({ id, version }: ProposalEntity) =>
  post(`${id}/beoordelingen`, { besluit: 'akkoord', versie: version });
const reject = ({ id, version }: ProposalEntity) =>
  post(`${id}/beoordelingen`, { besluit: 'afgewezen', redenCode: 'NIE', versie: version });

type Fits = (proposal: ProposalEntity, unit: UnitEntity) => boolean | Promise<boolean>;

/** A proposal that no other test has touched, for a home with one place. */
async function next(fits: Fits = () => true): Promise<ProposalEntity> {
  for (const [place, proposal] of fresh.entries()) {
    const unit = await repo(UnitEntity).findOneByOrFail({ id: proposal.unitId });
    if (unit.places !== 1 || !(await fits(proposal, unit))) continue;
    fresh.splice(place, 1);
    return proposal;
  }
  throw new Error('The round has no proposal left for this test');
}

/** The steps of people that other tests are about. */
async function walk({ id }: ProposalEntity, actions: readonly ProposalAction[]): Promise<void> {
  await inTransaction(
    test.dataSource,
    async (manager) => {
      const proposal = await manager.findOneByOrFail(ProposalEntity, { id });
      for (const action of actions) await takeStep(manager, { accountId: somebody }, proposal, action, {});
      await manager.save(proposal);
    },
    { actor: null },
  );
}

const movedTo = (day: string, ids: readonly string[]): Promise<void> => moveCases(owner, day, ids);

async function offered(since: string): Promise<ProposalEntity> {
  const proposal = await next((_proposal, { programme }) => programme !== 'housing-first');
  await walk(proposal, TO_OFFER);
  await movedTo(since, [proposal.id]);
  return proposal;
}

describe('an offer that nobody answers', () => {
  it('lapses once, also when two processes look at the same moment, and its home goes on', async () => {
    const proposal = await offered(LONG_AGO);
    await Promise.all([lookAround(), lookAround()]);
    await lookAround();
    const steps = (await eventsOf(proposal.id)).filter(({ action }) => action === 'verlopen');
    expect(steps).toMatchObject([{ fromState: 'aangeboden', toState: 'verlopen', actor: null }]);
    expect(steps[0]!.note).toMatch(/^Er was geen antwoord tot en met \d+ [a-z]+ 2026\.$/);
    expect((await repo(UnitEntity).findOneByOrFail({ id: proposal.unitId })).status).toBe('available');
    const { reserveOutcome } = await stored(proposal.id);
    const reserves = await repo(ProposalEntity).findBy({ replacesProposalId: proposal.id });
    expect([reserveOutcome, reserves.length]).toEqual(reserves.length === 1 ? ['proposed', 1] : ['none', 0]);
  });

  it('goes on to the next candidate although the process was killed in between', async () => {
    const proposal = await offered(LONG_AGO);
    expect(await test.app.get(OfferExpiryService).expire('assen', proposal.id)).toBe(true);
    expect(await test.app.get(OfferExpiryService).expire('assen', proposal.id)).toBe(false);
    expect(await stored(proposal.id)).toMatchObject({ state: 'verlopen', reserveOutcome: null });
    await lookAround();
    expect((await stored(proposal.id)).reserveOutcome).not.toBeNull();
  });

  it('stands on its last day, and while the term stands still', async () => {
    const proposal = await offered(TEST_DAY);
    const { termijn } = await courseOf(proposal.id);
    now = termijn!.uiterlijkOp!;
    await lookAround();
    expect((await stored(proposal.id)).state).toBe('aangeboden');
    expect((await post(`${proposal.id}/pauzes`, { reden: 'ziekenhuis', vanaf: now })).status).toBe(201);
    now = addDays(now, 90);
    await lookAround();
    expect((await stored(proposal.id)).state).toBe('aangeboden');
    expect((await courseOf(proposal.id)).termijn).toMatchObject({ staatStil: true, teLaat: false, uiterlijkOp: null });
    await walk(proposal, ['intrekken']);
  });
});

describe('a case that others wait for', () => {
  it('goes to somebody else when its term has passed, once, and never ends by itself', async () => {
    const [confirmation, landing] = [await next(), await next()];
    expect((await approve(confirmation)).status).toBe(201);
    await walk(landing, TO_LANDING);
    await movedTo(LONG_AGO, [confirmation.id, landing.id]);
    expect((await work('coordinator')).find(({ id }) => id === landing.id)).toMatchObject({
      teLaat: true,
      aanZet: true,
    });
    await Promise.all([lookAround(), lookAround()]);
    for (const [{ id }, state] of [
      [confirmation, 'goedgekeurd'],
      [landing, 'landing'],
    ] as const) {
      expect((await stored(id)).state).toBe(state);
      expect(await repo(CaseEscalationEntity).findBy({ proposalId: id })).toMatchObject([
        { state, toRole: 'coordinator' },
      ]);
      expect((await courseOf(id)).termijn).toMatchObject({ teLaat: true, doorgezetNaar: 'coordinator' });
    }
  });

  it('keeps the version with which it was approved', async () => {
    const running = await next();
    expect((await approve(running)).status).toBe(201);
    const { workflowId } = await stored(running.id);
    const had = await repo(WorkflowEntity).findOneByOrFail({ id: workflowId! });
    const other = await next((_proposal, { programme }) => programme === had.programme);
    // Of this step only: the other tests are about the others.
    const slower = { term: { number: 99, unit: 'calendar-days' as const } };
    const steps = had.steps.map((step) => (step.state === 'goedgekeurd' ? { ...step, ...slower } : step));
    const later = { ...had, id: randomUUID(), version: 'later', validFrom: TEST_DAY, steps };
    await repo(WorkflowEntity).insert(later);
    expect((await approve(other)).status).toBe(201);
    expect((await stored(running.id)).workflowId).toBe(had.id);
    expect((await courseOf(running.id)).termijn).toMatchObject({ werkwijze: { versie: had.version } });
    expect((await courseOf(other.id)).termijn).toMatchObject({ werkwijze: { versie: 'later' } });
    // Undoing and approving again does not change the version either.
    const { version } = await stored(running.id);
    expect((await post(`${running.id}/herroepingen`, { versie: version })).status).toBe(201);
    expect((await approve(await stored(running.id))).status).toBe(201);
    expect((await stored(running.id)).workflowId).toBe(had.id);
  });
});

describe('a reserve', () => {
  it('is the next candidate at once, is reviewed like any other, and goes when the rejection is undone', async () => {
    const proposal = await next(async ({ id }) => (await courseOf(id)).reserves.some(({ past }) => past));
    const [first] = (await courseOf(proposal.id)).reserves.filter(({ past }) => past);
    expect((await reject(proposal)).status).toBe(201);
    const reserve = await repo(ProposalEntity).findOneByOrFail({ replacesProposalId: proposal.id });
    expect(reserve).toMatchObject({
      state: 'voorgesteld',
      origin: 'reserve',
      runId: proposal.runId,
      unitId: proposal.unitId,
    });
    expect(reserve.householdId).toBe(first!.client.id);
    expect(await repo(ProposalEntity).countBy({ householdId: reserve.householdId })).toBe(1);
    expect(await courseOf(proposal.id)).toMatchObject({
      vervangenDoor: reserve.id,
      reserveUitkomst: { code: 'voorgesteld' },
    });
    expect(await courseOf(reserve.id)).toMatchObject({ herkomst: 'reserve', vervangt: proposal.id });
    const shown = await test.request().get(`/v1/voorstellen/${reserve.id}`);
    expect(shown.body).toMatchObject({
      status: 'voorgesteld',
      toegestaneActies: ['goedkeuren', 'afwijzen'],
      veranderdSindsRonde: [],
    });
    expect(shown.body.beslistTekst).toMatch(/^Dit is een reserve/);

    const { version } = await stored(proposal.id);
    expect((await post(`${proposal.id}/herroepingen`, { versie: version })).status).toBe(201);
    expect((await stored(reserve.id)).state).toBe('vervallen');
    expect((await courseOf(proposal.id)).vervangenDoor).toBeNull();
  });

  it('of a reserve that fails is another one', async () => {
    const proposal = await next(async ({ id }) => (await courseOf(id)).reserves.filter(({ past }) => past).length > 1);
    await reject(proposal);
    const first = await repo(ProposalEntity).findOneByOrFail({ replacesProposalId: proposal.id });
    expect((await reject(first)).status).toBe(201);
    const second = await repo(ProposalEntity).findOneByOrFail({ replacesProposalId: first.id });
    expect(new Set([proposal.householdId, first.householdId, second.householdId]).size).toBe(3);
  });

  it('is nobody where nobody holds: the home waits for the next round, and the proposal says so', async () => {
    const proposal = await next();
    const busy = await repo(ProposalEntity).find({ select: { householdId: true } });
    const others = { id: Not(In(busy.map(({ householdId }) => householdId))), status: 'waiting' as const };
    const waiting = await repo(HouseholdEntity).findBy(others);
    const ids = waiting.map(({ id }) => id);
    await repo(HouseholdEntity).update({ id: In(ids) }, { status: 'paused' });
    expect((await reject(proposal)).status).toBe(201);
    await lookAround();
    await repo(HouseholdEntity).update({ id: In(ids) }, { status: 'waiting' });
    expect(await repo(ProposalEntity).countBy({ replacesProposalId: proposal.id })).toBe(0);
    expect((await courseOf(proposal.id)).reserveUitkomst).toMatchObject({ code: 'geen-reserve' });
    await lookAround();
    expect(await repo(ProposalEntity).countBy({ replacesProposalId: proposal.id })).toBe(0);
  });
});

describe('a pause', () => {
  it('moves the last day by the days that it took, and there is one at a time', async () => {
    const { id } = await next();
    const before = (await courseOf(id)).termijn!.uiterlijkOp!;
    expect(
      (await post(`${id}/pauzes`, { reden: 'detentie', vanaf: TEST_DAY, toelichting: 'Tot de zitting' })).status,
    ).toBe(201);
    const again = await post(`${id}/pauzes`, { reden: 'time-out', vanaf: TEST_DAY });
    expect([again.status, again.body.type]).toEqual([409, 'urn:woonplek:probleem:al-pauze']);
    const [raw] = await test.dataSource.query('SELECT reason, note FROM case_pause WHERE proposal_id = $1', [id]);
    expect(JSON.stringify(raw)).not.toMatch(/detention|zitting/);
    now = addDays(TEST_DAY, 20);
    const [pause] = (await courseOf(id)).pauzes;
    expect(pause).toMatchObject({ reden: { code: 'detentie' }, tot: null, toelichting: 'Tot de zitting' });
    const end = (tot: string) => post(`${id}/pauzes/${pause!.id}/beeindigingen`, { tot });
    for (const wrong of [addDays(TEST_DAY, -1), addDays(now, 1)]) {
      expect((await end(wrong)).body.fouten).toMatchObject([{ in: 'body', veld: 'tot', waarde: wrong }]);
    }
    expect((await end(addDays(TEST_DAY, 13))).status).toBe(201);
    expect((await end(now)).body.type).toBe('urn:woonplek:probleem:pauze-voorbij');
    expect((await courseOf(id)).termijn!.uiterlijkOp! > addDays(before, 12)).toBe(true);
  });

  it('names every wrong field, and is for cases that wait', async () => {
    const proposal = await next();
    const wrong = await post(`${proposal.id}/pauzes`, { reden: 'vakantie', vanaf: '2026-02-30' });
    expect(wrong.body.fouten.map(({ veld }: { veld: string }) => veld).sort()).toEqual(['reden', 'vanaf']);
    const future = await post(`${proposal.id}/pauzes`, { reden: 'time-out', vanaf: addDays(TEST_DAY, 1) });
    expect([future.status, future.body.fouten[0].veld]).toEqual([400, 'vanaf']);
    await reject(proposal);
    const over = await post(`${proposal.id}/pauzes`, { reden: 'time-out', vanaf: TEST_DAY });
    expect([over.status, over.body.type]).toEqual([409, 'urn:woonplek:probleem:zaak-wacht-niet']);
  });
});

describe('a case in which nothing happens', () => {
  it('asks how it goes, and a word of progress is enough', async () => {
    const { id } = await next();
    await movedTo(LONG_AGO, [id]);
    expect((await courseOf(id)).termijn).toMatchObject({ stil: true, teLaat: true });
    expect((await work('coordinator', '&stil=true')).map((item) => item.id)).toContain(id);
    const silent = await post(`${id}/voortgang`, {
      betrokken: false,
      reden: 'anders',
      laatstGezien: addDays(TEST_DAY, 1),
    });
    expect(silent.body.fouten.map(({ veld }: { veld: string }) => veld).sort()).toEqual([
      'laatstGezien',
      'toelichting',
    ]);
    const report = { betrokken: true, reden: 'wacht-op-stukken', laatstGezien: LONG_AGO, toelichting: 'Belt vrijdag' };
    const told = await post(`${id}/voortgang`, report);
    expect(told.status).toBe(201);
    expect(told.body.voortgang).toMatchObject([
      {
        betrokken: true,
        reden: { code: 'wacht-op-stukken' },
        laatstGezien: LONG_AGO,
        toelichting: 'Belt vrijdag',
        status: 'voorgesteld',
      },
    ]);
    expect(told.body.voortgang[0].door).toContain('Anouk');
    now = (await test.dataSource.query<[{ day: string }]>(`SELECT now()::date AS day`))[0].day;
    expect((await courseOf(id)).termijn).toMatchObject({ stil: false });
  });
});

describe('the work list', () => {
  it('has what is late first, and to each what is theirs', async () => {
    const all = await work('coordinator');
    const due = all.map(({ uiterlijkOp }) => uiterlijkOp ?? '9999');
    expect(due).toEqual([...due].sort());
    const late = all.filter(({ teLaat }) => teLaat);
    expect(late.length).toBeGreaterThan(0);
    expect(all.slice(0, late.length)).toEqual(late);
    expect((await work('coordinator', '&aanZet=true')).every(({ aanZet }) => aanZet)).toBe(true);
    expect((await work('coordinator', '&teLaat=false')).length).toBe(all.length - late.length);
    const [some] = all;
    expect((await work('coordinator', `&zoek=${some!.client!.nummer}`)).map(({ id }) => id)).toContain(some!.id);
    const down = await work('coordinator', '&sorteer=-sinds');
    expect(down.map(({ sinds }) => sinds)).toEqual(
      down
        .map(({ sinds }) => sinds)
        .sort()
        .reverse(),
    );
  });

  it('shows an aanbieder its own clients, and a corporatie its own homes without the client', async () => {
    const organisationOf = async (role: Role): Promise<string> =>
      (await test.as(role).get('/v1/sessie')).body.rol.organisatie.id;
    const aanbieder = await organisationOf('aanbieder');
    const ofAanbieder = await work('aanbieder');
    expect(ofAanbieder.length).toBeGreaterThan(0);
    expect(new Set(ofAanbieder.map((item) => item.aanbieder?.id))).toEqual(new Set([aanbieder]));
    const corporatie = await organisationOf('corporatie');
    const approved = await next(({ ownerOrganisationId }) => ownerOrganisationId === corporatie);
    expect((await approve(approved)).status).toBe(201);
    const ofCorporatie = await work('corporatie');
    expect(ofCorporatie.map(({ id }) => id)).toContain(approved.id);
    for (const item of ofCorporatie) {
      expect([item.client, item.aanbieder, item.corporatie?.id]).toEqual([null, null, corporatie]);
      expect(item.status).not.toBe('voorgesteld');
    }
    expect((await test.as('corporatie').get(`/v1/voorstellen/${approved.id}/voortgang`)).status).toBe(403);
  });
});

describe('the clocks of the region', () => {
  it('are worked out from the rows, the first to end first, each with its source', async () => {
    const { items, totaal } = (await test.request().get('/v1/klokken?aantal=100')).body;
    expect(totaal).toBeGreaterThan(0);
    const due = items.map(({ uiterlijkOp }: { uiterlijkOp: string }) => uiterlijkOp);
    expect(due).toEqual([...due].sort());
    for (const item of items) {
      expect(item.bron).not.toBe('');
      expect(item.teLaat).toBe(item.uiterlijkOp < TEST_DAY);
    }
    const { klok } = items[0];
    const filtered = (await test.request().get(`/v1/klokken?klok=${klok.code}&teLaat=${items[0].teLaat}`)).body.items;
    expect(filtered.length).toBeGreaterThan(0);
    expect(new Set(filtered.map((each: { klok: { code: string } }) => each.klok.code))).toEqual(new Set([klok.code]));
  });
});
