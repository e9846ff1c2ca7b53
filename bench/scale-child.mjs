// One measurement in a process of its own: `scale-child.mjs MODE SIZE SEED SECONDS [warm]`, JSON on standard output. With `warm`
// a small problem of another seed is solved first, by both ways and for both alike, as in a server that has done a round before.
//   levels            the product: pairs, model, all levels, verified
//   levels-baseline   one search in whole numbers for each level, same engine
//   weighted          one weighted objective: prices, chains, searches in threads
//   weighted-baseline the same objective as one search in whole numbers, same engine
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../test/support/run-typescript.cjs');
const { generateProblem } = require('../dist/cli/generate/generate-problem.js');
const { candidatePairs } = require('../dist/core/matching/candidate-pairs.js');
const { indexProblem } = require('../dist/core/matching/problem-index.js');
const { buildMilp } = require('../dist/core/optimizer/build-milp.js');
const { decompose, programmeOf } = require('../dist/core/optimizer/decompose.js');
const { blockStructure } = require('../dist/core/optimizer/lagrangian/block-structure.js');
const { solveWeighed } = require('../dist/core/optimizer/lagrangian/solve-weighed.js');
const { isPossible, weigh } = require('../dist/core/optimizer/programme.js');
const { proposeMatches } = require('../dist/core/optimizer/propose-matches.js');
const { shareOfTime } = require('../dist/core/optimizer/share-of-time.js');
const { verifyPlan } = require('../dist/core/proof/verify-plan.js');
const { chooseEngines, engineById } = require('../dist/engines/registry.js');
const { sha256 } = require('../dist/engines/solve-problem.js');
const { solveLevelByLevel } = require('./level-by-level.ts');

/** What one match is worth in the weighted objective, by level; a shortage costs 300. */
const WEIGHTS = { 'legal-duty': 600, housed: 300, shortages: 300, points: 1, 'herkomst-return': 40, kept: 15 };

/** Improve each component until no plan can be better by more than this part. */
const ENOUGH_GAP = { country: 8e-4, 'country-cross': 9.8e-4 };

const [mode, size, seed, seconds, warm] = process.argv.slice(2);
const timeLimitSeconds = Number(seconds);
const problem = generateProblem(size, Number(seed));
const hash = sha256(JSON.stringify(problem));
const choice = await chooseEngines('auto');
const highs = await engineById('highs');

const WARMING_SEED = 1000;
if (warm !== undefined) await warmUp(generateProblem('S', WARMING_SEED));

const startedAt = performance.now();
const cpuAt = process.cpuUsage();
const elapsedSeconds = () => (performance.now() - startedAt) / 1000;
const secondsLeft = () => timeLimitSeconds - elapsedSeconds();
const phases = {};
const steps = [];
const lap = (name) => (phases[name] = elapsedSeconds());

async function warmUp(small) {
  const clock = () => performance.now() / 1000;
  await proposeMatches(small, { engine: choice, sha256, elapsedSeconds: clock }, { timeLimitSeconds });
  const index = indexProblem(small);
  const model = buildMilp(index, candidatePairs(index), sha256);
  const coefficients = model.levels.map((level) => level.coefficients);
  await solveLevelByLevel(model.milp, coefficients, highs, {
    secondsLeft: () => timeLimitSeconds,
    onLevel: () => undefined,
  });
}

function modelOf() {
  const index = indexProblem(problem);
  const pairs = candidatePairs(index);
  lap('pairs');
  const model = buildMilp(index, pairs, sha256);
  lap('model');
  return model;
}

async function levels() {
  const plan = await proposeMatches(
    problem,
    { engine: choice, sha256, elapsedSeconds },
    { timeLimitSeconds, onProgress: ({ phase, level }) => lap(level === undefined ? phase : `level ${level}`) },
  );
  const solved = elapsedSeconds();
  return {
    seconds: solved,
    status: plan.status,
    pairs: plan.statistics.eligiblePairs,
    components: plan.statistics.components,
    violations: verifyPlan(problem, plan, { sha256 }).length,
    levels: plan.levels.map(({ objectiveId, value, bound, proven }) => ({ objectiveId, value, bound, proven })),
  };
}

