import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that nobody rewrites or removes. */
const APPEND_ONLY = ['unit_status_event', 'proposal_event', 'access_log'];

/** Tables with created_by, updated_at and updated_by. */
const RECORDED = [
  ...[
    'region',
    'organisation',
    'account',
    'gemeente',
    'wijk',
    'wijk_draagkracht',
    'doelgroep',
    'complex',
    'complex_mix',
  ],
  ...['unit', 'unit_aanbieder', 'aanbieder_capacity', 'household', 'household_member', 'household_exclusion_area'],
  ...['household_wish', 'household_refusal', 'household_consent', 'placement', 'rent_table', 'spreiding_quota'],
  ...['prestatieafspraak', 'policy', 'match_run', 'proposal', 'pair_decision'],
];

/** The role of the application with its rights, the stamp of the actor, and the lock on append-only tables. */
export class Guards1795312800001 implements MigrationInterface {
  readonly name = 'Guards1795312800001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await this.makeRole(queryRunner);
    await queryRunner.query(`GRANT USAGE ON SCHEMA public TO woonplek_app`);
    await queryRunner.query(
      `GRANT SELECT, INSERT, UPDATE, DELETE ON ${RECORDED.map(quote).join(', ')} TO woonplek_app`,
    );
    await queryRunner.query(`GRANT SELECT, INSERT ON ${APPEND_ONLY.map(quote).join(', ')} TO woonplek_app`);

    await queryRunner.query(`
      CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'rows of % are never changed or removed', TG_TABLE_NAME
          USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME;
      END $$`);
    for (const table of APPEND_ONLY) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${quote(table)}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite()`);
    }

    await queryRunner.query(`
      CREATE FUNCTION stamp_actor() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        actor uuid := nullif(current_setting('woonplek.actor', true), '')::uuid;
      BEGIN
        IF TG_OP = 'INSERT' THEN
          NEW.created_by := coalesce(NEW.created_by, actor);
          NEW.updated_by := coalesce(NEW.updated_by, NEW.created_by);
        ELSE
          NEW.created_at := OLD.created_at;
          NEW.created_by := OLD.created_by;
          NEW.updated_at := now();
          NEW.updated_by := actor;
        END IF;
        RETURN NEW;
      END $$`);
    for (const table of RECORDED) {
      await queryRunner.query(`
        CREATE TRIGGER ${table}_stamp BEFORE INSERT OR UPDATE ON ${quote(table)}
        FOR EACH ROW EXECUTE FUNCTION stamp_actor()`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP FUNCTION stamp_actor() CASCADE`);
    await queryRunner.query(`DROP FUNCTION refuse_rewrite() CASCADE`);
    const tables = [...RECORDED, ...APPEND_ONLY].map(quote).join(', ');
    await queryRunner.query(`REVOKE ALL ON ${tables} FROM woonplek_app`);
    // The role itself stays: it belongs to the server, and other databases there can use it.
    await queryRunner.query(`REVOKE USAGE ON SCHEMA public FROM woonplek_app`);
  }

  /** The role is made once per server. An owner who may not make roles is told what to ask for. */
  private async makeRole(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DO $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'woonplek_app') THEN
          CREATE ROLE woonplek_app NOLOGIN NOINHERIT;
        END IF;
        BEGIN
          SET LOCAL ROLE woonplek_app;
          RESET ROLE;
        EXCEPTION WHEN insufficient_privilege THEN
          EXECUTE format('GRANT woonplek_app TO %I', current_user);
        END;
      EXCEPTION
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'user % may not make the role woonplek_app; ask the administrator of the server to run: %',
            current_user, format('CREATE ROLE woonplek_app NOLOGIN; GRANT woonplek_app TO %I;', current_user)
            USING ERRCODE = 'insufficient_privilege';
      END $$`);
  }
}

function quote(table: string): string {
  return `"${table}"`;
}
