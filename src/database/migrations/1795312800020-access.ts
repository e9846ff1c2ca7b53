import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of people, roles and sessions. What is only ever added to, like the other events. */
const APPEND_ONLY = 'role_review';

/** What remembers in which role somebody did it. */
const ACTED_AS = ['proposal_event', 'unit_status_event', 'role_review', 'pair_decision', 'match_run'];

/**
 * People who sign in, the roles they hold and their sessions. An account becomes one person: the roles it had become role
 * assignments, where the role goes with its organisation, and nobody can sign in as it until it has an e-mail address.
 */
export class Access1795312800020 implements MigrationInterface {
  readonly name = 'Access1795312800020';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_organisation_id_fk"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_region_id_fk"`);
    await queryRunner.query(`DROP INDEX "public"."account_organisation_id_idx"`);
    await queryRunner.query(
      `CREATE TABLE "account_identity" ("issuer" text NOT NULL, "subject" text NOT NULL, "account_id" uuid NOT NULL, "linked_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "account_identity_account_id_issuer_key" UNIQUE ("account_id", "issuer"), CONSTRAINT "account_identity_pk" PRIMARY KEY ("issuer", "subject"))`,
    );
    await queryRunner.query(
      `CREATE TABLE "role_assignment" ("created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "created_by" uuid, "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "updated_by" uuid, "id" uuid NOT NULL, "account_id" uuid NOT NULL, "region_id" text NOT NULL, "organisation_id" uuid NOT NULL, "organisation_kind" text NOT NULL, "role" text NOT NULL, "valid_from" date NOT NULL, "valid_until" date, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "role_assignment_period" CHECK ("valid_until" >= "valid_from"), CONSTRAINT "role_assignment_role" CHECK (("role", "organisation_kind") IN (('coordinator', 'regio'), ('corporatie', 'corporatie'), ('aanbieder', 'aanbieder'), ('gemeente', 'gemeente'), ('wijkregisseur', 'gemeente'), ('veldtafel', 'regio'), ('auditor', 'regio'), ('beheerder', 'regio'))), CONSTRAINT "role_assignment_organisation_kind" CHECK ("organisation_kind" IN ('regio', 'gemeente', 'corporatie', 'aanbieder')), CONSTRAINT "role_assignment_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "role_assignment_organisation_id_idx" ON "role_assignment"  ("organisation_id") `,
    );
    await queryRunner.query(
      `CREATE INDEX "role_assignment_region_id_role_idx" ON "role_assignment"  ("region_id", "role") `,
    );
    await queryRunner.query(
      `CREATE UNIQUE INDEX "role_assignment_once" ON "role_assignment"  ("account_id", "organisation_id", "role") WHERE "ended_at" IS NULL AND "valid_until" IS NULL`,
    );
    await queryRunner.query(
      `CREATE TABLE "role_review" ("actor_role" text, "actor_organisation_id" uuid, "id" uuid NOT NULL, "assignment_id" uuid NOT NULL, "decision" text NOT NULL, "note" text, "actor" uuid NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), CONSTRAINT "role_review_decision" CHECK ("decision" IN ('keep', 'end')), CONSTRAINT "role_review_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(
      `CREATE INDEX "role_review_assignment_id_at_idx" ON "role_review"  ("assignment_id", "at") `,
    );
    await queryRunner.query(
      `CREATE TABLE "session" ("id" uuid NOT NULL, "token_hash" text NOT NULL, "account_id" uuid NOT NULL, "assignment_id" uuid NOT NULL, "issuer" text NOT NULL, "subject" text NOT NULL, "provider_session_id" text, "acr" text, "id_token" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT now(), "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, "end_reason" text, CONSTRAINT "session_token_hash_key" UNIQUE ("token_hash"), CONSTRAINT "session_end_reason" CHECK ("end_reason" IN ('signed-out', 'provider', 'replaced', 'revoked')), CONSTRAINT "session_ended" CHECK (("ended_at" IS NULL) = ("end_reason" IS NULL)), CONSTRAINT "session_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'), CONSTRAINT "session_pk" PRIMARY KEY ("id"))`,
    );
    await queryRunner.query(`CREATE INDEX "session_issuer_subject_idx" ON "session"  ("issuer", "subject") `);
    await queryRunner.query(`CREATE INDEX "session_account_id_idx" ON "session"  ("account_id") `);
    await queryRunner.query(
      `CREATE TABLE "sign_in_attempt" ("token_hash" text NOT NULL, "state" text NOT NULL, "nonce" text NOT NULL, "code_verifier" text NOT NULL, "return_to" text NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "sign_in_attempt_token_hash" CHECK ("token_hash" ~ '^[0-9a-f]{64}$'), CONSTRAINT "sign_in_attempt_pk" PRIMARY KEY ("token_hash"))`,
    );
    await queryRunner.query(`
      INSERT INTO "role_assignment" ("id", "account_id", "region_id", "organisation_id", "organisation_kind", "role", "valid_from")
      SELECT gen_random_uuid(), a."id", a."region_id", o."id", o."kind", held."role", a."created_at"::date
        FROM "account" a JOIN "organisation" o ON o."id" = a."organisation_id"
        CROSS JOIN LATERAL (SELECT DISTINCT unnest(a."roles") AS "role") held
       WHERE (held."role", o."kind") IN (('coordinator', 'regio'), ('corporatie', 'corporatie'), ('aanbieder', 'aanbieder'),
                                         ('gemeente', 'gemeente'), ('auditor', 'regio'), ('beheerder', 'regio'))`);
    await queryRunner.query(`SET CONSTRAINTS ALL IMMEDIATE`);
    await queryRunner.query(`ALTER TABLE "account" DROP COLUMN "organisation_id"`);
    await queryRunner.query(`ALTER TABLE "account" DROP COLUMN "region_id"`);
    await queryRunner.query(`ALTER TABLE "account" DROP COLUMN "roles"`);
    await queryRunner.query(`ALTER TABLE "account" ADD "email" text`);
    await queryRunner.query(`ALTER TABLE "unit_status_event" ADD "actor_role" text`);
    await queryRunner.query(`ALTER TABLE "unit_status_event" ADD "actor_organisation_id" uuid`);
    await queryRunner.query(`ALTER TABLE "match_run" ADD "actor_role" text`);
    await queryRunner.query(`ALTER TABLE "match_run" ADD "actor_organisation_id" uuid`);
    await queryRunner.query(`ALTER TABLE "proposal_event" ADD "actor_role" text`);
    await queryRunner.query(`ALTER TABLE "proposal_event" ADD "actor_organisation_id" uuid`);
    await queryRunner.query(`ALTER TABLE "pair_decision" ADD "actor_role" text`);
    await queryRunner.query(`ALTER TABLE "pair_decision" ADD "actor_organisation_id" uuid`);
    await queryRunner.query(`ALTER TABLE "pair_decision" ADD "lifted_role" text`);
    await queryRunner.query(`ALTER TABLE "pair_decision" ADD "lifted_organisation_id" uuid`);
    await queryRunner.query(`ALTER TABLE "access_log" ADD "organisation_id" uuid`);
    await queryRunner.query(`CREATE UNIQUE INDEX "account_email_once" ON "account"  ("email") `);
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_email" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%')`,
    );
    await queryRunner.query(
      `ALTER TABLE "organisation" ADD CONSTRAINT "organisation_id_kind_key" UNIQUE ("id", "kind")`,
    );
    await queryRunner.query(
      `ALTER TABLE "account_identity" ADD CONSTRAINT "account_identity_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_created_by_fk" FOREIGN KEY ("created_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_updated_by_fk" FOREIGN KEY ("updated_by") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION DEFERRABLE INITIALLY DEFERRED`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_organisation_id_organisation_kind_fk" FOREIGN KEY ("organisation_id", "organisation_kind") REFERENCES "organisation"("id","kind") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_review" ADD CONSTRAINT "role_review_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "role_assignment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "role_review" ADD CONSTRAINT "role_review_actor_fk" FOREIGN KEY ("actor") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "session" ADD CONSTRAINT "session_assignment_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "role_assignment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );

