import { DomainError } from '../core/errors';
import { ENGINE_IDS, type Engine, type EngineChoice, type EngineId } from '../core/optimizer/engine';
import type { OpenRelaxation } from '../core/optimizer/warm-relaxation';
import { createWarmRelaxations } from './highs-warm-relaxation';
import { createHighsEngine } from './highs.engine';
import { createJavascriptLpSolverEngine } from './javascript-lp-solver.engine';
import { HighsThreads } from './thread-pool';

/** Every engine there is. Loading takes some tenths of a second; do it once a thread. */
const LOADERS: Readonly<Record<EngineId, () => Promise<Engine>>> = {
  highs: createHighsEngine,
  'javascript-lp-solver': () => Promise.resolve(createJavascriptLpSolverEngine()),
};

/** What a caller may ask for: one engine by its id, or the one that suits each component. */
export const ENGINE_REQUESTS = ['auto', ...ENGINE_IDS] as const;
export type EngineRequest = (typeof ENGINE_REQUESTS)[number];

let threads: HighsThreads | null = null;
let openRelaxation: OpenRelaxation | null = null;

/** HiGHS in threads, started when they are first asked something and kept; idle ones do not hold up the end of the process. */
function parallelHighs(highs: Engine): Engine {
  threads ??= new HighsThreads(highs.version);
  return threads.engine;
}

const loaded = new Map<EngineId, Promise<Engine>>();

/** Throws `engine-failed` for an id that is not in the registry. */
export function engineById(id: EngineId): Promise<Engine> {
  const loader = Object.hasOwn(LOADERS, id) ? LOADERS[id] : undefined;
  if (loader === undefined) throw new DomainError('engine-failed', `There is no engine "${String(id)}"`, { id });
  const engine = loaded.get(id) ?? loader();
  loaded.set(id, engine);
  return engine;
}

export async function loadEngines(): Promise<readonly Engine[]> {
  return Promise.all(ENGINE_IDS.map(engineById));
}

/**
 * Up to this many columns javascript-lp-solver looks for the plan before HiGHS has to. Measured in a warm thread on 2 busy
 * cores, median of 12 random components, milliseconds for one search in whole numbers:
 *
 *     columns                 2     5    10    20    36    67    99   184
 *     javascript-lp-solver  0.9   1.1   0.9   1.9   3.9   6.6   7.3    16 (worst 156)
 *     HiGHS                 2.2   5.9    20    18    19    31    21    13
 *     HiGHS, relaxation     1.9   1.0   2.1   3.4   1.7   1.8   2.8   2.0
 *
 * Its plan counts where the exact bound of the relaxation confirms it; else HiGHS searches after all.
 */
const GUIDE_COLUMNS = 100;
/** It has no worst case that anybody knows, so a guide gets this many seconds and no more. */
const GUIDE_SECONDS = 1;

/**
 * The engines for each component. `auto`: HiGHS, with a quick guide for small ones. A forced javascript-lp-solver still has
 * its plans judged by the bound of HiGHS's relaxation, because its own word proves nothing.
 */
export async function chooseEngines(request: EngineRequest): Promise<EngineChoice> {
  const highs = await engineById('highs');
  openRelaxation ??= await createWarmRelaxations();
  const relaxing = { relaxation: highs, openRelaxation };
  const second = await engineById('javascript-lp-solver');
  const parallel = parallelHighs(highs);
  if (request === 'javascript-lp-solver') return () => ({ whole: second, ...relaxing, guide: second });
  if (request === 'highs') return () => ({ whole: highs, ...relaxing, guide: highs, parallel });
  const quick: Engine = {
    ...second,
    solveWhole: (milp, { timeLimitSeconds }) =>
      second.solveWhole(milp, { timeLimitSeconds: Math.min(timeLimitSeconds, GUIDE_SECONDS) }),
  };
  return (milp) => ({
    whole: highs,
    ...relaxing,
    guide: milp.columns <= GUIDE_COLUMNS ? quick : highs,
    parallel,
  });
}
