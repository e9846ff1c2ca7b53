import 'reflect-metadata';
import { SYSTEM } from '../../src/database/acting';
import { appDataSource } from '../../src/database/data-source';
import { PlanStoreService } from '../../src/modules/runs/plan-store.service';
import { RunExecutionService } from '../../src/modules/runs/run-execution.service';
import { Clock } from '../../src/platform/clock';

/** A process that works on one run: `work-on-run.ts <database url> <run id>`. Tests kill it half-way. */
async function main(url: string, runId: string): Promise<void> {
  const dataSource = await appDataSource(url, { poolSize: 4, otherwise: SYSTEM }).initialize();
  const clock = new Clock();
  const execution = new RunExecutionService(dataSource, new PlanStoreService(dataSource, clock), clock);
  await execution.execute(runId, { signal: new AbortController().signal, progress: () => Promise.resolve() });
  await dataSource.destroy();
}

void main(process.argv[2]!, process.argv[3]!);
