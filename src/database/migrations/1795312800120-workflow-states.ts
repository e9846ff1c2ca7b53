import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteFunction } from '../migration-sql/rewrite-function';
import { runSql } from '../migration-sql/run-sql';

const STATES_BEFORE = `'voorgesteld', 'goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'gehuisvest', 'afgewezen', 'geweigerd', 'ingetrokken', 'vervallen'`;
const STATES = `'voorgesteld', 'goedgekeurd', 'teruggestuurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'landing', 'gehuisvest', 'verouderd', 'afgewezen', 'geweigerd', 'verlopen', 'ingetrokken', 'vervallen'`;
const ACTIONS_BEFORE = `'goedkeuren', 'afwijzen', 'herroepen', 'vervangen', 'bevestigen', 'aanbieden', 'accepteren', 'weigeren', 'huisvesten', 'intrekken'`;
const ACTIONS = `'goedkeuren', 'afwijzen', 'herroepen', 'vervangen', 'bevestigen', 'terugsturen', 'doorzetten', 'aanbieden', 'accepteren', 'weigeren', 'verlopen', 'voorbereiden', 'huisvesten', 'terugzetten', 'verouderen', 'intrekken', 'heropenen'`;
const HOLDING_BEFORE = `'goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd'`;
const HOLDING = `'goedgekeurd', 'teruggestuurd', 'bevestigd', 'aangeboden', 'geaccepteerd', 'landing', 'verouderd'`;

/** The states and steps between the approval of a proposal and the key. */
export class WorkflowStates1795312800120 implements MigrationInterface {
  readonly name = 'WorkflowStates1795312800120';

  up(queryRunner: QueryRunner): Promise<void> {
    return this.change(queryRunner, STATES, ACTIONS, HOLDING_BEFORE, HOLDING);
  }

  /** Refused by the database where a case is in one of the states that go away. */
  down(queryRunner: QueryRunner): Promise<void> {
    return this.change(queryRunner, STATES_BEFORE, ACTIONS_BEFORE, HOLDING, HOLDING_BEFORE);
  }

  private async change(
    queryRunner: QueryRunner,
    states: string,
    actions: string,
    heldBefore: string,
    held: string,
  ): Promise<void> {
    const run = runSql(queryRunner);
    for (const [table, name, column, allowed] of [
      ['proposal', 'proposal_state', 'state', states],
      ['proposal_event', 'proposal_event_action', 'action', actions],
      ['proposal_event', 'proposal_event_from_state', 'from_state', states],
      ['proposal_event', 'proposal_event_to_state', 'to_state', states],
    ] as const) {
      await run(`ALTER TABLE "${table}" DROP CONSTRAINT "${name}"`);
      await run(`ALTER TABLE "${table}" ADD CONSTRAINT "${name}" CHECK ("${column}" IN (${allowed}))`);
    }
    await run(`DROP INDEX "proposal_one_active_per_household"`);
    await run(
      `CREATE UNIQUE INDEX "proposal_one_active_per_household" ON "proposal"  ("household_id") WHERE "state" IN (${held})`,
    );
    // A file with a promised home is not purged.
    await rewriteFunction(run, 'retention_due(text, text, date, uuid)', heldBefore, held);
  }
}
