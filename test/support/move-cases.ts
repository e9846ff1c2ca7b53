import type { DataSource } from 'typeorm';

const MOMENTS = [
  ['proposal_event', `SET at = $1::timestamptz + (at - date_trunc('day', at)) / 100 WHERE proposal_id`],
  ['proposal', 'SET created_at = $1 WHERE id'],
  ['case_progress', 'SET created_at = $1 WHERE proposal_id'],
] as const;

/**
 * As if all that happened to these proposals had happened on a day: the database writes its own time, so this takes its owner
 * to turn the triggers off that see to that.
 */
export async function moveCases(owner: DataSource, day: string, ids: readonly string[]): Promise<void> {
  for (const [table, of] of MOMENTS) {
    await owner.transaction(async (manager) => {
      await manager.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      await manager.query(`UPDATE ${table} ${of} = ANY ($2::uuid[])`, [`${day}T09:00:00Z`, ids]);
      await manager.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
    });
  }
}
