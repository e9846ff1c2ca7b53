import type { Role } from './permissions';

/** Who does this request: one person, in one role, for one organisation. */
export interface ActingAccount {
  readonly accountId: string;
  readonly displayName: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly regionId: string;
  /** Whether the person signed in surely enough to see what is held about clients. */
  readonly maySeeDossiers: boolean;
}
