/** How often a mail is tried at most: over more than a day, so that a mail server may be away for a night. */
export const MAIL_ATTEMPTS = 14;

const FIRST_WAIT_MINUTES = 1;
const LONGEST_WAIT_MINUTES = 240;

/** Minutes until the next try after so many that failed; null: it is not tried again. */
export function minutesUntilNextTry(failedAttempts: number): number | null {
  if (failedAttempts >= MAIL_ATTEMPTS) return null;
  return Math.min(FIRST_WAIT_MINUTES * 2 ** failedAttempts, LONGEST_WAIT_MINUTES);
}
