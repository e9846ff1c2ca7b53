import type { Milp } from '../milp';

interface Term {
  readonly column: number;
  readonly entry: number;
}

/**
 * Takes out of every row the weight that is sure. Where exactly n columns of a set must be chosen, and each weighs at least w in
 * another row, that row holds n·w already: what is left to keep is what its columns weigh more. Whole plans and fractional ones
 * stay the same, but what follows for whole ones can be seen now: a column whose rest does not fit cannot be.
 *
 * For programmes with weights of at least 0 and columns from 0. Columns and rows stay in their places.
 */
export function withoutSure(milp: Milp): Milp {
  const values = milp.values.slice();
  const rowUpper = milp.rowUpper.slice();
  const termsOf = openTerms(milp);
  for (let row = 0; row < milp.rows; row++) {
    const terms = termsOf[row]!;
    if (milp.rowLower[row] !== milp.rowUpper[row] || terms.some(({ entry }) => values[entry] !== 1)) continue;
    for (const [other, entries] of entriesInOthers(milp, row, terms)) {
      if (entries.length !== terms.length || milp.rowLower[other]! > -Infinity) continue;
      const sure = entries.reduce((least, entry) => Math.min(least, values[entry]!), Infinity);
      rowUpper[other]! -= sure * milp.rowUpper[row]!;
      for (const entry of entries) values[entry]! -= sure;
    }
  }
  return withoutZeros({ ...milp, rowUpper, values });
}

/** The terms of each row whose column can still be chosen. */
function openTerms({ rows, columns, starts, rowIndices, columnUpper }: Milp): Term[][] {
  const terms: Term[][] = Array.from({ length: rows }, () => []);
  for (let column = 0; column < columns; column++) {
    if (columnUpper[column] === 0) continue;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      terms[rowIndices[entry]!]!.push({ column, entry });
    }
  }
  return terms;
}

function entriesInOthers({ starts, rowIndices }: Milp, row: number, terms: readonly Term[]): Map<number, number[]> {
  const entries = new Map<number, number[]>();
  for (const { column } of terms) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const other = rowIndices[entry]!;
      if (other === row) continue;
      const known = entries.get(other);
      if (known === undefined) entries.set(other, [entry]);
      else known.push(entry);
    }
  }
  return entries;
}

function withoutZeros(milp: Milp): Milp {
  const starts = new Int32Array(milp.columns + 1);
  const rowIndices = new Int32Array(milp.rowIndices.length);
  const values = new Float64Array(milp.values.length);
  let count = 0;
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      if (milp.values[entry] === 0) continue;
      rowIndices[count] = milp.rowIndices[entry]!;
      values[count++] = milp.values[entry]!;
    }
    starts[column + 1] = count;
  }
  return { ...milp, starts, rowIndices: rowIndices.slice(0, count), values: values.slice(0, count) };
}
