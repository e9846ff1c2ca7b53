import type { Engine, EngineLimits } from './engine';
import type { Milp } from './milp';

/**
 * Multipliers that show why a relaxation has no solution (Farkas). Every row may be broken at a price of 1 a point; the duals
 * of the cheapest way to do so are such multipliers. Null where the engine gives none.
 */
export async function infeasibilityDuals(
  milp: Milp,
  relaxation: Engine,
  limits: EngineLimits,
): Promise<Float64Array | null> {
  const { columns, rows, starts } = milp;
  const signs = [1, -1];
  const extra = signs.length * rows;
  const grow = (from: Float64Array, value: number) => {
    const grown = new Float64Array(columns + extra).fill(value);
    grown.set(from);
    return grown;
  };
  const nonzeros = starts[columns]!;
  const rowIndices = new Int32Array(nonzeros + extra);
  const values = new Float64Array(nonzeros + extra);
  rowIndices.set(milp.rowIndices);
  values.set(milp.values);
  signs.forEach((sign, at) => {
    for (let row = 0; row < rows; row++) {
      rowIndices[nonzeros + at * rows + row] = row;
      values[nonzeros + at * rows + row] = sign;
    }
  });
  const answer = await relaxation.solveRelaxation(
    {
      ...milp,
      columns: columns + extra,
      objective: grow(new Float64Array(columns), -1),
      columnLower: grow(milp.columnLower, 0),
      columnUpper: grow(milp.columnUpper, Infinity),
      starts: Int32Array.from({ length: columns + extra + 1 }, (_, at) =>
        at <= columns ? starts[at]! : nonzeros + at - columns,
      ),
      rowIndices,
      values,
    },
    limits,
  );
  return answer.rowDuals ?? null;
}
