import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UNIT_STATUS_DEMANDS, unitTransitions, type UnitStatus } from '../../src/core/review/unit-transitions';
import { transitionsFrom } from '../../src/core/review/validate-transitions';
import { unitStatuses } from '../../src/core/vocabulary/code-lists';
import { AccountEntity } from '../../src/database/entities/account.entity';
import { HouseholdEntity } from '../../src/database/entities/household.entity';
import { MatchRunEntity } from '../../src/database/entities/match-run.entity';
import { PlacementEntity } from '../../src/database/entities/placement.entity';
import { PolicyEntity } from '../../src/database/entities/policy.entity';
import { ProposalEntity } from '../../src/database/entities/proposal.entity';
import { UnitStatusEventEntity } from '../../src/database/entities/unit-status-event.entity';
import { UnitEntity } from '../../src/database/entities/unit.entity';
import { type UnitDetailDto, unitDetailSchema } from '../../src/modules/inventory/unit.dto';
import { Clock } from '../../src/platform/clock';
import { createTestApp, TEST_DAY, type TestApp } from '../support/test-app';

let app: TestApp;
let unit: UnitEntity;

beforeAll(async () => {
  app = await createTestApp();
  jest.spyOn(app.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
});
afterAll(() => app?.close());

/** A home of its own for each test: the first home in the region without resident, copied. */
beforeEach(async () => {
  const units = app.dataSource.getRepository(UnitEntity);
  const model = await units.findOneByOrFail({ code: 'DEMO-01' });
  const id = randomUUID();
  await units.insert({
    ...model,
    id,
    code: `TEST-${id}`,
    status: 'available',
    statusReason: null,
    statusFrom: '2026-01-01',
  });
  unit = await units.findOneByOrFail({ id });
});

async function put(status: UnitStatus): Promise<void> {
  const reason = status === 'out-of-service' ? 'Lekkage' : null;
  await app.dataSource.getRepository(UnitEntity).update(unit.id, { status, statusReason: reason });
  unit = await app.dataSource.getRepository(UnitEntity).findOneByOrFail({ id: unit.id });
}

function change(body: object, id: string = unit.id) {
  return app.request().post(`/v1/wooneenheden/${id}/statuswijzigingen`).send(body);
}

/** The smallest right request for a status. */
function wish(to: UnitStatus, extra: object = {}): object {
  const reden = UNIT_STATUS_DEMANDS[to].reason ? { reden: 'Nodig voor de proef' } : {};
  return { status: unitStatuses.toPublic(to), vanaf: TEST_DAY, versie: unit.version, ...reden, ...extra };
}

const events = () => app.dataSource.getRepository(UnitStatusEventEntity).findBy({ unitId: unit.id });
const stored = () => app.dataSource.getRepository(UnitEntity).findOneByOrFail({ id: unit.id });

describe('every pair of statuses', () => {
  const codes = unitTransitions.states.map(({ code }) => code);

  it.each(codes.flatMap((from) => codes.map((to) => [from, to] as const)))('from %s to %s', async (from, to) => {
    await put(from);
    const before = await stored();
    const allowed = transitionsFrom(unitTransitions, from).map((step) => unitStatuses.toPublic(step.to));
    const answer = await change(wish(to));

    if (allowed.includes(unitStatuses.toPublic(to))) {
      expect(answer.status).toBe(201);
      expect(unitDetailSchema.parse(answer.body)).toEqual(answer.body);
      const dto = answer.body as UnitDetailDto;
      expect(dto.status.code).toBe(unitStatuses.toPublic(to));
      expect(dto.versie).toBe(before.version + 1);
      expect(dto.statusGeschiedenis[0]).toMatchObject({ van: unitStatuses.named(from), naar: unitStatuses.named(to) });
      expect(await stored()).toMatchObject({ status: to, statusFrom: TEST_DAY, version: before.version + 1 });
      expect(await events()).toHaveLength(1);
    } else {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ huidigeStatus: unitStatuses.toPublic(from), mogelijkeStatussen: allowed });
      expect(await stored()).toEqual(before);
      expect(await events()).toEqual([]);
    }
  });
});

it('keeps who did it, why and until when', async () => {
  const account = await app.dataSource.getRepository(AccountEntity).findOneBy({ displayName: 'Anouk Voorbeeld' });
  const answer = await change(wish('out-of-service', { reden: 'Lekkage in de badkamer', tot: '2026-12-31' }));
  expect(answer.status).toBe(201);
  expect(answer.body.status).toEqual({
    ...unitStatuses.named('out-of-service'),
    reden: 'Lekkage in de badkamer',
    vanaf: TEST_DAY,
    tot: '2026-12-31',
  });
  expect(answer.body.statusGeschiedenis[0]).toMatchObject({ door: account!.displayName, tot: '2026-12-31' });
  expect(await events()).toMatchObject([{ actor: account!.id, reason: 'Lekkage in de badkamer' }]);
  expect((await stored()).updatedBy).toBe(account!.id);
  expect(answer.body.plaatsenVrij).toBe(0);
});

