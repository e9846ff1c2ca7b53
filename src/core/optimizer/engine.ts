import type { Milp } from './milp';
import type { OpenRelaxation } from './warm-relaxation';

/**
 * A solver behind a port. No engine's word is taken: what it returns is checked by the caller, and a plan reaches people
 * only after `verifyPlan`.
 */
export interface Engine {
  readonly id: EngineId;
  readonly version: string;
  /** Whether `solveRelaxation` gives duals and reduced costs; without them the levels are solved one by one. */
  readonly givesDuals: boolean;
  /** The linear relaxation: every column may be fractional. */
  solveRelaxation(milp: Milp, limits: EngineLimits): Promise<EngineAnswer>;
  /** Every column whole. */
  solveWhole(milp: Milp, limits: EngineLimits): Promise<EngineAnswer>;
}

/** Who does what for one component. */
export interface EngineTeam {
  /** Searches in whole numbers; its bound counts where it gives one. */
  readonly whole: Engine;
  /** Gives the relaxation with duals, from which the exact bounds come. Null: nobody, so nothing is proven by a bound. */
  readonly relaxation: Engine | null;
  /** The same for a programme that stays open from level to level. Absent: each relaxation starts from nothing. */
  readonly openRelaxation?: OpenRelaxation;
  /** Looks for good plans; they are judged by the bounds of the others. */
  readonly guide: Engine;
  /** Takes several calls at the same time, for programmes that are searched in parts. Absent: nothing is searched in parts. */
  readonly parallel?: Engine;
}

/** Picks the engines for one component. */
export type EngineChoice = (milp: Milp) => EngineTeam;

export const ENGINE_IDS = ['highs', 'javascript-lp-solver'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

export interface EngineLimits {
  readonly timeLimitSeconds: number;
  /** Whole values that are known to be possible, one a column; an engine may start from them or ignore them. */
  readonly start?: Float64Array;
  /** A search may stop at this relative gap, or after this many nodes. Absent: only when it is sure. */
  readonly relativeGap?: number;
  readonly mostNodes?: number;
}

export interface EngineAnswer {
  readonly status: 'optimal' | 'time-limit' | 'infeasible' | 'unbounded' | 'failed';
  /** One value a column; absent when the engine found none. */
  readonly columnValues?: Float64Array;
  /** No solution is better than this, as far as the engine knows. */
  readonly bound?: number;
  /** Of the relaxation only: one a column, and one a row. Sign as for a maximisation: reduced cost ≤ 0 at the lower bound. */
  readonly reducedCosts?: Float64Array;
  readonly rowDuals?: Float64Array;
  readonly message?: string;
}
