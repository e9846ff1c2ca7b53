import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDED, STAMPS } from '../migration-sql/columns';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences, CASCADE, NO_ACTION, RECORDED_BY, type Reference } from '../migration-sql/references';
import { PURGE_HOUSEHOLD, rewriteFunction } from '../migration-sql/rewrite-function';
import { IN_REGION } from '../migration-sql/row-rules';
import { stampActor, traceShown } from '../migration-sql/row-triggers';
import { runSql, type RunSql } from '../migration-sql/run-sql';

const OWN_ORGANISATION = '(SELECT acting_organisation())';
/** Who coordinates, the aanbieder whose client it is, and the gemeente that is asked. The steps themselves are the system's. */
const SEEN = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = ${OWN_ORGANISATION}
  OR (SELECT acts_as('gemeente')) AND to_organisation_id = ${OWN_ORGANISATION})`;

/** Columns that may be read in the log. */
const SHOWN = [
  ...['id', 'region_id', 'owner_organisation_id', 'household_id'],
  ...STAMPS,
  'version',
  ...[
    'from_gemeente_id',
    'to_gemeente_code',
    'to_gemeente_name',
    'to_organisation_id',
    'proposed_on',
    'due_on',
    'state',
  ],
  ...['consent_on', 'answered_on', 'answer_channel', 'decided_by', 'decided_at', 'takes_over_on', 'completed_on'],
];

const REFERENCES: readonly Reference[] = [
  ...RECORDED_BY,
  ['region_id', 'region', NO_ACTION],
  ['owner_organisation_id', 'organisation', NO_ACTION],
  ['household_id', 'household', CASCADE],
  ['from_gemeente_id', 'gemeente', NO_ACTION],
  ['to_organisation_id', 'organisation', NO_ACTION],
  ['decided_by', 'account', NO_ACTION],
];

const CHECKS: Readonly<Record<string, string>> = {
  sealed: `"reason" LIKE 's1:%' AND "agreed" LIKE 's1:%' AND "consent_how" LIKE 's1:%' AND "answer_note" LIKE 's1:%' AND "ended_note" LIKE 's1:%'`,
  earlier_pause: `"earlier_status" IS NOT DISTINCT FROM 'paused' OR ("earlier_paused_until" IS NULL AND "earlier_pause_reason" IS NULL)`,
  earlier_reason: `"earlier_pause_reason" IN ('refusal', 'admission', 'detention', 'own-request', 'handover', 'other')`,
  earlier_status: `"earlier_status" IN ('waiting', 'paused')`,
  completed: `("state" = 'overgedragen') = ("completed_on" IS NOT NULL)`,
  day: `("takes_over_on" IS NOT NULL AND "takes_over_on" >= "answered_on") OR ("takes_over_on" IS NULL AND "state" NOT IN ('aanvaard', 'overgedragen'))`,
  evidence: `("answered_by" IS NULL) = ("answer_evidence" IS NULL) AND ("answered_by" IS NULL) = ("answer_channel" IS NULL)`,
  answered: `"state" IN ('gevraagd', 'ingetrokken') OR ("answered_on" IS NOT NULL AND "answered_on" >= "proposed_on")`,
  answer_channel: `"answer_channel" IN ('conversation', 'telephone', 'letter', 'message')`,
  consent: `"consent_on" <= "proposed_on"`,
  term: `"due_on" > "proposed_on"`,
  other_gemeente: `"to_gemeente_code" ~ '^GM[0-9]{4}$' AND "to_gemeente_code" <> "from_gemeente_id"`,
  state: `"state" IN ('gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken', 'overgedragen')`,
};

/** What is purged with a file. */
const PART = `(1, 'pair_decision', 'id', 'household_id = $1'),`;
const PARTS = `${PART}
      (1, 'warm_handover', 'id', 'household_id = $1'),`;

const PAUSES = `'refusal', 'admission', 'detention', 'own-request', 'other'`;

/** Warm handovers between gemeenten, and the pause of a client whom another gemeente accepted. */
export class WarmHandovers1795312800160 implements MigrationInterface {
  readonly name = 'WarmHandovers1795312800160';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    const checks = Object.entries(CHECKS).map(([name, check]) => `CONSTRAINT "warm_handover_${name}" CHECK (${check})`);
    await run(
      `CREATE TABLE "warm_handover" (${RECORDED}, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "client_reference" text NOT NULL, "from_gemeente_id" text NOT NULL, "to_gemeente_code" text NOT NULL, "to_gemeente_name" text NOT NULL, "to_organisation_id" uuid, "reason" text NOT NULL, "agreed" text NOT NULL, "consent_on" date NOT NULL, "consent_how" text NOT NULL, "proposed_on" date NOT NULL, "due_on" date NOT NULL, "state" text NOT NULL DEFAULT 'gevraagd', "answered_on" date, "answered_by" text, "answer_channel" text, "answer_evidence" text, "answer_note" text, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "takes_over_on" date, "completed_on" date, "ended_note" text, "earlier_status" text, "earlier_paused_until" date, "earlier_pause_reason" text, "earlier_status_note" text, "version" integer NOT NULL, ${checks.join(', ')}, CONSTRAINT "warm_handover_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "warm_handover_household_id_idx" ON "warm_handover"  ("household_id") `);
    await run(`CREATE INDEX "warm_handover_to_organisation_id_idx" ON "warm_handover"  ("to_organisation_id") `);
    await run(
      `CREATE INDEX "warm_handover_region_id_state_due_on_idx" ON "warm_handover"  ("region_id", "state", "due_on") `,
    );
    await run(
      `CREATE UNIQUE INDEX "warm_handover_once" ON "warm_handover"  ("household_id") WHERE "state" IN ('gevraagd', 'aanvaard')`,
    );
    await addReferences(run, 'warm_handover', REFERENCES);
    await guardTable(run, 'warm_handover', {
      grants: ['SELECT, INSERT, UPDATE'],
      triggers: [stampActor('warm_handover')],
      traced: traceShown(SHOWN),
      sees: SEEN,
    });
    await rewriteFunction(run, PURGE_HOUSEHOLD, PART, PARTS);
    await pauses(run, `'refusal', 'admission', 'detention', 'own-request', 'handover', 'other'`);
  }

  /** A client who waits for another gemeente stays paused. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(`UPDATE household SET pause_reason = 'other' WHERE pause_reason = 'handover'`);
    await pauses(run, PAUSES);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PARTS, PART);
    await run(`DROP TABLE "warm_handover"`);
  }
}

async function pauses(run: RunSql, reasons: string): Promise<void> {
  await run(`ALTER TABLE "household" DROP CONSTRAINT "household_pause_reason"`);
  await run(`ALTER TABLE "household" ADD CONSTRAINT "household_pause_reason" CHECK ("pause_reason" IN (${reasons}))`);
}
