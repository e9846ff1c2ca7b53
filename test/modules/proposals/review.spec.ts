import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { IsNull, type ObjectLiteral } from 'typeorm';
import { REJECTION_REASONS } from '../../../src/core/review/rejection-reasons';
import { AanbiederCapacityEntity } from '../../../src/database/entities/aanbieder-capacity.entity';
import { HouseholdExclusionAreaEntity } from '../../../src/database/entities/household-exclusion-area.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { PairDecisionEntity } from '../../../src/database/entities/pair-decision.entity';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { SpreidingQuotaEntity } from '../../../src/database/entities/spreiding-quota.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { WijkDraagkrachtEntity } from '../../../src/database/entities/wijk-draagkracht.entity';
import { proposalDetailSchema, type ProposalDetailDto } from '../../../src/modules/proposals/proposal.dto';
import type { RunDetailDto } from '../../../src/modules/runs/run.dto';
import { Clock } from '../../../src/platform/clock';
import { completedRound, keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

let test: TestApp;
let round: RunDetailDto;
let fresh: ProposalEntity[];

beforeAll(async () => {
  test = await createTestApp();
  jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  await keepClients(test, 80);
  round = await completedRound(test, 'proef');
  fresh = await repo(ProposalEntity).find({ where: { runId: round.id }, order: { id: 'ASC' } });
  expect(fresh.length).toBeGreaterThan(15);
});
afterAll(() => test?.close());

const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
const stored = (id: string) => repo(ProposalEntity).findOneByOrFail({ id });
const unitOf = ({ unitId }: ProposalEntity) => repo(UnitEntity).findOneByOrFail({ id: unitId });

/** A proposal that no other test has touched, for a home with one place unless `single` is false. */
async function next({ single = true } = {}): Promise<ProposalEntity> {
  for (const [place, proposal] of fresh.entries()) {
    if (single && (await unitOf(proposal)).places !== 1) continue;
    fresh.splice(place, 1);
    return proposal;
  }
  throw new Error('The round has no proposal left for this test');
}

function review(proposal: ProposalEntity, body: object) {
  return test
    .request()
    .post(`/v1/voorstellen/${proposal.id}/beoordelingen`)
    .send({ versie: proposal.version, ...body });
}
const approve = (proposal: ProposalEntity) => review(proposal, { besluit: 'akkoord' });
const reject = (proposal: ProposalEntity, redenCode: string, toelichting?: string) =>
  review(proposal, { besluit: 'afgewezen', redenCode, toelichting });
async function revoke({ id }: ProposalEntity) {
  const { version } = await stored(id);
  return test.request().post(`/v1/voorstellen/${id}/herroepingen`).send({ versie: version });
}
async function detail({ id }: ProposalEntity): Promise<ProposalDetailDto> {
  return proposalDetailSchema.parse((await test.request().get(`/v1/voorstellen/${id}`)).body);
}

describe('approving', () => {
  it('holds the home and the household, and writes down who checked what', async () => {
    const proposal = await next();
    const response = await approve(proposal);
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({
      status: 'goedgekeurd',
      toegestaneActies: ['herroepen', 'intrekken'],
      versie: 2,
    });
    expect((await unitOf(proposal)).status).toBe('reserved');
    const [event, ...others] = await repo(ProposalEventEntity).findBy({ proposalId: proposal.id });
    expect(others).toEqual([]);
    expect(event).toMatchObject({ action: 'goedkeuren', fromState: 'voorgesteld', toState: 'goedgekeurd' });
    expect(event!.policyVersion).toBe(round.beleid.versie);
    expect(event!.checks.length).toBeGreaterThan(10);
    expect(response.body.gebeurtenissen[0].door).toContain('Anouk Voorbeeld');
  });

  it('lets exactly one of two reviewers win, and tells the other why', async () => {
    const proposal = await next();
    const answers = await Promise.all([approve(proposal), approve(proposal)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body).toMatchObject({
      type: 'urn:woonplek:probleem:intussen-gewijzigd',
      statusVoorstel: 'goedgekeurd',
    });
    expect(lost.body.detail).toContain('Anouk Voorbeeld');
    expect(await repo(ProposalEventEntity).countBy({ proposalId: proposal.id })).toBe(1);
  });

  it('gives one home to one household when two proposals want it at the same time', async () => {
    const [one, other] = [await next(), await next()];
    const rival = { ...other, id: randomUUID(), unitId: one.unitId, householdId: (await spareHousehold()).id };
    await repo(ProposalEntity).insert(rival);
    await makeAlike(rival.householdId, one.householdId);
    const answers = await Promise.all([approve(one), approve({ ...rival, version: 1 })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const lost = answers.find(({ status }) => status === 409)!;
    expect(lost.body.type).toBe('urn:woonplek:probleem:al-vergeven');
    expect(lost.body.detail).toMatch(/ander voorstel voor deze woonplek is al goedgekeurd door Anouk Voorbeeld/);
    await repo(ProposalEntity)
      .delete({ id: rival.id })
      .catch(() => undefined);
  });

  it.each([
    [
      'the client no longer waits',
      async ({ householdId }: ProposalEntity) => repo(HouseholdEntity).update(householdId, { status: 'paused' }),
      'Cliënt wacht niet meer',
    ],
    [
      'a rule fails with today’s facts',
      async ({ unitId }: ProposalEntity) => repo(UnitEntity).update(unitId, { ageFrom: 95, ageBelow: 99 }),
      'Leeftijd',
    ],
    [
      'a fact went missing',
      async ({ householdId }: ProposalEntity) =>
        repo(HouseholdEntity).update(householdId, { entitlementStatus: 'unknown' }),
      'Recht',
    ],
    [
      'the client withdrew consent',
      async ({ householdId }: ProposalEntity) =>
        test.dataSource.query('UPDATE household_consent SET withdrawn_on = $2 WHERE household_id = $1', [
          householdId,
          TEST_DAY,
        ]),
      'Toestemming',
    ],
    [
      'the client may no longer live in that wijk',
      async ({ householdId, unitId, regionId, ownerOrganisationId }: ProposalEntity) => {
        const { wijkId } = await repo(UnitEntity).findOneByOrFail({ id: unitId });
        const area = {
          id: randomUUID(),
          householdId,
          regionId,
          ownerOrganisationId,
          gemeenteIds: [],
          wijkIds: [wijkId],
        };
        return repo(HouseholdExclusionAreaEntity).insert(area);
      },
      'Uitgesloten gebied',
    ],
    [
      'the home is out of service',
      async ({ unitId }: ProposalEntity) =>
        repo(UnitEntity).update(unitId, { status: 'out-of-service', statusReason: 'Lekkage' }),
      'Woonplek is niet beschikbaar',
    ],
  ])('is refused when %s', async (_name, change, title) => {
    const proposal = await next();
    await change(proposal);
    expect((await detail(proposal)).veranderdSindsRonde.join()).toContain(title);
    const response = await approve(proposal);
    expect(response.status).toBe(409);
    expect(response.body.type).toBe('urn:woonplek:probleem:voldoet-niet-meer');
    expect(response.body.detail).toContain(title);
    expect(await stored(proposal.id)).toMatchObject({ state: 'voorgesteld', version: 1 });
  });

  it.each([
    ['spreiding-ceiling', SpreidingQuotaEntity, { floor: null, ceiling: 0 }],
    ['guidance-capacity', AanbiederCapacityEntity, { guidanceHours: 0 }],
  ] as const)(
    'is refused when people lowered %s since the round, until they raise it',
    async (rule, entity, lowered) => {
      const proposal = await next();
      await repo(HouseholdEntity).update(proposal.householdId, { guidanceHours: 2 });
      const agreed = await test.dataSource.getRepository<ObjectLiteral>(entity).find();
      await test.dataSource.getRepository<ObjectLiteral>(entity).update({ regionId: 'assen' }, lowered);
      const response = await approve(proposal);
      await test.dataSource.getRepository<ObjectLiteral>(entity).save(agreed);
      expect(response.status).toBe(409);
      expect(new Set(response.body.redenen.map(({ regel }: { regel: string }) => regel))).toEqual(new Set([rule]));
      expect((await approve(proposal)).status).toBe(201);
    },
  );

  it('goes through when only a wish changed: wishes order homes, they forbid none', async () => {
    const proposal = await next();
    await test.dataSource.query('DELETE FROM household_wish WHERE household_id = $1', [proposal.householdId]);
    expect((await approve(proposal)).status).toBe(201);
  });

  it('is refused when an agreement has become full, and names it', async () => {
    const proposal = await next();
    const { wijkId } = await unitOf(proposal);
    const rows = await repo(WijkDraagkrachtEntity).findBy({ wijkId });
    await repo(WijkDraagkrachtEntity).update({ wijkId }, { points: 0 });
    await repo(HouseholdEntity).update(proposal.householdId, { draaglast: 3 });
    const response = await approve(proposal);
    for (const { id, points } of rows) await repo(WijkDraagkrachtEntity).update(id, { points });
    expect(response.status).toBe(409);
    expect(response.body.redenen).toContainEqual({
      soort: 'afspraak',
      regel: 'draagkracht',
      titel: 'Draagkracht van de wijk',
    });
  });
});

describe('rejecting', () => {
  it.each(
    REJECTION_REASONS.filter(({ code }) => ['WOB', 'DOC', 'NIE', 'ANDERS'].includes(code)).map(
      (reason) => [reason.code, reason] as const,
    ),
  )('for %s bans the pair as long as that reason says', async (code, { ban }) => {
    const proposal = await next();
    const response = await reject(proposal, code, 'Besproken met de begeleider');
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({ status: 'afgewezen', toegestaneActies: ['herroepen'] });
    expect(response.body.gebeurtenissen[0].reden.code).toBe(code);
    const bans = await repo(PairDecisionEntity).findBy({ householdId: proposal.householdId, unitId: proposal.unitId });
    if (ban === 'none') expect(bans).toEqual([]);
    else
      expect(bans).toMatchObject([
        { reasonCode: code, until: ban === 'until-lifted' ? null : '2027-01-21', liftedAt: null },
      ]);
  });

  it.each(REJECTION_REASONS.filter(({ noteRequired }) => noteRequired).map(({ code }) => code))(
    'for %s asks for a note',
    async (code) => {
      const response = await reject(fresh[0]!, code);
      expect(response.status).toBe(400);
      expect(response.body.fouten).toMatchObject([{ in: 'body', veld: 'toelichting' }]);
    },
  );

  it.each([
    [{ besluit: 'misschien' }],
    [{ besluit: 'afgewezen' }],
    [{ besluit: 'afgewezen', redenCode: 'XXX' }],
    [{ besluit: 'akkoord', redenCode: 'WOB' }],
    [{ besluit: 'akkoord', versie: 0 }],
    [{ besluit: 'akkoord', versie: '1' }],
    [{ besluit: 'afgewezen', redenCode: 'WOB', toelichting: '  ' }],
  ])('refuses %j and saves nothing', async (body) => {
    const proposal = fresh[0]!;
    expect((await review(proposal, body)).status).toBe(400);
    expect(await stored(proposal.id)).toMatchObject({ state: 'voorgesteld', version: 1 });
  });
});

describe('taking back', () => {
  it('an approval frees the home and the household', async () => {
    const proposal = await next();
    await approve(proposal);
    const response = await revoke(proposal);
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({ status: 'voorgesteld', veranderdSindsRonde: [] });
    expect((await unitOf(proposal)).status).toBe('available');
    expect((await approve(await stored(proposal.id))).status).toBe(201);
  });

  it('a rejection lifts the ban', async () => {
    const proposal = await next();
    await reject(proposal, 'WOB');
    expect((await revoke(proposal)).status).toBe(201);
    const pair = { householdId: proposal.householdId, unitId: proposal.unitId };
    expect(await repo(PairDecisionEntity).countBy({ ...pair, liftedAt: IsNull() })).toBe(0);
    expect((await detail(proposal)).toegestaneActies).toEqual(['goedkeuren', 'afwijzen']);
  });

  it('is not possible for what was never decided', async () => {
    const response = await revoke(await next({ single: false }));
    expect([response.status, response.body.type]).toEqual([409, 'urn:woonplek:probleem:transition-not-allowed']);
  });
});

describe('a newer round', () => {
  it('replaces open proposals, keeps approved ones out, and does not propose a rejected pair again', async () => {
    const [approved, rejected, open] = [await next(), await next(), await next()];
    await approve(approved);
    await reject(rejected, 'WOB');
    const lapsed = () => repo(ProposalEntity).countBy({ runId: round.id, state: 'vervallen' });
    // A reserve lapses when the rejection that it came of is undone.
    const before = await lapsed();
    const newer = await completedRound(test, 'volgende');
    expect(newer.status).toBe('voltooid');
    expect((await stored(open.id)).state).toBe('vervallen');
    expect(newer.vervallenVoorstellen).toBe((await lapsed()) - before);
    const proposed = await repo(ProposalEntity).findBy({ runId: newer.id });
    expect(proposed.map(({ householdId }) => householdId)).not.toContain(approved.householdId);
    expect(proposed.map(({ unitId }) => unitId)).not.toContain(approved.unitId);
    const again = proposed.some(
      ({ householdId, unitId }) => householdId === rejected.householdId && unitId === rejected.unitId,
    );
    expect(again).toBe(false);

    for (const { id } of [approved, rejected]) {
      const late = await revoke(await stored(id));
      expect([late.status, late.body.status, late.body.toegestaneActies]).toEqual([201, 'vervallen', []]);
      const steps = await repo(ProposalEventEntity).find({ where: { proposalId: id }, order: { at: 'ASC' } });
      expect(steps.slice(-2).map(({ action, toState }) => [action, toState])).toEqual([
        ['herroepen', 'voorgesteld'],
        ['vervangen', 'vervallen'],
      ]);
    }
    expect((await unitOf(approved)).status).toBe('available');
    const pair = { householdId: rejected.householdId, unitId: rejected.unitId };
    expect(await repo(PairDecisionEntity).countBy({ ...pair, liftedAt: IsNull() })).toBe(0);
    const gone = await approve(await stored(open.id));
    expect([gone.status, gone.body.type]).toEqual([409, 'urn:woonplek:probleem:transition-not-allowed']);
  });
});

/** A client without a proposal in this round. */
async function spareHousehold(): Promise<HouseholdEntity> {
  const [row] = await test.dataSource.query(
    `SELECT id FROM household h WHERE status = 'waiting' AND NOT EXISTS (SELECT 1 FROM proposal p WHERE p.household_id = h.id) LIMIT 1`,
  );
  return repo(HouseholdEntity).findOneByOrFail({ id: row.id });
}

/** Makes one household the like of another, so that the same rules hold for it. */
async function makeAlike(id: string, modelId: string): Promise<void> {
  const { id: _, reference: __, version: ___, ...model } = await repo(HouseholdEntity).findOneByOrFail({ id: modelId });
  await repo(HouseholdEntity).update(id, model);
  for (const table of ['household_member', 'household_exclusion_area', 'household_consent', 'household_refusal']) {
    await test.dataSource.query(`DELETE FROM ${table} WHERE household_id = $1`, [id]);
  }
  for (const [table, columns] of [
    ['household_member', 'position, given_name, family_name, birth_date, role'],
    ['household_consent', 'organisation_id, given_on, withdrawn_on'],
  ]) {
    await test.dataSource.query(
      `INSERT INTO ${table} (id, household_id, region_id, owner_organisation_id, ${columns})
       SELECT gen_random_uuid(), $1, region_id, owner_organisation_id, ${columns} FROM ${table} WHERE household_id = $2`,
      [id, modelId],
    );
  }
}
