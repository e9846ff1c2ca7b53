// `npm run bench -- scale [S M L province country country-cross …] [--seeds 3] [--limit 120] [--no-baseline] [--keep]`: the
// optimiser on made-up instances against the plain way, each in a process of its own, with time, CPU time and peak memory.
// S, M and L are solved in a process that has solved a small problem before, as has that of the baseline; `cold` is without.
// `--keep` writes the vectors that are better than those in bench/instances/.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { promisify } from 'node:util';

const run = promisify(execFile);
const child = new URL('scale-child.mjs', import.meta.url).pathname;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const WARMED = ['S', 'M', 'L'];

/** What the C library keeps of memory that was given back: see "Memory of large rounds" in docs/operations.md. */
const LITTLE_KEPT = { MALLOC_ARENA_MAX: '1', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' };

/** Seeds of each size, the time limit of the product and of the baseline in seconds, and what is measured. */
const PLANS = {
  S: { seeds: [1, 2, 3, 4, 5], limit: 120, baselineLimit: 300, modes: ['levels'] },
  M: { seeds: [1, 2, 3], limit: 300, baselineLimit: 900, modes: ['levels'] },
  L: { seeds: [1, 2, 3], limit: 600, baselineLimit: 900, modes: ['levels'] },
  province: { seeds: [1], limit: 60, baselineLimit: 60, modes: ['levels', 'weighted'] },
  country: { seeds: [1], limit: 600, baselineLimit: 180, modes: ['levels', 'weighted'] },
  'country-cross': { seeds: [1], limit: 600, baselineLimit: 180, modes: ['levels', 'weighted'] },
};
const WEIGHTED_LIMIT = 180;

function optionsOf(words) {
  const valueOf = (name) => (words.includes(name) ? Number(words[words.indexOf(name) + 1]) : null);
  const sizes = words.filter((word) => Object.hasOwn(PLANS, word));
  return {
    sizes: sizes.length > 0 ? sizes : ['S', 'M', 'L'],
    seeds: valueOf('--seeds'),
    limit: valueOf('--limit'),
    baseline: !words.includes('--no-baseline'),
    keep: words.includes('--keep'),
  };
}

async function measure(mode, size, seed, limit, isWarm = WARMED.includes(size)) {
  process.stderr.write(`${mode} ${size} ${seed} ${isWarm ? 'warm' : 'cold'} …\n`);
  const words = [child, mode, size, seed, limit, ...(isWarm ? ['warm'] : [])];
  try {
    const { stdout } = await run(process.execPath, ['--max-old-space-size=1800', ...words], {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      env: { ...process.env, ...LITTLE_KEPT },
    });
    return JSON.parse(stdout);
  } catch (error) {
    return {
      failed: String(error.stderr || error.message)
        .split('\n')
        .slice(-8)
        .join('\n'),
    };
  }
}

function knownOf(size) {
  const file = new URL(`instances/${size}.json`, import.meta.url);
  return { file, known: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { size, instances: [] } };
}

/** 'same', 'better' or 'worse' than the best known vector, level by level; 'other problem' where the generator has changed. */
function compare(instance, { hash, levels }) {
  if (instance === undefined || levels === undefined) return 'not known';
  if (instance.hash !== hash) return 'other problem';
  for (const [place, { value }] of levels.entries()) {
    if (value !== instance.values[place]) return value > instance.values[place] ? 'better' : 'worse';
  }
  return 'same';
}

function keepVector(size, seed, ours) {
  const { file, known } = knownOf(size);
  const values = ours.levels.map(({ value }) => value);
  const proven = ours.levels.filter(({ proven: isProven }) => isProven).length;
  const instance = { seed, hash: ours.hash, pairs: ours.pairs, levelsProven: proven, values };
  const instances = [...known.instances.filter((each) => each.seed !== seed), instance].sort((a, b) => a.seed - b.seed);
  writeFileSync(file, `${JSON.stringify({ size, instances }, null, 2)}\n`);
}

const gapsOf = (levels) => levels.map(({ value, bound }) => (bound - value) / Math.max(1, Math.abs(value)));

async function benchSize(size, options) {
  const plan = PLANS[size];
  const instances = [];
  for (const seed of plan.seeds.slice(0, options.seeds ?? plan.seeds.length)) {
    const result = { size, seed };
    for (const mode of plan.modes) {
      const limit = options.limit ?? (mode === 'weighted' ? WEIGHTED_LIMIT : plan.limit);
      const ours = await measure(mode, size, seed, limit);
      if (mode === 'levels' && ours.levels !== undefined) {
        const known = knownOf(size).known.instances.find((each) => each.seed === seed);
        ours.againstBestKnown = compare(known, ours);
        ours.gaps = gapsOf(ours.levels);
        if (options.keep && ['not known', 'better', 'other problem'].includes(ours.againstBestKnown))
          keepVector(size, seed, ours);
      }
      result[mode] = ours;
      if (WARMED.includes(size)) {
        const { seconds, cpuSeconds, peakMegabytes } = await measure(mode, size, seed, limit, false);
        result.cold = { seconds, cpuSeconds, peakMegabytes };
      }
      if (!options.baseline) continue;
      const baseline = await measure(`${mode}-baseline`, size, seed, options.limit ?? plan.baselineLimit);
      result[`${mode}-baseline`] = baseline;
      result[`${mode}-timesFaster`] = {
        wall: baseline.seconds / ours.seconds,
        cpu: baseline.cpuSeconds / ours.cpuSeconds,
        // A baseline that was cut off would have taken longer still.
        atLeast: baseline.ended === false || baseline.status === 'time-limit',
      };
    }
    instances.push(result);
  }
  return instances;
}

/** Least squares of log(y) on log(x): y grows as x to this power. */
function exponent(points) {
  const [xs, ys] = [points.map(([x]) => Math.log(x)), points.map(([, y]) => Math.log(y))];
  const mean = (values) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const spread = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
  return spread === 0 ? null : xs.reduce((sum, x, at) => sum + (x - mx) * (ys[at] - my), 0) / spread;
}

function growth(instances, mode) {
  const done = instances.map((each) => each[mode]).filter((each) => each?.pairs !== undefined);
  const fit = (of, measured) => exponent(done.map((each) => [each[of], each[measured]]));
  return {
    instances: done.length,
    cpuWithPairs: fit('pairs', 'cpuSeconds'),
    cpuWithHouseholds: fit('households', 'cpuSeconds'),
    memoryWithPairs: fit('pairs', 'peakMegabytes'),
    memoryWithHouseholds: fit('households', 'peakMegabytes'),
  };
}

export async function benchScale(words) {
  const options = optionsOf(words);
  const instances = [];
  for (const size of options.sizes) instances.push(...(await benchSize(size, options)));
  const summary = options.sizes.map((size) => {
    const ofSize = instances.filter((each) => each.size === size && each.levels?.levels !== undefined);
    const ratios = ofSize.flatMap((each) => each['levels-timesFaster'] ?? []);
    return {
      size,
      medianSeconds: median(ofSize.map(({ levels }) => levels.seconds)),
      medianColdSeconds: median(ofSize.map(({ cold }) => cold?.seconds)),
      medianCpuSeconds: median(ofSize.map(({ levels }) => levels.cpuSeconds)),
      medianTimesFaster: ratios.length > 0 ? median(ratios.map(({ wall }) => wall)) : null,
      allProven: ofSize.every(({ levels }) => levels.status === 'optimal'),
    };
  });
  return {
    machine: {
      ...{ cores: os.cpus().length, model: os.cpus()[0]?.model, node: process.version },
      loadAverage: os.loadavg(),
    },
    date: new Date().toISOString(),
    summary,
    growth: { levels: growth(instances, 'levels'), weighted: growth(instances, 'weighted') },
    instances,
  };
}
