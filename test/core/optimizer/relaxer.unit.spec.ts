import { describe, expect, it } from '@jest/globals';
import type { Engine } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { freePart } from '../../../src/core/optimizer/programme';
import { Relaxer } from '../../../src/core/optimizer/relaxer';
import type { OpenRelaxation, WarmAnswer } from '../../../src/core/optimizer/warm-relaxation';
import { engineWith, openTiny, packing } from '../../support/tiny-engine';

/** The first column is fixed, and with it the first row. */
const MILP = packing([9, 3, 2], [1, 0, 0, 1], [0, 1, 1, 1]);
MILP.columnLower[0] = 1;

function opening(change: (answer: WarmAnswer) => WarmAnswer = (answer) => answer) {
  const log: string[] = [];
  const openRelaxation: OpenRelaxation = (programme) => {
    const name = programme.rows;
    log.push(`open ${name}`);
    const warm = openTiny(programme);
    return {
      solve: (milp, limits) => {
        log.push(`solve ${name} within ${limits.timeLimitSeconds}`);
        return change(warm.solve(milp, limits));
      },
      close: () => void log.push(`close ${name}`),
    };
  };
  return { log, openRelaxation };
}
const solve = (relaxer: Relaxer, milp: Milp = MILP, seconds = 9) => relaxer.solve(milp, freePart(milp), () => seconds);

describe('relaxations of one programme', () => {
  it('stay open from one to the next, and answer for the part that is free', async () => {
    const { log, openRelaxation } = opening();
    const { engine, relaxed } = engineWith();
    const relaxer = new Relaxer({ relaxation: engine, openRelaxation });
    const answer = await solve(relaxer);
    expect(answer).toEqual({
      status: 'optimal',
      columnValues: Float64Array.of(1, 0),
      reducedCosts: expect.any(Float64Array),
      rowDuals: expect.any(Float64Array),
    });
    expect(answer!.reducedCosts).toHaveLength(2);
    expect(answer!.rowDuals).toHaveLength(1);
    const next = await solve(relaxer, { ...MILP, objective: Float64Array.of(0, 2, 3) }, 5);
    expect([...next!.columnValues!]).toEqual([0, 1]);
    expect(log).toEqual(['open 2', 'solve 2 within 9', 'solve 2 within 5']);
    expect(relaxed).toEqual([]);
    relaxer.close();
    relaxer.close();
    expect(log.slice(3)).toEqual(['close 2']);
  });

  it('are opened anew for another matrix', async () => {
    const { log, openRelaxation } = opening();
    const relaxer = new Relaxer({ relaxation: null, openRelaxation });
    await solve(relaxer);
    await solve(relaxer, packing([1, 1], [1, 1, 1]));
    expect(log).toEqual(['open 2', 'solve 2 within 9', 'close 2', 'open 1', 'solve 1 within 9']);
  });

  it('start from nothing where the open one gives up', async () => {
    const { log, openRelaxation } = opening(() => ({ status: 'stopped' }));
    const { engine, relaxed } = engineWith();
    const answer = await solve(new Relaxer({ relaxation: engine, openRelaxation }));
    expect([...answer!.columnValues!]).toEqual([1, 0]);
    expect(log.at(-1)).toBe('close 2');
    expect(relaxed).toHaveLength(1);
    expect(await solve(new Relaxer({ relaxation: null, openRelaxation }))).toBeNull();
  });

  it('start from nothing where no engine keeps them open', async () => {
    const { engine, relaxed } = engineWith();
    const limits: number[] = [];
    const listening: Engine = {
      ...engine,
      solveRelaxation: (milp, limit) => {
        limits.push(limit.timeLimitSeconds);
        return engine.solveRelaxation(milp, limit);
      },
    };
    const relaxer = new Relaxer({ relaxation: listening });
    expect([...(await solve(relaxer))!.columnValues!]).toEqual([1, 0]);
    expect(relaxed.map(({ columns }) => columns)).toEqual([2]);
    expect(limits).toEqual([9]);
    relaxer.close();
    expect(await solve(new Relaxer({ relaxation: null }))).toBeNull();
  });
});
