import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { actorOf } from '../access/request-actor';
import { RateLimiter } from './rate-limiter';

/** Limits what one person may ask, whatever the address. It stands behind the guard that finds out who asks. */
@Injectable()
export class PersonLimitGuard implements CanActivate {
  constructor(private readonly limiter: RateLimiter) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const actor = actorOf(http.getRequest<object>());
    if (actor) await this.limiter.take('person', actor.accountId, http.getResponse<Response>());
    return true;
  }
}
