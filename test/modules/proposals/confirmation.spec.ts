import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HOLDING_STATES } from '../../../src/core/review/proposal-transitions';
import { REJECTION_REASONS } from '../../../src/core/review/rejection-reasons';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { PairDecisionEntity } from '../../../src/database/entities/pair-decision.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import type { AllocationDto } from '../../../src/modules/proposals/allocation.dto';
import { ConfirmationService } from '../../../src/modules/proposals/confirmation.service';
import type { OwnerStandingDto } from '../../../src/modules/proposals/ledger.dto';
import type { ProposalDetailDto } from '../../../src/modules/proposals/proposal.dto';
import type { ActingAccount } from '../../../src/platform/access/acting-account';
import { ActorSource } from '../../../src/platform/access/actor-source';
import { ROLES, type Role } from '../../../src/platform/access/permissions';
import { Clock } from '../../../src/platform/clock';
import { LETTERS, OPENS_FOR } from '../../http/roles.expectations';
import { BODIES } from '../../http/rows.expectations';
import { completedRound, keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { expectLedgersEqualEvents as expectLedgers } from './ledgers-of-events';
import { randomStepsCases } from './random-steps-cases';

const TODAY = `${TEST_DAY}T11:00:00Z`;
let test: TestApp;
let fresh: ProposalEntity[];
/** Homes with one place. */
let single: ReadonlySet<string>;
/** What the corporatie reads of itself before the first step. */
let standingBefore: OwnerStandingDto;
let people: Readonly<Record<'coordinator' | 'corporatie' | 'aanbieder', ActingAccount>>;

const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
const stored = (id: string) => repo(ProposalEntity).findOneByOrFail({ id });
const unitOf = ({ unitId }: ProposalEntity) => repo(UnitEntity).findOneByOrFail({ id: unitId });
const eventsOf = ({ id }: ProposalEntity) =>
  repo(ProposalEventEntity).find({ where: { proposalId: id }, order: { at: 'ASC', id: 'ASC' } });

beforeAll(async () => {
  test = await createTestApp();
  jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(TODAY));
  await keepClients(test, 100);
  const round = await completedRound(test, 'proef');
  const actorOf = async (role: Role) =>
    (await test.app
      .get(ActorSource)
      .actorFor({ headers: { host: 'localhost', cookie: test.headersOf(role).Cookie } } as never))!;
  people = {
    coordinator: await actorOf('coordinator'),
    corporatie: await actorOf('corporatie'),
    aanbieder: await actorOf('aanbieder'),
  };
  fresh = await repo(ProposalEntity)
    .createQueryBuilder('p')
    .innerJoin('unit', 'u', 'u.id = p.unit_id AND u.owner_organisation_id = :owner', {
      owner: people.corporatie.organisationId,
    })
    .where({ runId: round.id })
    .orderBy('p.id')
    .getMany();
  standingBefore = await standing();
  const homes = await repo(UnitEntity).findBy({ places: 1 });
  single = new Set(homes.map(({ id }) => id));
});
afterAll(() => test?.close());

/** A proposal for a home of the corporatie that no other test has touched; with one place where it matters. */
function next({ alone = false } = {}): ProposalEntity {
  const wanted = fresh.findIndex(({ unitId }) => single.has(unitId) === alone);
  const [proposal] = fresh.splice(Math.max(0, wanted), 1);
  if (!proposal || (alone && wanted < 0)) throw new Error('The round has no proposal left for this test');
  return proposal;
}

/** Takes a step by its route, with the version as it is now. */
async function step(role: Role, { id }: { id: string }, route: string, body: object = {}) {
  const { version } = await stored(id);
  const allocation =
    ['bevestigingen', 'terugsturingen'].includes(route) || (route === 'intrekkingen' && role === 'corporatie');
  const path = `/v1/${allocation ? 'toewijzingen' : 'voorstellen'}/${id}/${route}`;
  return test
    .as(role)
    .post(path)
    .send({ versie: version, ...body });
}
const approve = (proposal: ProposalEntity) => step('coordinator', proposal, 'beoordelingen', { besluit: 'akkoord' });
const confirm = (proposal: ProposalEntity, body: object = {}) => step('corporatie', proposal, 'bevestigingen', body);
const decline = (proposal: ProposalEntity, redenCode: string, body: object = {}) =>
  step('corporatie', proposal, 'terugsturingen', { redenCode, ...body });
