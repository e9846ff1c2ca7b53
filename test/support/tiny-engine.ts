import type { Engine, EngineAnswer, EngineTeam } from '../../src/core/optimizer/engine';
import type { Milp } from '../../src/core/optimizer/milp';
import type { OpenRelaxation, WarmAnswer, WarmLimits } from '../../src/core/optimizer/warm-relaxation';
import { linearProgramme } from './linear-programme';
import { milpOf, rowsOf, solutionsOf } from './random-milp';

/** The relaxation of a programme of a few columns, with its duals. */
export function relax(milp: Milp): EngineAnswer {
  const rows = rowsOf(milp);
  const span = milp.columnUpper.map((upper, column) => upper - milp.columnLower[column]!);
  const fixed = (weights: readonly number[]) =>
    weights.reduce((sum, weight, column) => sum + weight * milp.columnLower[column]!, 0);
  const sides = rows.flatMap(({ weights, lower, upper }, row) => [
    { row, sign: 1, weights, limit: upper - fixed(weights) },
    { row, sign: -1, weights: weights.map((weight) => -weight), limit: fixed(weights) - lower },
  ]);
  const ends = Array.from(span, (limit, column) => ({
    ...{ row: -1, sign: 0, limit },
    weights: Array.from(span, (_, at) => Number(at === column)),
  }));
  const limits = [...sides, ...ends].filter(({ limit }) => limit !== Infinity);
  const answer = linearProgramme(
    [...milp.objective],
    limits.map(({ weights }) => weights),
    limits.map(({ limit }) => limit),
  );
  if (typeof answer === 'string') return { status: answer };
  const rowDuals = new Float64Array(milp.rows);
  limits.forEach(({ row, sign }, at) => {
    if (row >= 0) rowDuals[row]! += sign * answer.duals[at]!;
  });
  const reducedCosts = milp.objective.map(
    (worth, column) => worth - rows.reduce((sum, { weights }, row) => sum + rowDuals[row]! * weights[column]!, 0),
  );
  const columnValues = Float64Array.from(answer.values, (value, column) => value + milp.columnLower[column]!);
  const bound = columnValues.reduce((sum, value, column) => sum + value * milp.objective[column]!, 0);
  return { status: 'optimal', columnValues, bound, reducedCosts, rowDuals };
}

/** The best whole solution, by trying all of them; the first one found where several are best. */
export function bestWhole(milp: Milp): EngineAnswer {
  let [best, bound]: [number[] | null, number] = [null, -Infinity];
  for (const solution of solutionsOf(milp)) {
    const value = solution.reduce((sum, each, column) => sum + each * milp.objective[column]!, 0);
    if (value > bound) [best, bound] = [solution, value];
  }
  return best === null ? { status: 'infeasible' } : { status: 'optimal', columnValues: Float64Array.from(best), bound };
}

/** An engine for programmes of a few columns: exact, in microseconds, and with nothing to load. */
export const TINY_ENGINE: Engine = {
  id: 'highs',
  version: 'tiny',
  givesDuals: true,
  solveRelaxation: (milp) => Promise.resolve(relax(milp)),
  solveWhole: (milp) => Promise.resolve(bestWhole(milp)),
};

/** The tiny engine with other answers, and what it was asked. */
export function engineWith(answers: Partial<Pick<Engine, 'solveRelaxation' | 'solveWhole'>> = {}) {
  const relaxed: Milp[] = [];
  const searched: { milp: Milp; start: number[] | null; seconds: number }[] = [];
  const chosen = { ...TINY_ENGINE, ...answers };
  const engine: Engine = {
    ...chosen,
    solveRelaxation: (milp, limits) => {
      relaxed.push(milp);
      return chosen.solveRelaxation(milp, limits);
    },
    solveWhole: (milp, limits) => {
      const start = limits.start === undefined ? null : [...limits.start];
      searched.push({ milp, start, seconds: limits.timeLimitSeconds });
      return chosen.solveWhole(milp, limits);
    },
  };
  return { engine, relaxed, searched };
}

export const teamOf = (engine: Engine): EngineTeam => ({ whole: engine, relaxation: engine, guide: engine });

/** An answer that is the same whatever is asked. */
export const always = (answer: EngineAnswer) => () => Promise.resolve(answer);

/** The relaxation kept open: nothing to keep, since each question is solved from nothing. */
export const openTiny: OpenRelaxation = () => ({
  solve: (milp) => {
    const { status, columnValues, reducedCosts, rowDuals } = relax(milp);
    if (status !== 'optimal') return { status: status === 'infeasible' ? 'infeasible' : 'stopped' };
    const basis = { columns: new Int32Array(milp.columns), rows: new Int32Array(milp.rows) };
    return { status, columnValues: columnValues!, reducedCosts: reducedCosts!, rowDuals: rowDuals!, basis };
  },
  close: () => undefined,
});

/** The same with other answers, what it was asked, and how often it was closed. */
export function openWith(
  answer: (milp: Milp, place: number) => WarmAnswer = (milp) => openTiny(milp).solve(milp, { timeLimitSeconds: 1 }),
) {
  const asked: { milp: Milp; limits: WarmLimits }[] = [];
  const ends = { closed: 0 };
  const open: OpenRelaxation = () => ({
    solve: (milp, limits) => {
      asked.push({ milp, limits });
      return answer(milp, asked.length - 1);
    },
    close: () => {
      ends.closed++;
    },
  });
  return { open, asked, ends };
}

/** A programme with columns from 0 to 1, unless `upper` says otherwise, and rows that have an upper side only. */
export const packing = (objective: readonly number[], ...rows: readonly (readonly [...number[], number])[]): Milp =>
  milpOf(
    objective,
    rows.map((row) => ({ weights: row.slice(0, -1), lower: -Infinity, upper: row.at(-1)! })),
  );
