import type { ActingAccount } from './acting-account';

/** One read of person data, as it is written to the access log (after NEN 7513: who, what, when, why, with what result). */
export interface AccessLogEntry {
  readonly actor: ActingAccount;
  /** What was done, as `object.verb`: 'client.read', 'proposal.list'. */
  readonly action: string;
  readonly objectType: string;
  readonly objectIds: readonly string[];
  readonly outcome: 'granted' | 'denied' | 'failed';
  /** Network address of the caller. */
  readonly origin: string;
  readonly purpose: string;
  readonly requestId: string;
}

/** Appends to the access log. It must have been written durably when the promise resolves; a rejection stops the answer. */
export abstract class AccessLogWriter {
  abstract append(entry: AccessLogEntry): Promise<void>;
}
