import type { Milp } from './milp';
import type { SparseRow } from './programme';

/**
 * The relaxation of one programme, kept open so that each next question starts from the answer to an earlier one. Only the
 * objective and the bounds may differ between questions; the matrix stays. A question costs a few steps of the simplex method
 * where a fresh solve costs all of them.
 */
export interface WarmRelaxation {
  solve(programme: Milp, limits: WarmLimits): WarmAnswer;
  /** Absent: the engine does not show how its answers come about, so nothing can be learnt from a fraction. */
  readonly tableau?: Tableau;
  close(): void;
}

/** The last answer from the inside, and rows that are learnt from it. */
export interface Tableau {
  /**
   * For each of these columns, which must have a fraction in the last answer: how often every row counts in the sum from
   * which its value follows.
   */
  inverseRows(columns: readonly number[]): readonly Float64Array[];
  /** Adds rows below the others; the programmes of later questions have them too. */
  addRows(rows: readonly SparseRow[]): void;
}

export interface WarmLimits {
  readonly timeLimitSeconds: number;
  /** Where to start; absent: from the last answer. */
  readonly basis?: WarmBasis;
  /** The corner to start from keeps all rows and only its worth is asked anew: such a start is quicker another way. */
  readonly isPossibleStart?: boolean;
}

/** What a column or row is in a corner: at its lower side, or one of those that the rows decide. Other numbers are the engine's. */
export const AT_LOWER = 0;
export const BASIC = 1;

/** A corner of the relaxation. */
export interface WarmBasis {
  readonly columns: Int32Array;
  readonly rows: Int32Array;
}

export type WarmAnswer =
  | {
      readonly status: 'optimal';
      /** One a column. */
      readonly columnValues: Float64Array;
      /** One a column, sign as for a maximisation. */
      readonly reducedCosts: Float64Array;
      /** One a row, sign as for a maximisation. */
      readonly rowDuals: Float64Array;
      readonly basis: WarmBasis;
    }
  | {
      readonly status: 'infeasible';
      /** Places of rows that, so the engine says, cannot be met together; absent: it does not say. A hint to be checked. */
      readonly rowsInConflict?: readonly number[];
    }
  /** Out of time, or the engine gave up. */
  | { readonly status: 'stopped' };

export interface OpenRelaxation {
  /** Opens a programme. The caller closes what it opened. */
  (programme: Milp): WarmRelaxation;
  /** Gives back the memory that closed programmes leave; none may be open. Absent: they leave none. */
  readonly giveBack?: () => Promise<void>;
}
