import {
  boundOf,
  narrowTo,
  wholeBoundOf,
  type ExactBound,
  type ExactProgramme,
  type Multipliers,
} from '../proof/exact-programme';
import { halves } from '../proof/prove-level';
import type { ProofNode, ReceiptMultipliers, Whole } from '../proof/receipt-file';
import { valueOf } from '../proof/receipt-values';
import { receiptFrom } from '../proof/receipt';
import type { Engine } from './engine';
import { exactToMilp, type EnginePart } from './exact-to-milp';
import { infeasibilityDuals } from './infeasibility-duals';

export interface ProofSearch {
  /** Null: only what needs no engine is proven. */
  readonly relaxation: Engine | null;
  readonly secondsLeft: () => number;
}

type Worth = ReadonlyMap<number, bigint>;

/** How many branches a tree may have before it is given up. */
const MOST_NODES = 400;
/** How often a branch is narrowed by its own multipliers before it is split. */
const MOST_ROUNDS = 4;
/** Scales tried where the simple fractions do not reach the value. */
const FINER_SCALES = [10_000_000, 1_000_000_000];
const WHOLE_TOLERANCE = 1e-6;
const NONE: Multipliers = { scale: 1n, ofRow: new Map() };

/**
 * Multipliers, and where those do not suffice a tree of them, that prove that no plan of this programme is worth more than
 * `reached`. Where the tree becomes too large, only its first node comes back: a bound, but no proof.
 */
export async function findProof(
  programme: ExactProgramme,
  worth: Worth,
  reached: bigint,
  search: ProofSearch,
): Promise<readonly ProofNode[]> {
  const nodes: ProofNode[] = [];
  const open: (ExactProgramme | null)[] = [programme];
  while (open.length > 0) {
    const { multipliers, rest, isBeaten, fractional } = await closeIn(open.pop()!, worth, reached, search);
    if (rest === null) {
      nodes.push({ multipliers });
    } else if (
      fractional === null ||
      isBeaten ||
      nodes.length + open.length >= MOST_NODES ||
      search.secondsLeft() <= 0
    ) {
      return [{ multipliers: nodes[0]?.multipliers ?? multipliers }];
    } else {
      nodes.push({ multipliers, split: fractional });
      const [below, above] = halves(rest, fractional);
      open.push(above, below);
    }
  }
  return nodes;
}

interface Branch {
  readonly multipliers: readonly ReceiptMultipliers[];
  /** Null: nothing better is left. */
  readonly rest: ExactProgramme | null;
  readonly fractional: readonly [column: number, at: number] | null;
  /** There is a better plan, so there is nothing to prove. */
  readonly isBeaten?: boolean;
}

async function closeIn(
  branch: ExactProgramme | null,
  worth: Worth,
  reached: bigint,
  { relaxation, secondsLeft }: ProofSearch,
): Promise<Branch> {
  const multipliers: ReceiptMultipliers[] = [];
  let rest = branch;
  let fractional: Branch['fractional'] = null;
  for (let round = 0; rest !== null && round < MOST_ROUNDS; round++) {
    const simple = boundOf(rest, worth, NONE)!;
    let bound: ExactBound | null = wholeBoundOf(simple) <= reached ? simple : null;
    fractional = null;
    if (bound === null && relaxation !== null && secondsLeft() > 0) {
      const part = exactToMilp(rest, worth);
      const limits = { timeLimitSeconds: secondsLeft() };
      const answer = await relaxation.solveRelaxation(part.milp, limits);
      if (answer.status === 'infeasible') {
        const duals = await infeasibilityDuals(part.milp, relaxation, limits);
        bound = duals && impossibility(rest, worth, reached, multipliersFrom(part, duals)[0]!);
      } else if (answer.rowDuals !== undefined) {
        bound = bestBound(rest, worth, reached, multipliersFrom(part, answer.rowDuals));
        fractional = mostFractional(part, answer.columnValues);
        if (fractional === null && isBetter(rest, worth, reached, part, answer.columnValues)) {
          return {
            multipliers: [...multipliers, written((bound ?? simple).multipliers)],
            rest,
            isBeaten: true,
            fractional,
          };
        }
      }
    }
    bound ??= simple;
    multipliers.push(written(bound.multipliers));
    const narrowed = narrowTo(rest, bound, reached + 1n);
    const gained = narrowed === null || freeColumns(narrowed) < freeColumns(rest);
    rest = narrowed;
    if (!gained) break;
  }
  const sides = fractional && rest?.columns.get(fractional[0]);
  // A split must leave less on both sides.
  if (!fractional || !sides || sides.lower > BigInt(fractional[1]) || sides.upper <= BigInt(fractional[1])) {
    fractional = rest && anyFree(rest);
  }
  return { multipliers, rest, fractional };
}

