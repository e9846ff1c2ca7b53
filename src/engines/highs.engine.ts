import loadHighs from 'highs';
import type { Highs, SymbolDisposable, Model } from 'highs';
import type { Engine, EngineAnswer, EngineLimits } from '../core/optimizer/engine';
import type { Milp } from '../core/optimizer/milp';
import { emptyRowFault } from './empty-rows';

/** Values of whole programmes differ by 1 at least, so a gap below 1 is as good as none. */
const OPTIONS = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0.5,
  mip_detect_symmetry: false,
  random_seed: 0,
} as const;

/**
 * HiGHS in WebAssembly: one instance a thread, made once. Its memory never shrinks and an abort leaves it unusable, so after
 * an abort the next call gets a new instance.
 */
export async function createHighsEngine(): Promise<Engine> {
  let highs = await loadHighs();

  async function run(milp: Milp, limits: EngineLimits, whole: boolean): Promise<EngineAnswer> {
    if (milp.columns === 0) return answerWithoutColumns(milp);
    try {
      return solve(highs, milp, limits, whole);
    } catch (error) {
      highs = await loadHighs();
      return { status: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  return {
    id: 'highs',
    version: highs.version.string,
    givesDuals: true,
    solveRelaxation: (milp, limits) => run(milp, limits, false),
    solveWhole: (milp, limits) => run(milp, limits, true),
  };
}

/** HiGHS has no answer for a programme without columns. */
function answerWithoutColumns(milp: Milp): EngineAnswer {
  const impossible = emptyRowFault(milp);
  if (impossible !== null) return { status: 'infeasible', message: impossible };
  return { status: 'optimal', columnValues: new Float64Array(0), bound: 0, rowDuals: new Float64Array(milp.rows) };
}

function solve(highs: Highs, milp: Milp, limits: EngineLimits, whole: boolean): EngineAnswer {
  const model = highs.createModel({
    numCols: milp.columns,
    numRows: milp.rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: milp.objective,
    colLower: milp.columnLower,
    colUpper: milp.columnUpper,
    rowLower: milp.rowLower,
    rowUpper: milp.rowUpper,
    matrix: {
      format: 'csc',
      numCols: milp.columns,
      numRows: milp.rows,
      starts: milp.starts,
      indices: milp.rowIndices,
      values: milp.values,
    },
    integrality: whole ? new Int32Array(milp.columns).fill(highs.constants.variableType.integer) : undefined,
  });
  try {
    model.options.set({ ...OPTIONS, time_limit: Math.max(0.001, limits.timeLimitSeconds) });
    // A single relaxation costs less than making it smaller first does; and less of HiGHS has to be compiled.
    if (!whole) model.options.set({ presolve: 'off' });
    if (limits.relativeGap !== undefined) model.options.set({ mip_rel_gap: limits.relativeGap });
    if (limits.mostNodes !== undefined) model.options.set({ mip_max_nodes: limits.mostNodes });
    if (whole && limits.start !== undefined) model.setSolution({ colValue: limits.start });
    const { modelStatus } = model.run();
    return answerOf(highs, model, modelStatus, whole);
  } finally {
    model.dispose();
  }
}

function answerOf(highs: Highs, model: SymbolDisposable<Model>, modelStatus: number, whole: boolean): EngineAnswer {
  const { modelStatus: status, solutionStatus } = highs.constants;
  const found = Number(model.info.get('primal_solution_status')) === solutionStatus.feasible;
  const { colValue, colDual, rowDual } = model.getSolution();
  const columnValues = found ? colValue : undefined;
  switch (modelStatus) {
    case status.optimal:
      return whole
        ? { status: 'optimal', columnValues, bound: Number(model.info.get('mip_dual_bound')) }
        : {
            status: 'optimal',
            columnValues,
            bound: model.getObjectiveValue(),
            reducedCosts: colDual,
            rowDuals: rowDual,
          };
    case status.infeasible:
      return { status: 'infeasible' };
    case status.unbounded:
    case status.unboundedOrInfeasible:
      return { status: 'unbounded' };
    case status.timeLimit:
    case status.solutionLimit:
      return whole
        ? { status: 'time-limit', columnValues, bound: Number(model.info.get('mip_dual_bound')) }
        : { status: 'time-limit' };
    default:
      return { status: 'failed', message: `HiGHS ended with model status ${modelStatus}` };
  }
}
