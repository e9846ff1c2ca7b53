import { candidatePairs } from '../matching/candidate-pairs';
import { canonicalJson } from '../matching/canonical-json';
import type { LevelResult, Match, Plan } from '../matching/plan';
import type { Problem } from '../matching/problem';
import { indexProblem } from '../matching/problem-index';
import type { Sha256 } from '../rules/rule';
import { buildMilp, type AllocationModel } from './build-milp';
import { checkPinnedPairs, checkPinnedRows } from './check-pins';
import { componentsOf, programmeOf, type Component } from './decompose';
import type { EngineChoice } from './engine';
import { solveLarge, suitsLarge, type LargeShape } from './lagrangian/solve-large';
import { shareOfTime } from './share-of-time';
import { levelsAt } from './places';
import { solveLexicographically, type Lexicographic } from './lexicographic';
import { rowSums, weigh } from './programme';

export interface ProposePorts {
  readonly engine: EngineChoice;
  readonly sha256: Sha256;
  /** Seconds since some moment before the call. Without it each call of an engine may take the whole time limit. */
  readonly elapsedSeconds?: () => number;
}

export interface ProposeOptions {
  readonly timeLimitSeconds: number;
  readonly onProgress?: (progress: Progress) => void;
}

/** `finished` of `total` steps; a step is one level of one component. */
export type Progress =
  | { readonly phase: 'pairs' | 'model' }
  | { readonly phase: 'solve'; readonly finished: number; readonly total: number; readonly level: number };

/**
 * From this many columns a component is no longer searched whole, but by prices and in parts. Measured on 2 busy cores with 8
 * levels: 36,000 columns are proven at every level in about a minute, 130,000 are not in ten. Where a programme has many
 * components of some size there is no time to search each of them whole.
 */
const LARGE_COLUMNS = 60_000;
const LARGE_TOTAL = 250_000;
const LARGE_OF_MANY = 10_000;
/** Large components are improved until no plan can be better by more than this part, or time runs out. */
const ENOUGH_GAP = 1e-4;
const LOCAL_KINDS: ReadonlySet<string> = new Set(['unit', 'wijk', 'complex']);

/**
 * Proposes the best plan for a problem, level by level. The caller verifies the plan before anybody sees it.
 *
 * Throws `problem-infeasible` where the pins leave no plan, with the rules in conflict, and `engine-failed`.
 */
export async function proposeMatches(problem: Problem, ports: ProposePorts, options: ProposeOptions): Promise<Plan> {
  const startedAt = ports.elapsedSeconds?.() ?? 0;
  const secondsLeft = () => options.timeLimitSeconds - ((ports.elapsedSeconds?.() ?? 0) - startedAt);
  options.onProgress?.({ phase: 'pairs' });
  const index = indexProblem(problem);
  const pairs = candidatePairs(index);
  options.onProgress?.({ phase: 'model' });
  checkPinnedPairs(index);
  const model = buildMilp(index, pairs, ports.sha256);
  checkPinnedRows(index, model);
  const components = componentsOf(model);
  const total = components.length * model.levels.length;
  let finished = 0;
  const solved: Lexicographic[] = [];
  const used = new Map<string, string>();
  for (const [place, component] of components.entries()) {
    const programme = programmeOf(model.milp, component);
    const engines = ports.engine(programme);
    for (const engine of [engines.whole, engines.relaxation, engines.guide])
      if (engine) used.set(engine.id, engine.version);
    const levels = levelsAt(model.levels, component.columns);
    const onLevel = (level: number) => options.onProgress?.({ phase: 'solve', finished: ++finished, total, level });
    const shape = shapeOf(model, component);
    solved.push(
      engines.parallel && engines.openRelaxation && isLarge(component, model) && suitsLarge(programme, shape, levels)
        ? await solveLarge(programme, levels, shape, {
            engine: engines.parallel,
            open: engines.openRelaxation,
            secondsLeft: shareOfTime(
              components.slice(place).map(({ columns }) => columns.length),
              secondsLeft,
            ),
            enoughGap: ENOUGH_GAP,
            onLevel,
          })
        : await solveLexicographically(programme, levels, { engines, secondsLeft, onLevel }),
    );
  }
  const columnValues = joinColumns(model, components, solved);
  const levels = joinLevels(model, solved, columnValues);
  return {
    format: 'woonplek-plan/1',
    problemHash: ports.sha256(canonicalJson(problem)),
    regionId: problem.region.id,
    policyVersion: problem.policy.version,
    seed: problem.seed,
    engine: { id: [...used.keys()].join('+'), version: [...used.values()].join('+') },
    status: levels.every(({ proven }) => proven) ? 'optimal' : 'feasible',
    matches: matchesOf(model, components, solved),
    levels,
    statistics: {
      households: problem.households.length,
      units: problem.units.length,
      freePlaces: problem.units.reduce((sum, { freePlaces }) => sum + freePlaces, 0),
      eligiblePairs: model.pairs.length,
      rows: model.milp.rows,
      components: components.length,
    },
  };
}

