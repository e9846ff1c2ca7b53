// One HiGHS in a thread of its own: a programme in, an answer out. See `thread-pool.ts`.
import { parentPort } from 'node:worker_threads';
import type { EngineAnswer } from '../core/optimizer/engine';
import { engineById } from './registry';
import type { ThreadQuestion } from './thread-pool';

const engine = engineById('highs');

parentPort?.on('message', ({ milp, limits, whole }: ThreadQuestion) => {
  void engine
    .then((highs) => (whole ? highs.solveWhole(milp, limits) : highs.solveRelaxation(milp, limits)))
    .catch((error: unknown): EngineAnswer => ({ status: 'failed', message: String(error) }))
    .then((answer) => parentPort?.postMessage(answer));
});
