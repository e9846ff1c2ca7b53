import { createHash, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson } from '../../core/matching/canonical-json';
import type { Plan } from '../../core/matching/plan';
import type { Problem } from '../../core/matching/problem';
import { indexProblem } from '../../core/matching/problem-index';
import type { ReceiptFile } from '../../core/proof/receipt-file';
import { planLoad } from '../../core/quotas/plan-load';
import { validatePolicy } from '../../core/rules/validate-policy';
import { MatchRunEntity, type RunTrigger } from '../../database/entities/match-run.entity';
import { OrganisationEntity } from '../../database/entities/organisation.entity';
import { RegionEntity } from '../../database/entities/region.entity';
import { afterCommit, inTransaction, type TransactionActor } from '../../database/transaction';
import { Clock } from '../../platform/clock';
import { conflict, notFound, type ProblemException } from '../../platform/http/problem';
import { type Page, pageOf, window, orderOf } from '../../platform/http/page';
import { JobQueue } from '../../platform/queue/job-queue';
import { UnitReturnService } from '../inventory/unit-return.service';
import { missingAgreements } from './missing-agreements';
import { restrictedClients } from './restricted-clients';
import { LotteryDrawsService } from './lottery-draws.service';
import { runDetail, runStatusOf, runSummary } from './run-answer';
import type { RunDetailDto, RunListQuery, RunRequestDto, RunSummaryDto } from './run.dto';
import { purgedRound } from './purged-round';
import { runJob } from './run.job';
import { readAgreementUse, RunsQueries } from './runs.queries';
import { SnapshotService } from './snapshot.service';

export interface RoundRequest {
  readonly regionId: string;
  readonly engine: RunRequestDto['motor'];
  readonly timeLimitSeconds: number;
  /** One round a region and slot. */
  readonly slot: string;
  readonly trigger: RunTrigger;
  /** Account that asks; null: the schedule or the start of the system. */
  readonly requestedBy: TransactionActor | null;
}

const decompress = promisify(gunzip);
const UNIQUE_VIOLATION = '23505';

/** Asks for rounds and tells how they went. The working out is in `RunExecutionService`. */
@Injectable()
export class RunsService {
  private readonly logger = new Logger('runs');