    await queryRunner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON "role_assignment", "session", "sign_in_attempt" TO woonplek_app`,
    );
    await queryRunner.query(`GRANT SELECT, INSERT ON "account_identity", "${APPEND_ONLY}" TO woonplek_app`);
    await queryRunner.query(`
      CREATE TRIGGER ${APPEND_ONLY}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "${APPEND_ONLY}"
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    await queryRunner.query(`
      CREATE TRIGGER role_assignment_stamp BEFORE INSERT OR UPDATE ON "role_assignment"
      FOR EACH ROW EXECUTE FUNCTION stamp_actor()`);
    await queryRunner.query(`
      CREATE FUNCTION stamp_acted_as() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.actor_role := coalesce(NEW.actor_role, nullif(current_setting('woonplek.role', true), ''));
        NEW.actor_organisation_id :=
          coalesce(NEW.actor_organisation_id, nullif(current_setting('woonplek.organisation', true), '')::uuid);
        RETURN NEW;
      END $$`);
    for (const table of ACTED_AS) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_acted_as BEFORE INSERT ON "${table}"
        FOR EACH ROW EXECUTE FUNCTION stamp_acted_as()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION stamp_acted_as() CASCADE`);
    await queryRunner.query(`ALTER TABLE "session" DROP CONSTRAINT "session_assignment_id_fk"`);
    await queryRunner.query(`ALTER TABLE "session" DROP CONSTRAINT "session_account_id_fk"`);
    await queryRunner.query(`ALTER TABLE "role_review" DROP CONSTRAINT "role_review_actor_fk"`);
    await queryRunner.query(`ALTER TABLE "role_review" DROP CONSTRAINT "role_review_assignment_id_fk"`);
    await queryRunner.query(
      `ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_organisation_id_organisation_kind_fk"`,
    );
    await queryRunner.query(`ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_region_id_fk"`);
    await queryRunner.query(`ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_account_id_fk"`);
    await queryRunner.query(`ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_updated_by_fk"`);
    await queryRunner.query(`ALTER TABLE "role_assignment" DROP CONSTRAINT "role_assignment_created_by_fk"`);
    await queryRunner.query(`ALTER TABLE "account_identity" DROP CONSTRAINT "account_identity_account_id_fk"`);
    await queryRunner.query(`ALTER TABLE "organisation" DROP CONSTRAINT "organisation_id_kind_key"`);
    await queryRunner.query(`ALTER TABLE "account" DROP CONSTRAINT "account_email"`);
    await queryRunner.query(`DROP INDEX "public"."account_email_once"`);
    await queryRunner.query(`ALTER TABLE "access_log" DROP COLUMN "organisation_id"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP COLUMN "lifted_organisation_id"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP COLUMN "lifted_role"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP COLUMN "actor_organisation_id"`);
    await queryRunner.query(`ALTER TABLE "pair_decision" DROP COLUMN "actor_role"`);
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP COLUMN "actor_organisation_id"`);
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP COLUMN "actor_role"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "actor_organisation_id"`);
    await queryRunner.query(`ALTER TABLE "match_run" DROP COLUMN "actor_role"`);
    await queryRunner.query(`ALTER TABLE "unit_status_event" DROP COLUMN "actor_organisation_id"`);
    await queryRunner.query(`ALTER TABLE "unit_status_event" DROP COLUMN "actor_role"`);
    await queryRunner.query(`ALTER TABLE "account" DROP COLUMN "email"`);
    await queryRunner.query(`
      ALTER TABLE "account" ADD "organisation_id" uuid, ADD "region_id" text, ADD "roles" text array NOT NULL DEFAULT '{}'`);
    // Of several organisations an account keeps one: there was place for no more.
    await queryRunner.query(`
      UPDATE "account" a SET ("organisation_id", "region_id", "roles") =
        (SELECT "organisation_id", "region_id", array_agg("role") FROM "role_assignment"
          WHERE "account_id" = a."id" GROUP BY 1, 2 ORDER BY 1 LIMIT 1)
       WHERE EXISTS (SELECT FROM "role_assignment" WHERE "account_id" = a."id")`);
    await queryRunner.query(`
      UPDATE "account" SET ("organisation_id", "region_id") = (SELECT "id", "region_id" FROM "organisation" ORDER BY "id" LIMIT 1)
       WHERE "organisation_id" IS NULL`);
    await queryRunner.query(`SET CONSTRAINTS ALL IMMEDIATE`);
    await queryRunner.query(`
      ALTER TABLE "account" ALTER "organisation_id" SET NOT NULL, ALTER "region_id" SET NOT NULL, ALTER "roles" DROP DEFAULT`);
    await queryRunner.query(`DROP TABLE "sign_in_attempt"`);
    await queryRunner.query(`DROP INDEX "public"."session_account_id_idx"`);
    await queryRunner.query(`DROP INDEX "public"."session_issuer_subject_idx"`);
    await queryRunner.query(`DROP TABLE "session"`);
    await queryRunner.query(`DROP INDEX "public"."role_review_assignment_id_at_idx"`);
    await queryRunner.query(`DROP TABLE "role_review"`);
    await queryRunner.query(`DROP INDEX "public"."role_assignment_once"`);
    await queryRunner.query(`DROP INDEX "public"."role_assignment_region_id_role_idx"`);
    await queryRunner.query(`DROP INDEX "public"."role_assignment_organisation_id_idx"`);
    await queryRunner.query(`DROP TABLE "role_assignment"`);
    await queryRunner.query(`DROP TABLE "account_identity"`);
    await queryRunner.query(`CREATE INDEX "account_organisation_id_idx" ON "account" USING btree ("organisation_id") `);
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "region"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await queryRunner.query(
      `ALTER TABLE "account" ADD CONSTRAINT "account_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }
}
