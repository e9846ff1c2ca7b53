import loadHighs from 'highs';
import type { Highs, Model, SymbolDisposable } from 'highs';
import type { Milp } from '../core/optimizer/milp';
import type { SparseRow } from '../core/optimizer/programme';
import {
  BASIC,
  type OpenRelaxation,
  type WarmAnswer,
  type WarmLimits,
  type WarmRelaxation,
} from '../core/optimizer/warm-relaxation';
import { emptyRowFault } from './empty-rows';

/**
 * Relaxations that stay open in HiGHS. One instance for all of them; its memory never shrinks, so open few at a time, and after
 * a large one give its memory back: the next ones get a new instance.
 */
export async function createWarmRelaxations(): Promise<OpenRelaxation> {
  let highs = await loadHighs();
  const open = (programme: Milp) => (programme.columns === 0 ? WITHOUT_COLUMNS : openRelaxation(highs, programme));
  const giveBack = async () => {
    highs = await loadHighs();
  };
  return Object.assign(open, { giveBack });
}

/** HiGHS has no answer for a programme without columns. */
const WITHOUT_COLUMNS: WarmRelaxation = {
  solve: (programme) =>
    emptyRowFault(programme) === null
      ? {
          status: 'optimal',
          columnValues: new Float64Array(0),
          reducedCosts: new Float64Array(0),
          rowDuals: new Float64Array(programme.rows),
          basis: { columns: new Int32Array(0), rows: new Int32Array(programme.rows).fill(BASIC) },
        }
      : { status: 'infeasible' },
  close: () => undefined,
};

const DUAL = 1;
const PRIMAL = 4;

function openRelaxation(highs: Highs, programme: Milp): WarmRelaxation {
  const { modelStatus, objectiveSense } = highs.constants;
  const model: SymbolDisposable<Model> = highs.createModel({
    numCols: programme.columns,
    numRows: programme.rows,
    sense: objectiveSense.maximize,
    colCost: programme.objective,
    colLower: programme.columnLower,
    colUpper: programme.columnUpper,
    rowLower: programme.rowLower,
    rowUpper: programme.rowUpper,
    matrix: {
      format: 'csc',
      numCols: programme.columns,
      numRows: programme.rows,
      starts: programme.starts,
      indices: programme.rowIndices,
      values: programme.values,
    },
  });
  // Presolve would throw the basis away.
  model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex', random_seed: 0 });

  return {
    solve({ objective, columnLower, columnUpper, rowLower, rowUpper }, limits: WarmLimits): WarmAnswer {
      model.changeColsCost(allOf(objective), objective);
      model.changeColsBounds(allOf(objective), columnLower, columnUpper);
      // The engine has no word for a range of nothing.
      if (rowLower.length > 0) model.changeRowsBounds(allOf(rowLower), rowLower, rowUpper);
      if (limits.basis !== undefined) {
        model.setBasis({ colStatus: limits.basis.columns, rowStatus: limits.basis.rows });
      }
      model.zeroAllClocks();
      model.options.set({
        time_limit: Math.max(0.001, limits.timeLimitSeconds),
        simplex_strategy: limits.isPossibleStart ? PRIMAL : DUAL,
      });
      const { modelStatus: status } = model.run();
      if (status === modelStatus.infeasible) return { status: 'infeasible', rowsInConflict: conflictOf(model) };
      if (status !== modelStatus.optimal) return { status: 'stopped' };
      const { colValue, colDual, rowDual } = model.getSolution();
      const { colStatus, rowStatus } = model.getBasis();
      return {
        status: 'optimal',
        columnValues: colValue,
        reducedCosts: colDual,
        rowDuals: rowDual,
        basis: { columns: colStatus, rows: rowStatus },
      };
    },
    tableau: {
      inverseRows: (wanted) => {
        const placeOf = new Map(Array.from(model.getBasicVariables(), (variable, place) => [variable, place]));
        return wanted.map((column) => Float64Array.from(model.getBasisInverseRow(placeOf.get(column)!).values));
      },
      addRows: (rows) => addRows(model, programme.columns, rows),
    },
    close: () => model.dispose(),
  };
}

function allOf({ length }: Float64Array) {
  return { kind: 'range', from: 0, to: length - 1 } as const;
}

function addRows(model: Model, numCols: number, rows: readonly SparseRow[]): void {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach(({ columns }, place) => (starts[place + 1] = starts[place]! + columns.length));
  model.addRows({
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      ...{ format: 'csr', numRows: rows.length, numCols, starts },
      indices: Int32Array.from(rows.flatMap(({ columns }) => columns)),
      values: Float64Array.from(rows.flatMap(({ weights }) => weights)),
    },
  });
}

const RAY_TOLERANCE = 1e-9;

/** The rows of the proof that nothing is possible. */
function conflictOf(model: Model): readonly number[] | undefined {
  const ray = model.getDualRay();
  if (ray === undefined) return undefined;
  return Array.from(ray.values).flatMap((value, row) => (Math.abs(value) > RAY_TOLERANCE ? [row] : []));
}
