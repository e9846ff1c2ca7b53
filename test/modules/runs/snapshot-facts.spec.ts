import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson } from '../../../src/core/matching/canonical-json';
import type { Problem } from '../../../src/core/matching/problem';
import type { ProblemFacts, UnitFacts } from '../../../src/core/matching/rule-facts';
import { ComplexEntity, type StoredComplexFacts } from '../../../src/database/entities/complex.entity';
import { HouseholdEntity } from '../../../src/database/entities/household.entity';
import { OrganisationEntity } from '../../../src/database/entities/organisation.entity';
import { PolicyEntity } from '../../../src/database/entities/policy.entity';
import { RegionEntity } from '../../../src/database/entities/region.entity';
import { UnitEntity } from '../../../src/database/entities/unit.entity';
import { WijkEntity } from '../../../src/database/entities/wijk.entity';
import { SnapshotService } from '../../../src/modules/runs/snapshot.service';
import { parseProblemFile } from '../../../src/platform/problem-file/parse-problem-file';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

describe('facts of a region in a snapshot', () => {
  let test: TestApp;
  let plain: Problem;
  beforeAll(async () => {
    test = await createTestApp();
    plain = await snapshot();
  });
  afterAll(() => test?.close());

  const repo = <T extends object>(entity: new () => T) => test.dataSource.getRepository(entity);
  const snapshot = (): Promise<Problem> =>
    test.app.get(SnapshotService).read(test.dataSource.manager, { regionId: 'assen', asOf: TEST_DAY, seed: 'proef' });
  const setRegion = (facts: ProblemFacts) => repo(RegionEntity).update({ id: 'assen' }, { facts });
  /** A problem that can be downloaded and solved anywhere. */
  const expectWhole = (problem: Problem) => expect(parseProblemFile(canonicalJson(problem))).toEqual({ problem });

  it('is whole, and holds the facts of the seeds', () => {
    expectWhole(plain);
    expect(plain.households.every(({ temporaryGround }) => temporaryGround === 'opvang')).toBe(true);
    expect(plain.households.some(({ needs }) => needs?.includes('low-stimulus'))).toBe(true);
    expect(plain.units.some(({ features }) => features?.['low-stimulus'] === true)).toBe(true);
    expect(plain.rentTables.find(({ year }) => year === 2026)?.incomeLimitOnePersonCents).toBe(5_153_700);
  });

  it('leaves out an income limit that nobody filled in', async () => {
    await test.dataSource.query('UPDATE rent_table SET income_limit_one_person_cents = NULL WHERE year = 2025');
    const problem = await snapshot();
    expectWhole(problem);
    expect(problem.rentTables.find(({ year }) => year === 2025)).not.toHaveProperty('incomeLimitOnePersonCents');
  });

  it('takes facts of homes, clients, wijken and corporaties as they are', async () => {
    const [unit, household] = [plain.units[0]!, plain.households[0]!];
    const facts: UnitFacts = { location: { x: 233_000, y: 556_000 }, features: { lift: false }, onCallMinutes: 20 };
    await repo(UnitEntity).update({ id: unit.id }, { facts });
    await repo(HouseholdEntity).update({ id: household.id }, { facts: { needs: ['use-free'], pausedDays: 14 } });
    const vetoes = [{ by: 'wijkregisseur', reason: 'rust', minDraaglast: 2, until: '2027-01-31' }];
    await repo(WijkEntity).update({ id: unit.wijkId }, { facts: { vetoes } });
    const corporatieId = plain.corporaties[0]!.id;
    const passendMargins = [{ year: 2026, left: 3 }];
    await repo(OrganisationEntity).update({ id: corporatieId }, { facts: { passendMargins } });

    const problem = await snapshot();
    expectWhole(problem);
    expect(problem.units.find(({ id }) => id === unit.id)).toMatchObject(facts);
    expect(problem.households.find(({ id }) => id === household.id)).toMatchObject({
      needs: ['use-free'],
      pausedDays: 14,
    });
    expect(problem.wijken.find(({ id }) => id === unit.wijkId)).toMatchObject({ vetoes });
    expect(problem.corporaties.find(({ id }) => id === corporatieId)).toMatchObject({ passendMargins });
  });

  it('counts who lives in a complex and its portieken', async () => {
    const [row] = await test.dataSource.query<{ unit_id: string; complex_id: string; count: number }[]>(
      `SELECT p.unit_id, u.complex_id, count(*)::int AS count FROM placement p JOIN unit u ON u.id = p.unit_id
        WHERE u.complex_id IS NOT NULL AND (p.end_date IS NULL OR p.end_date >= $1) GROUP BY 1, 2 ORDER BY 3 DESC LIMIT 1`,
      [TEST_DAY],
    );
    const { unit_id: unitId, complex_id: complexId } = row!;
    const [{ all }] = await test.dataSource.query<[{ all: number }]>(
      `SELECT count(*)::int AS all FROM placement p JOIN unit u ON u.id = p.unit_id
        WHERE u.complex_id = $1 AND (p.end_date IS NULL OR p.end_date >= $2)`,
      [complexId, TEST_DAY],
    );
    const portieken = [
      { id: 'A', name: 'portiek A', max: 4 },
      { id: 'B', name: 'portiek B', max: 4 },
    ];
    const facts: StoredComplexFacts = { cooldownUntil: '2027-01-01', share: { homes: 40, maxPercent: 45 }, portieken };
    await repo(ComplexEntity).update({ id: complexId }, { facts });
    await repo(UnitEntity).update({ id: unitId }, { facts: { portiekId: 'A' } });

    const problem = await snapshot();
    expectWhole(problem);
    expect(problem.complexes.find(({ id }) => id === complexId)).toMatchObject({
      cooldownUntil: '2027-01-01',
      share: { homes: 40, maxPercent: 45, occupied: all },
      portieken: [
        { id: 'A', occupied: row!.count },
        { id: 'B', occupied: 0 },
      ],
    });
  });

  it('keeps of the agreements between households those of which two are in the round', async () => {
    const [a, b, c] = plain.households.map(({ id }) => id) as [string, string, string];
    const group = (id: string, householdIds: string[]) => ({ id, householdIds, within: 'wijk' as const, until: null });
    const away = '00000000-0000-4000-8000-000000000000';
    await setRegion({ apart: [group('G1', [a, b, away]), group('G2', [a, away])], together: [group('G3', [b, c])] });
    const problem = await snapshot();
    expectWhole(problem);
    expect(problem.apart).toEqual([group('G1', [a, b])]);
    expect(problem.together).toEqual([group('G3', [b, c])]);
    await setRegion({});
    expect(await snapshot()).not.toHaveProperty('apart');
  });

  it('leaves out entries of the policy for homes that are not in the round', async () => {
    const policy = await repo(PolicyEntity).findOneByOrFail({ regionId: 'assen' });
    const closed = await repo(UnitEntity).findOneByOrFail({ regionId: 'assen', status: 'out-of-service' });
    const entry = (level: 'unit' | 'programme', id: string) => ({
      ruleId: 'unit-end',
      parameters: { months: 1 },
      scope: { level, id },
    });
    const open = plain.units[0]!;
    const rules = [
      ...policy.document.rules,
      entry('unit', closed.id),
      entry('unit', open.id),
      entry('programme', open.programme),
    ];
    await repo(PolicyEntity).update({ id: policy.id }, { document: { ...policy.document, rules } });
    const problem = await snapshot();
    expectWhole(problem);
    const scopes = problem.policy.rules.flatMap(({ scope }) => scope?.id ?? []);
    expect(scopes).toEqual([open.id, open.programme]);
    const answer = await test.request().get('/v1/beleid?regio=assen');
    const shown = answer.body.regels.filter(({ bereik }: { bereik: object | null }) => bereik !== null);
    expect(shown).toHaveLength(3);
    expect(shown[2].bereik).toEqual({ soort: 'programma', id: open.programme });
  });
});
