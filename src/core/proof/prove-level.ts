import {
  boundOf,
  narrowTo,
  settle,
  wholeBoundOf,
  withColumn,
  withExactRows,
  type ExactBound,
  type ExactProgramme,
  type Multipliers,
} from './exact-programme';
import { learntRow } from './learnt-row';
import type { LearntRow, PartProof, ProofNode, ReceiptMultipliers } from './receipt-file';

export interface LevelBound {
  /** No plan of this part has more; null: nothing was proven. */
  readonly bound: bigint | null;
  /** The bound of the first multipliers of the tree, from which the next level starts. */
  readonly first: ExactBound | null;
  /** What the rounds leave of the programme, with the rows they learn. */
  readonly rest: ExactProgramme;
}

/** What a plan is worth on a level, what the levels below must keep of that, and the number of the next row that is learnt. */
export interface Reached {
  readonly reached: bigint;
  readonly kept: bigint;
  readonly nextRow: number;
}

/**
 * The most that any plan of this programme can be worth, as far as rounds and tree prove it. Plans worth no more than `reached`
 * are of no interest: a branch in which nothing better is left is closed. Null: the receipt contradicts itself.
 */
export function proveLevel(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  { rounds = [], nodes }: PartProof,
  { reached, kept, nextRow }: Reached,
): LevelBound | null {
  let rest = programme;
  let lowest: bigint | null = null;
  let number = nextRow;
  for (const { multipliers, learnt } of rounds) {
    const bound = boundOf(rest, worth, multipliersOf(multipliers));
    if (bound !== null) lowest = lower(lowest, wholeBoundOf(bound));
    const next = learn(bound === null ? rest : narrowTo(rest, bound, kept), learnt, number);
    if (next === null) return null;
    rest = next;
    number += learnt.length;
  }
  const firstOf = nodes[0]?.multipliers[0];
  const first = firstOf === undefined ? null : boundOf(rest, worth, multipliersOf(firstOf));
  if (first !== null) lowest = lower(lowest, wholeBoundOf(first));
  const ofTree = boundOfTree(rest, worth, nodes, reached);
  return { bound: ofTree === null ? lowest : lower(lowest, ofTree), first, rest };
}

/** What is left with the rows that are learnt from it; one that does not follow is passed over. */
export function learn(
  programme: ExactProgramme | null,
  learnt: readonly LearntRow[],
  nextRow: number,
): ExactProgramme | null {
  if (programme === null || learnt.length === 0) return programme;
  const rows = learnt.flatMap((each, place) => {
    const row = learntRow(programme, multipliersOf(each), new Set(each.fromUpper));
    return row === null ? [] : [[nextRow + place, row] as const];
  });
  return settle(withExactRows(programme, new Map(rows)));
}

function boundOfTree(
  programme: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  nodes: readonly ProofNode[],
  reached: bigint,
): bigint | null {
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
  return bound;
}

const lower = (a: bigint | null, b: bigint) => (a === null || b < a ? b : a);

export function multipliersOf({ scale, rows }: ReceiptMultipliers): Multipliers {
  return { scale: BigInt(scale), ofRow: new Map(rows.map(([row, multiplier]) => [row, BigInt(multiplier)])) };
}

/**
 * What is left for the levels below: plans worth at least `kept` on this level, numbered `row` in the receipt. Null: the
 * receipt contradicts itself, so nothing below is proven.
 */
export function keepLevel(
  worth: ReadonlyMap<number, bigint>,
  { bound, first, rest }: LevelBound,
  { kept, row }: { readonly kept: bigint; readonly row: number },
): ExactProgramme | null {
  const terms = new Map([...worth].filter(([column, each]) => each !== 0n && rest.columns.has(column)));
  const narrowed = first === null ? rest : narrowTo(rest, first, kept);
  return narrowed && settle(withExactRows(narrowed, new Map([[row, { lower: kept, upper: bound, terms }]])));
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
