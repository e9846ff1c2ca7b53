import type { Engine, EngineTeam } from '../../../src/core/optimizer/engine';
import { solveLexicographically, type LevelOutcome } from '../../../src/core/optimizer/lexicographic';
import type { Milp } from '../../../src/core/optimizer/milp';
import { engineWith, packing, teamOf, TINY_ENGINE } from '../../support/tiny-engine';

export interface Asked {
  readonly team?: EngineTeam;
  readonly epsilon?: number;
  readonly secondsLeft?: () => number;
  readonly onLevel?: (level: number, outcome: LevelOutcome) => void;
}
export const solve = async (milp: Milp, levels: readonly (readonly number[])[], asked: Asked = {}) => {
  const { team = teamOf(TINY_ENGINE), epsilon = 0, secondsLeft = () => 9, onLevel } = asked;
  const solved = await solveLexicographically(
    milp,
    levels.map((level) => ({ coefficients: Float64Array.from(level), epsilon })),
    { engines: team, secondsLeft, onLevel },
  );
  return {
    plan: [...solved.columnValues],
    levels: solved.levels.map(({ value, bound, method }) => `${value} ${bound} ${method}`),
    decidedAt: [...solved.decidedAt],
  };
};
export const withWhole = (solveWhole: Engine['solveWhole']): EngineTeam => teamOf(engineWith({ solveWhole }).engine);
/** Whose bound no plan reaches: 2·4 of 7 points. */
export const GAP = packing([0, 0, 0], [2, 2, 2, 3]);
