import { describe, expect, it } from '@jest/globals';
import type { Engine } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { freePart } from '../../../src/core/optimizer/programme';
import { Relaxer } from '../../../src/core/optimizer/relaxer';
import type { OpenRelaxation, WarmAnswer } from '../../../src/core/optimizer/warm-relaxation';
import { shown } from '../../support/random-milp';
import { engineWith, openTiny, openWith, packing } from '../../support/tiny-engine';

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

describe('what is learnt from an open relaxation', () => {
  const ROW = { columns: [1, 2], weights: [2, 3], lower: -Infinity, upper: 4 };

  /** An engine that shows its sums: ten times the column, plus the row. */
  function showing() {
    const { log, openRelaxation } = opening();
    const open: OpenRelaxation = (programme) => ({
      ...openRelaxation(programme),
      tableau: {
        inverseRows: (columns) => {
          log.push(`sums of ${columns.join(' ')}`);
          return columns.map((column) => Float64Array.of(10 * column, 10 * column + 1));
        },
        addRows: (rows) => void log.push(`add ${JSON.stringify(rows)}`),
      },
    });
    return { log, relaxer: new Relaxer({ relaxation: null, openRelaxation: open }) };
  }
  const sumsOf = (relaxer: Relaxer, places: readonly number[]) => relaxer.inverseRowsOf(freePart(MILP))(places);

  it('is about the columns of the whole, and comes back for the rows of the part', async () => {
    const { log, relaxer } = showing();
    await solve(relaxer);
    expect(sumsOf(relaxer, [1, 0])).toEqual([Float64Array.of(21), Float64Array.of(11)]);
    expect(log.at(-1)).toBe('sums of 2 1');
  });

  it('is nothing where no relaxation is open, or the engine does not show its sums', async () => {
    const { relaxer } = showing();
    expect(sumsOf(relaxer, [0])).toBeNull();
    await solve(relaxer);
    relaxer.close();
    expect(sumsOf(relaxer, [0])).toBeNull();
    const silent = new Relaxer({ relaxation: null, openRelaxation: openTiny });
    await solve(silent);
    expect(sumsOf(silent, [0])).toBeNull();
  });

  it('goes on in the open one, row after row', async () => {
    const { log, relaxer } = showing();
    await solve(relaxer);
    const more = relaxer.withRows(MILP, [ROW]);
    expect(shown(more).rows).toEqual([...shown(MILP).rows, '-Infinity..4: 0 2 3']);
    await solve(relaxer, more, 7);
    const twice = relaxer.withRows(more, [ROW]);
    await solve(relaxer, twice, 5);
    const added = `add ${JSON.stringify([ROW])}`;
    expect(log).toEqual(['open 2', 'solve 2 within 9', added, 'solve 2 within 7', added, 'solve 2 within 5']);
    relaxer.close();
    expect(log.at(-1)).toBe('close 2');
  });

  it('changes nothing where there are no rows', async () => {
    const { log, relaxer } = showing();
    await solve(relaxer);
    expect(relaxer.withRows(MILP, [])).toBe(MILP);
    expect(log).toHaveLength(2);
  });

  it('is not added to a programme that is not the open one', async () => {
    const { log, relaxer } = showing();
    const before = relaxer.withRows(MILP, [ROW]);
    expect(before.rows).toBe(3);
    await solve(relaxer);
    const other = relaxer.withRows(before, [ROW]);
    expect(other.rows).toBe(4);
    expect(log).toHaveLength(2);
    await solve(relaxer, other);
    expect(log.slice(2)).toEqual(['close 2', 'open 4', 'solve 4 within 9']);
  });

  it('opens the programme anew where the engine does not show its sums', async () => {
    const { log, openRelaxation } = opening();
    const relaxer = new Relaxer({ relaxation: null, openRelaxation });
    await solve(relaxer);
    await solve(relaxer, relaxer.withRows(MILP, [ROW]));
    expect(log.slice(2)).toEqual(['close 2', 'open 3', 'solve 3 within 9']);
  });
});

describe('the corner to start from', () => {
  /** One column of three is worth something. */
  const IDLE = packing([0, 3, 0], [1, 1, 1, 1]);

  it('is looked for when a programme is opened, and not again', async () => {
    const { open, asked, ends } = openWith();
    const relaxer = new Relaxer({ relaxation: null, openRelaxation: open });
    const about = () => asked.splice(0).map(({ milp, limits }) => [milp.columns, limits]);
    const basis = { columns: Int32Array.of(0, 0, 0), rows: Int32Array.of(0) };
    await solve(relaxer, IDLE);
    expect(about()).toEqual([
      [1, { timeLimitSeconds: 9 }],
      [3, { timeLimitSeconds: 9, basis }],
    ]);
    expect(ends.closed).toBe(1);
    await solve(relaxer, { ...IDLE, objective: Float64Array.of(0, 0, 3) }, 5);
    expect(about()).toEqual([[3, { timeLimitSeconds: 5, basis: undefined }]]);
    await solve(relaxer, packing([0, 0, 2], [1, 1, 1, 1]), 4);
    expect(about()).toEqual([
      [1, { timeLimitSeconds: 4 }],
      [3, { timeLimitSeconds: 4, basis }],
    ]);
    relaxer.close();
    await solve(relaxer, IDLE, 3);
    expect(about()).toHaveLength(2);
  });

  it('is looked for again after the open one gave up', async () => {
    const { open, asked, ends } = openWith(() => ({ status: 'stopped' }));
    const { engine, relaxed } = engineWith();
    const relaxer = new Relaxer({ relaxation: engine, openRelaxation: open });
    await solve(relaxer, IDLE);
    await solve(relaxer, IDLE);
    expect(asked.map(({ milp }) => milp.columns)).toEqual([1, 3, 1, 3]);
    expect(ends.closed).toBe(4);
    expect(relaxed).toHaveLength(2);
  });
});
