import { type DynamicModule, Module } from '@nestjs/common';
import { RateLimiter } from './rate-limiter';
import { RATE_LIMIT_SETTINGS, type RateLimitSettings } from './rate-limits';

@Module({})
export class RateLimitModule {
  static withSettings(settings: RateLimitSettings): DynamicModule {
    return {
      module: RateLimitModule,
      global: true,
      providers: [{ provide: RATE_LIMIT_SETTINGS, useValue: settings }, RateLimiter],
      exports: [RateLimiter],
    };
  }
}