it('of two people who change a home at once, one succeeds and the other hears why not', async () => {
  const answers = await Promise.all([
    change(wish('out-of-service', { reden: 'Lekkage' })),
    change(wish('reserved', { reden: 'Voor een gezin' })),
    change(wish('in-preparation')),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  for (const { body } of answers.filter(({ status }) => status === 409)) {
    expect(body.type).toBe('urn:woonplek:probleem:verouderde-versie');
    expect(body.detail).toContain(`U zag versie ${unit.version}`);
    expect(body.versie).toBe(unit.version + 1);
  }
  expect(await events()).toHaveLength(1);
});

describe('what stands in the way', () => {
  async function propose(state: 'voorgesteld' | 'goedgekeurd'): Promise<void> {
    const household = (await app.dataSource.getRepository(HouseholdEntity).find({ order: { reference: 'ASC' } })).at(
      state === 'voorgesteld' ? 0 : 1,
    )!;
    const [policy] = await app.dataSource.getRepository(PolicyEntity).find();
    const owned = { regionId: unit.regionId, ownerOrganisationId: unit.ownerOrganisationId };
    const run = randomUUID();
    await app.dataSource.getRepository(MatchRunEntity).insert({
      ...{
        ...owned,
        id: run,
        slot: run,
        asOf: TEST_DAY,
        trigger: 'person',
        policyId: policy!.id,
        policyVersion: policy!.version,
      },
      ...{ seed: 's', seedCommitment: 'c', engine: 'highs', timeLimitSeconds: 60, snapshot: '{}' },
      snapshotHash: '0'.repeat(64),
    });
    await app.dataSource.getRepository(ProposalEntity).insert({
      ...{ ...owned, id: randomUUID(), runId: run, householdId: household.id, unitId: unit.id, state },
      aanbiederOrganisationId: household.ownerOrganisationId,
      plannedStart: '2027-01-04',
      justification: {},
    });
  }

  it.each(['in-preparation', 'out-of-service', 'ended'] as const)('an approved proposal stops %s', async (to) => {
    await app.dataSource.getRepository(ProposalEntity).delete({ state: 'goedgekeurd' });
    await propose('goedgekeurd');
    const answer = await change(wish(to));
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ type: 'urn:woonplek:probleem:voorstel-loopt', voorstellen: 1 });
    expect(await stored()).toEqual(unit);
  });

  it('an open proposal stops nothing', async () => {
    await propose('voorgesteld');
    expect((await change(wish('out-of-service'))).status).toBe(201);
  });

  it.each([
    ['in-preparation', 409],
    ['ended', 409],
    ['out-of-service', 201],
  ] as const)('a resident: %s answers %i', async (to, status) => {
    const [model] = await app.dataSource.getRepository(PlacementEntity).find({ take: 1 });
    const placements = app.dataSource.getRepository(PlacementEntity);
    await placements.insert({ ...model!, id: randomUUID(), unitId: unit.id, endDate: TEST_DAY });
    const answer = await change(wish(to));
    expect(answer.status).toBe(status);
    if (status === 409) expect(answer.body).toMatchObject({ bewoners: 1 });
  });

  it('somebody who left yesterday stops nothing', async () => {
    const [model] = await app.dataSource.getRepository(PlacementEntity).find({ take: 1 });
    const placements = app.dataSource.getRepository(PlacementEntity);
    await placements.insert({ ...model!, id: randomUUID(), unitId: unit.id, endDate: '2026-11-21' });
    expect((await change(wish('ended'))).status).toBe(201);
  });
});

describe('wrong input', () => {
  it.each([
    ['nothing at all', () => ({}), ['status', 'vanaf', 'versie']],
    [
      'everything wrong',
      () => ({ status: 'vrij', vanaf: '2026-02-30', tot: 'morgen', versie: 0, reden: 'x', kleur: 'rood' }),
      ['kleur', 'reden', 'status', 'tot', 'vanaf', 'versie'],
    ],
    ['no reason', () => wish('out-of-service', { reden: undefined }), ['reden']],
    ['a day to come', () => wish('in-preparation', { vanaf: '2026-11-23' }), ['vanaf']],
    ['before the present status', () => wish('in-preparation', { vanaf: '2025-12-31' }), ['vanaf']],
    ['an end before the start', () => wish('in-preparation', { tot: '2026-11-21' }), ['tot']],
    [
      'several that only the home can tell',
      () => wish('ended', { vanaf: '2026-11-23', tot: '2026-12-01', reden: undefined }),
      ['reden', 'tot', 'vanaf'],
    ],
  ])('%s', async (_name, body, fields) => {
    const answer = await change(body());
    expect(answer.status).toBe(400);
    expect((answer.body.fouten as { veld: string }[]).map(({ veld }) => veld).sort()).toEqual(fields);
    expect(await stored()).toEqual(unit);
    expect(await events()).toEqual([]);
  });

  it('a home that does not exist', async () => {
    expect((await change(wish('ended'), randomUUID())).status).toBe(404);
    expect((await change(wish('ended'), '12')).status).toBe(400);
  });
});

describe('GET /v1/wooneenheden/:id', () => {
  it('shows the home as the list does, with its history and what can follow', async () => {
    const id = (await app.dataSource.getRepository(UnitEntity).findOneByOrFail({ code: 'AS-RES-1' })).id;
    const answer = await app.request().get(`/v1/wooneenheden/${id}`);
    expect(answer.status).toBe(200);
    expect(unitDetailSchema.parse(answer.body)).toEqual(answer.body);
    const dto = answer.body as UnitDetailDto;
    expect(dto).toMatchObject({ plaatsen: 11, leeftijdVanaf: 18, leeftijdTot: 23, maxVerblijfMaanden: 18 });
    expect(dto.plaatsingen.lopend).toBe(dto.plaatsenBezet);
    expect(dto.plaatsenVrij).toBe(dto.plaatsen - dto.plaatsenBezet);
    expect(dto.statusGeschiedenis.length).toBeGreaterThan(0);
    const next = transitionsFrom(unitTransitions, unitStatuses.toInternal(dto.status.code));
    expect(dto.mogelijkeStatussen.map(({ code }) => unitStatuses.toInternal(code))).toEqual(next.map(({ to }) => to));
    const listed = await app.request().get('/v1/wooneenheden?zoek=AS-RES-1');
    expect(dto).toMatchObject(listed.body.items[0]);
  });
});
