import type { Engine } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { Resolver, type Face } from '../../../src/core/optimizer/resolve-with';
import type { OpenRelaxation, WarmAnswer, WarmLimits } from '../../../src/core/optimizer/warm-relaxation';
import { openTiny, packing, TINY_ENGINE } from '../../support/tiny-engine';

export const seconds = () => 9;
export interface Ports {
  readonly whole?: Engine;
  readonly relaxation?: OpenRelaxation;
  readonly epsilon?: number;
}
export const resolver = (
  milp: Milp,
  levels: readonly (readonly number[])[],
  { whole = TINY_ENGINE, relaxation = openTiny, epsilon = 0 }: Ports = {},
) =>
  new Resolver(
    milp,
    levels.map((level) => ({ coefficients: Float64Array.from(level), epsilon })),
    { whole, relaxation },
  );
export async function solve(
  milp: Milp,
  levels: readonly (readonly number[])[],
  face: Partial<Face> = {},
  ports: Ports = {},
  secondsLeft = seconds,
) {
  const opened = resolver(milp, levels, ports);
  const answer = await opened.solve({ level: 0, programme: opened.milp, ...face }, secondsLeft);
  return answer.status === 'solved' ? [...answer.columnValues] : answer.status;
}
/** The tiny relaxation, with what it was asked, and answers changed. */
export function listening(change: (answer: WarmAnswer, asked: number) => WarmAnswer = (answer) => answer) {
  const asked: { programme: Milp; limits: WarmLimits }[] = [];
  const state = { closed: 0 };
  const relaxation: OpenRelaxation = (milp) => {
    const open = openTiny(milp);
    return {
      solve: (programme, limits) => {
        asked.push({ programme, limits });
        return change(open.solve(programme, limits), asked.length);
      },
      close: () => void state.closed++,
    };
  };
  return { relaxation, asked, state };
}
/** The relaxation promises 6; the best plan has 4, and of those the second level wants the second one. */
export const GAP = packing([0, 0, 0], [2, 2, 2, 3]);
export const GAP_LEVELS = [
  [4, 4, 3],
  [0, 1, 0],
];
export const ONE = packing([0, 0, 0], [1, 1, 1, 1]);
