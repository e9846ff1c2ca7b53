import { AsyncLocalStorage } from 'node:async_hooks';

/** Who a query is for. The database shows and takes only what this role may see and do for this organisation and region. */
export interface Acting {
  /** A role of people, or one of the two of Woonplek itself below. */
  readonly role: string;
  /** Null: no person. */
  readonly accountId: string | null;
  readonly organisationId: string | null;
  /** Null: no region in particular. Only the system sees all regions then; anybody else sees none. */
  readonly regionId: string | null;
}

/** Woonplek itself, for rounds, the schedule, seeds and commands: everything, in every region. */
export const SYSTEM: Acting = { role: 'systeem', accountId: null, organisationId: null, regionId: null };

/** The door: looks up who somebody is before anybody is known. Sees people, roles and sessions, and nothing of clients. */
export const SIGN_IN: Acting = { role: 'aanmelding', accountId: null, organisationId: null, regionId: null };

/** Woonplek itself in one region: for numbers that may be told to who may not see what was counted. */
export function systemOf(regionId: string, accountId: string | null = null): Acting {
  return { ...SYSTEM, regionId, accountId };
}

const current = new AsyncLocalStorage<Acting | null>();

/** Everything that `work` asks of the database is for `who`. Null: for nobody, who sees nothing. */
export function actingAs<T>(who: Acting | null, work: () => T): T {
  return current.run(who, work);
}

/** For whom the running code works; undefined where nobody has said so. */
export function currentActing(): Acting | null | undefined {
  return current.getStore();
}
