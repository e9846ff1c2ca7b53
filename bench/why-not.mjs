// "Why not this home?", exactly: from the opened round, against a full re-solve from nothing with the pair pinned. Both must
// reach the same value on every level.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);

const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.floor(values.length * share)];
/** Of this process; on a machine that is shared it says more than the clock. */
const processorMilliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const spread = (values) => ({ p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: Math.max(...values) });

/** Numbers from 0 to 1 that are the same in each run (mulberry32). */
function chance(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Asks about `questions` random eligible pairs that the plan does not hold; `solvedAgain` of them are also solved from nothing.
 * @returns milliseconds
 */
export async function benchWhyNot(problem, { questions, solvedAgain }) {
  const { createExplainPorts, openRun } = require('../dist/engines/answer-question.js');
  const { whyNotBound, whyNotExact } = require('../dist/core/explain/why-not.js');
  const { solveProblem } = require('../dist/engines/solve-problem.js');
  const solve = (each) => solveProblem(each, { engine: 'auto', timeLimitSeconds: 120 });
  const { plan } = await solve(problem);
  const ports = await createExplainPorts();

  const opening = performance.now();
  const run = openRun({ problem, plan }, ports);
  run.partOf(0);
  const openMilliseconds = performance.now() - opening;

  const random = chance(1);
  const open = [...run.model.pairs].filter((_, column) => run.columnValues[column] === 0);
  const asked = Array.from({ length: questions }, () => open[Math.floor(random() * open.length)]);
  const bound = [];
  const exact = [];
  const exactProcessor = [];
  const full = [];
  const fullProcessor = [];
  const ratios = [];
  const kinds = {};
  let same = 0;
  let compared = 0;
  for (const { household, unit } of asked) {
    const atOnce = performance.now();
    whyNotBound(run, household.id, unit.id);
    bound.push(performance.now() - atOnce);
    const from = performance.now();
    const fromProcessor = processorMilliseconds();
    const answer = await whyNotExact(run, household.id, unit.id, () => 120);
    const took = performance.now() - from;
    exact.push(took);
    exactProcessor.push(processorMilliseconds() - fromProcessor);
    kinds[answer.kind] = (kinds[answer.kind] ?? 0) + 1;
    if (answer.kind !== 'loss' || compared === solvedAgain) continue;
    const pin = { householdId: household.id, unitId: unit.id, by: 'bench', reason: 'bench', until: null };
    const again = performance.now();
    const againProcessor = processorMilliseconds();
    const forced = await solve({ ...problem, pins: [...problem.pins, pin] });
    full.push(performance.now() - again);
    fullProcessor.push(processorMilliseconds() - againProcessor);
    ratios.push(full.at(-1) / took);
    compared += 1;
    const values = forced.plan.levels.map(({ value }) => value);
    if (JSON.stringify(values) === JSON.stringify(answer.levels.map(({ after }) => after))) same += 1;
  }
  run.close();
  return {
    households: problem.households.length,
    units: problem.units.length,
    pairs: run.model.pairs.length,
    questions,
    answers: kinds,
    openMilliseconds,
    boundMilliseconds: spread(bound),
    exactMilliseconds: spread(exact),
    exactProcessorMilliseconds: spread(exactProcessor),
    baselineFullResolveMilliseconds: spread(full),
    baselineProcessorMilliseconds: spread(fullProcessor),
    timesFaster: {
      median: quantile(ratios, 0.5),
      least: Math.min(...ratios),
      ofMedians: quantile(full, 0.5) / quantile(exact, 0.5),
    },
    sameLevels: `${same} of ${compared}`,
  };
}
