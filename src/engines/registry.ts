import { DomainError } from '../core/errors';
import { ENGINE_IDS, type Engine, type EngineChoice, type EngineId } from '../core/optimizer/engine';
import { createHighsEngine } from './highs.engine';
import { createJavascriptLpSolverEngine } from './javascript-lp-solver.engine';

/** Every engine there is. Loading takes some tenths of a second; do it once a thread. */
const LOADERS: Readonly<Record<EngineId, () => Promise<Engine>>> = {
  highs: createHighsEngine,
  'javascript-lp-solver': async () => createJavascriptLpSolverEngine(),
};

/** What a caller may ask for: one engine by its id, or the one that suits each component. */
export const ENGINE_REQUESTS = ['auto', ...ENGINE_IDS] as const;
export type EngineRequest = (typeof ENGINE_REQUESTS)[number];

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
 *     javascript-lp-solver  0.5   0.5   0.8   1.6   2.6   4.8   4.4    10 (worst 123)
 *     HiGHS                 2.8    11    25    20    23    30    19    15
 *     HiGHS, relaxation     1.9   1.4   2.5   2.9   1.6   4.7   2.2   2.1
 *
 * Its plan counts where the exact bound of the relaxation confirms it; else HiGHS searches after all.
 */
const GUIDE_COLUMNS = 100;

/**
 * The engines for each component. `auto`: HiGHS, with a quick guide for small ones. A forced javascript-lp-solver still has
 * its plans judged by the bound of HiGHS's relaxation, because its own word proves nothing.
 */
export async function chooseEngines(request: EngineRequest): Promise<EngineChoice> {
  const highs = await engineById('highs');
  const second = await engineById('javascript-lp-solver');
  if (request === 'javascript-lp-solver') return () => ({ whole: second, relaxation: highs, guide: second });
  if (request === 'highs') return () => ({ whole: highs, relaxation: highs, guide: highs });
  return (milp) => ({ whole: highs, relaxation: highs, guide: milp.columns <= GUIDE_COLUMNS ? second : highs });
}
