// One measurement in a process of its own: `scale-child.mjs MODE SIZE SEED SECONDS`, JSON on standard output.
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
const { blockStructure } = require('../dist/core/optimizer/lagrangian/block-structure.js');
const { solveWeighed } = require('../dist/core/optimizer/lagrangian/solve-weighed.js');
const { isPossible, weigh } = require('../dist/core/optimizer/programme.js');
const { proposeMatches } = require('../dist/core/optimizer/propose-matches.js');
const { verifyPlan } = require('../dist/core/proof/verify-plan.js');
const { chooseEngines, engineById } = require('../dist/engines/registry.js');
const { sha256 } = require('../dist/engines/solve-problem.js');
const { solveLevelByLevel } = require('./level-by-level.ts');

/** What one match is worth in the weighted objective, by level; a shortage costs 300. */
const WEIGHTS = { 'legal-duty': 600, housed: 300, shortages: 300, points: 1, 'herkomst-return': 40, kept: 15 };

const [mode, size, seed, seconds] = process.argv.slice(2);
const timeLimitSeconds = Number(seconds);
const problem = generateProblem(size, Number(seed));
const hash = sha256(JSON.stringify(problem));
const choice = await chooseEngines('auto');
const highs = await engineById('highs');

const startedAt = performance.now();
const cpuAt = process.cpuUsage();
const elapsedSeconds = () => (performance.now() - startedAt) / 1000;
const secondsLeft = () => timeLimitSeconds - elapsedSeconds();
const phases = {};
const steps = [];
const lap = (name) => (phases[name] = elapsedSeconds());

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

async function weighted() {
  const model = modelOf();
  const objective = weightedObjective(model);
  const numberOf = (items) => new Map(items.map(({ id }, at) => [id, at]));
  const [households, units] = [numberOf(problem.households), numberOf(problem.units)];
  const owner = (kind, numbers) =>
    Int32Array.from({ length: model.milp.columns }, (_, column) => numbers.get(model.pairs[column]?.[kind].id) ?? -1);
  const owners = {
    ...{ households: households.size, units: units.size },
    ...{ householdOf: owner('household', households), unitOf: owner('unit', units) },
  };
  const local = new Set(['unit', 'wijk', 'complex']);
  const structure = blockStructure(model.milp, owners, (row) => local.has(model.rowSources[row].row.subject.kind));
  const { state, bound } = await solveWeighed(structure, objective, [objective], {
    engine: choice(model.milp).parallel,
    open: choice(model.milp).openRelaxation,
    secondsLeft,
    enoughGap: 5e-4,
    wantsBound: true,
    onStep: (step) => {
      steps.push(step);
      lap(step.name);
    },
  });
  const values = state.columnValues();
  const value = weigh(objective, values);
  return {
    seconds: elapsedSeconds(),
    secondsAfterModel: elapsedSeconds() - phases.model,
    possible: isPossible(model.milp, values),
    pairs: model.pairs.length,
    steps,
    ...{ value, bound: bound.bound, gap: (bound.bound - value) / Math.abs(value) },
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
