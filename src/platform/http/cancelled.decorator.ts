import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';

/** A signal that aborts when the caller goes away before the answer is sent: `handler(@Cancelled() signal: AbortSignal)`. */
export const Cancelled = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const response = context.switchToHttp().getResponse<Response>();
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort(new Error('The caller went away'));
  });
  return controller.signal;
});