  constructor(
    private readonly dataSource: DataSource,
    private readonly queries: RunsQueries,
    private readonly snapshots: SnapshotService,
    private readonly homes: UnitReturnService,
    private readonly draws: LotteryDrawsService,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezes the facts of the region as a run and hands it to the queue. A second request for the same slot gives the first
   * run, also when both come at once. Throws 404 for an unknown region and 409 when no valid policy holds.
   */
  async request(request: RoundRequest): Promise<{ run: RunDetailDto; created: boolean }> {
    const earlier = await this.queries.bySlot(request.regionId, request.slot);
    if (earlier) return { run: runDetail(earlier), created: false };
    const id = randomUUID();
    // A round must not miss a home that is due back today because the reconciler has yet to come by.
    await this.homes.handOverDueWork();
    try {
      await inTransaction(
        this.dataSource,
        async (manager) => {
          await this.freeze(manager, id, request);
          afterCommit(() => this.handOver(id));
        },
        { actor: request.requestedBy, isolation: 'REPEATABLE READ' },
      );
    } catch (error) {
      const winner = isUniqueViolation(error) ? await this.queries.bySlot(request.regionId, request.slot) : null;
      if (winner) return { run: runDetail(winner), created: false };
      throw error;
    }
    return { run: await this.get(request.regionId, id), created: true };
  }

  /** The slot of a request that names none: one round a minute for a region. */
  defaultSlot(): string {
    return `hand-${this.clock.now().toISOString().slice(0, 16)}Z`;
  }

  async list(regionId: string, query: RunListQuery): Promise<Page<RunSummaryDto>> {
    const filter = { regionId, status: query.status && runStatusOf(query.status) };
    const { rows, total } = await this.queries.list(filter, orderOf(query.sorteer), window(query));
    return pageOf(rows.map(runSummary), total, query);
  }

  async get(regionId: string, id: string): Promise<RunDetailDto> {
    const row = await this.queries.detail(regionId, id);
    if (!row) throw notFound('matchronde', id);
    return runDetail(row);
  }

  /** The problem that was solved. Not before the round has ended: it holds the seed of the lottery. */
  async problemOf(regionId: string, id: string): Promise<Problem> {
    const { status, problem } = await this.files(regionId, id);
    if (status === 'completed' || status === 'failed') return problem;
    throw conflict('ronde-loopt', 'Ronde nog niet klaar', 'Het probleem is te downloaden als de ronde klaar is.');
  }

  async planOf(regionId: string, id: string): Promise<Plan> {
    const { plan } = await this.files(regionId, id);
    if (plan) return plan;
    throw conflict('geen-plan', 'Geen plan', 'Deze ronde heeft (nog) geen plan.');
  }

  /** The receipt of a finished round, with which anybody can check that no plan is better. */
  async receiptOf(regionId: string, id: string): Promise<ReceiptFile> {
    await this.files(regionId, id);
    const receipt = await this.queries.receipt(regionId, id);
    if (receipt) return JSON.parse((await decompress(receipt)).toString('utf8')) as ReceiptFile;
    throw conflict('geen-bewijs', 'Geen bewijs', 'Deze ronde heeft (nog) geen bewijs.');
  }

  /** What is answered about a round whose files are gone. */
  purged(): ProblemException {
    return purgedRound();
  }

  /** Puts a run on the queue. When that fails the reconciler does it within a minute. */
  async handOver(id: string): Promise<void> {
    try {
      await this.queue.enqueue(runJob, { runId: id }, { jobId: id });
    } catch (error) {
      this.logger.warn(`Run ${id} waits for the reconciler: ${String(error)}`);
    }
  }

  private async files(regionId: string, id: string) {
    const files = await this.queries.files(regionId, id);
    if (!files) throw notFound('matchronde', id);
    return files;
  }

  private async freeze(manager: EntityManager, id: string, request: RoundRequest): Promise<void> {
    const ownerOrganisationId = await ownerOf(manager, request.regionId);
    const { id: lotteryDrawId, seed, seedCommitment } = await this.draws.take(manager, request.regionId);
    const problem = await this.snapshots.read(manager, {
      regionId: request.regionId,
      asOf: this.clock.today(),
      seed,
    });
    refuseUnusable(problem);
    const snapshot = canonicalJson(problem);
    await manager.insert(MatchRunEntity, {
      id,
      regionId: request.regionId,
      ownerOrganisationId,
      slot: request.slot,
      status: 'queued',
      trigger: request.trigger,
      requestedBy: request.requestedBy?.accountId ?? null,
      requestedAt: this.clock.now(),
      policyId: problem.policy.id,
      policyVersion: problem.policy.version,
      lotteryDrawId,
      seed,
      seedCommitment,
      engine: request.engine,
      timeLimitSeconds: request.timeLimitSeconds,
      asOf: problem.asOf,
      snapshot,
      snapshotHash: sha256(snapshot),
      warnings: [
        ...missingAgreements(problem, await readAgreementUse(manager, request.regionId)),
        ...(await restrictedClients(manager, request.regionId)),
      ],
    });
  }
}

/** Fails loudly on a policy that core would refuse, and on facts that refer to what is not there. */
function refuseUnusable(problem: Problem): void {
  const faults = validatePolicy(problem.policy);
  if (faults.length > 0) {
    throw conflict('beleid-ongeldig', 'Beleid klopt niet', 'Het beleid van deze regio klopt niet; zie gegevens.', {
      gegevens: faults,
    });
  }
  planLoad(indexProblem(problem), { matches: [] });
}

/** The organisation that answers for the rounds of a region: its own, else that of the centrumgemeente. */
async function ownerOf(manager: EntityManager, regionId: string): Promise<string> {
  const organisation = await manager.findOne(OrganisationEntity, {
    where: { regionId, kind: 'regio' },
    order: { createdAt: 'ASC', id: 'ASC' },
  });
  if (organisation) return organisation.id;
  const [row] = await manager.query<{ id: string }[]>(
    'SELECT g.organisation_id AS id FROM region r JOIN gemeente g ON g.id = r.centrum_gemeente_id WHERE r.id = $1',
    [regionId],
  );
  if (row) return row.id;
  const region = await manager.findOneBy(RegionEntity, { id: regionId });
  if (region === null) throw notFound('regio', regionId);
  throw conflict('regio-onvolledig', 'Regio onvolledig', `${region.name} heeft geen organisatie die de ronde draagt.`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function isUniqueViolation(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('driverError' in error)) return false;
  return (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
}
