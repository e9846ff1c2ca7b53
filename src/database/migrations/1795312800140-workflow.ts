import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDED, STAMPS } from '../migration-sql/columns';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences, type Reference } from '../migration-sql/references';
import { PURGE_HOUSEHOLD, REFUSE_REWRITE, rewriteFunction } from '../migration-sql/rewrite-function';
import { IN_REGION, SYSTEM_IN_REGION } from '../migration-sql/row-rules';
import { appendOnly, stampActor, TRACE_HIDDEN, traceShown } from '../migration-sql/row-triggers';
import { runSql, type RunSql } from '../migration-sql/run-sql';

const OF_SEEN_CASE = 'proposal_id IN (SELECT id FROM proposal)';
/** Who guides the client of a case, or coordinates it. */
const KEEPERS = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator')) OR (SELECT acts_as('aanbieder')) AND ${OF_SEEN_CASE})`;

const WAITING = `'voorgesteld', 'goedgekeurd', 'teruggestuurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'landing', 'verouderd'`;
const ROLES = `'coordinator', 'corporatie', 'aanbieder'`;
const FAILED = `'afgewezen', 'geweigerd', 'verlopen', 'ingetrokken'`;

interface Table {
  readonly columns: string;
  readonly indexes: readonly string[];
  readonly references: readonly Reference[];
  readonly rights: string;
  readonly sees: string;
  readonly makes: string;
  readonly changes: string;
  /** Arguments of the trace: key, what is shown, left out, the household. */
  readonly trace: string;
  readonly triggers?: readonly string[];
}

const HOUSEHOLD = `(SELECT p.household_id FROM public.proposal p WHERE p.id = (r.j->>''proposal_id'')::uuid)`;
const OF_CASE = ['id', 'region_id', 'owner_organisation_id', 'proposal_id'];
const shown = (...columns: string[]): string => traceShown([...OF_CASE, ...columns], HOUSEHOLD);
const DEFERRED = 'DEFERRABLE INITIALLY DEFERRED';
const CASE = `"id" uuid NOT NULL, "proposal_id" uuid NOT NULL`;
const OWNED = `"region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL`;
const BY_ACCOUNT = [
  ['created_by', 'account', DEFERRED],
  ['updated_by', 'account', DEFERRED],
] as const;
const AT = `"at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now()`;
const OF_REGION = [
  ['region_id', 'region'],
  ['owner_organisation_id', 'organisation'],
  ['proposal_id', 'proposal'],
] as const;

const TABLES: Readonly<Record<string, Table>> = {
  workflow: {
    columns: `"id" uuid NOT NULL, "region_id" text NOT NULL, "programme" text NOT NULL, "version" text NOT NULL, "valid_from" date NOT NULL, "steps" jsonb NOT NULL, "source" text NOT NULL, "demonstration" boolean NOT NULL, ${AT}, CONSTRAINT "workflow_region_id_programme_version_key" UNIQUE ("region_id", "programme", "version"), CONSTRAINT "workflow_steps" CHECK (jsonb_typeof("steps") = 'array')`,
    indexes: [],
    references: [['region_id', 'region']],
    rights: 'SELECT, INSERT',
    sees: `${IN_REGION} AND (SELECT acts_at_all())`,
    makes: SYSTEM_IN_REGION,
    changes: SYSTEM_IN_REGION,
    trace: TRACE_HIDDEN,
    triggers: [appendOnly('workflow')],
  },
  case_pause: {
    columns: `${RECORDED}, ${OWNED}, ${CASE}, "reason" text NOT NULL, "note" text, "since" date NOT NULL, "until" date, CONSTRAINT "case_pause_sealed" CHECK ("reason" LIKE 's1:%' AND "note" LIKE 's1:%'), CONSTRAINT "case_pause_period" CHECK ("until" >= "since")`,
    indexes: [
      `CREATE UNIQUE INDEX "case_pause_one_open" ON "case_pause" ("proposal_id") WHERE "until" IS NULL`,
      `CREATE INDEX "case_pause_proposal_id_idx" ON "case_pause" ("proposal_id")`,
    ],
    references: [...OF_REGION, ...BY_ACCOUNT],
    rights: 'SELECT, INSERT, UPDATE',
    sees: KEEPERS,
    makes: KEEPERS,
    changes: KEEPERS,
    trace: shown('since', 'until', ...STAMPS),
    triggers: [stampActor('case_pause')],
  },
  // No right to change a row, and no trigger against it: the notes must be sealed anew with a newer key.
  case_progress: {
    columns: `${RECORDED}, ${OWNED}, ${CASE}, "state" text NOT NULL, "is_involved" boolean NOT NULL, "reason_code" text NOT NULL, "last_seen_on" date, "note" text, CONSTRAINT "case_progress_sealed" CHECK ("note" LIKE 's1:%'), CONSTRAINT "case_progress_reason_code" CHECK ("reason_code" IN ('on-course', 'waits-for-documents', 'waits-for-home', 'waits-for-support', 'waits-for-income', 'client-hesitates', 'unreachable', 'other')), CONSTRAINT "case_progress_state" CHECK ("state" IN (${WAITING}))`,
    indexes: [
      `CREATE INDEX "case_progress_proposal_id_created_at_idx" ON "case_progress" ("proposal_id", "created_at")`,
    ],
    references: [...OF_REGION, ...BY_ACCOUNT],
    rights: 'SELECT, INSERT',
    sees: KEEPERS,
    makes: KEEPERS,
    changes: SYSTEM_IN_REGION,
    trace: shown('state', ...STAMPS),
    triggers: [stampActor('case_progress')],
  },
  case_escalation: {
    columns: `${CASE}, ${OWNED}, "state" text NOT NULL, "state_since" TIMESTAMP WITH TIME ZONE NOT NULL, "due_on" date NOT NULL, "to_role" text NOT NULL, ${AT}, CONSTRAINT "case_escalation_proposal_id_state_since_key" UNIQUE ("proposal_id", "state_since"), CONSTRAINT "case_escalation_to_role" CHECK ("to_role" IN (${ROLES})), CONSTRAINT "case_escalation_state" CHECK ("state" IN (${WAITING}))`,
    indexes: [],
    references: [...OF_REGION],
    rights: 'SELECT, INSERT',
    sees: KEEPERS,
    makes: SYSTEM_IN_REGION,
    changes: SYSTEM_IN_REGION,
    trace: shown('state', 'state_since', 'due_on', 'to_role', 'at'),
    triggers: [appendOnly('case_escalation')],
  },
};

