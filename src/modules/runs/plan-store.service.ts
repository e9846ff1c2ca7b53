import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { MatchExplanation } from '../../core/explain/why';
import type { Plan } from '../../core/matching/plan';
import type { Problem } from '../../core/matching/problem';
import { indexProblem, required } from '../../core/matching/problem-index';
import type { ProposalState } from '../../core/review/proposal-transitions';
import { MatchRunEntity } from '../../database/entities/match-run.entity';
import { ProposalEventEntity } from '../../database/entities/proposal-event.entity';
import { ProposalEntity } from '../../database/entities/proposal.entity';
import { RunProofEntity } from '../../database/entities/run-proof.entity';
import { UnitEntity } from '../../database/entities/unit.entity';
import { lockProposalsOf } from '../../database/review-lock';
import { inTransaction } from '../../database/transaction';
import type { Proofs } from '../../engines/solve-problem';
import { Clock } from '../../platform/clock';
import { isOvertakenRound, overtakenProposals } from './overtaken.queries';

export interface VerifiedPlan {
  readonly runId: string;
  /** The attempt that made the plan; a later attempt makes this one worthless. */
  readonly attempt: number;
  readonly problem: Problem;
  readonly plan: Plan;
  /** What others check the plan with. */
  readonly proofs: Proofs | null;
  /** Why each match is, in the order of the plan. */
  readonly explanations: readonly MatchExplanation[];
  /** Who may have a home and gets none. */
  readonly passedOver: readonly string[];
  /** Milliseconds per stage. */
  readonly timings: Readonly<Record<string, number>>;
}

const compress = promisify(gzip);

/** Turns a verified plan into proposals: all of them and the end of the run in one transaction, or nothing. */
@Injectable()
export class PlanStoreService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** False when the run is no longer in the hands of this attempt; nothing is stored then. */
  async store(verified: VerifiedPlan): Promise<boolean> {
    const started = performance.now();
    const receipt = verified.proofs && (await compress(JSON.stringify(verified.proofs.receipt)));
    return inTransaction(
      this.dataSource,
      async (manager) => {
        if (!(await stillOurs(manager, verified))) return false;
        await lockProposalsOf(manager, verified.problem.region.id);
        if (await isOvertakenRound(manager, verified.runId)) await this.storeOvertaken(manager, verified);
        else await this.storeNewest(manager, verified);
        await manager.update(
          MatchRunEntity,
          { id: verified.runId },
          {
            status: 'completed',
            finishedAt: this.clock.now(),
            plan: verified.plan,
            passedOver: verified.passedOver,
            engineVersion: verified.plan.engine.version,
            verification: { violations: [] },
            timings: { ...verified.timings, store: Math.round(performance.now() - started) },
          },
        );
        if (receipt) await storeProofs(manager, verified, receipt);
        return true;
      },
      { actor: null },
    );
  }

  /** Open proposals of earlier rounds lapse, and so do new ones that people overtook while the round was solved. */
  private async storeNewest(manager: EntityManager, verified: VerifiedPlan): Promise<void> {
    const { runId, problem } = verified;
    const open = await manager.find(ProposalEntity, {
      where: { regionId: problem.region.id, state: 'voorgesteld' },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    await lapse(manager, open, { runId, note: 'Een nieuwe ronde heeft dit voorstel vervangen.' });
    const proposals = await insertProposals(manager, verified);
    const overtaken = await overtakenProposals(manager, runId, this.clock.today());
    await lapse(
      manager,
      proposals.filter(({ id }) => overtaken.has(id)),
      { runId, note: 'Terwijl de ronde rekende is over deze cliënt of deze woonplek al iets anders besloten.' },
    );
  }

  /** A round that was asked for later was done sooner: its proposals stand, and those of this one are only for the record. */
  private async storeOvertaken(manager: EntityManager, verified: VerifiedPlan): Promise<void> {
    const { runId } = verified;
    const proposals = await insertProposals(manager, verified);
    await lapse(manager, proposals, { runId, note: 'Een latere ronde was eerder klaar.' });
  }
}

async function storeProofs(manager: EntityManager, { runId, proofs }: VerifiedPlan, receipt: Buffer): Promise<void> {
  const { regionId, ownerOrganisationId } = await manager.findOneByOrFail(MatchRunEntity, { id: runId });
  await manager.insert(RunProofEntity, { runId, regionId, ownerOrganisationId, receipt, swaps: proofs!.swaps });
}

async function stillOurs(manager: EntityManager, { runId, attempt }: VerifiedPlan): Promise<boolean> {
  const run = await manager.findOne(MatchRunEntity, {
    where: { id: runId },
    lock: { mode: 'pessimistic_write' },
  });
  return run !== null && run.status === 'running' && run.attempts === attempt;
}

async function lapse(
  manager: EntityManager,
  proposals: readonly ProposalEntity[],
  { runId, note }: { readonly runId: string; readonly note: string },
): Promise<void> {
  for (const proposal of proposals) {
    await manager.update(ProposalEntity, { id: proposal.id }, { state: 'vervallen' });
    await manager.insert(ProposalEventEntity, {
      id: randomUUID(),
      proposalId: proposal.id,
      regionId: proposal.regionId,
      ownerOrganisationId: proposal.ownerOrganisationId,
      action: 'vervangen',
      fromState: 'voorgesteld',
      toState: 'vervallen',
      note,
      actor: null,
      at: () => 'clock_timestamp()',
      checks: [{ runId }],
    });
  }
}

async function insertProposals(
  manager: EntityManager,
  { runId, problem, plan, explanations }: VerifiedPlan,
): Promise<ProposalEntity[]> {
  const index = indexProblem(problem);
  const owners = await manager.findBy(UnitEntity, { id: In(plan.matches.map(({ unitId }) => unitId)) });
  const ownerOf = new Map(owners.map(({ id, ownerOrganisationId }) => [id, ownerOrganisationId]));
  const proposals = plan.matches.map((match, place) =>
    manager.create(ProposalEntity, {
      id: randomUUID(),
      runId,
      regionId: problem.region.id,
      ownerOrganisationId: ownerOf.get(match.unitId)!,
      aanbiederOrganisationId: required(index.households, match.householdId, 'household').aanbiederId,
      householdId: match.householdId,
      unitId: match.unitId,
      plannedStart: match.plannedStart,
      state: 'voorgesteld' satisfies ProposalState,
      justification: explanations[place]!,
    }),
  );
  if (proposals.length > 0) await manager.insert(ProposalEntity, proposals);
  return proposals;
}
