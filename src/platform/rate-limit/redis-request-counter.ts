import { Redis } from 'ioredis';
import { MemoryRequestCounter } from './memory-request-counter';
import { RequestCounter } from './request-counter';

const PATIENCE_MILLISECONDS = 250;

/** Counts in Redis for all processes together. While Redis is away each process counts for itself: nobody waits for it. */
export class RedisRequestCounter extends RequestCounter {
  private readonly redis: Redis;
  private readonly alone = new MemoryRequestCounter();

  constructor(url: string) {
    super();
    this.redis = new Redis(url, {
      keyPrefix: 'woonplek:',
      commandTimeout: PATIENCE_MILLISECONDS,
      disconnectTimeout: PATIENCE_MILLISECONDS,
      connectTimeout: 5000,
      enableOfflineQueue: false,
      maxRetriesPerRequest: 0,
    });
    // Without a listener a lost connection would end the process; the queue reports it already.
    this.redis.on('error', () => undefined);
  }

  async add(key: string, seconds: number): Promise<number> {
    try {
      const answers = await this.redis.multi().incr(key).expire(key, seconds).exec();
      const count = answers?.[0]?.[1];
      if (typeof count === 'number') return count;
    } catch {
      // Away: counted below.
    }
    return this.alone.add(key, seconds);
  }

  close(): void {
    this.redis.disconnect();
  }
}
