import type { MigrationInterface, QueryRunner } from 'typeorm';

// Each setting is read once for a query, not once for a row: PostgreSQL works out `(SELECT f())` beforehand.
const IN_REGION = regionIs('region_id');
const OWN_ORGANISATION = '(SELECT acting_organisation())';
const SYSTEM = acts('systeem');
const SOMEBODY = '(SELECT acts_at_all())';
const REVIEWERS = acts('systeem', 'coordinator');
/** Who follows a round from its facts to its outcome. */
const FOLLOWERS = acts('systeem', 'coordinator', 'auditor');
const ROLE_KEEPERS = acts('systeem', 'beheerder');

interface RowRule {
  readonly tables: readonly string[];
  /** SQL: which rows are seen. */
  readonly sees: string;
  /** SQL: which rows are made, changed and removed, as far as the table lets anybody. Default: the system's alone. */
  readonly writes?: string;
}

const ROWS: readonly RowRule[] = [
  // The same for the whole country.
  { tables: ['gemeente', 'doelgroep', 'rent_table', 'urgency_category'], sees: SOMEBODY, writes: SYSTEM },
  { tables: ['region'], sees: `${regionIs('id')} OR ${acts('aanmelding')}`, writes: `${regionIs('id')} AND ${SYSTEM}` },
  { tables: ['organisation'], sees: `${IN_REGION} OR ${acts('aanmelding')}` },
  // What a region has and has agreed on.
  {
    tables: [
      ...['wijk', 'wijk_draagkracht', 'complex', 'complex_mix', 'unit_aanbieder', 'aanbieder_capacity'],
      ...['spreiding_quota', 'prestatieafspraak', 'policy', 'urgency_category_period'],
    ],
    sees: IN_REGION,
  },
  {
    tables: ['unit', 'unit_status_event'],
    sees: IN_REGION,
    writes: `${IN_REGION} AND (${REVIEWERS} OR ${acts('corporatie')} AND owner_organisation_id = ${OWN_ORGANISATION})`,
  },
  // Clients and what is known of them: those of their own aanbieder and of the coordinator.
  {
    tables: [
      ...['household', 'household_member', 'household_exclusion_area'],
      ...['household_wish', 'household_refusal', 'household_consent'],
    ],
    sees: `${IN_REGION} AND (${REVIEWERS} OR ${acts('aanbieder')} AND owner_organisation_id = ${OWN_ORGANISATION})`,
  },
  {
    tables: ['placement'],
    sees: `${IN_REGION} AND (${REVIEWERS} OR ${acts('aanbieder')} AND aanbieder_organisation_id = ${OWN_ORGANISATION})`,
  },
  {
    tables: ['proposal'],
    sees: `${IN_REGION} AND (${REVIEWERS} OR ${acts('aanbieder')} AND household_id IN (SELECT id FROM household))`,
    writes: `${IN_REGION} AND ${REVIEWERS}`,
  },
  {
    tables: ['proposal_event'],
    sees: `${IN_REGION} AND (${FOLLOWERS} OR ${acts('aanbieder')} AND proposal_id IN (SELECT id FROM proposal))`,
    writes: `${IN_REGION} AND ${REVIEWERS}`,
  },
  {
    tables: ['pair_decision', 'match_run', 'run_proof', 'lottery_draw'],
    sees: `${IN_REGION} AND ${FOLLOWERS}`,
    writes: `${IN_REGION} AND ${REVIEWERS}`,
  },
  // People, their roles and their sessions.
  {
    tables: ['account'],
    sees: `${acts('systeem', 'aanmelding')} OR id = (SELECT acting_account()) OR id IN (SELECT account_id FROM role_assignment)`,
    writes: SYSTEM,
  },
  {
    tables: ['role_assignment'],
    sees: `${IN_REGION} OR ${acts('aanmelding')}`,
    writes: `${IN_REGION} AND ${ROLE_KEEPERS}`,
  },
  {
    tables: ['role_review'],
    sees: `${acts('systeem', 'beheerder', 'auditor')} AND assignment_id IN (SELECT id FROM role_assignment)`,
    writes: `${ROLE_KEEPERS} AND assignment_id IN (SELECT id FROM role_assignment)`,
  },
  {
    tables: ['session'],
    sees: `${acts('systeem', 'aanmelding')} OR ${acts('beheerder', 'auditor')} AND assignment_id IN (SELECT id FROM role_assignment)`,
    writes: `${acts('systeem', 'aanmelding')} OR ${acts('beheerder')} AND assignment_id IN (SELECT id FROM role_assignment)`,
  },
  {
    tables: ['account_identity', 'sign_in_attempt'],
    sees: acts('systeem', 'aanmelding'),
    writes: acts('systeem', 'aanmelding'),
  },
  {
    tables: ['access_log'],
    sees: `${IN_REGION} AND ${acts('systeem', 'auditor')}`,
    writes: `${SYSTEM} OR region_id = (SELECT acting_region()) AND actor = (SELECT acting_account())`,
  },
];