const because = { toelichting: 'Zo is het besproken.' };
const codeOf = ({ body }: { body: { type?: string } }) => body.type?.split(':').at(-1);
async function detail({ id }: ProposalEntity): Promise<ProposalDetailDto> {
  return (await test.request().get(`/v1/voorstellen/${id}`).expect(200)).body;
}
async function approved(wish = {}): Promise<ProposalEntity> {
  const proposal = next(wish);
  expect((await approve(proposal)).status).toBe(201);
  return stored(proposal.id);
}
async function declined(redenCode: string): Promise<ProposalEntity> {
  const proposal = await approved({ alone: true });
  expect((await decline(proposal, redenCode)).status).toBe(201);
  return stored(proposal.id);
}
const bansOf = ({ householdId, unitId }: ProposalEntity) =>
  repo(PairDecisionEntity).findBy({ householdId, unitId, kind: 'ban' });

describe('confirming', () => {
  it('is by the corporatie of the home, and keeps who did it, for whom, and what was checked', async () => {
    const proposal = await approved({ alone: true });
    const { status, body, text } = await confirm(proposal, because);
    expect([status, body.status, body.toegestaneActies]).toEqual([201, 'bevestigd', ['intrekken']]);
    expect(text).not.toContain(proposal.householdId);
    const { accountId, organisationId } = people.corporatie;
    const [, event] = await eventsOf(proposal);
    expect(event).toMatchObject({
      ...{ action: 'bevestigen', actor: accountId, actorRole: 'corporatie', actorOrganisationId: organisationId },
      note: because.toelichting,
    });
    expect(event!.checks.length).toBeGreaterThan(10);
    const shown = await detail(proposal);
    expect(shown.gebeurtenissen.at(-1)).toMatchObject({ actie: 'bevestigen', door: people.corporatie.displayName });
    expect(shown.toegestaneActies).toEqual(['aanbieden', 'terugzetten', 'intrekken']);
    expect((await unitOf(proposal)).status).toBe('reserved');
  });

  it('lets one of two at once win, and the other look again', async () => {
    const proposal = await approved();
    const answers = await Promise.all([confirm(proposal), decline(proposal, 'DOC')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.map(codeOf)).toContain('intussen-gewijzigd');
    expect(await eventsOf(proposal)).toHaveLength(2);
  });

  it('does not count the promise against itself where an agreement is exactly full', async () => {
    const proposal = await approved();
    const { gemeenteId } = await unitOf(proposal);
    const before = await test.dataSource.query(`SELECT id, ceiling, floor FROM spreiding_quota`);
    await test.dataSource.query(
      `UPDATE spreiding_quota q SET floor = NULL, ceiling =
         (SELECT count(*) FROM placement p WHERE p.gemeente_id = q.gemeente_id AND p.start_date BETWEEN q.period_from AND q.period_to)
       + (SELECT count(*) FROM proposal v JOIN unit u ON u.id = v.unit_id
           WHERE u.gemeente_id = q.gemeente_id AND v.state = ANY ($2) AND v.planned_start BETWEEN q.period_from AND q.period_to)
        WHERE q.gemeente_id = $1`,
      [gemeenteId, HOLDING_STATES],
    );
    const answer = await confirm(proposal);
    for (const { id, ceiling, floor } of before) {
      await test.dataSource.query(`UPDATE spreiding_quota SET ceiling = $2, floor = $3 WHERE id = $1`, [
        id,
        ceiling,
        floor,
      ]);
    }
    expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  });

  it('goes back to the coordinator when a rule fails today, without a word about the client', async () => {
    const proposal = await approved({ alone: true });
    const { ageFrom, ageBelow } = await unitOf(proposal);
    await repo(UnitEntity).update(proposal.unitId, { ageFrom: 95, ageBelow: 99 });
    const refused = await confirm(proposal);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'klopt-niet-meer']);
    expect(refused.text).not.toMatch(/Leeftijd|jaar/);
    const [, event] = await eventsOf(proposal);
    expect(event).toMatchObject({ action: 'verouderen', actor: null, actorRole: null, note: 'Leeftijd.' });
    const listed = await test.as('corporatie').get(`/v1/toewijzingsprofielen/${proposal.id}`);
    expect(listed.body).toMatchObject({ status: 'verouderd', toegestaneActies: ['intrekken'] });
    const shown = await detail(proposal);
    expect(shown.veranderdSindsRonde.join()).toContain('Leeftijd');
    expect(shown.toegestaneActies).toEqual(['goedkeuren', 'intrekken']);
    expect((await unitOf(proposal)).status).toBe('reserved');

    expect(codeOf(await approve(proposal))).toBe('voldoet-niet-meer');
    await repo(UnitEntity).update(proposal.unitId, { ageFrom, ageBelow });
    expect((await detail(proposal)).veranderdSindsRonde).toEqual([]);
    expect((await approve(proposal)).status).toBe(201);
    expect((await confirm(proposal)).status).toBe(201);
  });

  it('waits while the data may not be used, and does not say why', async () => {
    const proposal = await approved();
    await test
      .request()
      .post(`/v1/clienten/${proposal.householdId}/verzoeken`)
      .send({ soort: 'bezwaar', ontvangenOp: TEST_DAY, vraag: 'Ik wil dit niet.' })
      .expect(201);
    const waits = await confirm(proposal);
    expect([waits.status, codeOf(waits)]).toEqual([409, 'toewijzing-wacht']);
    expect(waits.text).not.toMatch(/beperk|bezwaar/);
    expect((await stored(proposal.id)).state).toBe('goedgekeurd');
  });

  it('is by the aanbieder where a home is the aanbieder’s, and by a second coordinator where it is the region’s', async () => {
    const [ofAanbieder, ofRegion] = [await approved({ alone: true }), await approved({ alone: true })];
    const give = ({ unitId }: ProposalEntity, { organisationId }: ActingAccount) =>
      repo(UnitEntity).update(unitId, { corporatieId: null, ownerOrganisationId: organisationId });
    await give(ofAanbieder, people.aanbieder);
    await give(ofRegion, people.coordinator);
    for (const each of [ofAanbieder, ofRegion]) expect((await confirm(each)).status).toBe(404);
    const given = await step('aanbieder', ofAanbieder, 'bevestigingen');
    expect([given.status, given.body.status, given.body.passendToewijzen]).toEqual([201, 'bevestigd', null]);

    const same = await step('coordinator', ofRegion, 'bevestigingen');
    expect([same.status, codeOf(same)]).toEqual([409, 'vier-ogen']);
    expect((await detail(ofRegion)).toegestaneActies).toEqual(['herroepen', 'terugsturen', 'intrekken']);
    const colleague = { ...people.coordinator, accountId: people.corporatie.accountId };
    const { version: versie } = await stored(ofRegion.id);
    await test.app.get(ConfirmationService).confirm(colleague, ofRegion.id, { versie });
    expect((await stored(ofRegion.id)).state).toBe('bevestigd');
  });

  it('warns before passend toewijzen breaks, and then asks why', async () => {
    const proposal = await approved();
    const [policy] = await test.dataSource.query(`SELECT id, document FROM policy WHERE region_id = 'assen'`);
    // A rent above the limit would break these rules for some of the households.
    const aboutRent = ['passend-toewijzen', 'rent-limit', 'income-limit', 'income-floor'];
    const rules = policy.document.rules.filter(({ ruleId }: { ruleId: string }) => !aboutRent.includes(ruleId));
    const setPolicy = (document: object) =>
      test.dataSource.query(`UPDATE policy SET document = $2 WHERE id = $1`, [policy.id, JSON.stringify(document)]);
    await setPolicy({ ...policy.document, rules });
    await test.dataSource.query(`UPDATE household SET income_cents = 1800000 WHERE id = $1`, [proposal.householdId]);
    const { rentCents } = await unitOf(proposal);
    await repo(UnitEntity).update(proposal.unitId, { rentCents: 90000, selfContained: true });
    const { body } = await test.as('corporatie').get(`/v1/toewijzingsprofielen/${proposal.id}`);
    expect((body as AllocationDto).passendToewijzen).toMatchObject({
      oordeel: { code: 'niet-passend' },
      onderDeNorm: true,
    });
    const year = (await standing()).passendToewijzen.find(({ jaar }) => proposal.plannedStart.startsWith(`${jaar}`))!;
    expect(year).toMatchObject({ norm: 95, onderDeNorm: true });
    expect(year.percentage).toBeLessThan(95);
    const silent = await confirm(proposal);
    expect([silent.status, silent.body.fouten[0].veld]).toEqual([400, 'toelichting']);
    expect((await confirm(proposal, because)).status).toBe(201);
    await repo(UnitEntity).update(proposal.unitId, { rentCents });
    await setPolicy(policy.document);
  });
});

