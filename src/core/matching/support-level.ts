import { SUPPORT_LEVELS, type SupportLevel } from './problem';

/** Whether a level of support is as heavy as `minimum`, or heavier. */
export function isSupportAtLeast(level: SupportLevel, minimum: SupportLevel): boolean {
  return SUPPORT_LEVELS.indexOf(level) >= SUPPORT_LEVELS.indexOf(minimum);
}
