import { ApiResponse } from '@nestjs/swagger';

/** States that a handler, or every handler of a controller, answers 410 for what was purged when its retention term had passed. */
export function CanBeGone(): ClassDecorator & MethodDecorator {
  return ApiResponse({ status: 410, description: 'Vernietigd.' });
}