/** Multipliers from duals: small fractions where those fit, and finer ones. */
export function multipliersFrom({ milp, rows }: EnginePart, duals: Float64Array): Multipliers[] {
  const simple = receiptFrom(milp, duals);
  const numbered = (each: (place: number) => bigint) =>
    new Map(rows.map((row, place) => [row, each(place)] as const).filter(([, multiplier]) => multiplier !== 0n));
  const finer = FINER_SCALES.map((scale) => ({
    scale: BigInt(scale),
    ofRow: numbered((place) => {
      const dual = duals[place]!;
      const side = dual > 0 ? milp.rowUpper[place]! : milp.rowLower[place]!;
      return Number.isFinite(side) && Number.isFinite(dual) ? BigInt(Math.round(dual * scale)) : 0n;
    }),
  }));
  if (simple === null) return finer;
  return [{ scale: simple.scale, ofRow: numbered((place) => simple.multipliers[place]!) }, ...finer];
}

/** The first bound that closes the branch, else the lowest. */
export function bestBound(
  rest: ExactProgramme,
  worth: Worth,
  reached: bigint,
  all: readonly Multipliers[],
): ExactBound | null {
  let best: ExactBound | null = null;
  for (const multipliers of all) {
    const bound = boundOf(rest, worth, multipliers);
    if (bound === null) continue;
    if (wholeBoundOf(bound) <= reached) return bound;
    if (best === null || wholeBoundOf(bound) < wholeBoundOf(best)) best = bound;
  }
  return best;
}

/**
 * Multipliers that give a bound below 0 on a level on which everything is worth 0 show that no plan is left; times enough
 * they bring the bound of any level below any value.
 */
function impossibility(rest: ExactProgramme, worth: Worth, reached: bigint, ray: Multipliers): ExactBound | null {
  const nothing = boundOf(rest, new Map(), ray);
  if (nothing === null || nothing.scaledBound >= 0n) return null;
  const most = wholeBoundOf(boundOf(rest, worth, NONE)!);
  const times = (most > reached ? most - reached + 1n : 1n) * ray.scale;
  const ofRow = new Map([...ray.ofRow].map(([row, multiplier]) => [row, multiplier * times]));
  return boundOf(rest, worth, { scale: ray.scale, ofRow });
}

function mostFractional({ columns }: EnginePart, values: Float64Array | undefined): Branch['fractional'] {
  let [found, distance] = [null as Branch['fractional'], WHOLE_TOLERANCE];
  values?.forEach((value, place) => {
    const away = Math.abs(value - Math.round(value));
    if (away > distance) [found, distance] = [[columns[place]!, Math.floor(value)], away];
  });
  return found;
}

/** Whether a whole answer of the relaxation is worth more than the plan. */
function isBetter(
  rest: ExactProgramme,
  worth: Worth,
  reached: bigint,
  { columns }: EnginePart,
  answer: Float64Array | undefined,
): boolean {
  if (answer === undefined) return false;
  const values = new Map([...rest.columns].map(([column, { lower }]) => [column, lower]));
  columns.forEach((column, place) => values.set(column, BigInt(Math.round(answer[place]!))));
  return valueOf(rest.columns.keys(), worth, values) > reached;
}

function anyFree({ columns }: ExactProgramme): Branch['fractional'] {
  for (const [column, { lower, upper }] of columns) if (lower < upper) return [column, Number(lower)];
  return null;
}

function freeColumns({ columns }: ExactProgramme): number {
  let count = 0;
  for (const { lower, upper } of columns.values()) if (lower < upper) count++;
  return count;
}

/** As a receipt has them. */
export function written({ scale, ofRow }: Multipliers): ReceiptMultipliers {
  return { scale: whole(scale), rows: [...ofRow].map(([row, multiplier]) => [row, whole(multiplier)] as const) };
}

function whole(value: bigint): Whole {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
