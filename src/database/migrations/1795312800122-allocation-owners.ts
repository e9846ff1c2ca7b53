import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMED = `"action" NOT IN ('goedkeuren', 'bevestigen') OR "actor" IS NOT NULL`;

/**
 * Whoever owns a home is told of the household it was approved for: a corporatie, and where a home has none the aanbieder or
 * the region. A review and a confirmation are by a person.
 */
export class AllocationOwners1795312800122 implements MigrationInterface {
  readonly name = 'AllocationOwners1795312800122';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "proposal_event" ADD CONSTRAINT "proposal_event_named" CHECK (${NAMED})`);
    await profiles(queryRunner, {
      column: ['version int, ', 'p.version, '],
      roles: `'corporatie', 'aanbieder', 'coordinator'`,
    });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await profiles(queryRunner, { column: ['', ''], roles: `'corporatie'` });
    await queryRunner.query(`ALTER TABLE "proposal_event" DROP CONSTRAINT "proposal_event_named"`);
  }
}

async function profiles(
  queryRunner: QueryRunner,
  { column: [declared, selected], roles }: { readonly column: readonly [string, string]; readonly roles: string },
): Promise<void> {
  await queryRunner.query(`DROP FUNCTION allocation_profiles(text[])`);
  await queryRunner.query(`
    CREATE FUNCTION allocation_profiles(states text[]) RETURNS TABLE (
      id uuid, ${declared}state text, planned_start date, updated_at timestamptz, unit_id uuid,
      persons int, oldest_born date, income_cents int, accessibility_needed text, is_guided boolean)
    LANGUAGE plpgsql STABLE AS $$
    #variable_conflict use_column
    DECLARE role text := current_setting('woonplek.role', true);
    BEGIN
      PERFORM set_config('woonplek.role', 'systeem', true);
      RETURN QUERY
        SELECT p.id, ${selected}p.state, p.planned_start, p.updated_at, p.unit_id, m.persons, m.oldest_born, h.income_cents,
               h.accessibility_needed, h.guidance_hours > 0
          FROM proposal p
          JOIN unit u ON u.id = p.unit_id
          JOIN household h ON h.id = p.household_id
          JOIN LATERAL (SELECT count(*)::int AS persons, min(birth_date) AS oldest_born
                          FROM household_member WHERE household_id = h.id) m ON true
         WHERE p.region_id = acting_region() AND p.state = ANY (states)
           AND role IN (${roles}) AND u.owner_organisation_id = acting_organisation();
      PERFORM set_config('woonplek.role', role, true);
    END $$`);
}
