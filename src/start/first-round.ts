import type { INestApplicationContext } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { MatchRunEntity } from '../database/entities/match-run.entity';
import { RunsService } from '../modules/runs/runs.service';

const TIME_LIMIT_SECONDS = 60;
const PATIENCE_MILLISECONDS = 30_000;
const PAUSE_MILLISECONDS = 50;

/**
 * Asks for a round in a region that has none yet. Two processes that start together ask for the same slot, so they share
 * the round.
 */
export async function requestFirstRound(
  app: INestApplicationContext,
  dataSource: DataSource,
  regionId: string,
): Promise<void> {
  if (await dataSource.manager.existsBy(MatchRunEntity, { regionId })) return;
  await app.get(RunsService, { strict: false }).request({
    regionId,
    engine: 'auto',
    timeLimitSeconds: TIME_LIMIT_SECONDS,
    slot: 'eerste-start',
    trigger: 'start',
    requestedBy: null,
  });
}

/** Waits until no round of the region is under way, though not for ever: a large round may finish after the start. */
export async function waitForRounds(dataSource: DataSource, regionId: string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < deadline) {
    const open = await dataSource.manager.countBy(MatchRunEntity, [
      { regionId, status: 'queued' },
      { regionId, status: 'running' },
    ]);
    if (open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
  }
}
