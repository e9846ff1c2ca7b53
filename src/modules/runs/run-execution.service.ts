import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { DomainError } from '../../core/errors';
import type { Problem } from '../../core/matching/problem';
import { withoutTolerances } from '../../core/matching/without-tolerances';
import type { Violation } from '../../core/proof/violation';
import { type RunFailure, SEALED_SNAPSHOT } from '../../database/entities/match-run.entity';
import type { EngineRequest } from '../../engines/registry';
import { Clock } from '../../platform/clock';
import { solveInThread } from '../../platform/solver/solve-in-thread';
import { PlanStoreService } from './plan-store.service';
import type { RunProgress } from './run-answer';
import { failureOf, runFailure } from './run-failure';

/** A round that was cut off so often brings the process down with it, or takes longer than a process lives. */
const MAX_ATTEMPTS = 5;
const PROGRESS_INTERVAL_MS = 500;

export interface ExecutionContext {
  readonly signal: AbortSignal;
  progress(report: object): Promise<void>;
}

/** What the claim of a run gives: the run is ours until the lock is let go, by us or by the end of the connection. */
interface Claim {
  readonly runId: string;
  readonly attempt: number;
  readonly engine: EngineRequest;
  readonly timeLimitSeconds: number;
  readonly problem: Problem;
}

/**
 * Works out one run: claim, solve in the solver's thread, verify, store. Safe to call any number of times, in any number of
 * processes: a session lock of PostgreSQL makes one of them the owner, and it falls free when that process dies.
 */
@Injectable()
export class RunExecutionService {
  private readonly logger = new Logger('runs');

  constructor(
    private readonly dataSource: DataSource,
    private readonly store: PlanStoreService,
    private readonly clock: Clock,
  ) {}

  /** Resolves when the run has ended, well or not, or is in other hands. Rejects when it is worth another try. */
  async execute(runId: string, context: ExecutionContext): Promise<void> {
    const session = this.dataSource.createQueryRunner();
    await session.connect();
    try {
      if (!(await lock(session, runId))) return;
      try {
        const claim = await this.claim(runId);
        if (claim) await this.work(claim, context);
      } finally {
        await session.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [lockName(runId)]);
      }
    } finally {
      await session.release();
    }
  }

  private async claim(runId: string): Promise<Claim | null> {
    const [rows] = await this.dataSource.query<
      [{ attempts: number; engine: EngineRequest; time_limit_seconds: number; snapshot: string }[], number]
    >(
      `UPDATE match_run SET status = 'running', attempts = attempts + 1, started_at = COALESCE(started_at, $2), progress = NULL
        WHERE id = $1 AND status IN ('queued', 'running')
        RETURNING attempts, engine, time_limit_seconds, snapshot`,
      [runId, this.clock.now()],
    );
    const row = rows[0];
    if (!row) return null;
    if (row.attempts > MAX_ATTEMPTS) {
      await this.fail(runId, row.attempts, runFailure('too-many-attempts', { attempts: row.attempts - 1 }));
      return null;
    }
    return {
      runId,
      attempt: row.attempts,
      engine: row.engine,
      timeLimitSeconds: row.time_limit_seconds,
      problem: JSON.parse(SEALED_SNAPSHOT.from(row.snapshot) as string) as Problem,
    };
  }

  private async work(claim: Claim, context: ExecutionContext): Promise<void> {
    const { runId, attempt, problem, timeLimitSeconds, engine } = claim;
    const report = this.reporter(claim, context);
    try {
      const { plan, violations, seconds, ...told } = await solveInThread(
        problem,
        { engine, timeLimitSeconds, proofs: true, explanations: true },
        {
          signal: context.signal,
          onProgress: (progress) =>
            void report(
              progress.phase === 'solve'
                ? { phase: 'rekenen', level: progress.level, step: progress.finished, steps: progress.total }
                : { phase: 'voorbereiden' },
            ),
        },
      );
      if (violations.length > 0) {
        this.logger.error(`Run ${runId}: the verifier refused the plan: ${JSON.stringify(violations)}`);
        await this.fail(runId, attempt, runFailure('plan-refused', { violations: violations.length }), violations);
        return;
      }
      await this.noteStrictValues(claim, context.signal);
      await report({ phase: 'opslaan' });
      const timings = milliseconds(seconds);
      const stored = await this.store.store({ runId, attempt, problem, plan, ...told, timings });
      if (!stored) this.logger.warn(`Run ${runId}: attempt ${attempt} was overtaken, nothing stored`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.fail(runId, attempt, failureOf(error));
    }
  }

  /** Where a level may give up value, works out what every level would reach if none did: that shows what it bought. */
  private async noteStrictValues(claim: Claim, signal: AbortSignal): Promise<void> {
    const { runId, attempt, problem, timeLimitSeconds, engine } = claim;
    const strict = withoutTolerances(problem);
    if (strict === null) return;
    try {
      const { plan } = await solveInThread(strict, { engine, timeLimitSeconds }, { signal });
      await this.dataSource.query(
        `UPDATE match_run SET strict_values = $3 WHERE id = $1 AND attempts = $2 AND status = 'running'`,
        [runId, attempt, JSON.stringify(plan.levels.map(({ value }) => value))],
      );
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn(`Run ${runId}: what the tolerances bought is not known: ${error.message}`);
    }
  }

  /** Writes progress to the row, so that any process can tell it, but not more often than people can read it. */
  private reporter({ runId, attempt }: Claim, context: ExecutionContext): (progress: RunProgress) => Promise<void> {
    let last = { at: -PROGRESS_INTERVAL_MS, phase: '' };
    return async (progress) => {
      const at = performance.now();
      if (progress.phase === last.phase && at - last.at < PROGRESS_INTERVAL_MS) return;
      last = { at, phase: progress.phase };
      try {
        await this.dataSource.query(
          `UPDATE match_run SET progress = $3 WHERE id = $1 AND attempts = $2 AND status = 'running'`,
          [runId, attempt, progress],
        );
        await context.progress(progress);
      } catch (error) {
        this.logger.warn(`Run ${runId}: progress could not be told: ${String(error)}`);
      }
    };
  }

  private async fail(
    runId: string,
    attempt: number,
    failure: RunFailure,
    violations: readonly Violation[] | null = null,
  ): Promise<void> {
    this.logger.warn(`Run ${runId} failed: ${failure.code}`);
    await this.dataSource.query(
      `UPDATE match_run SET status = 'failed', failure = $3, finished_at = $4, verification = $5
        WHERE id = $1 AND attempts = $2 AND status = 'running'`,
      [runId, attempt, failure, this.clock.now(), violations && { violations }],
    );
  }
}

function lockName(runId: string): string {
  return `match_run:${runId}`;
}

function milliseconds(seconds: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(seconds).map(([stage, value]) => [stage, Math.round(value * 1000)]));
}

async function lock(session: QueryRunner, runId: string): Promise<boolean> {
  const [row] = (await session.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked', [
    lockName(runId),
  ])) as { locked: boolean }[];
  return row?.locked === true;
}
