import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PolicyEntity } from '../../../src/database/entities/policy.entity';
import { RunExecutionService } from '../../../src/modules/runs/run-execution.service';
import type { RunDetailDto } from '../../../src/modules/runs/run.dto';
import { Clock } from '../../../src/platform/clock';
import { keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { systemService } from '../../support/system-service';

const quiet = { signal: new AbortController().signal, progress: () => Promise.resolve() };

describe('a round under a policy with a tolerance', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    await keepClients(test, 40);
  });
  afterAll(() => test?.close());

  async function levelsOf(tijdvak: string): Promise<RunDetailDto['niveaus']> {
    const { body } = await test.request().post('/v1/matchrondes').send({ regio: 'assen', tijdvak });
    await systemService(test.app, RunExecutionService).execute(body.id, quiet);
    return (await test.request().get(`/v1/matchrondes/${body.id}`)).body.niveaus;
  }

  it('shows for each level what was given up and what it would reach otherwise; without one it shows neither', async () => {
    const strict = await levelsOf('streng');
    expect(strict.map(({ ingeleverd, zonderToleranties }) => [ingeleverd, zonderToleranties])).toEqual(
      strict.map(() => [null, null]),
    );

    const policies = test.dataSource.getRepository(PolicyEntity);
    const policy = await policies.findOneByOrFail({ regionId: 'assen' });
    const levels = policy.document.levels.map((level) =>
      level.objectiveId === 'points' ? { ...level, epsilon: 60 } : level,
    );
    await policies.update({ id: policy.id }, { document: { ...policy.document, levels } });
    const tolerant = await levelsOf('soepel');

    expect(tolerant.map(({ zonderToleranties }) => zonderToleranties).slice(0, -2)).toEqual(
      strict.map(({ waarde }) => waarde).slice(0, -2),
    );
    for (const { doel, waarde, grens, tolerantie, ingeleverd, zonderToleranties } of tolerant) {
      if (doel.id !== 'points') {
        expect(ingeleverd).toBeNull();
        continue;
      }
      expect(ingeleverd).toBe(grens - waarde);
      expect(ingeleverd).toBeGreaterThanOrEqual(0);
      expect(ingeleverd).toBeLessThanOrEqual(tolerantie);
      expect(grens).toBe(zonderToleranties);
    }
    const after = tolerant.find(({ doel }) => doel.id === 'herkomst-return')!;
    expect(after.waarde).toBeGreaterThanOrEqual(after.zonderToleranties!);
  });
});
