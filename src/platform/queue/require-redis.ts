import { Redis } from 'ioredis';

const PATIENCE_MILLISECONDS = 5000;

/**
 * Resolves when the Redis of the queue answers, and rejects with the error of the system or of Redis when it does not: at
 * the start that is a mistake in the settings, while later the queue simply waits until Redis is back.
 */
export async function requireRedis(url: string): Promise<void> {
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MILLISECONDS,
    commandTimeout: PATIENCE_MILLISECONDS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: Error | undefined;
  redis.on('error', (error: Error) => (cause ??= error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
