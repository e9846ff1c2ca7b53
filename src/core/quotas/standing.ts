/** Numbers behind one agreement. A limit is null when none was agreed. All whole numbers: placements or points. */
export interface QuotaInput {
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** What counts already: placements that took place, or load that still weighs. */
  readonly realised: number;
  /** What open and approved proposals would add. */
  readonly proposed: number;
}

export interface QuotaStanding extends QuotaInput {
  readonly expected: number;
  /** Room under the ceiling after the proposals; never below 0; null without a ceiling. */
  readonly left: number | null;
  /** What goes over the ceiling; 0 when all fits. */
  readonly over: number;
  /** What is still lacking under the floor after the proposals; 0 without a floor. */
  readonly short: number;
}

/** Where an agreement stands when every open proposal goes through. */
export function standingOf(input: QuotaInput): QuotaStanding {
  const expected = input.realised + input.proposed;
  return {
    ...input,
    expected,
    left: input.ceiling === null ? null : Math.max(0, input.ceiling - expected),
    over: input.ceiling === null ? 0 : Math.max(0, expected - input.ceiling),
    short: input.floor === null ? 0 : Math.max(0, input.floor - expected),
  };
}
