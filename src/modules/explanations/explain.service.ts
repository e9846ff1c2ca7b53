import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Answers, Question, QuestionKind, RunFiles } from '../../engines/answer-question';
import { conflict, notFound } from '../../platform/http/problem';
import { ExplainThread } from '../../platform/solver/explain-thread';
import { RunsService } from '../runs/runs.service';
import { ExplanationsQueries, type RunKey } from './explanations.queries';

/** How many rounds keep their files, read and parsed. */
const KEPT_FILES = 3;
/** How many answers are kept. A round that is done never changes, so an answer that is whole stays right. */
const KEPT_ANSWERS = 500;
const TIME_LIMIT_SECONDS = 30;

export interface AskedRun {
  readonly regionId: string;
  readonly runId: string;
  readonly signal: AbortSignal;
}

/**
 * Puts questions about a round to the thread of the explanations, and keeps the answers in memory by the hash of the round's
 * facts and the question. Nothing is stored: an answer can always be worked out again from the frozen round.
 */
@Injectable()
export class ExplainService implements OnApplicationShutdown {
  private readonly thread = new ExplainThread();
  private readonly kept = new Map<string, unknown>();
  private readonly keptFiles = new Map<string, Promise<RunFiles>>();

  constructor(
    private readonly queries: ExplanationsQueries,
    private readonly runs: RunsService,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.thread.close();
  }

  /** Throws 404 for a round that is not of this region, 409 for one without a plan and 410 for one whose files are gone. */
  async completedRun(regionId: string, runId: string): Promise<RunKey> {
    const run = await this.queries.run(regionId, runId);
    if (!run) throw notFound('matchronde', runId);
    if (run.status !== 'completed') throw conflict('geen-plan', 'Geen plan', 'Deze ronde heeft (nog) geen plan.');
    if (run.isPurged) throw this.runs.purged();
    return run;
  }

  /** The frozen problem and the plan. */
  files(regionId: string, runId: string): Promise<RunFiles> {
    const known = this.keptFiles.get(runId);
    const files = known ?? this.readFiles(regionId, runId);
    remember(this.keptFiles, runId, files, KEPT_FILES);
    files.catch(() => this.keptFiles.delete(runId));
    return files;
  }

  /** `isWhole`: whether the answer may be kept; one that ran out of time may not. */
  async ask<Kind extends QuestionKind>(
    { regionId, runId, signal }: AskedRun,
    question: Extract<Question, { kind: Kind }>,
    isWhole: (answer: Answers[Kind]) => boolean,
    name = JSON.stringify(question),
  ): Promise<Answers[Kind]> {
    const { snapshotHash } = await this.completedRun(regionId, runId);
    const key = `${snapshotHash} ${name}`;
    const known = this.kept.get(key);
    if (known !== undefined) {
      remember(this.kept, key, known, KEPT_ANSWERS);
      return known as Answers[Kind];
    }
    const answer = await this.thread.ask(question, {
      key: snapshotHash,
      files: () => this.files(regionId, runId),
      timeLimitSeconds: TIME_LIMIT_SECONDS,
      signal,
    });
    if (isWhole(answer)) remember(this.kept, key, answer, KEPT_ANSWERS);
    return answer;
  }

  private async readFiles(regionId: string, runId: string): Promise<RunFiles> {
    const problem = await this.runs.problemOf(regionId, runId);
    return { problem, plan: await this.runs.planOf(regionId, runId) };
  }
}

/** Sets a key and forgets the one that was used longest ago. */
function remember<T>(kept: Map<string, T>, key: string, value: T, most: number): void {
  kept.delete(key);
  kept.set(key, value);
  const oldest = kept.keys().next().value;
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}
