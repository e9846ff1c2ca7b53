import type { Milp } from './milp';

/** Multipliers tried on a row, as fractions. */
const FRACTIONS: readonly (readonly [numerator: number, denominator: number])[] = [
  [1, 2],
  [1, 3],
  [2, 3],
  [1, 4],
  [3, 4],
  [1, 5],
  [2, 5],
  [3, 5],
  [4, 5],
];

/** Where an added row comes from: numerator/denominator times a row of the programme, rounded down. */
export interface Derivation {
  readonly row: number;
  readonly numerator: number;
  readonly denominator: number;
}

interface WeighedRow {
  readonly row: number;
  readonly columns: number[];
  readonly weights: number[];
  readonly upper: number;
}

/**
 * Adds rows that every whole solution keeps and many a fractional one breaks, so that the relaxation lies closer to the best
 * plan (Chvátal-Gomory): where `Σ w·x ≤ Q` holds for whole x of at least 0, so does `Σ ⌊u·w⌋·x ≤ ⌊u·Q⌋` for any u of at least
 * 0. Worth it only on rows whose weights differ, such as draaglast and hours of guidance, and where u·Q is not whole.
 */
export function tighten(milp: Milp): Milp {
  const added = weighedRows(milp).flatMap(cutsOf);
  if (added.length === 0) return milp;
  const termsOf: { row: number; weight: number }[][] = Array.from({ length: milp.columns }, () => []);
  added.forEach(({ columns, weights }, place) =>
    columns.forEach((column, term) => termsOf[column]!.push({ row: milp.rows + place, weight: weights[term]! })),
  );
  const starts = new Int32Array(milp.columns + 1);
  const rowIndices: number[] = [];
  const values: number[] = [];
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      rowIndices.push(milp.rowIndices[entry]!);
      values.push(milp.values[entry]!);
    }
    for (const { row, weight } of termsOf[column]!) {
      rowIndices.push(row);
      values.push(weight);
    }
    starts[column + 1] = rowIndices.length;
  }
  return {
    ...milp,
    rows: milp.rows + added.length,
    rowLower: Float64Array.from([...milp.rowLower, ...added.map(() => -Infinity)]),
    rowUpper: Float64Array.from([...milp.rowUpper, ...added.map(({ upper }) => upper)]),
    starts,
    rowIndices: Int32Array.from(rowIndices),
    values: Float64Array.from(values),
  };
}

/** Where each row that `tighten` adds comes from, in the same order. */
export function derivations(milp: Milp): readonly Derivation[] {
  return weighedRows(milp)
    .flatMap(cutsOf)
    .map(({ row, numerator, denominator }) => ({ row, numerator, denominator }));
}

/** Rows with an upper side only, positive weights that differ, on columns of at least 0. */
function weighedRows(milp: Milp): WeighedRow[] {
  const first = new Float64Array(milp.rows);
  const differs = new Uint8Array(milp.rows);
  const fits = Uint8Array.from(milp.rowUpper, (upper, row) =>
    Number.isFinite(upper) && milp.rowLower[row] === -Infinity ? 1 : 0,
  );
  const visit = (see: (row: number, weight: number, column: number) => void) => {
    for (let column = 0; column < milp.columns; column++) {
      for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
        see(milp.rowIndices[entry]!, milp.values[entry]!, column);
      }
    }
  };
  visit((row, weight, column) => {
    if (weight <= 0 || milp.columnLower[column]! < 0) fits[row] = 0;
    if (first[row] === 0) first[row] = weight;
    else if (first[row] !== weight) differs[row] = 1;
  });
  const found = new Map<number, WeighedRow>();
  for (let row = 0; row < milp.rows; row++) {
    if (fits[row] === 1 && differs[row] === 1)
      found.set(row, { row, columns: [], weights: [], upper: milp.rowUpper[row]! });
  }
  visit((row, weight, column) => {
    const weighed = found.get(row);
    weighed?.columns.push(column);
    weighed?.weights.push(weight);
  });
  return [...found.values()];
}

function cutsOf({ row, columns, weights, upper }: WeighedRow): (WeighedRow & Derivation)[] {
  return FRACTIONS.flatMap(([numerator, denominator]) => {
    if ((numerator * upper) % denominator === 0) return [];
    const floors = weights.map((weight) => Math.floor((numerator * weight) / denominator));
    const kept = floors.flatMap((weight, term) => (weight > 0 ? [term] : []));
    if (kept.length === 0) return [];
    return [
      {
        row,
        numerator,
        denominator,
        columns: kept.map((term) => columns[term]!),
        weights: kept.map((term) => floors[term]!),
        upper: Math.floor((numerator * upper) / denominator),
      },
    ];
  });
}
