import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { PairDecisionEntity } from '../../../src/database/entities/pair-decision.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import type { RunDetailDto } from '../../../src/modules/runs/run.dto';
import { Clock } from '../../../src/platform/clock';
import { completedRound } from '../../support/completed-round';
import { overrunLimits } from '../../support/overrun-limits';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';

/** The region with its first round, which every test starts from. */
const FIRST_ROUND = 'woonplek_whole_region';

describe('all proposals of a region', () => {
  let test: TestApp;
  let round: RunDetailDto;

  async function start(database: TestDatabase): Promise<void> {
    test = await createTestApp({ database });
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
  }

  beforeAll(async () => {
    const database = await createTestDatabase({ region: true });
    await start({ ...database, drop: () => database.keepAs(FIRST_ROUND) });
    round = await completedRound(test, 'proef').finally(() => test.close());
    expect(round.status).toBe('voltooid');
  });
  beforeEach(async () => start(await createTestDatabase({ copyOf: FIRST_ROUND })));
  afterEach(() => test?.close());

  const proposalsOf = ({ id }: RunDetailDto) =>
    test.dataSource.getRepository(ProposalEntity).find({ where: { runId: id }, order: { id: 'ASC' } });
  const limits = () => overrunLimits(test.dataSource, 'assen', TEST_DAY);

  async function review(proposal: ProposalEntity, body: object): Promise<void> {
    const answer = await test
      .request()
      .post(`/v1/voorstellen/${proposal.id}/beoordelingen`)
      .send({ versie: proposal.version, ...body });
    expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  }

  it('can be approved one after another: the plan keeps every agreement', async () => {
    const proposals = await proposalsOf(round);
    expect(proposals.length).toBeGreaterThan(40);
    expect(await limits()).toEqual([]);
    for (const proposal of proposals) await review(proposal, { besluit: 'akkoord' });
    expect(await limits()).toEqual([]);

    const next = await completedRound(test, 'volgende');
    expect(next.status).toBe('voltooid');
    expect(await limits()).toEqual([]);
    const again = new Set(proposals.map(({ householdId }) => householdId));
    expect((await proposalsOf(next)).filter(({ householdId }) => again.has(householdId))).toEqual([]);
  });

  it('can be rejected: no pair comes back in the next round', async () => {
    const proposals = await proposalsOf(round);
    for (const proposal of proposals) await review(proposal, { besluit: 'afgewezen', redenCode: 'WOB' });
    expect(await test.dataSource.getRepository(PairDecisionEntity).count()).toBe(proposals.length);
    const next = await completedRound(test, 'volgende');
    const pair = ({ householdId, unitId }: ProposalEntity) => `${householdId} ${unitId}`;
    const rejected = new Set(proposals.map(pair));
    const proposed = await proposalsOf(next);
    expect(proposed.length).toBeGreaterThan(10);
    expect(proposed.map(pair).filter((each) => rejected.has(each))).toEqual([]);
    expect(await limits()).toEqual([]);
  });

  it('keep every agreement when some are approved, some rejected, and a new round fills up the rest', async () => {
    const proposals = await proposalsOf(round);
    for (const [place, proposal] of proposals.entries()) {
      if (place % 3 === 0) await review(proposal, { besluit: 'akkoord' });
      if (place % 3 === 1) await review(proposal, { besluit: 'afgewezen', redenCode: 'WOB' });
    }
    for (const slot of ['tweede', 'derde']) {
      const next = await completedRound(test, slot);
      expect(next.status).toBe('voltooid');
      expect(await limits()).toEqual([]);
      for (const proposal of await proposalsOf(next)) {
        if (proposal.id < '8') await review(proposal, { besluit: 'akkoord' });
      }
    }
    expect(await limits()).toEqual([]);
  });
});