/**
 * Every case that waits, with since when and what stands its term still: a pause, or a restriction of the processing (AVG
 * article 18). For who coordinates or guides it with the client; for the corporatie of the home, from the approval, without.
 */
const OPEN_CASES = `
  CREATE FUNCTION open_cases(states text[]) RETURNS TABLE (
    id uuid, state text, since timestamptz, progress_at timestamptz, pauses jsonb, origin text, workflow_id uuid,
    escalated_at timestamptz, programme text, unit_id uuid, unit text, corporatie_id uuid, aanbieder_id uuid,
    household_id uuid, reference text)
  LANGUAGE plpgsql STABLE AS $$
  #variable_conflict use_column
  DECLARE role text := current_setting('woonplek.role', true);
  BEGIN
    PERFORM set_config('woonplek.role', 'systeem', true);
    RETURN QUERY
      SELECT p.id, p.state, coalesce(e.at, p.created_at), g.at, coalesce(s.pauses, '[]'), p.origin, p.workflow_id,
             x.at, u.programme, u.id, u.name, u.corporatie_id, CASE WHEN role <> 'corporatie' THEN h.owner_organisation_id END,
             CASE WHEN role <> 'corporatie' THEN h.id END, CASE WHEN role <> 'corporatie' THEN h.reference END
        FROM proposal p JOIN unit u ON u.id = p.unit_id JOIN household h ON h.id = p.household_id
        LEFT JOIN LATERAL (SELECT max(at) AS at FROM proposal_event WHERE proposal_id = p.id) e ON true
        LEFT JOIN LATERAL (SELECT max(created_at) AS at FROM case_progress WHERE proposal_id = p.id) g ON true
        LEFT JOIN case_escalation x ON x.proposal_id = p.id AND x.state_since = coalesce(e.at, p.created_at)
        LEFT JOIN LATERAL (
          SELECT jsonb_agg(jsonb_build_object('from', b.since, 'until', b.until) ORDER BY b.since) AS pauses
            FROM (SELECT since, until FROM case_pause WHERE proposal_id = p.id
                  UNION ALL
                  SELECT r.since, greatest(r.since, (r.ended_at AT TIME ZONE 'Europe/Amsterdam')::date)
                    FROM household_restriction r WHERE r.household_id = h.id) b) s ON true
       WHERE p.region_id = acting_region() AND p.state = ANY (states)
         AND CASE role
               WHEN 'systeem' THEN true
               WHEN 'coordinator' THEN true
               WHEN 'aanbieder' THEN h.owner_organisation_id = acting_organisation()
               WHEN 'corporatie' THEN u.owner_organisation_id = acting_organisation() AND p.state <> 'voorgesteld'
               ELSE false
             END;
    PERFORM set_config('woonplek.role', role, true);
  END $$`;

const PART_BEFORE = `(1, 'pair_decision', 'id', 'household_id = $1'),`;
const PARTS = ['case_pause', 'case_progress', 'case_escalation']
  .map((name) => `(0, '${name}', 'id', 'proposal_id IN (SELECT id FROM public.proposal WHERE household_id = $1)'),`)
  .join('\n      ');

