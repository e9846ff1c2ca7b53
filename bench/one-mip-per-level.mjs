// The baseline of the round: the same model, the same engine, but one search in whole numbers per level, with one more row for
// each level that is done. Reads a problem file, writes JSON. Shares the model with the product and nothing of its method.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const { candidatePairs } = require('../dist/core/matching/candidate-pairs.js');
const { indexProblem } = require('../dist/core/matching/problem-index.js');
const { buildMilp } = require('../dist/core/optimizer/build-milp.js');
const { withRow } = require('../dist/core/optimizer/programme.js');
const { createHighsEngine } = require('../dist/engines/highs.engine.js');
const { sha256 } = require('../dist/engines/solve-problem.js');

const problem = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const timeLimitSeconds = Number(process.argv[3] ?? 600);
const engine = await createHighsEngine();

const start = performance.now();
const index = indexProblem(problem);
const model = buildMilp(
  index,
  candidatePairs(index).map((pair) => ({ index, ...pair })),
  sha256,
);
let milp = model.milp;
const levels = [];
for (const { objectiveId, coefficients, constant } of model.levels) {
  const left = timeLimitSeconds - (performance.now() - start) / 1000;
  const answer = await engine.solveWhole({ ...milp, objective: coefficients }, { timeLimitSeconds: left });
  if (answer.status !== 'optimal') {
    levels.push({ objectiveId, status: answer.status });
    break;
  }
  const value = answer.columnValues.reduce((sum, x, column) => sum + Math.round(x) * coefficients[column], 0);
  levels.push({ objectiveId, value: value + constant });
  milp = withRow(milp, coefficients, value);
}
console.log(
  JSON.stringify({
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    levels,
  }),
);
