import type { Pairs } from '../matching/pair-list';
import { pairKey, type ProblemIndex } from '../matching/problem-index';
import { policyRules } from '../rules/policy-rules';
import type { Pairing, QuotaRow, Sha256 } from '../rules/rule';
import { collectRows, type DraftRow } from './collect-rows';
import type { Milp } from './milp';

/** The linear programme of one problem. Column p is pair p; behind them comes one column of shortage for each soft row. */
export interface AllocationModel {
  readonly pairs: Pairs;
  /** Its objective is zero: the levels bring their own. */
  readonly milp: Milp;
  readonly rowSources: readonly RowSource[];
  readonly levels: readonly ModelLevel[];
}

/** Which rule asks for a row; null for the two that always hold: one home a household, no more households than places. */
export interface RowSource {
  readonly ruleId: string | null;
  readonly row: QuotaRow;
}

export interface ModelLevel {
  readonly objectiveId: string;
  readonly epsilon: number;
  /** Whole numbers, one a column. */
  readonly coefficients: Float64Array;
  /** What counts on this level whatever the plan: the shortage of soft rows in which no pair counts. */
  readonly constant: number;
}

/**
 * Builds the model. Columns are sorted by household and unit id and rows by rule and row id, so that the order of the input
 * changes nothing. Rows that can never bind are left out. Every pin must be among the candidates (see `checkPinnedPairs`).
 */
export function buildMilp(index: ProblemIndex, candidates: Pairs, sha256: Sha256): AllocationModel {
  const pairs = isSorted(candidates) ? candidates : [...candidates].sort(byStableIds);
  const { rows, fixedShortage } = collectRows(index, pairs);
  const columnsOfSlack = rows.filter((row) => row.slackUpper > 0);
  const columns = pairs.length + columnsOfSlack.length;
  const { columnLower, columnUpper } = columnBounds(index, pairs, columnsOfSlack);
  return {
    pairs,
    milp: {
      columns,
      rows: rows.length,
      objective: new Float64Array(columns),
      columnLower,
      columnUpper,
      rowLower: Float64Array.from(rows, (row) => row.lower),
      rowUpper: Float64Array.from(rows, (row) => row.upper),
      ...compress(rows, columns, pairs.length),
    },
    rowSources: rows.map(({ ruleId, row }) => ({ ruleId, row })),
    levels: buildLevels(index, pairs, columnsOfSlack.length, fixedShortage, sha256),
  };
}

function isSorted(pairs: Pairs): boolean {
  for (let column = 1; column < pairs.length; column++) {
    if (byStableIds(pairs.at(column - 1)!, pairs.at(column)!) > 0) return false;
  }
  return true;
}

function byStableIds(a: Pairing, b: Pairing): number {
  return compareText(a.household.id, b.household.id) || compareText(a.unit.id, b.unit.id);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function columnBounds(index: ProblemIndex, pairs: Pairs, slackRows: readonly DraftRow[]) {
  const columns = pairs.length + slackRows.length;
  const columnLower = new Float64Array(columns);
  const columnUpper = new Float64Array(columns).fill(1);
  slackRows.forEach((row, place) => (columnUpper[pairs.length + place] = row.slackUpper));
  let column = 0;
  for (const { household, unit } of pairs) {
    if (index.pins.has(pairKey(household.id, unit.id))) columnLower[column] = 1;
    column++;
  }
  return { columnLower, columnUpper };
}

/** Rows with their terms by row become the matrix by column. */
function compress(rows: readonly DraftRow[], columns: number, firstSlack: number) {
  const starts = new Int32Array(columns + 1);
  let slack = firstSlack;
  const slackOfRow = rows.map((row) => (row.slackUpper > 0 ? slack++ : -1));
  rows.forEach((row, place) => {
    for (const column of row.columns) starts[column + 1]!++;
    if (slackOfRow[place]! >= 0) starts[slackOfRow[place]! + 1]!++;
  });
  for (let column = 0; column < columns; column++) starts[column + 1]! += starts[column]!;
  const next = starts.slice();
  const rowIndices = new Int32Array(starts[columns]!);
  const values = new Float64Array(starts[columns]!);
  const put = (column: number, row: number, value: number) => {
    const entry = next[column]!++;
    rowIndices[entry] = row;
    values[entry] = value;
  };
  rows.forEach((row, place) => {
    row.columns.forEach((column, term) => put(column, place, row.weights[term]!));
    if (slackOfRow[place]! >= 0) put(slackOfRow[place]!, place, 1);
  });
  return { starts, rowIndices, values };
}

function buildLevels(
  index: ProblemIndex,
  pairs: Pairs,
  slacks: number,
  fixedShortage: number,
  sha256: Sha256,
): ModelLevel[] {
  return policyRules(index.problem.policy).levels.map(({ rule, parameters, epsilon }) => {
    const coefficients = new Float64Array(pairs.length + slacks);
    if (rule.measures === 'shortages') {
      coefficients.fill(-1, pairs.length);
      return { objectiveId: rule.id, epsilon, coefficients, constant: -fixedShortage };
    }
    let column = 0;
    for (const pair of pairs) coefficients[column++] = rule.worth(pair, parameters, sha256).value;
    return { objectiveId: rule.id, epsilon, coefficients, constant: 0 };
  });
}