describe('sending back', () => {
  it('takes the reasons of a landlord and no others, with a note where one is asked', async () => {
    const proposal = await approved();
    for (const { code, side, noteRequired } of REJECTION_REASONS) {
      if (side === 'verhuurder' && !noteRequired) continue;
      const { status, body } = await decline(proposal, code);
      const veld = side === 'verhuurder' ? 'toelichting' : 'redenCode';
      expect([code, status, body.fouten.map((fault: { veld: string }) => fault.veld)]).toEqual([code, 400, [veld]]);
    }
    const sent = await decline(proposal, 'ONG', { ...because, bewijs: 'Brief van 3 november' });
    expect([sent.status, sent.body.status, sent.body.toegestaneActies]).toEqual([201, 'teruggestuurd', ['intrekken']]);
    const shown = await detail(proposal);
    expect(shown.toegestaneActies).toEqual(['doorzetten', 'intrekken']);
    expect(shown.gebeurtenissen.at(-1)).toMatchObject({
      ...{ actie: 'terugsturen', reden: { code: 'ONG' }, door: people.corporatie.displayName },
      toelichting: 'Zo is het besproken.\nBewijs: Brief van 3 november',
    });
  });

  it.each([
    ['NIE', undefined],
    ['DOC', '2027-01-21'],
    ['COO', null],
  ])('and the coordinator agrees: for %s the pair is kept apart as long as that reason says', async (code, until) => {
    const proposal = await declined(code);
    const { status, body } = await step('coordinator', proposal, 'intrekkingen', { grond: 'terugsturing' });
    expect([status, body.status, body.toegestaneActies]).toEqual([201, 'ingetrokken', ['heropenen']]);
    expect(body.gebeurtenissen.at(-1).reden.code).toBe(code);
    const bans = (await bansOf(proposal)).map((ban) => [ban.reasonCode, ban.until]);
    expect(bans).toEqual(until === undefined ? [] : [[code, until]]);
    expect((await unitOf(proposal)).status).toBe('available');
    expect((await test.as('corporatie').get(`/v1/toewijzingsprofielen/${proposal.id}`)).status).toBe(404);
  });

  it('and the coordinator asks again, which needs a note', async () => {
    const proposal = await declined('DOC');
    const silent = await step('coordinator', proposal, 'doorzettingen');
    expect([silent.status, silent.body.fouten[0].veld]).toEqual([400, 'toelichting']);
    expect((await step('coordinator', proposal, 'doorzettingen', because)).body.status).toBe('goedgekeurd');
    expect((await confirm(proposal)).status).toBe(201);
  });

  it('and the home goes out of use in the same step, so that the pair may be proposed again', async () => {
    const proposal = await declined('DOC');
    const early = { grond: 'woning', reden: 'Lekkage', tot: '2026-11-01' };
    const wrong = await step('coordinator', proposal, 'intrekkingen', early);
    expect([wrong.status, wrong.body.fouten[0].veld]).toEqual([400, 'tot']);
    expect((await stored(proposal.id)).state).toBe('teruggestuurd');
    const done = await step('coordinator', proposal, 'intrekkingen', { ...early, tot: '2026-12-15' });
    expect([done.status, done.body.status]).toEqual([201, 'ingetrokken']);
    expect(await unitOf(proposal)).toMatchObject({
      status: 'out-of-service',
      statusReason: 'Lekkage',
      statusUntil: '2026-12-15',
    });
    expect(await bansOf(proposal)).toEqual([]);
    const again = await step('coordinator', proposal, 'heropeningen', because);
    expect([again.status, codeOf(again), again.body.redenen]).toEqual([
      409,
      'heropenen-kan-niet',
      ['Woonplek is niet beschikbaar.'],
    ]);
  });
});

