import {
  boundOf,
  narrowTo,
  settle,
  wholeBoundOf,
  withColumn,
  withExactRow,
  type ExactBound,
  type ExactProgramme,
  type Multipliers,
} from './exact-programme';
import type { ProofNode, ReceiptMultipliers } from './receipt-file';

export interface LevelBound {
  /** No plan of this part has more; null: nothing was proven. */
  readonly bound: bigint | null;
  /** The bound of the first multipliers, from which the next level starts. */
  readonly first: ExactBound | null;
}

/**
 * The most that any plan of this programme can be worth, as far as the tree proves it. Plans worth no more than `reached` are
 * of no interest: a branch in which nothing better is left is closed.
 */
export function proveLevel(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  nodes: readonly ProofNode[],
  reached: bigint,
): LevelBound {
  const firstOf = nodes[0]?.multipliers[0];
  const first = firstOf === undefined ? null : boundOf(programme, worth, multipliersOf(firstOf));
  let at = 0;
  // In preorder: a split puts its upper half on the pile first, so that the lower half is next.
  const open: (ExactProgramme | null)[] = [programme];
  let bound: bigint | null = reached;
  while (open.length > 0) {
    const node = nodes[at++]!;
    const { best, rest } = judge(open.pop()!, worth, node, reached);
    if (node.split !== undefined) {
      const [below, above] = rest === null ? [null, null] : halves(rest, node.split);
      open.push(above, below);
    } else if (best === null || bound === null) bound = null;
    else if (best > bound) bound = best;
  }
  const whole = first === null ? null : wholeBoundOf(first);
  return { bound: whole !== null && (bound === null || whole < bound) ? whole : bound, first };
}

export function multipliersOf({ scale, rows }: ReceiptMultipliers): Multipliers {
  return { scale: BigInt(scale), ofRow: new Map(rows.map(([row, multiplier]) => [row, BigInt(multiplier)])) };
}

/**
 * What is left for the levels below: plans worth at least `kept` on this level, numbered `row` in the receipt. Null: the
 * receipt contradicts itself, so nothing below is proven.
 */
export function keepLevel(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  { bound, first }: LevelBound,
  { kept, row }: { readonly kept: bigint; readonly row: number },
): ExactProgramme | null {
  const terms = new Map([...worth].filter(([column, each]) => each !== 0n && programme.columns.has(column)));
  const narrowed = first === null ? programme : narrowTo(programme, first, kept);
  return narrowed && settle(withExactRow(narrowed, row, { lower: kept, upper: bound, terms }));
}

/** What one node proves of its branch, and what is left of the branch for a better plan; null: nothing. */
function judge(
  branch: ExactProgramme | null,
  worth: ReadonlyMap<number, bigint>,
  { multipliers }: ProofNode,
  reached: bigint,
): { best: bigint | null; rest: ExactProgramme | null } {
  let rest = branch;
  let best: bigint | null = null;
  for (const each of multipliers) {
    if (rest === null) break;
    const bound = boundOf(rest, worth, multipliersOf(each));
    if (bound === null) continue;
    const whole = wholeBoundOf(bound);
    if (best === null || whole < best) best = whole;
    rest = narrowTo(rest, bound, reached + 1n);
  }
  return { best: rest === null ? reached : best, rest };
}

/** The branch with the column at most `at`, and with more; null where that cannot be. */
export function halves(branch: ExactProgramme, [column, at]: readonly [number, number]) {
  const { lower, upper } = branch.columns.get(column)!;
  const middle = BigInt(at);
  const below = middle < lower ? null : withColumn(branch, column, { lower, upper: middle < upper ? middle : upper });
  const above =
    middle >= upper ? null : withColumn(branch, column, { lower: middle < lower ? lower : middle + 1n, upper });
  return [below && settle(below), above && settle(above)] as const;
}
