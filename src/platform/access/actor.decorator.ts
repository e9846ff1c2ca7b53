import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ActingAccount } from './acting-account';
import { actorOf } from './request-actor';

/** The account that does this request: `handler(@Actor() actor: ActingAccount)`. Not for public routes: they have none. */
export const Actor = createParamDecorator((_: unknown, context: ExecutionContext): ActingAccount => {
  const actor = actorOf(context.switchToHttp().getRequest<object>());
  if (!actor)
    throw new Error(`${context.getClass().name}.${context.getHandler().name} asks for an actor on a public route`);
  return actor;
});
