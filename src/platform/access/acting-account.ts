import type { Role } from './permissions';

/** Who does this request: the account, what it may do, and where it belongs. */
export interface ActingAccount {
  readonly accountId: string;
  readonly displayName: string;
  readonly organisationId: string;
  readonly regionId: string;
  readonly roles: readonly Role[];
}
