// The baseline of the round: the same model and the same engine, but one search in whole numbers per level. Reads a problem
// file, writes JSON. Shares the model with the product and nothing of its method.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
require('../test/support/run-typescript.cjs');
const { solveLevelByLevel } = require('./level-by-level.ts');
const { candidatePairs } = require('../dist/core/matching/candidate-pairs.js');
const { indexProblem } = require('../dist/core/matching/problem-index.js');
const { buildMilp } = require('../dist/core/optimizer/build-milp.js');
const { createHighsEngine } = require('../dist/engines/highs.engine.js');
const { sha256 } = require('../dist/engines/solve-problem.js');

const problem = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const engine = await createHighsEngine();

const start = performance.now();
const index = indexProblem(problem);
const model = buildMilp(index, candidatePairs(index), sha256);
const values = await solveLevelByLevel(
  model.milp,
  model.levels.map(({ coefficients }) => coefficients),
  engine,
);
const levels = model.levels.map(({ objectiveId, constant }, place) => ({
  objectiveId,
  value: values[place] + constant,
}));
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    levels,
  }),
);