describe('stepping back, withdrawing and opening again', () => {
  it('makes the corporatie confirm again what went back before the confirmation', async () => {
    const proposal = await approved({ alone: true });
    await confirm(proposal);
    expect((await step('coordinator', proposal, 'terugzettingen')).status).toBe(400);
    const back = await step('coordinator', proposal, 'terugzettingen', because);
    expect([back.status, back.body.status]).toEqual([201, 'goedgekeurd']);
    expect((await unitOf(proposal)).status).toBe('reserved');
    expect((await confirm(proposal)).status).toBe(201);
  });

  it('frees the home, and opens again what is still free', async () => {
    const proposal = await approved({ alone: true });
    await confirm(proposal);
    const taken = await step('corporatie', proposal, 'intrekkingen', { redenCode: 'COO' });
    expect([taken.status, taken.body]).toEqual([201, { id: proposal.id, status: 'ingetrokken' }]);
    expect((await unitOf(proposal)).status).toBe('available');
    expect((await eventsOf(proposal)).at(-1)).toMatchObject({
      ...{ action: 'intrekken', reasonCode: 'COO', actorRole: 'corporatie' },
      actorOrganisationId: people.corporatie.organisationId,
    });
    const opened = await step('coordinator', proposal, 'heropeningen', because);
    expect([opened.status, opened.body.toegestaneActies]).toEqual([201, ['goedkeuren', 'afwijzen']]);
    expect((await bansOf(proposal)).every(({ liftedAt }) => liftedAt !== null)).toBe(true);
    expect((await approve(proposal)).status).toBe(201);
  });

  it('does not open again what somebody else has now, or waits for a review', async () => {
    const [gone, other] = [await approved({ alone: true }), next()];
    await step('coordinator', gone, 'intrekkingen', { grond: 'reden', redenCode: 'TOE' });
    await repo(ProposalEntity).update(other.id, { unitId: gone.unitId });
    const waits = await step('coordinator', gone, 'heropeningen', because);
    expect([waits.status, waits.body.detail]).toEqual([409, expect.stringContaining('een voorstel voor een ander')]);
    const run = await repo(MatchRunEntity).findOneByOrFail({ id: gone.runId });
    const earlier = { id: randomUUID(), slot: 'eerder', status: 'queued', snapshot: '{}', lotteryDrawId: null };
    await repo(MatchRunEntity).insert({ ...run, ...earlier } as never);
    const again = { runId: earlier.id, unitId: other.unitId, householdId: gone.householdId };
    await repo(ProposalEntity).update(other.id, again);
    const both = await step('coordinator', gone, 'heropeningen', because);
    expect([both.status, both.body.detail]).toEqual([409, expect.stringContaining('een ander voorstel')]);
    await repo(ProposalEntity).update(other.id, { runId: other.runId, householdId: other.householdId });
    expect((await step('coordinator', gone, 'heropeningen', because)).status).toBe(201);
  });
});

