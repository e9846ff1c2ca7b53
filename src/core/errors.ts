/**
 * A fault in the domain that a caller can act on. `code` is stable and part of the public contract; `details` holds the
 * names and values that the message speaks of, so that no caller has to read them out of the text.
 */
export class DomainError extends Error {
  constructor(
    readonly code: DomainErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = 'DomainError';
  }
}

export type DomainErrorCode =
  | 'rent-table-missing'
  | 'unknown-rule'
  | 'unknown-objective'
  | 'unknown-reference'
  | 'invalid-parameter'
  | 'problem-infeasible'
  | 'engine-failed'
  | 'plan-refused'
  | 'transition-not-allowed';
