import type { MigrationInterface, QueryRunner } from 'typeorm';

const IN_REGION = '((SELECT acts_everywhere()) OR region_id = (SELECT acting_region()))';
const OWN_ORGANISATION = '(SELECT acting_organisation())';
/** Who coordinates, the aanbieder whose client it is, and the gemeente that is asked. The steps themselves are the system's. */
const SEEN = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = ${OWN_ORGANISATION}
  OR (SELECT acts_as('gemeente')) AND to_organisation_id = ${OWN_ORGANISATION})`;
const SYSTEM = `${IN_REGION} AND (SELECT acts_as('systeem'))`;

/** Columns that may be read in the log. */
const SHOWN = [
  ...['id', 'region_id', 'owner_organisation_id', 'household_id'],
  ...['created_at', 'created_by', 'updated_at', 'updated_by', 'version'],
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
const TRANSITIONS = {
  insert: 'NEW TABLE AS new_rows',
  update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows',
  delete: 'OLD TABLE AS old_rows',
};

const DEFERRED = 'ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED';
const NO_ACTION = 'ON DELETE NO ACTION ON UPDATE NO ACTION';
const REFERENCES = [
  ['created_by', 'account', DEFERRED],
  ['updated_by', 'account', DEFERRED],
  ['region_id', 'region', NO_ACTION],
  ['owner_organisation_id', 'organisation', NO_ACTION],
  ['household_id', 'household', 'ON DELETE CASCADE ON UPDATE NO ACTION'],
  ['from_gemeente_id', 'gemeente', NO_ACTION],
  ['to_organisation_id', 'organisation', NO_ACTION],
  ['decided_by', 'account', NO_ACTION],
] as const;

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

type Run = (sql: string, values?: unknown[]) => Promise<unknown>;

/** Warm handovers between gemeenten, and the pause of a client whom another gemeente accepted. */
export class WarmHandovers1795312800160 implements MigrationInterface {
  readonly name = 'WarmHandovers1795312800160';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run: Run = (sql, values) => queryRunner.query(sql, values);
    const checks = Object.entries(CHECKS).map(([name, check]) => `CONSTRAINT "warm_handover_${name}" CHECK (${check})`);
    await run(
      `CREATE TABLE "warm_handover" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "client_reference" text NOT NULL, "from_gemeente_id" text NOT NULL, "to_gemeente_code" text NOT NULL, "to_gemeente_name" text NOT NULL, "to_organisation_id" uuid, "reason" text NOT NULL, "agreed" text NOT NULL, "consent_on" date NOT NULL, "consent_how" text NOT NULL, "proposed_on" date NOT NULL, "due_on" date NOT NULL, "state" text NOT NULL DEFAULT 'gevraagd', "answered_on" date, "answered_by" text, "answer_channel" text, "answer_evidence" text, "answer_note" text, "decided_by" uuid, "decided_at" TIMESTAMP WITH TIME ZONE, "takes_over_on" date, "completed_on" date, "ended_note" text, "earlier_status" text, "earlier_paused_until" date, "earlier_pause_reason" text, "earlier_status_note" text, "version" integer NOT NULL, ${checks.join(', ')}, CONSTRAINT "warm_handover_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "warm_handover_household_id_idx" ON "warm_handover"  ("household_id") `);
    await run(`CREATE INDEX "warm_handover_to_organisation_id_idx" ON "warm_handover"  ("to_organisation_id") `);
    await run(
      `CREATE INDEX "warm_handover_region_id_state_due_on_idx" ON "warm_handover"  ("region_id", "state", "due_on") `,
    );
    await run(
      `CREATE UNIQUE INDEX "warm_handover_once" ON "warm_handover"  ("household_id") WHERE "state" IN ('gevraagd', 'aanvaard')`,
    );
    for (const [column, target, rule] of REFERENCES) {
      await run(
        `ALTER TABLE "warm_handover" ADD CONSTRAINT "warm_handover_${column}_fk" FOREIGN KEY ("${column}") REFERENCES "${target}"("id") ${rule}`,
      );
    }
    await guard(run);
    await rewrite(run, PART, PARTS);
    await pauses(run, `'refusal', 'admission', 'detention', 'own-request', 'handover', 'other'`);
  }

  /** A client who waits for another gemeente stays paused. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run: Run = (sql, values) => queryRunner.query(sql, values);
    await run(`UPDATE household SET pause_reason = 'other' WHERE pause_reason = 'handover'`);
    await pauses(run, PAUSES);
    await rewrite(run, PARTS, PART);
    await run(`DROP TABLE "warm_handover"`);
  }
}

/** The stamp of who acts, the trace of each write, and who sees and makes rows. */
async function guard(run: Run): Promise<void> {
  await run(`GRANT SELECT, INSERT, UPDATE ON "warm_handover" TO woonplek_app`);
  await run(
    `CREATE TRIGGER warm_handover_stamp BEFORE INSERT OR UPDATE ON "warm_handover" FOR EACH ROW EXECUTE FUNCTION stamp_actor()`,
  );
  for (const [event, rows] of Object.entries(TRANSITIONS)) {
    await run(
      `CREATE TRIGGER warm_handover_trace_${event} AFTER ${event} ON "warm_handover" REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION trace_change('id', 'shown', '${SHOWN.join(',')}', '', '(r.j->>''household_id'')::uuid')`,
    );
  }
  await run(`ALTER TABLE "warm_handover" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  await run(`CREATE POLICY "warm_handover_seen" ON "warm_handover" FOR SELECT USING (${SEEN})`);
  await run(`CREATE POLICY "warm_handover_made" ON "warm_handover" FOR INSERT WITH CHECK (${SYSTEM})`);
  await run(
    `CREATE POLICY "warm_handover_changed" ON "warm_handover" FOR UPDATE USING (${SYSTEM}) WITH CHECK (${SYSTEM})`,
  );
  await run(`CREATE POLICY "warm_handover_removed" ON "warm_handover" FOR DELETE USING (${SYSTEM})`);
}

async function pauses(run: Run, reasons: string): Promise<void> {
  await run(`ALTER TABLE "household" DROP CONSTRAINT "household_pause_reason"`);
  await run(`ALTER TABLE "household" ADD CONSTRAINT "household_pause_reason" CHECK ("pause_reason" IN (${reasons}))`);
}

/** Changes one place in the list of what goes with a file. */
async function rewrite(run: Run, before: string, after: string): Promise<void> {
  const [{ body }] = (await run(
    `SELECT pg_get_functiondef('purge_household(uuid, text, date, text, text)'::regprocedure) AS body`,
  )) as [{ body: string }];
  if (!body.includes(before)) throw new Error(`purge_household does not say: ${before}`);
  await run(body.replace(before, () => after));
}
