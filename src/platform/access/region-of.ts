import { forbidden } from '../http/problem';
import type { ActingAccount } from './acting-account';

/** The region a request is about: the one it asks for, else the account's own. Throws 403 for any other region. */
export function regionOf(actor: ActingAccount, asked: string | undefined): string {
  if (asked !== undefined && asked !== actor.regionId) throw forbidden('Uw account hoort bij een andere regio.');
  return actor.regionId;
}
