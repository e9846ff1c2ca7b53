import type { LevelResult, Plan } from '../matching/plan';

/**
 * The receipt of one round: all that is needed to check, by arithmetic alone, that no plan is better. It stands on itself:
 * the programme in named columns and rows, the plan, and for each level the multipliers that prove its bound.
 *
 * Rows have numbers: first `rows`, then one row a level, "this level keeps what it has", then the rows that are learnt on the way,
 * in the order of the file.
 */
export interface ReceiptFile {
  readonly format: 'woonplek-receipt/2';
  readonly regionId: string;
  /** SHA-256 of problem, policy and plan, each in canonical JSON. */
  readonly problemHash: string;
  readonly policyHash: string;
  readonly planHash: string;
  readonly policyVersion: string;
  readonly seed: string;
  readonly engine: Plan['engine'];
  readonly columns: readonly ReceiptColumn[];
  readonly rows: readonly ReceiptRow[];
  readonly levels: readonly ReceiptLevel[];
  readonly matches: readonly PairName[];
}

export type PairName = readonly [householdId: string, unitId: string];

/** One pair that may be, or what a soft row lacks. A whole number from `lower` (0 where absent) to `upper` (1 where absent). */
export interface ReceiptColumn {
  readonly pair?: PairName;
  /** Number of the soft row; the column is what lacks under its lower side. */
  readonly shortageOf?: number;
  /** Parts share no row, so each is proven on its own. */
  readonly part: number;
  readonly lower?: number;
  readonly upper?: number;
}

/** `lower ≤ Σ weight · column ≤ upper`; an absent side is no limit. */
export interface ReceiptRow {
  /** Null: one home a household, and no more households than places; these hold whatever the policy says. */
  readonly ruleId: string | null;
  /** The row within its rule. */
  readonly key: string;
  readonly lower?: number;
  readonly upper?: number;
  readonly columns: readonly number[];
  /** One a column; absent: 1 for each. */
  readonly weights?: readonly number[];
}

export interface ReceiptLevel extends LevelResult {
  /** What counts on this level whatever the plan. */
  readonly constant: number;
  /** Worth by column; columns that are not named are worth 0. */
  readonly worth: readonly (readonly [column: number, worth: number])[];
  /** One a part, in the order of the parts. */
  readonly proofs: readonly PartProof[];
}

export interface PartProof {
  /**
   * Only where the policy lets later levels give up value: the columns that are 1 in a plan of this part that reaches more
   * than the plan itself. Later levels then keep what the witness reaches, less that room.
   */
  readonly witness?: readonly number[];
  /** Before the tree, one after the other; what they leave and learn also holds for the levels below. */
  readonly rounds?: readonly ProofRound[];
  /** A tree in preorder: a node with a split is followed by the nodes below it, then by those above. */
  readonly nodes: readonly ProofNode[];
}

/** Multipliers give a bound, and leave out what no plan has that is worth what this one is; then rows are learnt. */
export interface ProofRound {
  readonly multipliers: ReceiptMultipliers;
  readonly learnt: readonly LearntRow[];
}

/**
 * Follows from a sum of rows (positive multipliers use the upper side, negative ones the lower): the weight of each column in
 * the sum is rounded to the side that stays true, and the limit is rounded down, because nothing lies between whole numbers
 * (Gomory 1958, Chvátal 1973).
 */
export interface LearntRow extends ReceiptMultipliers {
  /** Columns that are counted from their upper side, so that their weight is rounded up; the others are rounded down. */
  readonly fromUpper?: readonly number[];
}

/**
 * Multipliers are used one after the other: each gives a bound, and what cannot be in a better plan is left out before the
 * next. What they leave open is split in two on one column: at most `at`, or more.
 */
export interface ProofNode {
  readonly multipliers: readonly ReceiptMultipliers[];
  readonly split?: readonly [column: number, at: number];
}

export interface ReceiptMultipliers {
  /** At least 1; every multiplier is over this number. */
  readonly scale: Whole;
  /** Row number and multiplier; rows that are not named have 0. */
  readonly rows: readonly (readonly [row: number, multiplier: Whole])[];
}

/** A whole number; as text where JavaScript would round it. */
export type Whole = number | string;