async function levelsBaseline() {
  const model = modelOf();
  const values = [];
  const ended = await solveLevelByLevel(
    model.milp,
    model.levels.map(({ coefficients }) => coefficients),
    highs,
    { secondsLeft, onLevel: (value) => values.push(value + model.levels[values.length].constant) },
  ).then(
    () => true,
    () => false,
  );
  return { seconds: elapsedSeconds(), ended, levelsProven: values.length, values };
}

function weightedObjective(model) {
  const objective = new Float64Array(model.milp.columns);
  for (const { objectiveId, coefficients } of model.levels) {
    const weight = WEIGHTS[objectiveId] ?? 0;
    if (weight !== 0) coefficients.forEach((each, column) => (objective[column] += weight * each));
  }
  return objective;
}

/** Every component apart: the bound of the whole is the sum of theirs. */
async function weighted() {
  const model = modelOf();
  const objective = weightedObjective(model);
  // One objective is all that is asked here.
  model.levels.length = 0;
  const numberOf = (items) => new Map(items.map(({ id }, at) => [id, at]));
  const [households, units] = [numberOf(problem.households), numberOf(problem.units)];
  const local = new Set(['unit', 'wijk', 'complex']);
  const values = new Float64Array(model.milp.columns);
  const sum = { value: 0, bound: 0 };
  const components = decompose(model.milp);
  const sizes = components.map(({ columns }) => columns.length);
  for (const [at, component] of components.entries()) {
    const { columns, rows } = component;
    const programme = programmeOf(model.milp, component);
    const owner = (kind, numbers) => {
      const known = new Map();
      const place = (number) => (known.has(number) ? known : known.set(number, known.size)).get(number);
      const of = Int32Array.from(columns, (column) => {
        const pair = model.pairs.at(column);
        return pair === undefined ? -1 : place(numbers.get(pair[kind].id));
      });
      return { of, count: known.size };
    };
    const [ofHousehold, ofUnit] = [owner('household', households), owner('unit', units)];
    const owners = {
      ...{ households: ofHousehold.count, units: ofUnit.count },
      ...{ householdOf: ofHousehold.of, unitOf: ofUnit.of },
    };
    const isLocal = (row) => local.has(model.rowSources[rows[row]].row.subject.kind);
    const structure = blockStructure(programme, owners, isLocal);
    const worth = Float64Array.from(columns, (column) => objective[column]);
    const { state, bound } = await solveWeighed(structure, [worth], {
      engine: choice(programme).parallel,
      open: choice(programme).openRelaxation,
      secondsLeft: shareOfTime(sizes.slice(at), secondsLeft),
      enoughGap: ENOUGH_GAP[size] ?? 4e-4,
      onStep: (step) => {
        steps.push({ ...step, seconds: elapsedSeconds() });
      },
    });
    const found = state.columnValues();
    columns.forEach((column, place) => (values[column] = found[place]));
    sum.value += weigh(worth, found);
    sum.bound += bound;
  }
  lap('solved');
  return {
    seconds: elapsedSeconds(),
    secondsAfterModel: elapsedSeconds() - phases.model,
    possible: isPossible(model.milp, values) && weigh(objective, values) === sum.value,
    pairs: model.pairs.length,
    steps,
    ...{ ...sum, gap: (sum.bound - sum.value) / Math.abs(sum.value) },
  };
}

async function weightedBaseline() {
  const model = modelOf();
  const objective = weightedObjective(model);
  const { status, columnValues, bound, message } = await highs.solveWhole(
    { ...model.milp, objective },
    { timeLimitSeconds: secondsLeft() },
  );
  const value = columnValues === undefined ? null : weigh(objective, columnValues.map(Math.round));
  const gap = value === null || bound === undefined ? null : (bound - value) / Math.abs(value);
  return { seconds: elapsedSeconds(), status, message, value, bound: bound ?? null, gap };
}

const modes = { levels, 'levels-baseline': levelsBaseline, weighted, 'weighted-baseline': weightedBaseline };
const measured = await modes[mode]();
const cpu = process.cpuUsage(cpuAt);
const report = {
  ...measured,
  cpuSeconds: (cpu.user + cpu.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  ...{ hash, households: problem.households.length, units: problem.units.length, phases },
};
process.stdout.write(JSON.stringify(report), () => process.exit(0));
