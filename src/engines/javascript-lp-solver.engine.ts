import { Worker } from 'node:worker_threads';
import type { Engine, EngineAnswer, EngineLimits } from '../core/optimizer/engine';
import type { Milp } from '../core/optimizer/milp';
import { emptyRowFault } from './empty-rows';

const VERSION = '1.0.3';
const WHOLE_TOLERANCE = 1e-6;

/**
 * javascript-lp-solver: the second, independent opinion. It has been seen to call a worse plan optimal, to answer with
 * fractions when its time runs out, to run on for ever in spite of its own time-out, and to mistake a column called `result`
 * for its objective. So columns and rows get names of our own, it runs in a thread that is ended when its time is up, a
 * fraction is no answer, and it never gives a bound: what it finds is a plan and no proof.
 */
export function createJavascriptLpSolverEngine(): Engine {
  const thread = new LibraryThread();
  return {
    id: 'javascript-lp-solver',
    version: VERSION,
    givesDuals: false,
    solveRelaxation: (milp, limits) => solve(thread, milp, limits, false),
    solveWhole: (milp, limits) => solve(thread, milp, limits, true),
  };
}

interface LibraryAnswer {
  readonly bounded?: boolean;
  readonly feasible?: boolean;
  readonly [column: `x${number}`]: number | undefined;
}

async function solve(
  thread: LibraryThread,
  milp: Milp,
  { timeLimitSeconds }: EngineLimits,
  whole: boolean,
): Promise<EngineAnswer> {
  if (timeLimitSeconds <= 0) return { status: 'time-limit' };
  // The library leaves such a row out.
  const impossible = emptyRowFault(milp);
  if (impossible !== null) return { status: 'infeasible', message: impossible };
  const reply = await thread.ask(modelOf(milp, whole), timeLimitSeconds);
  if (reply.kind === 'late') return { status: 'time-limit' };
  if (reply.kind === 'broken') return { status: 'failed', message: reply.message };
  const { answer } = reply;
  if (answer.bounded === false) return { status: 'unbounded' };
  if (answer.feasible !== true) return { status: 'infeasible' };
  const columnValues = Float64Array.from(
    { length: milp.columns },
    (_, column) => (answer[`x${column}`] ?? 0) + milp.columnLower[column]!,
  );
  if (!whole) return { status: 'optimal', columnValues };
  if (columnValues.some((value) => Math.abs(value - Math.round(value)) > WHOLE_TOLERANCE)) {
    return { status: 'failed', message: 'the answer holds fractions' };
  }
  return { status: 'optimal', columnValues: columnValues.map(Math.round) };
}

/** Columns are moved so that each starts at 0, which is all the library knows. */
function modelOf(milp: Milp, whole: boolean) {
  const constraints: Record<string, { min?: number; max?: number }> = {};
  const variables: Record<string, Record<string, number>> = {};
  const ints: Record<string, 1> = {};
  const moved = new Float64Array(milp.rows);
  for (let column = 0; column < milp.columns; column++) {
    const coefficients: Record<string, number> = { goal: milp.objective[column]! };
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      coefficients[`r${row}`] = milp.values[entry]!;
      moved[row]! += milp.values[entry]! * milp.columnLower[column]!;
    }
    const span = milp.columnUpper[column]! - milp.columnLower[column]!;
    if (Number.isFinite(span)) {
      coefficients[`b${column}`] = 1;
      constraints[`b${column}`] = { max: span };
    }
    variables[`x${column}`] = coefficients;
    if (whole) ints[`x${column}`] = 1;
  }
  for (let row = 0; row < milp.rows; row++) {
    const lower = milp.rowLower[row]! - moved[row]!;
    const upper = milp.rowUpper[row]! - moved[row]!;
    const constraint = {
      ...(Number.isFinite(lower) ? { min: lower } : {}),
      ...(Number.isFinite(upper) ? { max: upper } : {}),
    };
    if (Object.keys(constraint).length > 0) constraints[`r${row}`] = constraint;
  }
  return { optimize: 'goal', opType: 'max', constraints, variables, ints };
}

type Reply =
  | { readonly kind: 'answer'; readonly answer: LibraryAnswer }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'late' };

const THREAD_CODE = `
  const { parentPort, workerData } = require('node:worker_threads');
  const library = require(workerData);
  const solver = library.default ?? library;
  parentPort.on('message', (model) => {
    try {
      parentPort.postMessage({ kind: 'answer', answer: { ...solver.Solve(model) } });
    } catch (error) {
      parentPort.postMessage({ kind: 'broken', message: String(error) });
    }
  });`;

/** The library in a thread of its own: the only way to stop it. One question at a time. */
class LibraryThread {
  private worker: Worker | null = null;

  ask(model: object, timeLimitSeconds: number): Promise<Reply> {
    const worker = (this.worker ??= new Worker(THREAD_CODE, {
      eval: true,
      workerData: require.resolve('javascript-lp-solver'),
    }));
    worker.ref();
    return new Promise((resolve) => {
      const settle = (reply: Reply, isUsable: boolean) => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError);
        worker.unref();
        if (!isUsable) {
          this.worker = null;
          void worker.terminate();
        }
        resolve(reply);
      };
      const onMessage = (reply: Reply) => settle(reply, true);
      const onError = (error: unknown) => settle({ kind: 'broken', message: String(error) }, false);
      const timer = setTimeout(() => settle({ kind: 'late' }, false), Math.min(timeLimitSeconds * 1000, 2 ** 31 - 1));
      worker.on('message', onMessage).on('error', onError);
      worker.postMessage(model);
    });
  }
}
