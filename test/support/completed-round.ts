import { actingAs, SYSTEM } from '../../src/database/acting';
import { RunExecutionService } from '../../src/modules/runs/run-execution.service';
import type { RunDetailDto } from '../../src/modules/runs/run.dto';
import { RunsService } from '../../src/modules/runs/runs.service';
import type { TestApp } from './test-app';

const PATIENCE_MS = 90_000;
const PAUSE_MS = 100;

/** Runs a whole round in the region of the test, in this process. Rejects where the round fails. */
export function completedRound(test: TestApp, slot: string): Promise<RunDetailDto> {
  return actingAs(SYSTEM, () => roundOf(test, slot));
}

async function roundOf(test: TestApp, slot: string): Promise<RunDetailDto> {
  const runs = test.app.get(RunsService);
  const { run } = await runs.request({
    regionId: 'assen',
    engine: 'auto',
    timeLimitSeconds: 60,
    slot,
    trigger: 'person',
    requestedBy: null,
  });
  const context = { signal: new AbortController().signal, progress: () => Promise.resolve() };
  await test.app.get(RunExecutionService).execute(run.id, context);
  // Where the application does the work of the queue too, the round may be in its hands.
  return doneRound(test, run.id);
}

/** Waits until a round is done, whoever works on it. Rejects where it fails. */
export async function doneRound(test: TestApp, runId: string): Promise<RunDetailDto> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    const round = await test.app.get(RunsService).get('assen', runId);
    if (round.status === 'voltooid') return round;
    if (round.status === 'mislukt') throw new Error(`The round failed: ${JSON.stringify(round.fout)}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('The round did not end in time');
}

/** Leaves so many clients waiting; a small round is fast. */
export async function keepClients(test: TestApp, count: number): Promise<void> {
  await test.dataSource.query(
    `UPDATE household SET status = 'paused' WHERE reference NOT IN (SELECT reference FROM household ORDER BY reference LIMIT $1)`,
    [count],
  );
}

/** Leaves these clients waiting and so many others, of those who still wait. */
export async function keepWaiting(test: TestApp, ids: readonly string[], others: number): Promise<void> {
  await test.dataSource.query(
    `UPDATE household SET status = 'paused' WHERE status = 'waiting' AND NOT id = ANY ($1) AND reference NOT IN
       (SELECT reference FROM household WHERE status = 'waiting' ORDER BY reference LIMIT $2)`,
    [ids, others],
  );
}
