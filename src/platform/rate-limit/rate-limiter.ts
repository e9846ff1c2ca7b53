import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { Clock } from '../clock';
import { ProblemException } from '../http/problem';
import { MemoryRequestCounter } from './memory-request-counter';
import { RATE_LIMIT_SETTINGS, type RateLimitKind, type RateLimitSettings } from './rate-limits';
import { RedisRequestCounter } from './redis-request-counter';
import type { RequestCounter } from './request-counter';

const WINDOW_SECONDS = 60;

/** Counts the requests of one minute and refuses what is over the limit. */
@Injectable()
export class RateLimiter implements OnModuleDestroy {
  private readonly counter: RequestCounter;

  constructor(
    @Inject(RATE_LIMIT_SETTINGS) private readonly settings: RateLimitSettings,
    private readonly clock: Clock,
  ) {
    const { limits, redisUrl } = settings;
    this.counter =
      limits === undefined || redisUrl === undefined ? new MemoryRequestCounter() : new RedisRequestCounter(redisUrl);
  }

  /**
   * Counts one request and says in the headers of its answer how many are left (draft-ietf-httpapi-ratelimit-headers). Throws
   * 429 with Retry-After (RFC 6585) when there are none.
   */
  async take(kind: RateLimitKind, who: string, response: Response): Promise<void> {
    const limit = this.settings.limits?.[kind];
    if (limit === undefined) return;
    const seconds = this.clock.now().getTime() / 1000;
    const window = Math.floor(seconds / WINDOW_SECONDS);
    const count = await this.counter.add(keyOf(kind, who, window), 2 * WINDOW_SECONDS);
    const left = Math.ceil((window + 1) * WINDOW_SECONDS - seconds);
    response.setHeader('RateLimit-Policy', `"${kind}";q=${limit};w=${WINDOW_SECONDS}`);
    response.setHeader('RateLimit', `"${kind}";r=${Math.max(0, limit - count)};t=${left}`);
    if (count <= limit) return;
    response.setHeader('Retry-After', String(left));
    const detail = `Er komen te veel verzoeken achter elkaar. Probeer het over ${left} seconden opnieuw.`;
    throw new ProblemException(429, 'te-veel-verzoeken', 'Te veel verzoeken', detail);
  }

  onModuleDestroy(): void {
    if (this.counter instanceof RedisRequestCounter) this.counter.close();
  }
}

/** A hash: whoever looks at the counters need not learn who was there. */
function keyOf(kind: RateLimitKind, who: string, window: number): string {
  return `verzoeken:${kind}:${window}:${createHash('sha256').update(who).digest('base64url')}`;
}
