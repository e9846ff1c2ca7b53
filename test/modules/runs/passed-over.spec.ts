import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Problem } from '../../../src/core/matching/problem';
import { PolicyEntity } from '../../../src/database/entities/policy.entity';
import type { RunDetailDto } from '../../../src/modules/runs/run.dto';
import { addDays } from '../../../src/core/time/calendar';
import { Clock } from '../../../src/platform/clock';
import { completedRound, keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

describe('who could have had a home and got none', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
    await keepClients(test, 100);
  });
  afterAll(() => test?.close());

  async function roundOn(day: string, slot: string) {
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${day}T11:00:00Z`));
    const run = await completedRound(test, slot);
    await test.dataSource.query(`UPDATE match_run SET requested_at = $2 WHERE id = $1`, [run.id, `${day}T11:00:00Z`]);
    return { run, problem: await problemOf(run) };
  }
  const problemOf = async ({ id }: RunDetailDto): Promise<Problem> =>
    (await test.request().get(`/v1/matchrondes/${id}/probleem`)).body as Problem;
  const countsOf = ({ households }: Problem) =>
    new Map(households.flatMap(({ id, passedOver }) => (passedOver === undefined ? [] : [[id, passedOver] as const])));

  it('is counted a day, in every round of a policy with that level, and in no other', async () => {
    const first = await roundOn(TEST_DAY, 'een');
    expect(countsOf(first.problem).size).toBe(0);
    const matched = new Set(
      (await test.dataSource.query(`SELECT household_id FROM proposal WHERE run_id = $1`, [first.run.id])).map(
        ({ household_id }: { household_id: string }) => household_id,
      ),
    );
    const [{ passed_over: over }] = await test.dataSource.query(`SELECT passed_over FROM match_run WHERE id = $1`, [
      first.run.id,
    ]);
    expect(over.length).toBeGreaterThan(5);
    expect(over.filter((id: string) => matched.has(id))).toEqual([]);

    await roundOn(TEST_DAY, 'nog eens');
    const policies = test.dataSource.getRepository(PolicyEntity);
    const policy = await policies.findOneByOrFail({ regionId: 'assen' });
    const at = policy.document.levels.findIndex(({ objectiveId }) => objectiveId === 'points');
    const levels = policy.document.levels.toSpliced(at, 0, { objectiveId: 'passed-over', parameters: {}, epsilon: 0 });
    await policies.update({ id: policy.id }, { document: { ...policy.document, levels } });

    const next = await roundOn(addDays(TEST_DAY, 1), 'volgende');
    expect([...countsOf(next.problem).keys()].sort()).toEqual([...over].sort());
    expect(new Set(countsOf(next.problem).values())).toEqual(new Set([1]));
    const level = next.run.niveaus.find(({ doel }) => doel.id === 'passed-over')!;
    expect(level.waarde).toBeGreaterThan(0);

    const last = await roundOn(addDays(TEST_DAY, 2), 'laatste');
    const stillOver = [...countsOf(last.problem)].filter(([, days]) => days === 2);
    expect(stillOver.length).toBeGreaterThan(0);
    expect(countsOf(last.problem).size).toBeGreaterThanOrEqual(countsOf(next.problem).size);
  });
});
