import type { IsoDate } from '../time/calendar';
import type { PairReference } from './problem';

/** The outcome of one round. Holds no times of the clock, so that a replay gives the same bytes. */
export interface Plan {
  readonly format: 'woonplek-plan/1';
  /** SHA-256 of the problem in canonical JSON. */
  readonly problemHash: string;
  readonly regionId: string;
  readonly policyVersion: string;
  readonly seed: string;
  readonly engine: { readonly id: string; readonly version: string };
  /** `optimal`: every level is proven. `feasible`: a valid plan, but time ran out before all levels were proven. */
  readonly status: 'optimal' | 'feasible';
  /** Sorted by household id. */
  readonly matches: readonly Match[];
  /** In the order of the policy. */
  readonly levels: readonly LevelResult[];
  readonly statistics: PlanStatistics;
}

export interface Match extends PairReference {
  readonly plannedStart: IsoDate;
  /** From this level on (1 = first), every optimal plan holds this match; null: it was a free choice between equals. */
  readonly decidedAtLevel: number | null;
}

export interface LevelResult {
  /** 1 = highest. */
  readonly level: number;
  readonly objectiveId: string;
  readonly epsilon: number;
  /** What the plan reaches; an integer. */
  readonly value: number;
  /** No plan that keeps the levels above can reach more; an integer. */
  readonly bound: number;
  readonly proven: boolean;
  readonly method: ProofMethod;
}

/**
 * How the bound was found: an LP whose bound the value reaches, or a search: the tree of an engine, or all states of each wijk at
 * prices on the rows between them.
 */
export type ProofMethod = 'lp-bound' | 'branch-and-bound' | 'not-proven';

export interface PlanStatistics {
  readonly households: number;
  readonly units: number;
  readonly freePlaces: number;
  readonly eligiblePairs: number;
  readonly rows: number;
  readonly components: number;
}
