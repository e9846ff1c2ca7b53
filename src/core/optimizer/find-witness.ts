import type { ExactProgramme } from '../proof/exact-programme';
import type { ReceiptColumn } from '../proof/receipt-file';
import { valueOf } from '../proof/receipt-values';
import type { Engine } from './engine';
import { exactToMilp } from './exact-to-milp';

export interface Witness {
  readonly value: bigint;
  /** The pairs that the plan has. */
  pairsOf(columns: readonly ReceiptColumn[]): readonly number[];
}

/** A plan of this part that is worth more on one level than `planned`; null where the engine finds none. */
export async function findWitness(
  face: ExactProgramme,
  worth: ReadonlyMap<number, bigint>,
  planned: bigint,
  engine: Engine,
  timeLimitSeconds: number,
): Promise<Witness | null> {
  const { milp, columns } = exactToMilp(face, worth);
  const { columnValues } = await engine.solveWhole(milp, { timeLimitSeconds });
  if (columnValues === undefined) return null;
  const values = new Map([...face.columns].map(([column, { lower }]) => [column, lower]));
  columns.forEach((column, place) => values.set(column, BigInt(Math.round(columnValues[place]!))));
  const value = valueOf(face.columns.keys(), worth, values);
  if (value <= planned) return null;
  const pairsOf = (all: readonly ReceiptColumn[]) =>
    [...values].flatMap(([column, each]) => (each === 1n && all[column]!.pair !== undefined ? [column] : []));
  return { value, pairsOf };
}
