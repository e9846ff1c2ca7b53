import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { actingAs } from '../../database/acting';
import { actorOf } from '../../platform/access/request-actor';

/**
 * Everything that a request asks of the database is for the person whom the guard let in, and for nobody on a public route.
 * A service need not say so, and cannot forget it.
 */
@Injectable()
export class ActingInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const actor = actorOf(context.switchToHttp().getRequest<object>()) ?? null;
    return new Observable((subscriber) => actingAs(actor, () => next.handle().subscribe(subscriber)));
  }
}
