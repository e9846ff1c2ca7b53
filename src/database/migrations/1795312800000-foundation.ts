import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Foundation1795312800000 implements MigrationInterface {
  readonly name = 'Foundation1795312800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE "region" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" text NOT NULL, "name" text NOT NULL, "centrum_gemeente_id" text, "time_zone" text NOT NULL DEFAULT 'Europe/Amsterdam', "round_cron" text, "lead_time_days" integer NOT NULL, CONSTRAINT "region_lead_time_days" CHECK ("lead_time_days" >= 0), CONSTRAINT "region_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "organisation" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" uuid NOT NULL, "region_id" text NOT NULL, "kind" text NOT NULL, "name" text NOT NULL, "short_name" text NOT NULL, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "organisation_region_id_kind_name_key" UNIQUE ("region_id", "kind", "name"), CONSTRAINT "organisation_kind" CHECK ("kind" IN ('regio', 'gemeente', 'corporatie', 'aanbieder')), CONSTRAINT "organisation_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "account" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "region_id" text NOT NULL, "display_name" text NOT NULL, "roles" text array NOT NULL, "active" boolean NOT NULL DEFAULT true, CONSTRAINT "account_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "account_organisation_id_idx" ON "account"  ("organisation_id") `);
    await queryRunner.query(
      `CREATE TABLE "gemeente" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" text NOT NULL, "region_id" text NOT NULL, "organisation_id" uuid NOT NULL, "name" text NOT NULL, "source" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, CONSTRAINT "gemeente_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "gemeente_id" CHECK ("id" ~ '^GM[0-9]{4}$'), CONSTRAINT "gemeente_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "gemeente_region_id_idx" ON "gemeente"  ("region_id") `);
    await queryRunner.query(
      `CREATE TABLE "wijk" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" text NOT NULL, "gemeente_id" text NOT NULL, "name" text NOT NULL, "kind" text NOT NULL, "cbs_code" text, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "wijk_kind" CHECK ("kind" IN ('wijk', 'dorp')), CONSTRAINT "wijk_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "wijk_gemeente_id_idx" ON "wijk"  ("gemeente_id") `);
    await queryRunner.query(`CREATE INDEX "wijk_region_id_idx" ON "wijk"  ("region_id") `);
    await queryRunner.query(
      `CREATE TABLE "wijk_draagkracht" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "wijk_id" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "points" integer NOT NULL, "max_placements" integer, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "wijk_draagkracht_wijk_id_valid_from_key" UNIQUE ("wijk_id", "valid_from"), CONSTRAINT "wijk_draagkracht_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "wijk_draagkracht_max_placements" CHECK ("max_placements" >= 0), CONSTRAINT "wijk_draagkracht_points" CHECK ("points" >= 0), CONSTRAINT "wijk_draagkracht_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "doelgroep" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" text NOT NULL, "name" text NOT NULL, "vera_code" text, "source" text NOT NULL, CONSTRAINT "doelgroep_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "complex" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "code" text NOT NULL, "gemeente_id" text NOT NULL, "wijk_id" text NOT NULL, "name" text NOT NULL, "programme" text NOT NULL, "goal" text, "inflow_sources" text array NOT NULL DEFAULT '{}', "non_residential_rooms" jsonb NOT NULL DEFAULT '[]', "note" text, "source" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "demonstration" boolean NOT NULL, CONSTRAINT "complex_region_id_code_key" UNIQUE ("region_id", "code"), CONSTRAINT "complex_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "complex_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "complex_gemeente_id_idx" ON "complex"  ("gemeente_id") `);
    await queryRunner.query(`CREATE INDEX "complex_wijk_id_idx" ON "complex"  ("wijk_id") `);
    await queryRunner.query(
      `CREATE TABLE "complex_mix" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "complex_id" uuid NOT NULL, "name" text NOT NULL, "doelgroep_ids" text array NOT NULL DEFAULT '{}', "min_support_level" text NOT NULL, "max" integer NOT NULL, "source" text NOT NULL, CONSTRAINT "complex_mix_complex_id_name_key" UNIQUE ("complex_id", "name"), CONSTRAINT "complex_mix_max" CHECK ("max" >= 0), CONSTRAINT "complex_mix_min_support_level" CHECK ("min_support_level" IN ('none', 'light', 'intensive', 'round-the-clock')), CONSTRAINT "complex_mix_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "unit" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "code" text NOT NULL, "name" text NOT NULL, "complex_id" uuid, "gemeente_id" text NOT NULL, "wijk_id" text NOT NULL, "corporatie_id" uuid, "programme" text NOT NULL, "housing_form" text NOT NULL, "places" integer NOT NULL, "status" text NOT NULL, "status_reason" text, "status_from" date NOT NULL, "status_until" date, "doelgroep_ids" text array NOT NULL DEFAULT '{}', "age_from" integer, "age_below" integer, "bedrooms" integer NOT NULL, "max_persons" integer NOT NULL, "children_allowed" boolean NOT NULL, "pets_allowed" boolean, "accessibility" text, "rent_cents" integer, "self_contained" boolean NOT NULL, "available_from" date NOT NULL, "available_until" date, "max_stay_months" integer, "housing_first" boolean NOT NULL DEFAULT false, "vera_unit_kind" text, "vera_housing_form" text, "source" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "demonstration" boolean NOT NULL, "version" integer NOT NULL, CONSTRAINT "unit_region_id_code_key" UNIQUE ("region_id", "code"), CONSTRAINT "unit_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "unit_max_stay" CHECK ("max_stay_months" >= 1), CONSTRAINT "unit_availability" CHECK ("available_until" >= "available_from"), CONSTRAINT "unit_rent" CHECK ("rent_cents" >= 0), CONSTRAINT "unit_accessibility" CHECK ("accessibility" IN ('ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI')), CONSTRAINT "unit_rooms" CHECK ("bedrooms" >= 0 AND "max_persons" >= 1), CONSTRAINT "unit_ages" CHECK ("age_from" >= 0 AND "age_below" > COALESCE("age_from", 0)), CONSTRAINT "unit_out_of_service_reason" CHECK ("status" <> 'out-of-service' OR "status_reason" IS NOT NULL), CONSTRAINT "unit_status_period" CHECK ("status_until" >= "status_from"), CONSTRAINT "unit_status" CHECK ("status" IN ('in-preparation', 'available', 'reserved', 'occupied', 'out-of-service', 'ended')), CONSTRAINT "unit_housing_form" CHECK ("housing_form" IN ('intermediate', 'permanent')), CONSTRAINT "unit_places" CHECK ("places" >= 1), CONSTRAINT "unit_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "unit_complex_id_idx" ON "unit"  ("complex_id") `);
    await queryRunner.query(`CREATE INDEX "unit_gemeente_id_idx" ON "unit"  ("gemeente_id") `);
    await queryRunner.query(`CREATE INDEX "unit_wijk_id_idx" ON "unit"  ("wijk_id") `);
    await queryRunner.query(`CREATE INDEX "unit_corporatie_id_idx" ON "unit"  ("corporatie_id") `);
    await queryRunner.query(`CREATE INDEX "unit_region_id_status_idx" ON "unit"  ("region_id", "status") `);
    await queryRunner.query(
      `CREATE TABLE "unit_status_event" ("id" uuid NOT NULL, "unit_id" uuid NOT NULL, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "from" text, "to" text NOT NULL, "reason" text, "effective_from" date NOT NULL, "effective_until" date, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "actor" uuid, CONSTRAINT "unit_status_event_period" CHECK ("effective_until" >= "effective_from"), CONSTRAINT "unit_status_event_to" CHECK ("to" IN ('in-preparation', 'available', 'reserved', 'occupied', 'out-of-service', 'ended')), CONSTRAINT "unit_status_event_from" CHECK ("from" IN ('in-preparation', 'available', 'reserved', 'occupied', 'out-of-service', 'ended')), CONSTRAINT "unit_status_event_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "unit_status_event_unit_id_at_idx" ON "unit_status_event"  ("unit_id", "at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "unit_aanbieder" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "unit_id" uuid NOT NULL, "organisation_id" uuid NOT NULL, CONSTRAINT "unit_aanbieder_pk" PRIMARY KEY ("unit_id", "organisation_id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "unit_aanbieder_organisation_id_idx" ON "unit_aanbieder"  ("organisation_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "aanbieder_capacity" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "gemeente_ids" text array NOT NULL, "max_support_level" text NOT NULL, "guidance_hours" integer, "valid_from" date NOT NULL, "valid_to" date, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "aanbieder_capacity_organisation_id_valid_from_key" UNIQUE ("organisation_id", "valid_from"), CONSTRAINT "aanbieder_capacity_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "aanbieder_capacity_guidance_hours" CHECK ("guidance_hours" >= 0), CONSTRAINT "aanbieder_capacity_max_support_level" CHECK ("max_support_level" IN ('none', 'light', 'intensive', 'round-the-clock')), CONSTRAINT "aanbieder_capacity_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "household" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "reference" text NOT NULL, "herkomst_gemeente_id" text, "herkomst_basis" text, "herkomst_certainty" text NOT NULL, "herkomst_waived" boolean NOT NULL DEFAULT false, "doelgroep_id" text NOT NULL, "support_level" text NOT NULL, "guidance_hours" integer NOT NULL, "draaglast" integer NOT NULL, "bedrooms_needed" integer NOT NULL, "accessibility_needed" text NOT NULL, "pets" integer NOT NULL DEFAULT '0', "urgency_band" integer NOT NULL DEFAULT '0', "urgency_category" text, "urgency_legal_duty" boolean NOT NULL DEFAULT false, "urgency_legal_basis" text, "ready_for_outflow_on" date, "waiting_since" date NOT NULL, "current_stay" text, "current_stay_since" date, "entitlement_status" text NOT NULL, "entitlement_until" date, "income_cents" integer, "status" text NOT NULL DEFAULT 'waiting', "source" text NOT NULL, "demonstration" boolean NOT NULL, "version" integer NOT NULL, CONSTRAINT "household_region_id_reference_key" UNIQUE ("region_id", "reference"), CONSTRAINT "household_income" CHECK ("income_cents" >= 0), CONSTRAINT "household_amounts" CHECK ("guidance_hours" >= 0 AND "draaglast" >= 0 AND "bedrooms_needed" >= 0 AND "pets" >= 0), CONSTRAINT "household_urgency_legal_basis" CHECK (NOT "urgency_legal_duty" OR "urgency_legal_basis" IS NOT NULL), CONSTRAINT "household_urgency_band" CHECK ("urgency_band" BETWEEN 0 AND 3), CONSTRAINT "household_status" CHECK ("status" IN ('waiting', 'paused', 'housed', 'closed')), CONSTRAINT "household_entitlement_status" CHECK ("entitlement_status" IN ('entitled', 'not-entitled', 'unknown')), CONSTRAINT "household_accessibility_needed" CHECK ("accessibility_needed" IN ('ZON', 'GNV', 'NUL', 'ROG', 'ROA', 'ROL', 'RUI')), CONSTRAINT "household_support_level" CHECK ("support_level" IN ('none', 'light', 'intensive', 'round-the-clock')), CONSTRAINT "household_herkomst_known" CHECK ("herkomst_gemeente_id" IS NOT NULL OR "herkomst_certainty" = 'unknown' OR "herkomst_basis" IS NOT NULL), CONSTRAINT "household_herkomst_certainty" CHECK ("herkomst_certainty" IN ('established', 'assumed', 'disputed', 'unknown')), CONSTRAINT "household_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "household_herkomst_gemeente_id_idx" ON "household"  ("herkomst_gemeente_id") `,
    );
    await queryRunner.query(`CREATE INDEX "household_doelgroep_id_idx" ON "household"  ("doelgroep_id") `);
    await queryRunner.query(
      `CREATE INDEX "household_owner_organisation_id_idx" ON "household"  ("owner_organisation_id") `,
    );
    await queryRunner.query(`CREATE INDEX "household_region_id_status_idx" ON "household"  ("region_id", "status") `);
    await queryRunner.query(
      `CREATE TABLE "household_member" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "position" integer NOT NULL, "given_name" text NOT NULL, "family_name" text NOT NULL, "birth_date" date NOT NULL, "role" text NOT NULL, CONSTRAINT "household_member_household_id_position_key" UNIQUE ("household_id", "position"), CONSTRAINT "household_member_main_first" CHECK (("position" = 0) = ("role" = 'main')), CONSTRAINT "household_member_position" CHECK ("position" >= 0), CONSTRAINT "household_member_role" CHECK ("role" IN ('main', 'partner', 'child', 'other')), CONSTRAINT "household_member_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "household_exclusion_area" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "gemeente_ids" text array NOT NULL DEFAULT '{}', "wijk_ids" text array NOT NULL DEFAULT '{}', "until" date, CONSTRAINT "household_exclusion_area_somewhere" CHECK (cardinality("gemeente_ids") + cardinality("wijk_ids") > 0), CONSTRAINT "household_exclusion_area_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "household_exclusion_area_household_id_idx" ON "household_exclusion_area"  ("household_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "household_wish" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "kind" text NOT NULL, "value" text NOT NULL, "weight" integer NOT NULL, CONSTRAINT "household_wish_household_id_kind_value_key" UNIQUE ("household_id", "kind", "value"), CONSTRAINT "household_wish_weight" CHECK ("weight" BETWEEN 1 AND 5), CONSTRAINT "household_wish_kind" CHECK ("kind" IN ('gemeente', 'wijk', 'housing-form', 'complex')), CONSTRAINT "household_wish_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "household_refusal" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "unit_id" uuid, "complex_id" uuid, "reason_code" text NOT NULL, "until" date, "proposal_id" uuid, "lifted_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "household_refusal_of_something" CHECK (num_nonnulls("unit_id", "complex_id") = 1), CONSTRAINT "household_refusal_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "household_refusal_household_id_idx" ON "household_refusal"  ("household_id") `,
    );
    await queryRunner.query(
      `CREATE TABLE "household_consent" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "household_id" uuid NOT NULL, "organisation_id" uuid NOT NULL, "given_on" date NOT NULL, "withdrawn_on" date, CONSTRAINT "household_consent_period" CHECK ("withdrawn_on" >= "given_on"), CONSTRAINT "household_consent_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "household_consent_household_id_idx" ON "household_consent"  ("household_id") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "household_consent_given_once" ON "household_consent"  ("household_id", "organisation_id") WHERE "withdrawn_on" IS NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "placement" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "unit_id" uuid NOT NULL, "household_id" uuid, "gemeente_id" text NOT NULL, "wijk_id" text NOT NULL, "doelgroep_id" text NOT NULL, "herkomst_gemeente_id" text, "draaglast" integer NOT NULL, "support_level" text NOT NULL, "guidance_hours" integer NOT NULL, "aanbieder_organisation_id" uuid, "start_date" date NOT NULL, "end_date" date, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "placement_period" CHECK ("end_date" >= "start_date"), CONSTRAINT "placement_amounts" CHECK ("draaglast" >= 0 AND "guidance_hours" >= 0), CONSTRAINT "placement_support_level" CHECK ("support_level" IN ('none', 'light', 'intensive', 'round-the-clock')), CONSTRAINT "placement_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "placement_unit_id_idx" ON "placement"  ("unit_id") `);
    await queryRunner.query(`CREATE INDEX "placement_household_id_idx" ON "placement"  ("household_id") `);
    await queryRunner.query(`CREATE INDEX "placement_gemeente_id_idx" ON "placement"  ("gemeente_id") `);
    await queryRunner.query(`CREATE INDEX "placement_wijk_id_idx" ON "placement"  ("wijk_id") `);
    await queryRunner.query(
      `CREATE INDEX "placement_aanbieder_organisation_id_idx" ON "placement"  ("aanbieder_organisation_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "placement_region_id_start_date_idx" ON "placement"  ("region_id", "start_date") `,
    );
    await queryRunner.query(
      `CREATE TABLE "rent_table" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "year" integer NOT NULL, "source" text NOT NULL, "income_one_person_cents" integer NOT NULL, "income_more_persons_cents" integer NOT NULL, "income_one_person_senior_cents" integer NOT NULL, "income_more_persons_senior_cents" integer NOT NULL, "senior_age" integer NOT NULL, "aftopping_low_cents" integer NOT NULL, "aftopping_high_cents" integer NOT NULL, "youth_limit_cents" integer NOT NULL, "youth_below_age" integer NOT NULL, "max_rent_cents" integer NOT NULL, CONSTRAINT "rent_table_aftopping" CHECK ("aftopping_low_cents" <= "aftopping_high_cents"), CONSTRAINT "rent_table_positive" CHECK (LEAST("income_one_person_cents", "income_more_persons_cents", "income_one_person_senior_cents", "income_more_persons_senior_cents", "aftopping_low_cents", "aftopping_high_cents", "youth_limit_cents", "max_rent_cents") > 0), CONSTRAINT "rent_table_year" CHECK ("year" BETWEEN 2000 AND 2100), CONSTRAINT "rent_table_pk" PRIMARY KEY ("year"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "spreiding_quota" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "gemeente_id" text NOT NULL, "doelgroep_id" text, "period_from" date NOT NULL, "period_to" date NOT NULL, "floor" integer, "ceiling" integer, "distribution_key" text, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "spreiding_quota_says_something" CHECK (num_nonnulls("floor", "ceiling") > 0), CONSTRAINT "spreiding_quota_bounds" CHECK ("floor" >= 0 AND "ceiling" >= COALESCE("floor", 0)), CONSTRAINT "spreiding_quota_period" CHECK ("period_to" >= "period_from"), CONSTRAINT "spreiding_quota_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "spreiding_quota_gemeente_id_idx" ON "spreiding_quota"  ("gemeente_id") `);
    await queryRunner.query(
      `CREATE INDEX "spreiding_quota_region_id_period_from_idx" ON "spreiding_quota"  ("region_id", "period_from") `,
    );
    await queryRunner.query(
      `CREATE TABLE "prestatieafspraak" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "gemeente_id" text NOT NULL, "doelgroep_id" text, "year" integer NOT NULL, "agreed" integer NOT NULL, "source" text NOT NULL, "demonstration" boolean NOT NULL, CONSTRAINT "prestatieafspraak_agreed" CHECK ("agreed" >= 0), CONSTRAINT "prestatieafspraak_year" CHECK ("year" BETWEEN 2000 AND 2100), CONSTRAINT "prestatieafspraak_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "prestatieafspraak_once_for_all" ON "prestatieafspraak"  ("owner_organisation_id", "gemeente_id", "year") WHERE "doelgroep_id" IS NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "prestatieafspraak_owner_organisation_id_gemeente_i_fd6e7548_idx" ON "prestatieafspraak"  ("owner_organisation_id", "gemeente_id", "doelgroep_id", "year") `,
    );
    await queryRunner.query(
      `CREATE INDEX "prestatieafspraak_region_id_year_idx" ON "prestatieafspraak"  ("region_id", "year") `,
    );
    await queryRunner.query(
      `CREATE TABLE "policy" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" text NOT NULL, "region_id" text NOT NULL, "version" text NOT NULL, "valid_from" date NOT NULL, "valid_to" date, "document" jsonb NOT NULL, "source" text NOT NULL, CONSTRAINT "policy_region_id_version_key" UNIQUE ("region_id", "version"), CONSTRAINT "policy_validity" CHECK ("valid_to" >= "valid_from"), CONSTRAINT "policy_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "match_run" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "slot" text NOT NULL, "status" text NOT NULL DEFAULT 'queued', "trigger" text NOT NULL, "requested_by" uuid, "requested_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "started_at" TIMESTAMP WITH TIME ZONE, "finished_at" TIMESTAMP WITH TIME ZONE, "policy_id" text NOT NULL, "policy_version" text NOT NULL, "seed" text NOT NULL, "seed_commitment" text NOT NULL, "engine" text NOT NULL, "engine_version" text, "time_limit_seconds" integer NOT NULL, "snapshot" text NOT NULL, "snapshot_hash" text NOT NULL, "plan" jsonb, "verification" jsonb, "timings" jsonb, "progress" jsonb, "failure" jsonb, "attempts" integer NOT NULL DEFAULT '0', CONSTRAINT "match_run_region_id_slot_key" UNIQUE ("region_id", "slot"), CONSTRAINT "match_run_snapshot_hash" CHECK ("snapshot_hash" ~ '^[0-9a-f]{64}$'), CONSTRAINT "match_run_failed" CHECK ("status" <> 'failed' OR ("failure" IS NOT NULL AND "finished_at" IS NOT NULL)), CONSTRAINT "match_run_completed" CHECK ("status" <> 'completed' OR ("plan" IS NOT NULL AND "finished_at" IS NOT NULL)), CONSTRAINT "match_run_attempts" CHECK ("attempts" >= 0), CONSTRAINT "match_run_time_limit" CHECK ("time_limit_seconds" > 0), CONSTRAINT "match_run_trigger" CHECK ("trigger" IN ('schedule', 'person', 'start')), CONSTRAINT "match_run_status" CHECK ("status" IN ('queued', 'running', 'completed', 'failed')), CONSTRAINT "match_run_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "match_run_unfinished" ON "match_run"  ("status") WHERE "status" IN ('queued', 'running')`,
    );
    await queryRunner.query(
      `CREATE INDEX "match_run_region_id_requested_at_idx" ON "match_run"  ("region_id", "requested_at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "proposal" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "run_id" uuid NOT NULL, "aanbieder_organisation_id" uuid NOT NULL, "household_id" uuid NOT NULL, "unit_id" uuid NOT NULL, "planned_start" date NOT NULL, "state" text NOT NULL, "justification" jsonb NOT NULL, "version" integer NOT NULL, CONSTRAINT "proposal_run_id_household_id_key" UNIQUE ("run_id", "household_id"), CONSTRAINT "proposal_state" CHECK ("state" IN ('voorgesteld', 'goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'gehuisvest', 'afgewezen', 'geweigerd', 'ingetrokken', 'vervallen')), CONSTRAINT "proposal_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "proposal_aanbieder_organisation_id_idx" ON "proposal"  ("aanbieder_organisation_id") `,
    );
    await queryRunner.query(`CREATE INDEX "proposal_household_id_idx" ON "proposal"  ("household_id") `);
    await queryRunner.query(`CREATE INDEX "proposal_unit_id_idx" ON "proposal"  ("unit_id") `);
    await queryRunner.query(
      `CREATE UNIQUE INDEX "proposal_one_active_per_household" ON "proposal"  ("household_id") WHERE "state" IN ('goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd')`,
    );
    await queryRunner.query(
      `CREATE INDEX "proposal_owner_organisation_id_state_idx" ON "proposal"  ("owner_organisation_id", "state") `,
    );
    await queryRunner.query(`CREATE INDEX "proposal_region_id_state_idx" ON "proposal"  ("region_id", "state") `);
    await queryRunner.query(
      `CREATE TABLE "proposal_event" ("id" uuid NOT NULL, "proposal_id" uuid NOT NULL, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "action" text NOT NULL, "from_state" text NOT NULL, "to_state" text NOT NULL, "reason_code" text, "note" text, "actor" uuid, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "checks" jsonb NOT NULL DEFAULT '[]', "policy_version" text, CONSTRAINT "proposal_event_to_state" CHECK ("to_state" IN ('voorgesteld', 'goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'gehuisvest', 'afgewezen', 'geweigerd', 'ingetrokken', 'vervallen')), CONSTRAINT "proposal_event_from_state" CHECK ("from_state" IN ('voorgesteld', 'goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'gehuisvest', 'afgewezen', 'geweigerd', 'ingetrokken', 'vervallen')), CONSTRAINT "proposal_event_action" CHECK ("action" IN ('goedkeuren', 'afwijzen', 'herroepen', 'vervangen', 'bevestigen', 'aanbieden', 'accepteren', 'weigeren', 'huisvesten', 'intrekken')), CONSTRAINT "proposal_event_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "proposal_event_proposal_id_at_idx" ON "proposal_event"  ("proposal_id", "at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "pair_decision" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "region_id" text NOT NULL, "owner_organisation_id" uuid NOT NULL, "id" uuid NOT NULL, "kind" text NOT NULL, "household_id" uuid NOT NULL, "unit_id" uuid NOT NULL, "rule_id" text, "reason_code" text, "reason" text NOT NULL, "until" date, "proposal_event_id" uuid, "lifted_at" TIMESTAMP WITH TIME ZONE, "lifted_by" uuid, "lifted_note" text, CONSTRAINT "pair_decision_reason" CHECK (btrim("reason") <> ''), CONSTRAINT "pair_decision_expires" CHECK ("kind" = 'ban' OR "until" IS NOT NULL), CONSTRAINT "pair_decision_exception" CHECK (("kind" = 'exception') = ("rule_id" IS NOT NULL)), CONSTRAINT "pair_decision_kind" CHECK ("kind" IN ('pin', 'ban', 'exception')), CONSTRAINT "pair_decision_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "pair_decision_household_id_idx" ON "pair_decision"  ("household_id") `);
    await queryRunner.query(`CREATE INDEX "pair_decision_unit_id_idx" ON "pair_decision"  ("unit_id") `);
    await queryRunner.query(
      `CREATE INDEX "pair_decision_region_id_created_at_idx" ON "pair_decision"  ("region_id", "created_at") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "pair_decision_exception_once" ON "pair_decision"  ("household_id", "unit_id", "rule_id") WHERE "lifted_at" IS NULL AND "rule_id" IS NOT NULL`,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "pair_decision_once" ON "pair_decision"  ("kind", "household_id", "unit_id") WHERE "lifted_at" IS NULL AND "rule_id" IS NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "access_log" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "region_id" text, "actor" uuid, "role" text, "action" text NOT NULL, "object_type" text NOT NULL, "object_ids" text array NOT NULL DEFAULT '{}', "outcome" text NOT NULL, "origin" text, "purpose" text, "request_id" text, CONSTRAINT "access_log_outcome" CHECK ("outcome" IN ('granted', 'denied', 'failed')), CONSTRAINT "access_log_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "access_log_actor_at_idx" ON "access_log"  ("actor", "at") `);
    await queryRunner.query(`CREATE INDEX "access_log_region_id_at_idx" ON "access_log"  ("region_id", "at") `);
    await queryRunner.query(
      `ALTER TABLE "region" ADD CONSTRAINT "region_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "region" ADD CONSTRAINT "region_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "region" ADD CONSTRAINT "region_centrum_gemeente_id_fk" FOREIGN KEY ("centrum_gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "organisation" ADD CONSTRAINT "organisation_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "organisation" ADD CONSTRAINT "organisation_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "organisation" ADD CONSTRAINT "organisation_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "gemeente" ADD CONSTRAINT "gemeente_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "gemeente" ADD CONSTRAINT "gemeente_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "gemeente" ADD CONSTRAINT "gemeente_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "gemeente" ADD CONSTRAINT "gemeente_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk" ADD CONSTRAINT "wijk_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk" ADD CONSTRAINT "wijk_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk" ADD CONSTRAINT "wijk_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk" ADD CONSTRAINT "wijk_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk" ADD CONSTRAINT "wijk_gemeente_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk_draagkracht" ADD CONSTRAINT "wijk_draagkracht_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk_draagkracht" ADD CONSTRAINT "wijk_draagkracht_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk_draagkracht" ADD CONSTRAINT "wijk_draagkracht_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk_draagkracht" ADD CONSTRAINT "wijk_draagkracht_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "wijk_draagkracht" ADD CONSTRAINT "wijk_draagkracht_wijk_id_fk" FOREIGN KEY ("wijk_id") REFERENCES "wijk"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "doelgroep" ADD CONSTRAINT "doelgroep_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "doelgroep" ADD CONSTRAINT "doelgroep_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex" ADD CONSTRAINT "complex_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex" ADD CONSTRAINT "complex_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex" ADD CONSTRAINT "complex_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex" ADD CONSTRAINT "complex_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex" ADD CONSTRAINT "complex_gemeente_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex" ADD CONSTRAINT "complex_wijk_id_fk" FOREIGN KEY ("wijk_id") REFERENCES "wijk"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex_mix" ADD CONSTRAINT "complex_mix_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex_mix" ADD CONSTRAINT "complex_mix_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex_mix" ADD CONSTRAINT "complex_mix_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex_mix" ADD CONSTRAINT "complex_mix_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "complex_mix" ADD CONSTRAINT "complex_mix_complex_id_fk" FOREIGN KEY ("complex_id") REFERENCES "complex"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_complex_id_fk" FOREIGN KEY ("complex_id") REFERENCES "complex"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_gemeente_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_wijk_id_fk" FOREIGN KEY ("wijk_id") REFERENCES "wijk"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit" ADD CONSTRAINT "unit_corporatie_id_fk" FOREIGN KEY ("corporatie_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_status_event" ADD CONSTRAINT "unit_status_event_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_status_event" ADD CONSTRAINT "unit_status_event_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_status_event" ADD CONSTRAINT "unit_status_event_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_status_event" ADD CONSTRAINT "unit_status_event_actor_fk" FOREIGN KEY ("actor") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_aanbieder" ADD CONSTRAINT "unit_aanbieder_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_aanbieder" ADD CONSTRAINT "unit_aanbieder_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_aanbieder" ADD CONSTRAINT "unit_aanbieder_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_aanbieder" ADD CONSTRAINT "unit_aanbieder_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_aanbieder" ADD CONSTRAINT "unit_aanbieder_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "unit_aanbieder" ADD CONSTRAINT "unit_aanbieder_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "aanbieder_capacity" ADD CONSTRAINT "aanbieder_capacity_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "aanbieder_capacity" ADD CONSTRAINT "aanbieder_capacity_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "aanbieder_capacity" ADD CONSTRAINT "aanbieder_capacity_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "aanbieder_capacity" ADD CONSTRAINT "aanbieder_capacity_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "aanbieder_capacity" ADD CONSTRAINT "aanbieder_capacity_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household" ADD CONSTRAINT "household_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household" ADD CONSTRAINT "household_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household" ADD CONSTRAINT "household_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household" ADD CONSTRAINT "household_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household" ADD CONSTRAINT "household_herkomst_gemeente_id_fk" FOREIGN KEY ("herkomst_gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household" ADD CONSTRAINT "household_doelgroep_id_fk" FOREIGN KEY ("doelgroep_id") REFERENCES "doelgroep"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_member" ADD CONSTRAINT "household_member_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_member" ADD CONSTRAINT "household_member_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_member" ADD CONSTRAINT "household_member_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_member" ADD CONSTRAINT "household_member_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_member" ADD CONSTRAINT "household_member_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" ADD CONSTRAINT "household_exclusion_area_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" ADD CONSTRAINT "household_exclusion_area_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" ADD CONSTRAINT "household_exclusion_area_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" ADD CONSTRAINT "household_exclusion_area_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" ADD CONSTRAINT "household_exclusion_area_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_wish" ADD CONSTRAINT "household_wish_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_wish" ADD CONSTRAINT "household_wish_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_wish" ADD CONSTRAINT "household_wish_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_wish" ADD CONSTRAINT "household_wish_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_wish" ADD CONSTRAINT "household_wish_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_complex_id_fk" FOREIGN KEY ("complex_id") REFERENCES "complex"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_refusal" ADD CONSTRAINT "household_refusal_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_consent" ADD CONSTRAINT "household_consent_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_consent" ADD CONSTRAINT "household_consent_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_consent" ADD CONSTRAINT "household_consent_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_consent" ADD CONSTRAINT "household_consent_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_consent" ADD CONSTRAINT "household_consent_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_consent" ADD CONSTRAINT "household_consent_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_gemeente_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_wijk_id_fk" FOREIGN KEY ("wijk_id") REFERENCES "wijk"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_doelgroep_id_fk" FOREIGN KEY ("doelgroep_id") REFERENCES "doelgroep"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_herkomst_gemeente_id_fk" FOREIGN KEY ("herkomst_gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "placement" ADD CONSTRAINT "placement_aanbieder_organisation_id_fk" FOREIGN KEY ("aanbieder_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "rent_table" ADD CONSTRAINT "rent_table_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "rent_table" ADD CONSTRAINT "rent_table_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "spreiding_quota" ADD CONSTRAINT "spreiding_quota_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "spreiding_quota" ADD CONSTRAINT "spreiding_quota_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "spreiding_quota" ADD CONSTRAINT "spreiding_quota_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "spreiding_quota" ADD CONSTRAINT "spreiding_quota_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "spreiding_quota" ADD CONSTRAINT "spreiding_quota_gemeente_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "spreiding_quota" ADD CONSTRAINT "spreiding_quota_doelgroep_id_fk" FOREIGN KEY ("doelgroep_id") REFERENCES "doelgroep"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" ADD CONSTRAINT "prestatieafspraak_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" ADD CONSTRAINT "prestatieafspraak_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" ADD CONSTRAINT "prestatieafspraak_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" ADD CONSTRAINT "prestatieafspraak_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" ADD CONSTRAINT "prestatieafspraak_gemeente_id_fk" FOREIGN KEY ("gemeente_id") REFERENCES "gemeente"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" ADD CONSTRAINT "prestatieafspraak_doelgroep_id_fk" FOREIGN KEY ("doelgroep_id") REFERENCES "doelgroep"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "policy" ADD CONSTRAINT "policy_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "policy" ADD CONSTRAINT "policy_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "policy" ADD CONSTRAINT "policy_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_requested_by_fk" FOREIGN KEY ("requested_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "match_run" ADD CONSTRAINT "match_run_policy_id_fk" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_run_id_fk" FOREIGN KEY ("run_id") REFERENCES "match_run"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_aanbieder_organisation_id_fk" FOREIGN KEY ("aanbieder_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_proposal_id_fk" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_actor_fk" FOREIGN KEY ("actor") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_owner_organisation_id_fk" FOREIGN KEY ("owner_organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_household_id_fk" FOREIGN KEY ("household_id") REFERENCES "household"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_proposal_event_id_fk" FOREIGN KEY ("proposal_event_id") REFERENCES "proposal_event"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "pair_decision" ADD CONSTRAINT "pair_decision_lifted_by_fk" FOREIGN KEY ("lifted_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_lifted_by_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_proposal_event_id_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_unit_id_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_household_id_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP CONSTRAINT "pair_decision_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP CONSTRAINT "proposal_event_actor_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP CONSTRAINT "proposal_event_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP CONSTRAINT "proposal_event_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP CONSTRAINT "proposal_event_proposal_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_unit_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_household_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_aanbieder_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_run_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "proposal" DROP CONSTRAINT "proposal_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_policy_id_fk"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_requested_by_fk"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP CONSTRAINT "match_run_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "policy" DROP CONSTRAINT "policy_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "policy" DROP CONSTRAINT "policy_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "policy" DROP CONSTRAINT "policy_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "prestatieafspraak" DROP CONSTRAINT "prestatieafspraak_doelgroep_id_fk"`);
    await queryRunner.query(`ALTER TABLE "prestatieafspraak" DROP CONSTRAINT "prestatieafspraak_gemeente_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "prestatieafspraak" DROP CONSTRAINT "prestatieafspraak_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "prestatieafspraak" DROP CONSTRAINT "prestatieafspraak_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "prestatieafspraak" DROP CONSTRAINT "prestatieafspraak_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "prestatieafspraak" DROP CONSTRAINT "prestatieafspraak_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "spreiding_quota" DROP CONSTRAINT "spreiding_quota_doelgroep_id_fk"`);
    await queryRunner.query(`ALTER TABLE "spreiding_quota" DROP CONSTRAINT "spreiding_quota_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "spreiding_quota" DROP CONSTRAINT "spreiding_quota_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "spreiding_quota" DROP CONSTRAINT "spreiding_quota_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "spreiding_quota" DROP CONSTRAINT "spreiding_quota_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "spreiding_quota" DROP CONSTRAINT "spreiding_quota_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "rent_table" DROP CONSTRAINT "rent_table_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "rent_table" DROP CONSTRAINT "rent_table_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_aanbieder_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_herkomst_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_doelgroep_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_wijk_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_household_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_unit_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "placement" DROP CONSTRAINT "placement_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_consent" DROP CONSTRAINT "household_consent_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_consent" DROP CONSTRAINT "household_consent_household_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "household_consent" DROP CONSTRAINT "household_consent_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "household_consent" DROP CONSTRAINT "household_consent_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_consent" DROP CONSTRAINT "household_consent_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_consent" DROP CONSTRAINT "household_consent_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_proposal_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_complex_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_unit_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_household_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_refusal" DROP CONSTRAINT "household_refusal_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_wish" DROP CONSTRAINT "household_wish_household_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_wish" DROP CONSTRAINT "household_wish_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_wish" DROP CONSTRAINT "household_wish_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_wish" DROP CONSTRAINT "household_wish_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_wish" DROP CONSTRAINT "household_wish_created_by_fk"`);
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" DROP CONSTRAINT "household_exclusion_area_household_id_fk"`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" DROP CONSTRAINT "household_exclusion_area_owner_organisation_id_fk"`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" DROP CONSTRAINT "household_exclusion_area_region_id_fk"`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" DROP CONSTRAINT "household_exclusion_area_updated_by_fk"`,
    );
    await queryRunner.query(
      `ALTER TABLE "household_exclusion_area" DROP CONSTRAINT "household_exclusion_area_created_by_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "household_member" DROP CONSTRAINT "household_member_household_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "household_member" DROP CONSTRAINT "household_member_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "household_member" DROP CONSTRAINT "household_member_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household_member" DROP CONSTRAINT "household_member_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household_member" DROP CONSTRAINT "household_member_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household" DROP CONSTRAINT "household_doelgroep_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household" DROP CONSTRAINT "household_herkomst_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household" DROP CONSTRAINT "household_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household" DROP CONSTRAINT "household_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "household" DROP CONSTRAINT "household_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "household" DROP CONSTRAINT "household_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "aanbieder_capacity" DROP CONSTRAINT "aanbieder_capacity_organisation_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "aanbieder_capacity" DROP CONSTRAINT "aanbieder_capacity_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "aanbieder_capacity" DROP CONSTRAINT "aanbieder_capacity_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "aanbieder_capacity" DROP CONSTRAINT "aanbieder_capacity_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "aanbieder_capacity" DROP CONSTRAINT "aanbieder_capacity_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_aanbieder" DROP CONSTRAINT "unit_aanbieder_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_aanbieder" DROP CONSTRAINT "unit_aanbieder_unit_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_aanbieder" DROP CONSTRAINT "unit_aanbieder_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_aanbieder" DROP CONSTRAINT "unit_aanbieder_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_aanbieder" DROP CONSTRAINT "unit_aanbieder_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_aanbieder" DROP CONSTRAINT "unit_aanbieder_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_status_event" DROP CONSTRAINT "unit_status_event_actor_fk"`);
    await queryRunner.query(
      `ALTER TABLE "unit_status_event" DROP CONSTRAINT "unit_status_event_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "unit_status_event" DROP CONSTRAINT "unit_status_event_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit_status_event" DROP CONSTRAINT "unit_status_event_unit_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_corporatie_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_wijk_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_complex_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "unit" DROP CONSTRAINT "unit_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "complex_mix" DROP CONSTRAINT "complex_mix_complex_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex_mix" DROP CONSTRAINT "complex_mix_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex_mix" DROP CONSTRAINT "complex_mix_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex_mix" DROP CONSTRAINT "complex_mix_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "complex_mix" DROP CONSTRAINT "complex_mix_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "complex" DROP CONSTRAINT "complex_wijk_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex" DROP CONSTRAINT "complex_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex" DROP CONSTRAINT "complex_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex" DROP CONSTRAINT "complex_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "complex" DROP CONSTRAINT "complex_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "complex" DROP CONSTRAINT "complex_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "doelgroep" DROP CONSTRAINT "doelgroep_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "doelgroep" DROP CONSTRAINT "doelgroep_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk_draagkracht" DROP CONSTRAINT "wijk_draagkracht_wijk_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "wijk_draagkracht" DROP CONSTRAINT "wijk_draagkracht_owner_organisation_id_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "wijk_draagkracht" DROP CONSTRAINT "wijk_draagkracht_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk_draagkracht" DROP CONSTRAINT "wijk_draagkracht_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk_draagkracht" DROP CONSTRAINT "wijk_draagkracht_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk" DROP CONSTRAINT "wijk_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk" DROP CONSTRAINT "wijk_owner_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk" DROP CONSTRAINT "wijk_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk" DROP CONSTRAINT "wijk_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "wijk" DROP CONSTRAINT "wijk_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "gemeente" DROP CONSTRAINT "gemeente_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "gemeente" DROP CONSTRAINT "gemeente_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "gemeente" DROP CONSTRAINT "gemeente_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "gemeente" DROP CONSTRAINT "gemeente_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "organisation" DROP CONSTRAINT "organisation_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "organisation" DROP CONSTRAINT "organisation_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "organisation" DROP CONSTRAINT "organisation_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "region" DROP CONSTRAINT "region_centrum_gemeente_id_fk"`);
    await queryRunner.query(`ALTER TABLE "region" DROP CONSTRAINT "region_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "region" DROP CONSTRAINT "region_created_by_fk"`);
    await queryRunner.query(`DROP INDEX "public"."access_log_region_id_at_idx"`);
    await queryRunner.query(`DROP INDEX "public"."access_log_actor_at_idx"`);
    await queryRunner.query(`DROP TABLE "access_log"`);
    await queryRunner.query(`DROP INDEX "public"."pair_decision_once"`);
    await queryRunner.query(`DROP INDEX "public"."pair_decision_exception_once"`);
    await queryRunner.query(`DROP INDEX "public"."pair_decision_region_id_created_at_idx"`);
    await queryRunner.query(`DROP INDEX "public"."pair_decision_unit_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."pair_decision_household_id_idx"`);
    await queryRunner.query(`DROP TABLE "pair_decision"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_event_proposal_id_at_idx"`);
    await queryRunner.query(`DROP TABLE "proposal_event"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_region_id_state_idx"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_owner_organisation_id_state_idx"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_one_active_per_household"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_unit_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_household_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."proposal_aanbieder_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "proposal"`);
    await queryRunner.query(`DROP INDEX "public"."match_run_region_id_requested_at_idx"`);
    await queryRunner.query(`DROP INDEX "public"."match_run_unfinished"`);
    await queryRunner.query(`DROP TABLE "match_run"`);
    await queryRunner.query(`DROP TABLE "policy"`);
    await queryRunner.query(`DROP INDEX "public"."prestatieafspraak_region_id_year_idx"`);
    await queryRunner.query(`DROP INDEX "public"."prestatieafspraak_owner_organisation_id_gemeente_i_fd6e7548_idx"`);
    await queryRunner.query(`DROP INDEX "public"."prestatieafspraak_once_for_all"`);
    await queryRunner.query(`DROP TABLE "prestatieafspraak"`);
    await queryRunner.query(`DROP INDEX "public"."spreiding_quota_region_id_period_from_idx"`);
    await queryRunner.query(`DROP INDEX "public"."spreiding_quota_gemeente_id_idx"`);
    await queryRunner.query(`DROP TABLE "spreiding_quota"`);
    await queryRunner.query(`DROP TABLE "rent_table"`);
    await queryRunner.query(`DROP INDEX "public"."placement_region_id_start_date_idx"`);
    await queryRunner.query(`DROP INDEX "public"."placement_aanbieder_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."placement_wijk_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."placement_gemeente_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."placement_household_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."placement_unit_id_idx"`);
    await queryRunner.query(`DROP TABLE "placement"`);
    await queryRunner.query(`DROP INDEX "public"."household_consent_given_once"`);
    await queryRunner.query(`DROP INDEX "public"."household_consent_household_id_idx"`);
    await queryRunner.query(`DROP TABLE "household_consent"`);
    await queryRunner.query(`DROP INDEX "public"."household_refusal_household_id_idx"`);
    await queryRunner.query(`DROP TABLE "household_refusal"`);
    await queryRunner.query(`DROP TABLE "household_wish"`);
    await queryRunner.query(`DROP INDEX "public"."household_exclusion_area_household_id_idx"`);
    await queryRunner.query(`DROP TABLE "household_exclusion_area"`);
    await queryRunner.query(`DROP TABLE "household_member"`);
    await queryRunner.query(`DROP INDEX "public"."household_region_id_status_idx"`);
    await queryRunner.query(`DROP INDEX "public"."household_owner_organisation_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."household_doelgroep_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."household_herkomst_gemeente_id_idx"`);
    await queryRunner.query(`DROP TABLE "household"`);
    await queryRunner.query(`DROP TABLE "aanbieder_capacity"`);
    await queryRunner.query(`DROP INDEX "public"."unit_aanbieder_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "unit_aanbieder"`);
    await queryRunner.query(`DROP INDEX "public"."unit_status_event_unit_id_at_idx"`);
    await queryRunner.query(`DROP TABLE "unit_status_event"`);
    await queryRunner.query(`DROP INDEX "public"."unit_region_id_status_idx"`);
    await queryRunner.query(`DROP INDEX "public"."unit_corporatie_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."unit_wijk_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."unit_gemeente_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."unit_complex_id_idx"`);
    await queryRunner.query(`DROP TABLE "unit"`);
    await queryRunner.query(`DROP TABLE "complex_mix"`);
    await queryRunner.query(`DROP INDEX "public"."complex_wijk_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."complex_gemeente_id_idx"`);
    await queryRunner.query(`DROP TABLE "complex"`);
    await queryRunner.query(`DROP TABLE "doelgroep"`);
    await queryRunner.query(`DROP TABLE "wijk_draagkracht"`);
    await queryRunner.query(`DROP INDEX "public"."wijk_region_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."wijk_gemeente_id_idx"`);
    await queryRunner.query(`DROP TABLE "wijk"`);
    await queryRunner.query(`DROP INDEX "public"."gemeente_region_id_idx"`);
    await queryRunner.query(`DROP TABLE "gemeente"`);
    await queryRunner.query(`DROP INDEX "public"."account_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "account"`);
    await queryRunner.query(`DROP TABLE "organisation"`);
    await queryRunner.query(`DROP TABLE "region"`);
  }
}