describe('no path to a key', () => {
  const routes = Object.keys(OPENS_FOR).filter((key) => /^POST \/v1\/(voorstellen|toewijzingen)\/:/.test(key));
  /** Every step that somebody could ask for, by everybody, but for those that `allowed` names. */
  async function everybodyTries({ id }: ProposalEntity, allowed: readonly string[]): Promise<void> {
    for (const key of routes) {
      const [, pattern] = key.split(' ') as [string, string];
      const path = pattern.replace(':id', id).replaceAll(/:[A-Za-z]+/g, () => randomUUID());
      for (const role of ROLES) {
        if (allowed.includes(`${role} ${pattern.split('/').slice(-1)[0]} ${pattern.split('/')[2]}`)) continue;
        const { version: versie } = await stored(id);
        const { status } = await test
          .as(role)
          .post(path)
          .send({ ...BODIES[key], versie });
        const letter = Object.keys(LETTERS).find((each) => LETTERS[each] === role)!;
        expect([key, role, status]).toEqual([key, role, expect.any(Number)]);
        expect(status >= 400 && status < 500).toBe(true);
        if (!OPENS_FOR[key]!.includes(letter)) expect([key, role, status]).toEqual([key, role, 403]);
      }
    }
  }

  it('leads around the review of a coordinator', async () => {
    const proposal = next();
    await everybodyTries(proposal, ['coordinator beoordelingen voorstellen']);
    expect((await stored(proposal.id)).state).toBe('voorgesteld');
    expect(await eventsOf(proposal)).toEqual([]);
  });

  it('leads around the confirmation of whoever owns the home', async () => {
    const proposal = await approved();
    await everybodyTries(proposal, [
      ...['coordinator herroepingen voorstellen', 'coordinator intrekkingen voorstellen'],
      ...['bevestigingen', 'terugsturingen', 'intrekkingen'].map((route) => `corporatie ${route} toewijzingen`),
    ]);
    expect((await stored(proposal.id)).state).toBe('goedgekeurd');
    expect((await eventsOf(proposal)).map(({ action, actorRole }) => [action, actorRole])).toEqual([
      ['goedkeuren', 'coordinator'],
    ]);
  });

  it.each(['goedkeuren', 'bevestigen'] as const)('lets nobody unnamed %s, not even in the database', async (action) => {
    const { id: proposalId, regionId, ownerOrganisationId } = fresh[0]!;
    const states = { fromState: 'voorgesteld', toState: 'goedgekeurd' } as const;
    const event = { id: randomUUID(), proposalId, regionId, ownerOrganisationId, action, ...states, actor: null };
    await expect(repo(ProposalEventEntity).insert(event)).rejects.toThrow('proposal_event_named');
  });
});

