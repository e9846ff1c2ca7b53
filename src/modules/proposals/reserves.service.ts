import { createHash, randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { rankReserves } from '../../core/explain/rank-reserves';
import { explainMatch } from '../../core/explain/why';
import type { Plan } from '../../core/matching/plan';
import type { Problem } from '../../core/matching/problem';
import type { ReserveOutcome } from '../../core/review/case-reasons';
import { FAILED_STATES, HOLDING_STATES, proposalTransitions } from '../../core/review/proposal-transitions';
import { actingAs, SYSTEM, systemOf } from '../../database/acting';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { isRestricted } from '../../database/open-restrictions';
import { inTransaction } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { ProblemException } from '../../platform/http/problem';
import { PlacementLoadService } from '../monitor/placement-load.service';
import { RunsService } from '../runs/runs.service';
import { type Obstacle, PairCheckService } from './pair-check.service';
import { lockForReview } from './proposal-lock';
import { takeStep } from './take-step';

/** Who could come next for a home, and whether that holds today. */
export interface ShownReserve {
  readonly householdId: string;
  /** Titles of what stands in the way; empty: it holds. */
  readonly obstacles: readonly string[];
}

interface Ranked {
  readonly problem: Problem;
  /** What is left of the plan of the round. */
  readonly plan: Pick<Plan, 'matches'>;
  /** Best first. */
  readonly householdIds: readonly string[];
}

const SHOWN = 3;
const OPEN = proposalTransitions.initial;
/** Obstacles of the home and not of the one who would come there. */
const OF_HOME: readonly Obstacle['code'][] = ['woonplek', 'vergeven'];
/** Since when a proposal is in its state. */
const SINCE = `coalesce((SELECT max(e.at) FROM proposal_event e WHERE e.proposal_id = p.id), p.created_at)`;
const UNSOUGHT = `(p.reserve_sought_at IS NULL OR p.reserve_sought_at < ${SINCE})`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Gives the home of a match that failed to the next candidate of its round: the best of those who still wait, have no other
 * proposal and pass every hard rule on the data of today. What comes of it is a proposal like any other, for people to review.
 * Which matches wait for this follows from the rows, so whoever fails to look at once is caught up with.
 */
@Injectable()
export class ReservesService {
  private readonly logger = new Logger('reserves');

  constructor(
    private readonly database: DataSource,
    private readonly runs: RunsService,
    private readonly pairs: PairCheckService,
    private readonly placements: PlacementLoadService,
    private readonly clock: Clock,
  ) {}

  /** For after the step by which a match fails. That is saved: when this fails, the next look of the system does it. */
  async seekAtOnce(regionId: string, id: string): Promise<void> {
    try {
      await this.seek(regionId, id);
    } catch (error) {
      this.logger.warn(`The home of proposal ${id} waits for the next look: ${String(error)}`);
    }
  }

  /** Every match of a region that failed and for which nobody has looked since. */
  async seekAll(regionId: string): Promise<void> {
    const failed = await actingAs(SYSTEM, () =>
      this.database.query<{ id: string }[]>(
        `SELECT p.id FROM proposal p WHERE p.region_id = $1 AND p.state = ANY ($2) AND ${UNSOUGHT} ORDER BY ${SINCE}, p.id`,
        [regionId, FAILED_STATES],
      ),
    );
    for (const { id } of failed) await this.seekAtOnce(regionId, id);
  }

  /** Null: it has not failed, or somebody has looked. */
  async seek(regionId: string, id: string): Promise<ReserveOutcome | null> {
    const ranked = await actingAs(systemOf(regionId), () => this.ranked(regionId, id));
    return inTransaction(
      this.database,
      async (manager) => {
        const failed = await lockForReview(manager, regionId, id);
        const unsought = await manager.query<object[]>(`SELECT 1 FROM proposal p WHERE p.id = $1 AND ${UNSOUGHT}`, [
          id,
        ]);
        if (!FAILED_STATES.includes(failed.state) || unsought.length === 0) return null;
        const outcome = ranked === null ? 'none' : await this.proposeNext(manager, failed, ranked);
        // Not a change of the proposal that somebody may be looking at, so its version stays.
        await manager.query(
          'UPDATE proposal SET reserve_outcome = $2, reserve_sought_at = clock_timestamp() WHERE id = $1',
          [id, outcome],
        );
        return outcome;
      },
      { actor: null },
    );
  }

  /** The match that failed is open again: what took its place and nobody has reviewed goes away. */
  async lapse(manager: EntityManager, doer: { readonly accountId: string }, { id }: ProposalEntity): Promise<void> {
    for (const reserve of await manager.findBy(ProposalEntity, { replacesProposalId: id, state: OPEN })) {
      await takeStep(manager, doer, reserve, 'vervangen', {
        note: 'Het eerdere voorstel voor deze woonplek is weer open.',
      });
      await manager.save(reserve);
    }
  }

  /**
   * Who would come next if this match failed, at most three. Agreements are not looked at: this match still counts in them. The
   * caller decides who may know of these clients.
   */
  async next(regionId: string, id: string): Promise<ShownReserve[]> {
    return actingAs(systemOf(regionId), async () => {
      const ranked = await this.ranked(regionId, id);
      if (ranked === null) return [];
      return this.database.transaction('REPEATABLE READ', async (manager) => {
        const proposal = await manager.findOneByOrFail(ProposalEntity, { id, regionId });
        const shown = (await free(manager, proposal, ranked.householdIds)).slice(0, SHOWN);
        const reserves: ShownReserve[] = [];
        for (const householdId of shown) {
          const { obstacles } = await this.pairs.check(manager, candidateFor(manager, proposal, householdId));
          const own = obstacles.filter(({ code }) => !OF_HOME.includes(code) && code !== 'afspraak');
          reserves.push({ householdId, obstacles: [...new Set(own.map(({ title }) => title))] });
        }
        return reserves;
      });
    });
  }

  /** Null: the files of the round are gone, or the home was not in it. */
  private async ranked(regionId: string, id: string): Promise<Ranked | null> {
    const proposal = await this.database.manager.findOneByOrFail(ProposalEntity, { id, regionId });
    try {
      const problem = await this.runs.problemOf(regionId, proposal.runId);
      // A match that was made by hand can be for a home that was not in the round.
      if (!problem.units.some(({ id: unitId }) => unitId === proposal.unitId)) return null;
      const { matches } = await this.runs.planOf(regionId, proposal.runId);
      const over = await this.database.manager.find(ProposalEntity, {
        where: { runId: proposal.runId, state: In([...FAILED_STATES, 'vervallen']) },
        select: { householdId: true },
      });
      const gone = new Set(over.map(({ householdId }) => householdId));
      const plan = { matches: matches.filter(({ householdId }) => !gone.has(householdId)) };
      return { problem, plan, householdIds: rankReserves(problem, plan, proposal, sha256) };
    } catch (error) {
      if (error instanceof ProblemException) return null;
      throw error;
    }
  }

  private async proposeNext(
    manager: EntityManager,
    failed: ProposalEntity,
    { problem, plan, householdIds }: Ranked,
  ): Promise<ReserveOutcome> {
    if (!(await this.hasPlace(manager, failed))) return 'not-needed';
    for (const householdId of await free(manager, failed, householdIds)) {
      const reserve = candidateFor(manager, failed, householdId);
      const check = await this.pairs.check(manager, reserve);
      if (check.obstacles.some(({ code }) => OF_HOME.includes(code))) return 'not-needed';
      if (check.obstacles.length > 0) continue;
      const match = { householdId, unitId: failed.unitId, plannedStart: check.start, decidedAtLevel: null };
      const matches = [...plan.matches.filter((each) => each.householdId !== failed.householdId), match];
      const { aanbiederId } = problem.households.find((household) => household.id === householdId)!;
      await manager.insert(ProposalEntity, {
        ...reserve,
        aanbiederOrganisationId: aanbiederId,
        plannedStart: check.start,
        justification: { ...explainMatch(problem, { matches }, match, sha256), asReserve: true },
        origin: 'reserve',
        replacesProposalId: failed.id,
      });
      return 'proposed';
    }
    return 'none';
  }

  /** Whether a place of the home is neither lived in, promised nor proposed. */
  private async hasPlace(manager: EntityManager, { regionId, unitId }: ProposalEntity): Promise<boolean> {
    const unit = await manager.findOneByOrFail(UnitEntity, { id: unitId });
    if (unit.status !== 'available') return false;
    const occupied = await this.placements.occupancyPerUnit(manager, regionId, this.clock.today());
    const wanted = await manager.countBy(ProposalEntity, { unitId, state: In([OPEN, ...HOLDING_STATES]) });
    return unit.places - (occupied.get(unitId) ?? 0) - wanted > 0;
  }
}

/** Of these households those that can get a proposal of this round at all, in the same order. */
async function free(manager: EntityManager, { runId }: ProposalEntity, ranked: readonly string[]): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT h.id FROM household h
      WHERE h.id = ANY ($1::uuid[]) AND h.status = 'waiting' AND NOT ${isRestricted('h.id')}
        AND NOT EXISTS (SELECT FROM proposal o WHERE o.household_id = h.id
                           AND (o.run_id = $2 OR o.state = $3 OR o.state = ANY ($4)))
      ORDER BY array_position($1::uuid[], h.id)`,
    [ranked, runId, OPEN, HOLDING_STATES],
  );
  return rows.map(({ id }) => id);
}

function candidateFor(manager: EntityManager, proposal: ProposalEntity, householdId: string): ProposalEntity {
  const { runId, regionId, ownerOrganisationId, unitId } = proposal;
  const id = randomUUID();
  return manager.create(ProposalEntity, { id, runId, regionId, ownerOrganisationId, unitId, householdId, state: OPEN });
}
