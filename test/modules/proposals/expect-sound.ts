import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { AUTOMATIC_ACTIONS, foldProposal, HOLDING_STATES } from '../../../src/core/review/proposal-transitions';
import { ProposalEventEntity } from '../../../src/database/entities/proposal-event.entity';
import { ProposalEntity } from '../../../src/database/entities/proposal.entity';
import { TEST_DAY } from '../../support/test-app';
import { NEEDS_CODE, NEEDS_NOTE } from './asked-steps';

const LIVED_IN = `SELECT count(*) FROM placement l WHERE l.unit_id = u.id AND (l.end_date IS NULL OR l.end_date >= $2)`;
const PROMISED = `SELECT count(*) FROM proposal v WHERE v.unit_id = u.id AND v.state = ANY ($1)`;

/** What holds at any moment, whoever did whatever: about all proposals, and about the homes of these. */
export async function expectSound(dataSource: DataSource, ids: readonly string[]): Promise<void> {
  const proposals = await dataSource.getRepository(ProposalEntity).find();
  const held = proposals.filter(({ state }) => HOLDING_STATES.includes(state));
  expect(new Set(held.map(({ householdId }) => householdId)).size).toBe(held.length);

  const query = (sql: string) => dataSource.query<object[]>(sql, [HOLDING_STATES, TEST_DAY]);
  expect(await query(`SELECT u.name FROM unit u WHERE u.places < (${LIVED_IN}) + (${PROMISED})`)).toEqual([]);
  const twice = await query(
    `SELECT l.household_id FROM placement l WHERE l.end_date IS NULL AND l.household_id IS NOT NULL AND $2::date IS NOT NULL
      GROUP BY 1 HAVING count(*) + (SELECT count(*) FROM proposal v WHERE v.household_id = l.household_id AND v.state = ANY ($1)) > 1`,
  );
  expect(twice).toEqual([]);

  const touched = new Set(ids);
  const homes = proposals.filter(({ id }) => touched.has(id)).map(({ unitId }) => unitId);
  const statuses = await dataSource.query<object[]>(
    `SELECT u.name, u.status, (${LIVED_IN})::int AS lived, (${PROMISED})::int AS promised FROM unit u
      WHERE u.id = ANY ($3) AND u.status <> CASE WHEN (${LIVED_IN}) >= u.places THEN 'occupied'
        WHEN (${LIVED_IN}) + (${PROMISED}) >= u.places THEN 'reserved' ELSE 'available' END`,
    [HOLDING_STATES, TEST_DAY, homes],
  );
  expect(statuses).toEqual([]);

  const events = await dataSource.getRepository(ProposalEventEntity).find({ order: { at: 'ASC', id: 'ASC' } });
  for (const { id, state } of proposals) {
    const own = events.filter(({ proposalId }) => proposalId === id);
    expect([id, foldProposal(own.map(({ action }) => action))]).toEqual([id, state]);
    if (touched.has(id)) own.forEach(expectAccounted);
  }
}

/** Who did it, for whom, when, and why where that is asked. */
function expectAccounted(event: ProposalEventEntity): void {
  const { action, actor, actorRole, actorOrganisationId, at, reasonCode, note } = event;
  expect([action, at]).toEqual([action, expect.any(Date)]);
  if (AUTOMATIC_ACTIONS.includes(action)) {
    expect([action, note]).toEqual([action, expect.any(String)]);
    return;
  }
  expect([action, actor, actorRole, actorOrganisationId]).not.toContain(null);
  if (NEEDS_CODE.includes(action)) expect([action, reasonCode]).toEqual([action, expect.any(String)]);
  if (NEEDS_NOTE.includes(action)) expect([action, note]).toEqual([action, expect.any(String)]);
}
