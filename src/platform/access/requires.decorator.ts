import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions';

export const REQUIRED_PERMISSION = 'woonplek:permission';

/** Marks a route that anyone may call. It is written out, so that an open route is a choice and never an omission. */
export const PUBLIC = 'public';

/**
 * The permission a caller needs for this handler, or `PUBLIC`. On the handler, not the controller: reading and deciding
 * differ. Without it the guard refuses every call, and the application does not start.
 */
export function Requires(permission: Permission | typeof PUBLIC): MethodDecorator {
  return SetMetadata(REQUIRED_PERMISSION, permission);
}
