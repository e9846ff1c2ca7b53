const TOLERANCE = 1e-9;

export interface LinearSolution {
  readonly values: readonly number[];
  /** One a limit, at least 0. */
  readonly duals: readonly number[];
}

/**
 * Maximises worth·x for x of at least 0 under weights·x ≤ limit, by the simplex method in two phases with Bland's rule. Plain
 * and small: for programmes of a few columns in tests.
 */
export function linearProgramme(
  worth: readonly number[],
  weights: readonly (readonly number[])[],
  limits: readonly number[],
): LinearSolution | 'infeasible' | 'unbounded' {
  const [columns, rows] = [worth.length, limits.length];
  // Columns of the table: x, one slack a limit, the extra one of the first phase, the right side.
  const extra = columns + rows;
  const right = extra + 1;
  const table = weights.map((row, at) => [...row, ...limits.map((_, slack) => Number(slack === at)), -1, limits[at]!]);
  const basis = limits.map((_, at) => columns + at);

  const pivot = (objective: number[], row: number, column: number) => {
    const own = table[row]!;
    const by = own[column]!;
    own.forEach((value, at) => (own[at] = value / by));
    for (const other of [...table, objective]) {
      const times = other[column]!;
      if (other !== own && times !== 0) own.forEach((value, at) => (other[at]! -= times * value));
    }
    basis[row] = column;
  };
  const maximise = (objective: number[], last: number): boolean => {
    for (;;) {
      const column = objective.findIndex((value, at) => at < last && value > TOLERANCE);
      if (column === -1) return true;
      let [leaving, least] = [-1, Infinity];
      table.forEach((row, at) => {
        if (row[column]! <= TOLERANCE) return;
        const ratio = row[right]! / row[column]!;
        const isTie = Math.abs(ratio - least) <= TOLERANCE && basis[at]! < basis[leaving]!;
        if (ratio < least - TOLERANCE || isTie) [leaving, least] = [at, ratio];
      });
      if (leaving === -1) return false;
      pivot(objective, leaving, column);
    }
  };

  const lowest = limits.indexOf(Math.min(...limits));
  if (rows > 0 && limits[lowest]! < 0) {
    const lacking = [...table[0]!.map(() => 0)].with(extra, -1);
    pivot(lacking, lowest, extra);
    maximise(lacking, extra + 1);
    if (lacking[right]! > TOLERANCE) return 'infeasible';
    const left = basis.indexOf(extra);
    if (left !== -1) {
      pivot(
        lacking,
        left,
        table[left]!.findIndex((value, at) => at < extra && Math.abs(value) > TOLERANCE),
      );
    }
  }
  const objective = [...worth, ...limits.map(() => 0), 0, 0];
  basis.forEach((column, row) => {
    const times = objective[column]!;
    if (times !== 0) table[row]!.forEach((value, at) => (objective[at]! -= times * value));
  });
  if (!maximise(objective, extra)) return 'unbounded';
  const values = worth.map((_, column) => {
    const row = basis.indexOf(column);
    return row === -1 ? 0 : table[row]![right]!;
  });
  return { values, duals: limits.map((_, at) => 0 - objective[columns + at]!) };
}
