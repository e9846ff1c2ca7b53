import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDED, STAMPS } from '../migration-sql/columns';
import { guardTable } from '../migration-sql/guard-table';
import { addReferences, CASCADE, NO_ACTION, RECORDED_BY, type Reference, SET_NULL } from '../migration-sql/references';
import { PURGE_HOUSEHOLD, REFUSE_REWRITE, rewriteFunction } from '../migration-sql/rewrite-function';
import { IN_REGION, SYSTEM_IN_REGION } from '../migration-sql/row-rules';
import { appendOnly, stampActedAs, stampActor, TRACE_HIDDEN, traceShown } from '../migration-sql/row-triggers';
import { runSql, type RunSql } from '../migration-sql/run-sql';

const OWN_ORGANISATION = '(SELECT acting_organisation())';
/** Who coordinates, and the aanbieder whose client it is. The steps themselves are the system's, for whoever may take them. */
const OF_CLIENT = `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
  OR (SELECT acts_as('aanbieder')) AND owner_organisation_id = ${OWN_ORGANISATION})`;
const SEEN: Readonly<Record<string, string>> = {
  workflow_setting: IN_REGION,
  offer_contact: OF_CLIENT,
  offer_refusal: OF_CLIENT,
  landing_item: OF_CLIENT,
  tenancy_event: `${IN_REGION} AND ((SELECT acts_as('systeem', 'coordinator'))
    OR (SELECT acts_as('aanbieder')) AND placement_id IN (SELECT id FROM placement))`,
};

const OWN = ['id', 'region_id', 'owner_organisation_id', 'household_id'];
const ACTED = ['actor', 'actor_role', 'actor_organisation_id', 'at'];
/** Columns about a person that may be read in the log. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  offer_contact: [...OWN, ...ACTED, 'proposal_id', 'kind', 'channel', 'on_day'],
  offer_refusal: [...OWN, ...STAMPS, 'proposal_id', 'contact_id', 'judged_by', 'judged_at', 'setting_version'],
  landing_item: [
    ...[...OWN, ...STAMPS, 'proposal_id', 'position', 'code', 'required', 'setting_version', 'state', 'settled_by'],
    'settled_at',
  ],
  tenancy_event: [...OWN, ...ACTED, 'placement_id', 'action', 'from_state', 'to_state', 'on_day', 'until_day'],
};

const OWNED = `${RECORDED}, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL`;
const ACTED_AS = `"actor_role" text, "actor_organisation_id" uuid`;
const TENANCY_STATES = `'lopend', 'time-out', 'afgesloten', 'omgeklapt', 'beeindigd'`;

const OF_REGION = ['region_id', 'region', NO_ACTION] as const;
const OF_OWNER = ['owner_organisation_id', 'organisation', NO_ACTION] as const;
const REFERENCES: Readonly<Record<string, readonly Reference[]>> = {
  workflow_setting: [...RECORDED_BY, OF_REGION],
  offer_contact: [
    ...[OF_REGION, OF_OWNER],
    ['household_id', 'household', NO_ACTION],
    ['proposal_id', 'proposal', NO_ACTION],
    ['actor', 'account', NO_ACTION],
  ],
  offer_refusal: [
    ...[...RECORDED_BY, OF_REGION, OF_OWNER],
    ['household_id', 'household', CASCADE],
    ['proposal_id', 'proposal', NO_ACTION],
    ['contact_id', 'offer_contact', NO_ACTION],
    ['judged_by', 'account', NO_ACTION],
  ],
  landing_item: [
    ...[...RECORDED_BY, OF_REGION, OF_OWNER],
    ['household_id', 'household', CASCADE],
    ['proposal_id', 'proposal', NO_ACTION],
    ['settled_by', 'account', NO_ACTION],
  ],
  tenancy_event: [
    ...[OF_REGION, OF_OWNER],
    ['placement_id', 'placement', NO_ACTION],
    ['household_id', 'household', NO_ACTION],
    ['actor', 'account', NO_ACTION],
  ],
  placement: [
    ['proposal_id', 'proposal', SET_NULL],
    ['previous_placement_id', 'placement', SET_NULL],
  ],
};
const TABLES = ['workflow_setting', 'offer_contact', 'offer_refusal', 'landing_item', 'tenancy_event'];
const APPEND_ONLY = ['offer_contact', 'tenancy_event'];

/** What is purged with a file, before the proposals and placements that it refers to. */
const PART = `(1, 'pair_decision', 'id', 'household_id = $1'),`;
const PARTS = `${PART}
      (1, 'offer_refusal', 'id', 'household_id = $1'),
      (2, 'offer_contact', 'id', 'household_id = $1'),
      (1, 'landing_item', 'id', 'household_id = $1'),
      (1, 'tenancy_event', 'id', 'household_id = $1'),`;
