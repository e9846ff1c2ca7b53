/**
 * A linear programme in integers, to maximise: columns with bounds, rows with bounds, matrix by column (CSC). Columns and
 * rows have no names: engines know them by place only, so no name can clash with a word that an engine reserves.
 */
export interface Milp {
  readonly columns: number;
  readonly rows: number;
  /** Integer coefficients, one a column. */
  readonly objective: Float64Array;
  readonly columnLower: Float64Array;
  readonly columnUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** CSC: `starts` has columns + 1 entries. */
  readonly starts: Int32Array;
  readonly rowIndices: Int32Array;
  readonly values: Float64Array;
}
