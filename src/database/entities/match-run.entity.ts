import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Plan } from '../../core/matching/plan';
import { oneOf } from './one-of';
import { Sealed } from '../sealing/sealed';
import { OwnedColumns } from './owned.columns';

export const RUN_STATUSES = ['queued', 'running', 'completed', 'failed'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const RUN_TRIGGERS = ['schedule', 'person', 'start'] as const;
export type RunTrigger = (typeof RUN_TRIGGERS)[number];

/** For queries that read the snapshot without its entity. */
export const SEALED_SNAPSHOT = new Sealed('match_run.snapshot');

/** Why a round failed, for people and for machines. */
export interface RunFailure {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** Something about a round that a person should know, in Dutch. */
export interface RunWarning {
  readonly code: 'spreiding-missing' | 'draagkracht-missing' | 'processing-restricted';
  readonly message: string;
}

/** One matching round of a region: what went in, what came out, and how that was established. */
@Entity()
@Unique(['regionId', 'slot'])
@Index(['regionId', 'requestedAt'])
@Index('match_run_unfinished', ['status'], { where: `"status" IN ('queued', 'running')` })
@Check('match_run_status', oneOf('status', RUN_STATUSES))
@Check('match_run_trigger', oneOf('trigger', RUN_TRIGGERS))
@Check('match_run_time_limit', '"time_limit_seconds" > 0')
@Check('match_run_attempts', '"attempts" >= 0')
@Check('match_run_completed', `"status" <> 'completed' OR ("plan" IS NOT NULL AND "finished_at" IS NOT NULL)`)
@Check('match_run_purged', `("purged_at" IS NULL) = ("snapshot" IS NOT NULL)`)
@Check('match_run_failed', `"status" <> 'failed' OR ("failure" IS NOT NULL AND "finished_at" IS NOT NULL)`)
@Check('match_run_sealed', `"snapshot" LIKE 's1:%'`)
@Check('match_run_snapshot_hash', `"snapshot_hash" ~ '^[0-9a-f]{64}$'`)
export class MatchRunEntity extends OwnedColumns {
  @PrimaryColumn('uuid')
  id!: string;

  /** One round a region and slot: a second request for the same slot finds the first round. */
  @Column('text')
  slot!: string;

  @Column('text', { default: 'queued' })
  status!: RunStatus;

  @Column('text')
  trigger!: RunTrigger;

  /** Null: the schedule or the start of the system. */
  @ForeignKey('AccountEntity')
  @Column('uuid', { nullable: true })
  requestedBy!: string | null;

  /** The role in which somebody asked, and for which organisation; filled in by the database. */
  @Column('text', { nullable: true })
  actorRole!: string | null;

  @Column('uuid', { nullable: true })
  actorOrganisationId!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  requestedAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @ForeignKey('PolicyEntity')
  @Column('text')
  policyId!: string;

  @Column('text')
  policyVersion!: string;

  /** The draw that gave the seed. Null: the round is older than draws. */
  @ForeignKey('LotteryDrawEntity')
  @Column('uuid', { nullable: true, unique: true })
  lotteryDrawId!: string | null;

  @Column('text')
  seed!: string;

  /** Hash of the seed, published before the round. */
  @Column('text')
  seedCommitment!: string;

  @Column('text')
  engine!: string;

  /** Null until an engine has run. */
  @Column('text', { nullable: true })
  engineVersion!: string | null;

  @Column('integer')
  timeLimitSeconds!: number;

  /** The day of the round, as in the problem. */
  @Column('date')
  asOf!: string;

  /** The problem in canonical JSON; text and not jsonb, because its hash is of these bytes. Null: the term has passed. */
  @Column('text', { select: false, nullable: true, transformer: SEALED_SNAPSHOT })
  snapshot!: string | null;

  /** Since when the problem, the matches of the plan and the receipt are gone, because their retention term has passed. */
  @Column('timestamptz', { nullable: true })
  purgedAt!: Date | null;

  @Column('text')
  snapshotHash!: string;

  /** What was missing among the facts when they were frozen. */
  @Column('jsonb', { default: [] })
  warnings!: readonly RunWarning[];

  @Column('jsonb', { nullable: true })
  plan!: Plan | null;

  /** Households that could have had a home in this round and got none. */
  @Column('uuid', { array: true, default: [] })
  passedOver!: readonly string[];

  /** What each level would reach if no level gave up anything. Null: the policy has no tolerances. */
  @Column('jsonb', { nullable: true })
  strictValues!: readonly number[] | null;

  /** What the verifier said of the plan. */
  @Column('jsonb', { nullable: true })
  verification!: { readonly violations: readonly object[] } | null;

  /** Milliseconds per stage. */
  @Column('jsonb', { nullable: true })
  timings!: Readonly<Record<string, number>> | null;

  /** What the solver reported last. */
  @Column('jsonb', { nullable: true })
  progress!: object | null;

  @Column('jsonb', { nullable: true })
  failure!: RunFailure | null;

  @Column('integer', { default: 0 })
  attempts!: number;
}