/**
 * Row-level security on every table, forced, so that it holds for the owner too. It goes by the settings that each
 * transaction starts with; without them nothing is seen and nothing is taken.
 */
export class Rows1795312800030 implements MigrationInterface {
  readonly name = 'Rows1795312800030';

  async up(queryRunner: QueryRunner): Promise<void> {
    // A release of the schema that changes rows runs as the system, whoever owns the schema.
    await queryRunner.query(`SET LOCAL woonplek.role = 'systeem'`);
    await queryRunner.query(
      setting('acts_at_all', 'boolean', `coalesce(current_setting('woonplek.role', true), '') <> ''`),
    );
    await queryRunner.query(
      setting(
        'acting_region',
        'text',
        `CASE WHEN acts_at_all() THEN nullif(current_setting('woonplek.region', true), '') END`,
      ),
    );
    await queryRunner.query(
      setting('acting_organisation', 'uuid', `nullif(current_setting('woonplek.organisation', true), '')::uuid`),
    );
    await queryRunner.query(
      setting('acting_account', 'uuid', `nullif(current_setting('woonplek.actor', true), '')::uuid`),
    );
    await queryRunner.query(`
      CREATE FUNCTION acts_as(VARIADIC roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
      RETURN coalesce(current_setting('woonplek.role', true) = ANY (roles), false)`);
    await queryRunner.query(setting('acts_everywhere', 'boolean', `acts_as('systeem') AND acting_region() IS NULL`));
    for (const { tables, sees, writes } of ROWS) {
      for (const table of tables) await this.close(queryRunner, table, sees, writes ?? `${IN_REGION} AND ${SYSTEM}`);
    }
    await this.tellNumbers(queryRunner);
    await this.tellProfiles(queryRunner);
    await this.stampPeopleOnly(queryRunner, `nullif(nullif(current_setting('woonplek.role', true), ''), 'systeem')`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await this.stampPeopleOnly(queryRunner, `nullif(current_setting('woonplek.role', true), '')`);
    await queryRunner.query(`DROP FUNCTION allocation_profiles(text[])`);
    await queryRunner.query(`DROP FUNCTION places_taken(date, text[])`);
    await queryRunner.query(`DROP FUNCTION round_slots()`);
    for (const { tables } of ROWS) {
      for (const table of tables) {
        await queryRunner.query(`DROP POLICY "${table}_seen" ON "${table}"`);
        for (const command of ['made', 'changed', 'removed']) {
          await queryRunner.query(`DROP POLICY "${table}_${command}" ON "${table}"`);
        }
        await queryRunner.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY`);
      }
    }
    for (const name of ['acts_everywhere', 'acting_account', 'acting_organisation', 'acting_region', 'acts_at_all']) {
      await queryRunner.query(`DROP FUNCTION ${name}()`);
    }
    await queryRunner.query(`DROP FUNCTION acts_as(text[])`);
  }

  private async close(queryRunner: QueryRunner, table: string, sees: string, writes: string): Promise<void> {
    await queryRunner.query(`ALTER TABLE "${table}" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
    await queryRunner.query(`CREATE POLICY "${table}_seen" ON "${table}" FOR SELECT USING (${sees})`);
    await queryRunner.query(`CREATE POLICY "${table}_made" ON "${table}" FOR INSERT WITH CHECK (${writes})`);
    await queryRunner.query(
      `CREATE POLICY "${table}_changed" ON "${table}" FOR UPDATE USING (${writes}) WITH CHECK (${writes})`,
    );
    await queryRunner.query(`CREATE POLICY "${table}_removed" ON "${table}" FOR DELETE USING (${writes})`);
  }

  /** Numbers and names that roles need of rows they may not see: how full a home is, and what a round is called. */
  private async tellNumbers(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION places_taken(day date, holding text[]) RETURNS TABLE (unit_id uuid, residents int, moved_out int, promised int)
      LANGUAGE plpgsql STABLE AS $$
      #variable_conflict use_column
      DECLARE role text := current_setting('woonplek.role', true);
      BEGIN
        PERFORM set_config('woonplek.role', 'systeem', true);
        RETURN QUERY
          SELECT u.id, coalesce(p.residents, 0), coalesce(p.moved_out, 0), coalesce(v.number, 0)
            FROM unit u
            LEFT JOIN (SELECT unit_id, (count(*) FILTER (WHERE end_date IS NULL OR end_date >= day))::int AS residents,
                              (count(*) FILTER (WHERE end_date < day))::int AS moved_out
                         FROM placement WHERE region_id = acting_region() GROUP BY unit_id) p ON p.unit_id = u.id
            LEFT JOIN (SELECT unit_id, count(*)::int AS number FROM proposal
                        WHERE region_id = acting_region() AND state = ANY (holding) GROUP BY unit_id) v ON v.unit_id = u.id
           WHERE u.region_id = acting_region() AND role <> '' AND num_nonnulls(p.residents, v.number) > 0;
        PERFORM set_config('woonplek.role', role, true);
      END $$`);
    await queryRunner.query(`
      CREATE FUNCTION round_slots() RETURNS TABLE (id uuid, slot text) LANGUAGE plpgsql STABLE AS $$
      #variable_conflict use_column
      DECLARE role text := current_setting('woonplek.role', true);
      BEGIN
        PERFORM set_config('woonplek.role', 'systeem', true);
        RETURN QUERY SELECT id, slot FROM match_run WHERE region_id = acting_region() AND role <> '';
        PERFORM set_config('woonplek.role', role, true);
      END $$`);
  }

  /** All that a corporatie is told of a household: what it needs for a tenancy in its own home, once that is approved. */
  private async tellProfiles(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION allocation_profiles(states text[]) RETURNS TABLE (
        id uuid, state text, planned_start date, updated_at timestamptz, unit_id uuid,
        persons int, oldest_born date, income_cents int, accessibility_needed text, is_guided boolean)
      LANGUAGE plpgsql STABLE AS $$
      #variable_conflict use_column
      DECLARE role text := current_setting('woonplek.role', true);
      BEGIN
        PERFORM set_config('woonplek.role', 'systeem', true);
        RETURN QUERY
          SELECT p.id, p.state, p.planned_start, p.updated_at, p.unit_id, m.persons, m.oldest_born, h.income_cents,
                 h.accessibility_needed, h.guidance_hours > 0
            FROM proposal p
            JOIN unit u ON u.id = p.unit_id
            JOIN household h ON h.id = p.household_id
            JOIN LATERAL (SELECT count(*)::int AS persons, min(birth_date) AS oldest_born
                            FROM household_member WHERE household_id = h.id) m ON true
           WHERE p.region_id = acting_region() AND p.state = ANY (states)
             AND role = 'corporatie' AND u.owner_organisation_id = acting_organisation();
        PERFORM set_config('woonplek.role', role, true);
      END $$`);
  }

  /** What the system does is done in no role of people. */
  private stampPeopleOnly(queryRunner: QueryRunner, role: string): Promise<unknown> {
    return queryRunner.query(`
      CREATE OR REPLACE FUNCTION stamp_acted_as() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.actor_role := coalesce(NEW.actor_role, ${role});
        NEW.actor_organisation_id :=
          coalesce(NEW.actor_organisation_id, nullif(current_setting('woonplek.organisation', true), '')::uuid);
        RETURN NEW;
      END $$`);
  }
}

function regionIs(column: string): string {
  return `((SELECT acts_everywhere()) OR ${column} = (SELECT acting_region()))`;
}

function acts(...roles: string[]): string {
  return `(SELECT acts_as(${roles.map((role) => `'${role}'`).join(', ')}))`;
}

function setting(name: string, type: string, value: string): string {
  return `CREATE FUNCTION ${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE RETURN ${value}`;
}
