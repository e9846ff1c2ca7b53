import { TOLD_ROLES } from '../../core/notifications/step-notifications';
import { STANDARD_RHYTHM } from '../../database/entities/notification-preference.entity';
import { oneOf } from '../../database/entities/one-of';

/** SQL: role assignment `ra` stands on the day in this parameter. */
export const roleStands = (day: string): string =>
  `ra.ended_at IS NULL AND ra.valid_from <= ${day} AND (ra.valid_until IS NULL OR ra.valid_until >= ${day})`;

/**
 * SQL: account `a` has an address that is certainly of this person: a sign-in service has verified it, or it would not have
 * led to the account (see `SignInService`).
 */
export const HAS_ADDRESS = `(a.email IS NOT NULL AND EXISTS (SELECT FROM account_identity i WHERE i.account_id = a.id))`;

/** SQL: what the reader of notification `n` has chosen. */
export const CHOICE = `LEFT JOIN notification_preference c
  ON c.account_id = n.account_id AND c.region_id = n.region_id AND c.role = n.role`;
/** Who is only called now and then has nothing to choose, and is mailed at once. */
export const RHYTHM = `coalesce(c.rhythm, CASE WHEN n.${oneOf('role', TOLD_ROLES)} THEN '${STANDARD_RHYTHM.rhythm}' ELSE 'immediate' END)`;
export const HOUR = `coalesce(c.hour, ${STANDARD_RHYTHM.hour})`;
