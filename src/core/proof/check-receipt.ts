import { settle, type ExactProgramme } from './exact-programme';
import { keepLevel, proveLevel } from './prove-level';
import { learntOf, readReceipt, rowOfLevel, type ReceiptFault } from './read-receipt';
import { keepsAll, receiptValues, valueOf, valuesOf, type ColumnValues } from './receipt-values';
import type { ReceiptFile, ReceiptLevel } from './receipt-file';

/**
 * `arithmetic`: this checker proved it. `search-only`: the search says so, and this checker could not prove it.
 * `not-proven`: nobody says so.
 */
export type LevelOutcome = 'arithmetic' | 'search-only' | 'not-proven';

export interface LevelCheck {
  readonly level: number;
  readonly objectiveId: string;
  readonly epsilon: number;
  readonly value: number;
  /** No plan that keeps the levels above has more: by arithmetic alone, whatever the receipt claims. Null: no bound. */
  readonly bound: bigint | null;
  readonly outcome: LevelOutcome;
  /** How many sets of multipliers were used. */
  readonly steps: number;
}

export interface ReceiptCheck {
  /** What is false in the receipt. With any fault, no level counts as proven. */
  readonly faults: readonly ReceiptFault[];
  readonly levels: readonly LevelCheck[];
}

/**
 * Checks a receipt and believes nothing in it: makes the rows that were learnt again, checks that the plan keeps every row and reaches
 * every value, and proves each level's bound with the multipliers alone, on what the levels above leave. It trusts only that
 * the programme is that of the problem; `woonplek receipt` builds the programme again to compare it.
 */
export function checkReceipt(file: ReceiptFile): ReceiptCheck {
  const read = readReceipt(file);
  if ('faults' in read) return { faults: read.faults, levels: [] };
  const values = receiptValues(file);
  if ('faults' in values) return { faults: values.faults, levels: [] };
  const faults = [...rowsBroken(file, values), ...levelsWrong(file, values)];
  if (faults.length > 0) return { faults, levels: [] };

  let faces: readonly (ExactProgramme | null)[] = read.parts.map(settle);
  let provenSoFar = true;
  let nextRow = rowOfLevel(file, file.levels.length);
  const levels = file.levels.map((level, place): LevelCheck => {
    const worth = new Map(level.worth.map(([column, each]) => [column, BigInt(each)]));
    let bound: bigint | null = BigInt(level.constant);
    faces = faces.map((face, part) => {
      const proof = level.proofs[part]!;
      const own = face === null ? [] : [...face.columns.keys()];
      let reached = valueOf(own, worth, values);
      const witness = proof.witness && valuesOf(file, proof.witness);
      if (witness && face && keepsAll(face, witness)) {
        const better = valueOf(own, worth, witness);
        if (better > reached) reached = better;
      }
      // Later levels may choose among all plans that keep this one, less the room that the policy gives.
      const kept = reached - BigInt(level.epsilon);
      const proven = face && proveLevel(face, worth, proof, { reached, kept, nextRow });
      nextRow += learntOf(proof);
      bound = bound === null || !proven || proven.bound === null ? null : bound + proven.bound;
      return proven && keepLevel(worth, proven, { kept, row: rowOfLevel(file, place) });
    });
    const best = BigInt(level.value) + BigInt(level.epsilon);
    provenSoFar &&= bound !== null && bound <= best;
    return {
      level: level.level,
      objectiveId: level.objectiveId,
      epsilon: level.epsilon,
      value: level.value,
      bound,
      outcome: provenSoFar ? 'arithmetic' : level.proven ? 'search-only' : 'not-proven',
      steps: stepsOf(level),
    };
  });
  return { faults: [], levels };
}

function rowsBroken({ columns, rows }: ReceiptFile, values: ColumnValues): ReceiptFault[] {
  const faults: ReceiptFault[] = [];
  const test = (path: string, value: bigint, lower: number | undefined, upper: number | undefined) => {
    if ((lower === undefined || value >= BigInt(lower)) && (upper === undefined || value <= BigInt(upper))) return;
    const expected = `van ${lower ?? 'onbeperkt'} tot en met ${upper ?? 'onbeperkt'} in dit plan`;
    faults.push({ path, value: Number(value), expected });
  };
  columns.forEach(({ lower = 0, upper = 1 }, place) => test(`columns/${place}`, values.get(place)!, lower, upper));
  rows.forEach(({ lower, upper, columns: terms, weights }, place) => {
    const sum = terms.reduce((total, column, term) => total + BigInt(weights?.[term] ?? 1) * values.get(column)!, 0n);
    test(`rows/${place}`, sum, lower, upper);
  });
  return faults;
}

function levelsWrong({ levels }: ReceiptFile, values: ColumnValues): ReceiptFault[] {
  return levels.flatMap(({ constant, worth, value, bound, epsilon, proven, method }, place) => {
    const path = `levels/${place}`;
    const reached = worth.reduce((sum, [column, each]) => sum + BigInt(each) * values.get(column)!, BigInt(constant));
    const faults: ReceiptFault[] = [];
    if (reached !== BigInt(value))
      faults.push({ path: `${path}/value`, value, expected: `${reached}, zoals het plan haalt` });
    if (bound < value) faults.push({ path: `${path}/bound`, value: bound, expected: `minstens ${value}` });
    if (proven && bound > value + epsilon)
      faults.push({
        path: `${path}/proven`,
        value: proven,
        expected: `false: de grens is meer dan ${value + epsilon}`,
      });
    if (proven === (method === 'not-proven'))
      faults.push({ path: `${path}/method`, value: method, expected: proven ? 'een bewijs' : 'not-proven' });
    return faults;
  });
}

function stepsOf({ proofs }: ReceiptLevel): number {
  return proofs.reduce(
    (sum, { rounds = [], nodes }) =>
      sum + rounds.length + nodes.reduce((each, { multipliers }) => each + multipliers.length, 0),
    0,
  );
}
