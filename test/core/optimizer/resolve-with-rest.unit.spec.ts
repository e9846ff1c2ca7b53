import { describe, expect, it } from '@jest/globals';
import type { Milp } from '../../../src/core/optimizer/milp';
import { isPossible, weigh } from '../../../src/core/optimizer/programme';
import fc from '../../support/fast-check';
import { bestByTrying, milpOf, type TinyRow } from '../../support/random-milp';
import { listening, seconds, resolver, solve } from './resolve-levels';

/** So many columns that are held, so that what is free is little of the programme. */
const HELD = 120;

/** A few free columns, and behind them many that are held, each other one at 1 with a weight in one of the rows. */
function withHeld(free: number, rows: readonly TinyRow[], isOne: (place: number) => boolean): Milp {
  const weight = (row: number, place: number): number => (isOne(place) && place % rows.length === row ? 1 : 0);
  const padded = rows.map(({ weights, lower, upper }, row): TinyRow => {
    const held = Array.from({ length: HELD }, (_, place) => weight(row, place));
    const sum = held.reduce((total, each) => total + each, 0);
    return { weights: [...weights, ...held], lower: lower + sum, upper: upper + sum };
  });
  const milp = milpOf(new Array<number>(free + HELD).fill(0), padded);
  for (let place = 0; place < HELD; place++)
    milp.columnLower[free + place] = milp.columnUpper[free + place] = Number(isOne(place));
  return milp;
}

const EVERY_THIRD = (place: number) => place % 3 === 0;
const levelOf = (values: readonly number[], ofHeld = 0) => [...values, ...new Array<number>(HELD).fill(ofHeld)];

/** Two columns of which one may be chosen; the second level wants the second. */
const CHOICE = withHeld(2, [{ weights: [1, 1], lower: -Infinity, upper: 1 }], EVERY_THIRD);
const CHOICE_LEVELS = [levelOf([1, 1], 1), levelOf([1, 2], 1), levelOf([1, 3])];

describe('where little is free', () => {
  it('the rest is solved on that alone', async () => {
    const { relaxation, asked, state } = listening();
    const opened = resolver(CHOICE, CHOICE_LEVELS, { relaxation });
    const answer = await opened.solve({ level: 0, programme: opened.milp }, seconds);
    expect(answer).toMatchObject({ status: 'solved' });
    if (answer.status === 'solved') expect([...answer.columnValues.slice(0, 5)]).toEqual([0, 1, 1, 0, 0]);
    expect(asked.map(({ programme }) => programme.columns)).toEqual([122, 2, 2]);
    // That of the rest is closed; its own stays open for the next question.
    expect(state.closed).toBe(1);
    opened.close();
    expect(state.closed).toBe(2);
  });

  it('nothing is copied in a small programme', async () => {
    const { relaxation, asked } = listening();
    const levels = [
      [1, 1, 0],
      [1, 2, 0],
      [1, 3, 0],
    ];
    const small = milpOf([0, 0, 0], [{ weights: [1, 1, 0], lower: -Infinity, upper: 1 }], [1, 1, 0]);
    expect(await solve(small, levels, {}, { relaxation })).toEqual([0, 1, 0]);
    expect(new Set(asked.map(({ programme }) => programme.columns))).toEqual(new Set([3]));
  });

  it('it starts from a plan that lies there, and says what is enough in the words of the whole', async () => {
    const start = Float64Array.from(CHOICE.columnLower);
    start[1] = 1;
    const seen: number[][] = [];
    const isEnough = (programme: Milp) => {
      seen.push([programme.columns, programme.columnUpper[0]!, programme.columnLower[2]!]);
      return programme.columnUpper[0] === 0;
    };
    expect(await solve(CHOICE, CHOICE_LEVELS, { start, isEnough })).toBe('enough');
    expect(seen).toEqual([
      [122, 1, 1],
      [122, 0, 1],
    ]);
    start[0] = 1;
    expect(isPossible(CHOICE, start)).toBe(false);
    expect(await solve(CHOICE, CHOICE_LEVELS, { start })).toEqual([0, 1, ...CHOICE.columnLower.slice(2)]);
  });

  it('a hope that fails there is taken back to a level before it', async () => {
    // The relaxation of the first level promises 6 and the best plan has 4.
    const milp = withHeld(3, [{ weights: [2, 2, 2], lower: -Infinity, upper: 3 }], EVERY_THIRD);
    const answer = await solve(milp, [levelOf([4, 4, 3]), levelOf([0, 1, 0]), levelOf([1, 1, 1])]);
    expect(answer.slice(0, 3)).toEqual([0, 1, 0]);
  });

  it('a row that holds nothing free and is broken leaves no plan', async () => {
    const milp = withHeld(2, [{ weights: [1, 1], lower: -Infinity, upper: 1 }], EVERY_THIRD);
    const broken = { ...milp, rowUpper: milp.rowUpper.map((upper) => upper - 2) };
    expect(await solve(broken, CHOICE_LEVELS)).toBe('impossible');
  });

  it('it stops when time does', async () => {
    let asked = 0;
    expect(await solve(CHOICE, CHOICE_LEVELS, {}, {}, () => (asked++ < 2 ? 9 : 0))).toBe('stopped');
  });

  it('it finds what trying every plan finds, or that there is none', async () => {
    const random = fc.integer({ min: 3, max: 5 }).chain((columns) =>
      fc.record({
        rows: fc.array(
          fc.record({
            weights: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: columns, maxLength: columns }),
            lower: fc.constantFrom(-Infinity, -Infinity, 0, 2),
            upper: fc.integer({ min: 2, max: 6 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        levels: fc.array(fc.array(fc.integer({ min: -2, max: 6 }), { minLength: columns, maxLength: columns }), {
          minLength: 2,
          maxLength: 3,
        }),
        epsilon: fc.constantFrom(0, 0, 1),
      }),
    );
    await fc.assert(
      fc.asyncProperty(random, async ({ rows, levels, epsilon }) => {
        const milp = withHeld(levels[0]!.length, rows, EVERY_THIRD);
        const padded = levels.map((level) => levelOf(level, 2));
        const answer = await solve(milp, padded, {}, { epsilon });
        const best = bestByTrying(milp, padded);
        if (typeof answer === 'string') return expect([answer, best]).toEqual(['impossible', null]);
        const plan = Float64Array.from(answer);
        expect(isPossible(milp, plan)).toBe(true);
        const values = padded.map((level) => weigh(Float64Array.from(level), plan));
        if (epsilon === 0) expect(values).toEqual(best);
        else expect(values[0]).toBeGreaterThanOrEqual(best![0]! - epsilon);
      }),
      { numRuns: 40 },
    );
  });
});