/** Which households and units the columns of a component are about, and which rows hold for a few homes only. */
function shapeOf({ pairs, rowSources }: AllocationModel, { columns, rows }: Component): LargeShape {
  const numbers = { household: new Map<string, number>(), unit: new Map<string, number>() };
  const numberOf = (kind: 'household' | 'unit', column: number) => {
    const id = pairs.at(column)?.[kind].id;
    if (id === undefined) return -1;
    const known = numbers[kind];
    if (!known.has(id)) known.set(id, known.size);
    return known.get(id)!;
  };
  const householdOf = columns.map((column) => numberOf('household', column));
  const unitOf = columns.map((column) => numberOf('unit', column));
  return {
    owners: { households: numbers.household.size, units: numbers.unit.size, householdOf, unitOf },
    isLocal: (row) => LOCAL_KINDS.has(rowSources[rows[row]!]!.row.subject.kind),
  };
}

function isLarge({ columns }: Component, { milp }: AllocationModel): boolean {
  return columns.length > (milp.columns > LARGE_TOTAL ? LARGE_OF_MANY : LARGE_COLUMNS);
}

/** The values of the whole model; shortages are what the matches leave them, and not a point more. */
function joinColumns(
  { milp, pairs }: AllocationModel,
  components: readonly Component[],
  solved: readonly Lexicographic[],
): Float64Array {
  const values = new Float64Array(milp.columns);
  components.forEach(({ columns }, place) => {
    columns.forEach((column, at) => (values[column] = column < pairs.length ? solved[place]!.columnValues[at]! : 0));
  });
  const sums = rowSums(milp, values);
  for (let column = pairs.length; column < milp.columns; column++) {
    const row = milp.rowIndices[milp.starts[column]!]!;
    values[column] = Math.max(0, milp.rowLower[row]! - sums[row]!);
  }
  return values;
}

function joinLevels(
  model: AllocationModel,
  solved: readonly Lexicographic[],
  columnValues: Float64Array,
): LevelResult[] {
  let provenSoFar = true;
  return model.levels.map(({ objectiveId, epsilon, constant, coefficients }, place) => {
    const outcomes = solved.map(({ levels }) => levels[place]!);
    // A level below an unproven one is not proven either: it was asked to keep a value that may not be the best.
    provenSoFar &&= outcomes.every(({ method }) => method !== 'not-proven');
    const byBound = outcomes.every(({ method }) => method === 'lp-bound');
    return {
      level: place + 1,
      objectiveId,
      epsilon,
      value: constant + weigh(coefficients, columnValues),
      bound: outcomes.reduce((total, { bound }) => total + bound, constant),
      proven: provenSoFar,
      method: provenSoFar ? (byBound ? 'lp-bound' : 'branch-and-bound') : 'not-proven',
    };
  });
}

function matchesOf(
  model: AllocationModel,
  components: readonly Component[],
  solved: readonly Lexicographic[],
): Match[] {
  const matches: { column: number; match: Match }[] = [];
  components.forEach(({ columns }, place) => {
    const { columnValues, decidedAt } = solved[place]!;
    columns.forEach((column, at) => {
      const pair = model.pairs.at(column);
      if (pair === undefined || columnValues[at] !== 1) return;
      const decidedAtLevel = decidedAt[at] === 0 ? null : decidedAt[at]!;
      const match = { householdId: pair.household.id, unitId: pair.unit.id, plannedStart: pair.start, decidedAtLevel };
      matches.push({ column, match });
    });
  });
  return matches.sort((a, b) => a.column - b.column).map(({ match }) => match);
}
