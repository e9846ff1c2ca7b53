import { type Config, withoutPassword } from '../platform/config';
import { requireRedis } from '../platform/queue/require-redis';
import { connectionReason, StartFailure } from './start-failure';

/** Refuses to start with a Redis that does not answer; the queue in PostgreSQL is looked at with the database. */
export async function requireQueue({ redisUrl }: Config): Promise<void> {
  if (redisUrl === undefined) return;
  try {
    await requireRedis(redisUrl);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const reason = connectionReason(error) ?? `Redis zegt: ${said}`;
    throw new StartFailure(`Geen verbinding met Redis in REDIS_URL (${withoutPassword(redisUrl)}): ${reason}.`, {
      cause: error,
    });
  }
}
