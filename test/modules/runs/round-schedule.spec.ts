import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';
import { MatchRunEntity } from '../../../src/database/entities/match-run.entity';
import { RegionEntity } from '../../../src/database/entities/region.entity';
import { RoundSchedule } from '../../../src/modules/runs/round.schedule';
import { Clock } from '../../../src/platform/clock';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';

describe('the schedule of a region', () => {
  let test: TestApp;

  beforeEach(async () => {
    test = await createTestApp();
  });
  afterEach(() => test?.close());

  const runs = () => test.dataSource.getRepository(MatchRunEntity).find({ order: { slot: 'ASC' } });
  const at = (instant: string) => jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(instant));
  const look = () => test.app.get(RoundSchedule).handOverDueWork();

  it('asks for nothing at the start: no slot has passed since the region came', async () => {
    await look();
    expect(await runs()).toEqual([]);
  });

  it('makes one run for a slot, however many processes look and however often', async () => {
    at(inWeeks(1));
    await Promise.all([look(), look(), look()]);
    await look();
    const found = await runs();
    expect(found).toMatchObject([{ trigger: 'schedule', requestedBy: null, status: 'queued' }]);
    expect(found[0]!.slot).toMatch(/^rooster-\d{4}-\d{2}-\d{2}T0[45]:00Z$/);
  });

  it('makes up only the last of the slots that were missed', async () => {
    at(inWeeks(1));
    await look();
    at(inWeeks(5));
    await look();
    const slots = (await runs()).map(({ slot }) => slot);
    expect(slots).toHaveLength(2);
  });

  it('follows a schedule that changes, and one that stops', async () => {
    await look();
    const timers = () => [...test.app.get(SchedulerRegistry).getCronJobs().keys()];
    expect(timers()).toEqual([expect.stringContaining('0 6 * * 1')]);
    const regions = test.dataSource.getRepository(RegionEntity);
    await regions.update('assen', { roundCron: '30 7 * * 2' });
    await look();
    expect(timers()).toEqual([expect.stringContaining('30 7 * * 2')]);
    await regions.update('assen', { roundCron: null });
    await look();
    expect(timers()).toEqual([]);
  });
});

/** So many weeks after the day from which the region's data count, later than the moment it was loaded. */
function inWeeks(weeks: number): string {
  const from = Math.max(Date.parse(`${TEST_DAY}T12:00:00Z`), Date.now());
  return new Date(from + weeks * 7 * 86_400_000).toISOString();
}
