/** What counts under one prestatieafspraak: homes, whole numbers. */
export interface LedgerInput {
  readonly agreed: number;
  /** Tenancies that began, or have a start agreed, in the year. */
  readonly realised: number;
  /** Proposals that hold a home with a start in the year: approved, and not yet at the key. */
  readonly underWay: number;
}

export interface AgreementLedger extends LedgerInput {
  /** What is still to be given after all that is under way; never below 0. */
  readonly left: number;
}

/** Where a prestatieafspraak stands when everything that is under way reaches the key. */
export function ledgerOf(input: LedgerInput): AgreementLedger {
  return { ...input, left: Math.max(0, input.agreed - input.realised - input.underWay) };
}
