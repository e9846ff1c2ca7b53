import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import fc from '../../support/fast-check';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { ReviewService } from '../../../src/modules/proposals/review.service';
import type { ActingAccount } from '../../../src/platform/access/acting-account';
import { ActorSource } from '../../../src/platform/access/actor-source';
import { Clock } from '../../../src/platform/clock';
import { ProblemException } from '../../../src/platform/http/problem';
import { DomainError } from '../../../src/core/errors';
import { completedRound, keepClients } from '../../support/completed-round';
import { createTestApp, TEST_DAY, type TestApp } from '../../support/test-app';
import { expectSound } from './expect-sound';
import { fiftyAtOnceCases } from './fifty-at-once-cases';

const PROPOSALS = 6;

/** What one reviewer does: several of these run at the same moment. `stale`: with a version that was read too early. */
const decision = fc.record({
  proposal: fc.nat(PROPOSALS - 1),
  kind: fc.constantFrom('approve', 'approve', 'approve', 'reject', 'revoke'),
  stale: fc.constantFrom(false, false, false, true),
});
const atOnce = fc.array(decision, { minLength: 2, maxLength: 4, size: 'max' });
const moments = fc.array(atOnce, { minLength: 2, maxLength: 5, size: 'max' });

describe('any series of reviews, some at the same moment', () => {
  let test: TestApp;
  let actor: ActingAccount;
  let ids: string[];
  const seen = new Map<string, number>();

  beforeAll(async () => {
    test = await createTestApp();
    jest.spyOn(test.app.get(Clock), 'now').mockReturnValue(new Date(`${TEST_DAY}T11:00:00Z`));
    await keepClients(test, 90);
    const { id: runId } = await completedRound(test, 'proef');
    const headers = { host: 'localhost', cookie: test.headersOf('coordinator').Cookie };
    actor = (await test.app.get(ActorSource).actorFor({ headers } as never))!;
    const proposals: ProposalEntity[] = await test.dataSource
      .getRepository(ProposalEntity)
      .createQueryBuilder('p')
      .innerJoin('unit', 'u', 'u.id = p.unit_id AND u.places = 1')
      .where({ runId })
      .orderBy('p.id')
      .take(PROPOSALS)
      .getMany();
    ids = proposals.map(({ id }) => id);
    // Two pairs of proposals share a home, as after a change of the number of places.
    for (const [copy, original] of [
      [0, 1],
      [2, 3],
    ] as const) {
      await test.dataSource.getRepository(ProposalEntity).update(ids[copy]!, { unitId: proposals[original]!.unitId });
    }
    // Nobody is refused by a rule here: these are about locks, and every rule has tests of its own.
    await test.dataSource.query(
      `UPDATE policy SET document = jsonb_set(document, '{rules}', '[{"ruleId": "one-home-per-household", "parameters": {}}, {"ruleId": "places", "parameters": {}}]')`,
    );
    await test.dataSource.query(`UPDATE proposal SET version = 1`);
  });
  afterAll(() => test?.close());

  const versionOf = async (id: string) =>
    (await test.dataSource.getRepository(ProposalEntity).findOneByOrFail({ id })).version;

  async function decide({ proposal, kind, stale }: { proposal: number; kind: string; stale: boolean }): Promise<void> {
    const id = ids[proposal]!;
    const versie = Math.max(1, (await versionOf(id)) - (stale ? 1 : 0));
    const reviews = test.app.get(ReviewService);
    try {
      if (kind === 'revoke') await reviews.revoke(actor, id, { versie });
      else if (kind === 'approve') await reviews.review(actor, id, { besluit: 'akkoord', versie });
      else await reviews.review(actor, id, { besluit: 'afgewezen', redenCode: 'WOB', versie });
      count(kind);
    } catch (error) {
      count(error instanceof ProblemException || error instanceof DomainError ? error.code : 'fault');
      // A refusal is an answer; anything else is a fault.
      const refused = error instanceof DomainError || (error instanceof ProblemException && error.getStatus() === 409);
      if (!refused) throw error;
    }
  }

  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

  async function startAgain(): Promise<void> {
    for (const id of ids) {
      const { state, version } = await test.dataSource.getRepository(ProposalEntity).findOneByOrFail({ id });
      const reviews = test.app.get(ReviewService);
      if (state !== 'voorgesteld') await reviews.revoke(actor, id, { versie: version });
    }
  }

  it('never gives a home or a household twice, and always equals the record of steps', async () => {
    await fc.assert(
      fc.asyncProperty(moments, async (series) => {
        await startAgain();
        for (const decisions of series) await Promise.all(decisions.map(decide));

        await expectSound(test.dataSource, ids);
        for (const id of ids) {
          const steps = await test.dataSource.getRepository(ProposalEventEntity).countBy({ proposalId: id });
          expect(await versionOf(id)).toBe(steps + 1);
        }

        const bans: { wrong: number }[] = await test.dataSource.query(
          `SELECT count(*)::int AS wrong FROM proposal p WHERE p.id = ANY ($1) AND (p.state = 'afgewezen') <>
             EXISTS (SELECT 1 FROM pair_decision b WHERE b.kind = 'ban' AND b.household_id = p.household_id AND b.unit_id = p.unit_id AND b.lifted_at IS NULL)`,
          [ids],
        );
        expect(bans).toEqual([{ wrong: 0 }]);
      }),
      { numRuns: 25, seed: 20261122 },
    );
    // The series were worth something: every kind of step and of refusal took place.
    const expected = ['approve', 'reject', 'revoke', 'al-vergeven', 'intussen-gewijzigd', 'transition-not-allowed'];
    expect([...seen.keys()].sort()).toEqual(expected.sort());
  });

  fiftyAtOnceCases(() => test);
});