const PURGEABLE = `'proposal_event', `;
const PURGEABLE_NOW = `'proposal_event', 'offer_contact', 'tenancy_event', `;

/** Offers and answers, the checklist of a soft landing, what happens in a tenancy, and pauses that end by themselves. */
export class OffersAndTenancies1795312800130 implements MigrationInterface {
  readonly name = 'OffersAndTenancies1795312800130';

  async up(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await run(`ALTER TABLE "household" ADD "paused_until" date, ADD "pause_reason" text`);
    await run(
      `ALTER TABLE "household" ADD CONSTRAINT "household_pause_reason" CHECK ("pause_reason" IN ('refusal', 'admission', 'detention', 'own-request', 'other'))`,
    );
    await run(
      `ALTER TABLE "household" ADD CONSTRAINT "household_paused" CHECK ("status" = 'paused' OR ("paused_until" IS NULL AND "pause_reason" IS NULL))`,
    );
    await run(
      `ALTER TABLE "placement" ADD "state" text NOT NULL DEFAULT 'lopend', ADD "proposal_id" uuid, ADD "previous_placement_id" uuid, ADD "counts" boolean NOT NULL DEFAULT true, ADD "weighs_since" date, ADD "contract" text, ADD "version" integer NOT NULL DEFAULT '1'`,
    );
    for (const [name, check] of [
      ['placement_state', `"state" IN (${TENANCY_STATES})`],
      ['placement_ended', `"state" NOT IN ('omgeklapt', 'beeindigd') OR "end_date" IS NOT NULL`],
      ['placement_contract', `"contract" IN ('intermediate', 'permanent')`],
      ['placement_weighs_since', `"weighs_since" <= "start_date"`],
    ]) {
      await run(`ALTER TABLE "placement" ADD CONSTRAINT "${name}" CHECK (${check})`);
    }
    await run(`CREATE INDEX "placement_previous_placement_id_idx" ON "placement"  ("previous_placement_id") `);
    await this.makeTables(run);
    for (const [table, references] of Object.entries(REFERENCES)) await addReferences(run, table, references);
    for (const table of TABLES) await guard(run, table);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PART, PARTS);
    await rewriteFunction(run, REFUSE_REWRITE, PURGEABLE, PURGEABLE_NOW);
  }

  /** A household that is paused stays so; a tenancy that goes on goes on. */
  async down(queryRunner: QueryRunner): Promise<void> {
    const run = runSql(queryRunner);
    await rewriteFunction(run, REFUSE_REWRITE, PURGEABLE_NOW, PURGEABLE);
    await rewriteFunction(run, PURGE_HOUSEHOLD, PARTS, PART);
    for (const table of [...TABLES].reverse()) await run(`DROP TABLE "${table}"`);
    const added = ['state', 'proposal_id', 'previous_placement_id', 'counts', 'weighs_since', 'contract', 'version'];
    for (const column of added) await run(`ALTER TABLE "placement" DROP COLUMN "${column}"`);
    for (const column of ['paused_until', 'pause_reason']) await run(`ALTER TABLE "household" DROP COLUMN "${column}"`);
  }

  private async makeTables(run: RunSql): Promise<void> {
    await run(
      `CREATE TABLE "workflow_setting" (${RECORDED}, "id" uuid NOT NULL, "region_id" text NOT NULL, "kind" text NOT NULL, "version" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "document" jsonb NOT NULL, "source" text NOT NULL, CONSTRAINT "workflow_setting_region_id_kind_version_key" UNIQUE ("region_id", "kind", "version"), CONSTRAINT "workflow_setting_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "workflow_setting_kind" CHECK ("kind" IN ('refusal-consequences', 'landing-checklist')), CONSTRAINT "workflow_setting_pk" PRIMARY KEY ("id"))`,
    );
    await run(
      `CREATE TABLE "offer_contact" (${ACTED_AS}, "id" uuid NOT NULL, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "household_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "kind" text NOT NULL, "side" text NOT NULL, "representative" text, "channel" text NOT NULL, "on_day" date NOT NULL, "evidence" text, "reason_code" text, "note" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "actor" uuid, CONSTRAINT "offer_contact_reason" CHECK (("kind" = 'refused') = ("reason_code" IS NOT NULL)), CONSTRAINT "offer_contact_evidence" CHECK ("side" = 'client' OR "evidence" IS NOT NULL), CONSTRAINT "offer_contact_representative" CHECK (("side" = 'representative') = ("representative" IS NOT NULL)), CONSTRAINT "offer_contact_side" CHECK ("side" IN ('client', 'representative')), CONSTRAINT "offer_contact_channel" CHECK ("channel" IN ('conversation', 'telephone', 'letter', 'message')), CONSTRAINT "offer_contact_kind" CHECK ("kind" IN ('offered', 'accepted', 'refused', 'no-show')), CONSTRAINT "offer_contact_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "offer_contact_household_id_idx" ON "offer_contact"  ("household_id") `);
    await run(`CREATE INDEX "offer_contact_proposal_id_at_idx" ON "offer_contact"  ("proposal_id", "at") `);
    await run(
      `CREATE TABLE "offer_refusal" (${OWNED}, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "contact_id" uuid NOT NULL, "reason_code" text NOT NULL, "suitable" boolean, "judged_by" uuid, "judged_at" TIMESTAMP WITH TIME ZONE, "judged_note" text, "consequence" text, "parked_until" date, "setting_version" text, CONSTRAINT "offer_refusal_contact_id_key" UNIQUE ("contact_id"), CONSTRAINT "offer_refusal_parked" CHECK ("parked_until" IS NULL OR "consequence" = 'parked'), CONSTRAINT "offer_refusal_by_person" CHECK ("consequence" IS NULL OR "consequence" = 'none' OR "suitable"), CONSTRAINT "offer_refusal_judged" CHECK (("judged_at" IS NULL) = ("suitable" IS NULL)), CONSTRAINT "offer_refusal_consequence" CHECK ("consequence" IN ('none', 'parked', 'until-reassessed')), CONSTRAINT "offer_refusal_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "offer_refusal_household_id_idx" ON "offer_refusal"  ("household_id") `);
    await run(`CREATE INDEX "offer_refusal_proposal_id_idx" ON "offer_refusal"  ("proposal_id") `);
    await run(
      `CREATE TABLE "landing_item" (${OWNED}, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "position" integer NOT NULL, "code" text NOT NULL, "label" text NOT NULL, "required" boolean NOT NULL, "told_to_corporatie" boolean NOT NULL, "setting_version" text NOT NULL, "state" text NOT NULL DEFAULT 'open', "note" text, "settled_by" uuid, "settled_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "landing_item_proposal_id_code_key" UNIQUE ("proposal_id", "code"), CONSTRAINT "landing_item_not_applicable" CHECK ("state" <> 'not-applicable' OR "note" IS NOT NULL), CONSTRAINT "landing_item_settled" CHECK (("state" = 'open') = ("settled_at" IS NULL)), CONSTRAINT "landing_item_state" CHECK ("state" IN ('open', 'done', 'not-applicable')), CONSTRAINT "landing_item_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "landing_item_household_id_idx" ON "landing_item"  ("household_id") `);
    await run(
      `CREATE TABLE "tenancy_event" (${ACTED_AS}, "id" uuid NOT NULL, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "placement_id" uuid NOT NULL, "household_id" uuid NOT NULL, "action" text NOT NULL, "from_state" text, "to_state" text NOT NULL, "on_day" date NOT NULL, "until_day" date, "reason_code" text, "progress" text, "note" text, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "actor" uuid, CONSTRAINT "tenancy_event_period" CHECK ("until_day" >= "on_day"), CONSTRAINT "tenancy_event_progress" CHECK ("progress" IN ('good', 'watch', 'worrying')), CONSTRAINT "tenancy_event_to_state" CHECK ("to_state" IN (${TENANCY_STATES})), CONSTRAINT "tenancy_event_from_state" CHECK ("from_state" IN (${TENANCY_STATES})), CONSTRAINT "tenancy_event_action" CHECK ("action" IN ('sleutel', 'omgeklapt', 'notitie', 'time-out', 'hervatten', 'afsluiten', 'terugval', 'doorstromen', 'omklappen', 'beeindigen')), CONSTRAINT "tenancy_event_pk" PRIMARY KEY ("id"))`,
    );
    await run(`CREATE INDEX "tenancy_event_household_id_idx" ON "tenancy_event"  ("household_id") `);
    await run(`CREATE INDEX "tenancy_event_placement_id_at_idx" ON "tenancy_event"  ("placement_id", "at") `);
  }
}

async function guard(run: RunSql, table: string): Promise<void> {
  const isAppendOnly = APPEND_ONLY.includes(table);
  const shown = SHOWN[table];
  await guardTable(run, table, {
    grants: [isAppendOnly ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE'],
    triggers: isAppendOnly ? [stampActedAs(table), appendOnly(table)] : [stampActor(table)],
    traced: shown ? traceShown(shown) : TRACE_HIDDEN,
    sees: SEEN[table] ?? SYSTEM_IN_REGION,
  });
}