const DAYS = 'Geen bron noemt een termijn; voorstel van Woonplek, door de regio vast te stellen.';
const step = (
  state: string,
  waitsFor: string,
  number: number,
  effect: string,
  stallDays: number,
): Readonly<Record<string, unknown>> => ({
  ...{ state, waitsFor, term: { number, unit: 'working-days' }, remindDaysBefore: [2], effect },
  ...{ escalateTo: effect === 'escalate' ? 'coordinator' : null, stallDays, source: DAYS, demonstration: true },
});
/** What a region that was loaded before there were workflows begins with. */
const STANDARD = JSON.stringify([
  step('voorgesteld', 'coordinator', 5, 'none', 7),
  step('goedgekeurd', 'corporatie', 5, 'escalate', 7),
  step('teruggestuurd', 'coordinator', 3, 'none', 7),
  step('bevestigd', 'aanbieder', 3, 'escalate', 7),
  step('aangeboden', 'aanbieder', 5, 'expire', 7),
  step('geaccepteerd', 'aanbieder', 10, 'escalate', 14),
  step('landing', 'aanbieder', 20, 'escalate', 14),
  step('verouderd', 'coordinator', 3, 'none', 7),
]);

/** Workflows as versioned data, and what is kept of the terms of a case; see docs/deadlines.md. */
export class Workflow1795312800140 implements MigrationInterface {
  readonly name = 'Workflow1795312800140';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    for (const [name, table] of Object.entries(TABLES)) await make(run, name, table);
    await run(
      `ALTER TABLE "proposal" ADD "workflow_id" uuid, ADD "origin" text NOT NULL DEFAULT 'round', ADD "replaces_proposal_id" uuid, ADD "reserve_outcome" text, ADD "reserve_sought_at" TIMESTAMP WITH TIME ZONE`,
    );
    for (const [name, check] of Object.entries({
      origin: `"origin" IN ('round', 'reserve')`,
      replaces: `"origin" = 'reserve' OR "replaces_proposal_id" IS NULL`,
      reserve_outcome: `"reserve_outcome" IN ('proposed', 'none', 'not-needed')`,
      reserve_sought: '("reserve_outcome" IS NULL) = ("reserve_sought_at" IS NULL)',
    })) {
      await run(`ALTER TABLE "proposal" ADD CONSTRAINT "proposal_${name}" CHECK (${check})`);
    }
    await run(`CREATE INDEX "proposal_replaces_proposal_id_idx" ON "proposal" ("replaces_proposal_id")`);
    await run(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_workflow_id_fk" FOREIGN KEY ("workflow_id") REFERENCES "workflow"("id")`,
    );
    await run(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_replaces_proposal_id_fk" FOREIGN KEY ("replaces_proposal_id") REFERENCES "proposal"("id") ON DELETE SET NULL`,
    );
    // Their homes went on to later rounds long ago.
    await run(`ALTER TABLE "proposal" DISABLE TRIGGER USER`);
    await run(
      `UPDATE "proposal" SET "reserve_outcome" = 'not-needed', "reserve_sought_at" = now() WHERE "state" IN (${FAILED})`,
    );
    await run(`SET CONSTRAINTS ALL IMMEDIATE`);
    await run(`ALTER TABLE "proposal" ENABLE TRIGGER USER`);
    await run(
      `INSERT INTO "workflow" ("id", "region_id", "programme", "version", "valid_from", "steps", "source", "demonstration")
       SELECT gen_random_uuid(), id, 'standaard', '1', '2026-01-01', $1::jsonb, $2, true FROM "region"`,
      [STANDARD, DAYS],
    );
    await run(OPEN_CASES);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PART_BEFORE, `${PARTS}\n      ${PART_BEFORE}`);
    await rewriteFunction(run, REFUSE_REWRITE, `('proposal_event',`, `('proposal_event', 'case_escalation',`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await rewriteFunction(run, REFUSE_REWRITE, ` 'case_escalation',`, '');
    await rewriteFunction(run, PURGE_HOUSEHOLD, `${PARTS}\n      `, '');
    await run(`DROP FUNCTION open_cases(text[])`);
    for (const column of ['reserve_sought_at', 'reserve_outcome', 'replaces_proposal_id', 'origin', 'workflow_id']) {
      await run(`ALTER TABLE "proposal" DROP COLUMN "${column}" CASCADE`);
    }
    for (const name of Object.keys(TABLES).reverse()) await run(`DROP TABLE "${name}"`);
  }
}

async function make(run: RunSql, name: string, table: Table): Promise<void> {
  const { columns, indexes, references, rights, trace, ...guarded } = table;
  await run(`CREATE TABLE "${name}" (${columns}, CONSTRAINT "${name}_pk" PRIMARY KEY ("id"))`);
  for (const index of indexes) await run(index);
  await addReferences(run, name, references);
  await guardTable(run, name, { ...guarded, grants: [rights], traced: trace });
}