async function standing(): Promise<OwnerStandingDto> {
  return (await test.as('corporatie').get('/v1/toewijzingsstand').expect(200)).body;
}

const expectLedgersEqualEvents = async (): Promise<void> =>
  expectLedgers(test.dataSource, people.corporatie.organisationId, standingBefore, await standing());

describe('the prestatieafspraak that an allocation counts under', () => {
  it('says agreed, realised, under way and left, and its counts equal the events', async () => {
    await expectLedgersEqualEvents();
    const proposal = await approved();
    await expectLedgersEqualEvents();
    const { body } = await test.as('corporatie').get(`/v1/toewijzingsprofielen/${proposal.id}`);
    const year = Number((await stored(proposal.id)).plannedStart.slice(0, 4));
    const { gemeenteId } = await unitOf(proposal);
    const counted = (await standing()).afspraken.filter(
      ({ gemeente, jaar }) => gemeente.id === gemeenteId && jaar === year,
    );
    expect((body as AllocationDto).afspraken).toEqual(counted);
    expect((await detail(proposal)).afspraken).toEqual(counted);
  });

  it('does not tell a corporatie to which doelgroep a household belongs', async () => {
    const proposal = await approved();
    const count = async () =>
      ((await test.as('corporatie').get(`/v1/toewijzingsprofielen/${proposal.id}`)).body as AllocationDto).afspraken;
    const before = await count();
    await test.dataSource.query(
      `INSERT INTO prestatieafspraak (id, region_id, owner_organisation_id, gemeente_id, doelgroep_id, year, agreed, source, demonstration)
       SELECT $1, u.region_id, u.corporatie_id, u.gemeente_id, h.doelgroep_id, extract(year FROM p.planned_start), 3, 'proef', true
         FROM proposal p JOIN unit u ON u.id = p.unit_id JOIN household h ON h.id = p.household_id WHERE p.id = $2`,
      [randomUUID(), proposal.id],
    );
    expect(await count()).toEqual(before);
    expect((await detail(proposal)).afspraken).toHaveLength(before.length + 1);
  });
});

randomStepsCases({
  test: () => test,
  proposals: () => [1, 2, 3, 4].map(() => next({ alone: true })),
  expectLedgersEqualEvents,
});
