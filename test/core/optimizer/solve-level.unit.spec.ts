import { describe, expect, it } from '@jest/globals';
import type { Engine, EngineAnswer, EngineTeam } from '../../../src/core/optimizer/engine';
import type { Milp } from '../../../src/core/optimizer/milp';
import { isPossible, weigh } from '../../../src/core/optimizer/programme';
import { Relaxer } from '../../../src/core/optimizer/relaxer';
import { giveUp, keepLevel, solveLevel } from '../../../src/core/optimizer/solve-level';
import type { OpenRelaxation, WarmAnswer } from '../../../src/core/optimizer/warm-relaxation';
import fc from '../../support/fast-check';
import { milpOf, shown, solutionsOf } from '../../support/random-milp';
import {
  always,
  bestWhole,
  engineWith,
  openTiny,
  packing,
  relax,
  teamOf,
  TINY_ENGINE,
} from '../../support/tiny-engine';

/** Three households of whom any two stand in each other's way, each worth this much. */
const circle = (worth: number) => packing([worth, worth, worth], [1, 1, 0, 1], [0, 1, 1, 1], [1, 0, 1, 1]);
const TWO_CIRCLES = packing(
  [2, 2, 2, 2, 2, 2],
  ...[0, 3].flatMap((at) =>
    [
      [0, 1],
      [1, 2],
      [0, 2],
    ].map((pair): [...number[], number] => [...[0, 1, 2, 3, 4, 5].map((each) => Number(pair.includes(each - at))), 1]),
  ),
);
/** Half of each household: more than any plan has. */
const HALF = [0.5, 0.5, 0.5];
const NOBODY = [0, 0, 0];
const ONE = [1, 0, 0];

const optimal = (milp: Milp, values: readonly number[], duals: readonly number[]): WarmAnswer => ({
  status: 'optimal',
  columnValues: Float64Array.from({ length: milp.columns }, (_, column) => values[column] ?? 1),
  reducedCosts: new Float64Array(milp.columns),
  rowDuals: Float64Array.from({ length: milp.rows }, (_, row) => duals[row] ?? 0),
  basis: { columns: new Int32Array(milp.columns), rows: new Int32Array(milp.rows) },
});
/** The guide weighs all levels together, in large numbers. */
const isGuide = ({ objective }: Milp) => objective.some((each) => each > 1e6);
const isAsOpened = (milp: Milp, opened: Milp) =>
  `${milp.columnLower.join(' ')} ${milp.columnUpper.join(' ')}` ===
  `${opened.columnLower.join(' ')} ${opened.columnUpper.join(' ')}`;

interface Script {
  /** The answer to each question about the level; after these the engine gives up. Absent: true answers. */
  readonly told?: readonly (readonly [values: readonly number[], duals: readonly number[]])[];
  /** What the engine finds from nothing, beside a relaxation that is open. */
  readonly other?: readonly [values: readonly number[], duals: readonly number[]];
  /** The rows of which a half gives the value of a column; null: the engine does not show its sums. */
  readonly halves?: ((column: number) => readonly number[]) | null;
  readonly guide?: Engine['solveWhole'];
  readonly whole?: Engine['solveWhole'];
}

/** Engines that say what they are asked about the level: to relax it, also from another corner, to learn rows, and to search it or its core. */
function scripted({ told, other, halves = () => [0, 1, 2], guide, whole }: Script = {}) {
  const log: string[] = [];
  const opened: Milp[] = [];
  let place = 0;
  let open = 0;
  const openRelaxation: OpenRelaxation = (programme) => {
    opened.push(programme);
    const isOther = open++ > 0;
    let { rows } = programme;
    const solve = (milp: Milp): WarmAnswer => {
      if (!isGuide(milp)) log.push(isOther ? 'other' : 'relax');
      if (told === undefined) return openTiny(milp).solve(milp, { timeLimitSeconds: 1 });
      if (isGuide(milp)) return isAsOpened(milp, programme) ? optimal(milp, HALF, []) : { status: 'infeasible' };
      if (isOther) return other ? optimal(milp, ...other) : { status: 'stopped' };
      const next = told[place++];
      return next === undefined ? { status: 'stopped' } : optimal(milp, ...next);
    };
    const tableau = halves && {
      inverseRows: (columns: readonly number[]) =>
        columns.map((column) =>
          Float64Array.from({ length: rows }, (_, row) => (halves(column).includes(row) ? 0.5 : 0)),
        ),
      addRows: (added: readonly unknown[]) => {
        log.push('learn');
        rows += added.length;
      },
    };
    return { solve, ...(tableau && { tableau }), close: () => void open-- };
  };
  const logging = (word: string, given?: Engine['solveWhole']): Engine => ({
    ...TINY_ENGINE,
    solveWhole: (...asked) => {
      log.push(word);
      return given?.(...asked) ?? TINY_ENGINE.solveWhole(...asked);
    },
  });
  const engines: EngineTeam = {
    ...{ guide: logging('guide', guide), whole: logging('search', whole) },
    ...{ relaxation: null, openRelaxation },
  };
  return { log, opened, engines };
}

interface Asked {
  readonly engines?: EngineTeam;
  readonly next?: readonly (readonly number[])[];
  readonly epsilon?: number;
  readonly secondsLeft?: () => number;
}
async function solve(milp: Milp, known: readonly number[], asked: Asked = {}) {
  const { engines = teamOf(TINY_ENGINE), next = [], epsilon = 0, secondsLeft = () => 9 } = asked;
  const relaxer = new Relaxer(engines);
  const levels = [milp.objective, ...next.map((level) => Float64Array.from(level))];
  const plan = Float64Array.from(known);
  const step = await solveLevel(milp, levels, epsilon, plan, { engines, relaxer, secondsLeft });
  const { bound, method, stopped } = step;
  const kept = (target: number) => keepLevel(step, target, relaxer);
  return { step, kept, plan: [...step.plan], ended: `${bound} ${method}${stopped ? ', stopped' : ''}` };
}
/** With a column more in front that is fixed and worth 5. */
const besideFixed = (worth: number) => {
  const milp = packing([5, worth, worth, worth], [0, 1, 1, 0, 1], [0, 0, 1, 1, 1], [0, 1, 0, 1, 1]);
  milp.columnLower[0] = 1;
  return milp;
};

describe('rows that are learnt for a level', () => {
  it('prove it without a search in whole numbers', async () => {
    const { log, engines } = scripted();
    const { step, plan, ended } = await solve(circle(2), NOBODY, { engines });
    expect(plan.toSorted()).toEqual([0, 0, 1]);
    expect(ended).toBe('2 lp-bound');
    expect(log).toEqual(['relax', 'relax', 'learn', 'relax']);
    expect(shown(step.programme).rows).toEqual([...shown(circle(2)).rows, '-Infinity..1: 1 1 1']);
    expect(step.part.milp.rows).toBe(4);
    expect(step.receipt!.scaledBound).toBe(2n * step.receipt!.scale);
  });

  it('are rows of the whole programme, of which what is fixed counts', async () => {
    const { log, engines } = scripted();
    const { step, plan, ended } = await solve(besideFixed(2), [1, 0, 0, 0], { engines });
    expect(plan.toSorted()).toEqual([0, 0, 1, 1]);
    expect(ended).toBe('7 lp-bound');
    expect(log).toEqual(['relax', 'relax', 'learn', 'relax']);
    expect(shown(step.programme).rows.at(-1)).toBe('-Infinity..1: 0 1 1 1');
    expect(step.part.constant).toBe(5);
  });

  it('come from another corner too where the bound stands still', async () => {
    const duals = [1, 1, 1, 1, 1, 1];
    const { engines } = scripted({
      told: [0, 1, 2, 3, 4, 5].map(() => [[...HALF, 1, 0, 0], duals] as const),
      other: [[1, 0, 0, ...HALF], duals],
      halves: (column) => (column < 3 ? [0, 1, 2] : [3, 4, 5]),
    });
    const { step } = await solve(TWO_CIRCLES, [...NOBODY, ...NOBODY], { engines });
    const learnt = shown(step.programme).rows.slice(6);
    const ofFirst = '-Infinity..1: 1 1 1 0 0 0';
    expect(learnt).toEqual([...new Array<string>(5).fill(ofFirst), '-Infinity..1: 0 0 0 1 1 1']);
  });

  it('lead to one thorough search for a plan once they lower the bound no more', async () => {
    const told = Array.from({ length: 99 }, () => [HALF, [1, 1, 1]] as const);
    const { log, opened, engines } = scripted({ told });
    const { plan, ended } = await solve(circle(2), ONE, { engines });
    expect(plan).toEqual(ONE);
    expect(ended).toBe('2 branch-and-bound');
    // Eight rounds in which the bound stands still; after the fourth each looks at another corner too.
    const easy = ['relax', 'relax', 'learn', 'relax', 'guide', 'learn', 'relax', 'learn', 'relax', 'learn'];
    const hard = Array.from({ length: 3 }, () => ['relax', 'other', 'learn']).flat();
    expect(log).toEqual([...easy, ...hard, 'relax', 'other', 'search']);
    // One of them for the quick way to a plan, which is tried before rows are learnt.
    expect(opened.filter(isGuide)).toHaveLength(1);
  });

  it('do not lead to one while they lower it', async () => {
    // The columns alone say 6; multipliers of 0, a third, two thirds and 1 say 6, 5, 4 and 3.
    const told = [0, 0, 1, 2, 3, 3].map((thirds) => [HALF, [thirds / 3, thirds / 3, thirds / 3]] as const);
    const { log, engines } = scripted({ told });
    expect((await solve(circle(2), ONE, { engines })).ended).toBe('2 branch-and-bound');
    const falling = Array.from({ length: 4 }, () => ['relax', 'learn']).flat();
    expect(log).toEqual(['relax', ...falling, 'relax', 'other', 'guide', 'learn', 'relax', 'search']);
  });

  it('wait for a thorough search in a large programme', async () => {
    const log = async (columns: number) => {
      const others = Array.from({ length: columns - 3 }, () => 0);
      const milp = packing(
        [2, 2, 2, ...others.map(() => 1)],
        [1, 1, 0, ...others, 1],
        [0, 1, 1, ...others, 1],
        [1, 0, 1, ...others, 1],
      );
      const script = scripted({
        told: [1, 2].map(() => [HALF, [1, 1, 1]] as const),
        guide: always({ status: 'time-limit' }),
        whole: always({ status: 'time-limit' }),
      });
      await solve(milp, [...ONE, ...others.map(() => 1)], { engines: script.engines });
      return script.log;
    };
    expect(await log(10_000)).toEqual(['relax', 'relax', 'learn', 'relax', 'search']);
    expect(await log(10_001)).toEqual(['relax', 'guide', 'relax', 'learn', 'relax', 'search']);
  });

  it('end where nothing is left to learn, after which the search decides', async () => {
    const { log, engines } = scripted({ halves: (column) => (column < 3 ? [0, 1, 2] : []) });
    const { step, plan, ended } = await solve(TWO_CIRCLES, [...NOBODY, ...NOBODY], { engines });
    expect(ended).toBe('4 branch-and-bound');
    expect(plan.filter((each) => each === 1)).toHaveLength(2);
    expect(log).toEqual(['relax', 'relax', 'learn', 'relax', 'guide', 'search']);
    expect(shown(step.programme).rows.at(-1)).toBe('-Infinity..1: 1 1 1 0 0 0');
  });

  it('are learnt in two rounds more where the plan has reached the whole part of the bound', async () => {
    const told = Array.from({ length: 99 }, () => [HALF, [0.5, 0.5, 0.5]] as const);
    const { log, engines } = scripted({ told });
    const { step, plan, ended } = await solve(circle(1), ONE, { engines });
    expect(plan).toEqual(ONE);
    expect(ended).toBe('1 lp-bound');
    expect(log).toEqual(['relax', 'learn', 'relax', 'learn', 'relax']);
    expect(step.programme.rows).toBe(5);
  });

  it('are enough as soon as the bound is exact', async () => {
    const { log, engines } = scripted();
    expect((await solve(circle(1), ONE, { engines })).ended).toBe('1 lp-bound');
    expect(log).toEqual(['relax', 'learn', 'relax']);
  });

  it('are not learnt where the relaxation has no more than the plan, whatever its fractions', async () => {
    const milp = packing([1, 1, 0], [1, 1, 0, 1], [0, 1, 1, 1], [1, 0, 1, 1]);
    const { log, engines } = scripted({ told: [[HALF, [1, 0, 0]]] });
    expect((await solve(milp, ONE, { engines })).ended).toBe('1 lp-bound');
    expect(log).toEqual(['relax']);
    const beside = besideFixed(1);
    beside.objective[3] = 0;
    const fixed = scripted({
      told: [
        [
          [1, ...HALF],
          [1, 0, 0],
        ],
      ],
    });
    expect((await solve(beside, [1, ...ONE], { engines: fixed.engines })).ended).toBe('6 lp-bound');
    expect(fixed.log).toEqual(['relax']);
  });

  it('leave columns of a plan that is worse by what may be given up', async () => {
    // Beside the circle a pair of which one takes the room of the other, and is worth 2 less.
    const milp = packing(
      [2, 2, 2, 5, 3],
      [1, 1, 0, 0, 0, 1],
      [0, 1, 1, 0, 0, 1],
      [1, 0, 1, 0, 0, 1],
      [0, 0, 0, 1, 1, 1],
    );
    const columns = async (epsilon: number) => {
      const { engines } = scripted();
      const { step, ended } = await solve(milp, [1, 0, 0, 1, 0], { engines, epsilon });
      expect(ended).toBe('7 lp-bound');
      return shown(step.programme).columns;
    };
    expect(await columns(0)).toBe('0..1 0..1 0..1 1..1 0..0');
    expect(await columns(1)).toBe('0..1 0..1 0..1 0..1 0..1');
  });
});

describe('a plan for a level', () => {
  it('is the answer of the relaxation where that is whole and better', async () => {
    const { log, engines } = scripted();
    const { plan, ended } = await solve(packing([3, 2], [1, 1, 1]), [0, 1], { engines });
    expect([plan, ended]).toEqual([[1, 0], '3 lp-bound']);
    expect(log).toEqual(['relax']);
  });

  it.each<[string, Milp, number[]]>([
    ['', circle(1), NOBODY],
    [', with what is fixed', besideFixed(1), [1, ...NOBODY]],
  ])('is found quickly where one reaches the bound%s', async (_name, milp, known) => {
    const { log, engines } = scripted({ halves: null });
    const { plan, ended } = await solve(milp, known, { engines });
    expect(plan.slice(-3).toSorted()).toEqual([0, 0, 1]);
    expect(ended).toBe(`${milp.columns === 4 ? 6 : 1} lp-bound`);
    expect(log).toEqual(['relax', 'relax']);
  });

  it('is not looked for where the one at hand reaches the bound', async () => {
    const { log, engines } = scripted({ halves: null });
    const { step, ended } = await solve(circle(1), [0, 1, 0], { engines });
    expect([...step.plan]).toEqual([0, 1, 0]);
    expect(ended).toBe('1 lp-bound');
    expect(log).toEqual(['relax']);
  });

  // The heavy one, or two light ones that are worth the same, and more on the next level.
  const equal = packing([4, 2, 2, 2], [4, 2, 2, 2, 5]);
  it.each<[string, number[], number[]]>([
    ['is not whole', [0.5, 1, 0, 0], [1, 0, 0, 0]],
    ['breaks a row', [1, 1, 0, 0], [1, 0, 0, 0]],
    ['is worth less', [0, 1, 0, 0], [1, 0, 0, 0]],
    ['is worth the same, and more on the next level', [0.0001, 0.9999, 1, -0.00001], [0, 1, 1, 0]],
    ['is almost whole, but not quite', [0.0002, 0.9998, 1, 0], [1, 0, 0, 0]],
  ])('is judged: one that %s', async (_name, values, expected) => {
    const columnValues = Float64Array.from(values);
    const { engines } = scripted({
      halves: null,
      guide: always({ status: 'time-limit' }),
      whole: always({ status: 'optimal', columnValues, bound: 4 }),
    });
    const { plan, ended } = await solve(equal, [1, 0, 0, 0], { engines, next: [[0, 1, 1, 1]] });
    expect([plan, ended]).toEqual([expected, '4 branch-and-bound']);
  });

  it('stays what it is where another is no better', async () => {
    const columnValues = Float64Array.of(0, 1, 0);
    const { engines } = scripted({ halves: null, whole: always({ status: 'optimal', columnValues, bound: 2 }) });
    const engine = { ...engines, guide: engines.whole };
    for (const next of [[], [[0, 0, 1]], [[1, 0, 0], NOBODY, [0, 1, 0]]]) {
      expect((await solve(circle(2), ONE, { engines: engine, next })).plan).toEqual(ONE);
    }
    expect((await solve(circle(2), ONE, { engines: engine, next: [NOBODY, [0, 1, 0]] })).plan).toEqual([0, 1, 0]);
  });
});

describe('how a level ended', () => {
  const searched = async (answer: EngineAnswer, milp: Milp, known: readonly number[]) => {
    const { engine, searched: asked } = engineWith({ solveWhole: always(answer) });
    const guide = engineWith({ solveWhole: always({ status: 'time-limit' }) }).engine;
    const { plan, ended } = await solve(milp, known, { engines: { ...teamOf(engine), guide } });
    return { plan, ended, asked };
  };
  it.each<[string, EngineAnswer, string]>([
    ['a bound of the plan', { status: 'optimal', bound: 2 }, '2 branch-and-bound'],
    ['a bound that no plan is worth', { status: 'optimal', bound: 2.998 }, '2 branch-and-bound'],
    ['a bound that is almost the next', { status: 'optimal', bound: 2.9995 }, '3 not-proven'],
    ['a bound that says nothing', { status: 'optimal', bound: 9 }, '3 not-proven'],
    ['a bound below the plan', { status: 'optimal', bound: 1 }, '2 branch-and-bound'],
    ['no bound', { status: 'optimal' }, '3 not-proven'],
    ['no bound and no time', { status: 'time-limit' }, '3 not-proven, stopped'],
    ['a bound and no time', { status: 'time-limit', bound: 2 }, '2 branch-and-bound, stopped'],
  ])('after a search that gives %s', async (_name, answer, expected) => {
    const { ended, asked } = await searched(answer, circle(2), ONE);
    expect(ended).toBe(expected);
    expect(asked.map(({ start, seconds }) => [start, seconds])).toEqual([[ONE, 9]]);
  });

  it('is said with what is fixed', async () => {
    const fixed = (bound: number) => searched({ status: 'optimal', bound }, besideFixed(2), [1, ...ONE]);
    expect((await fixed(2)).ended).toBe('7 branch-and-bound');
    expect((await fixed(3)).ended).toBe('8 not-proven');
    expect((await fixed(2)).asked[0]!.start).toEqual(ONE);
  });

  it('is proven by the bound of the relaxation where the plan that was searched for reaches it', async () => {
    const columnValues = Float64Array.of(0, 0, 1);
    for (const bound of [1, undefined]) {
      expect(await searched({ status: 'optimal', columnValues, bound }, circle(1), NOBODY)).toMatchObject({
        ...{ plan: [0, 0, 1], ended: '1 lp-bound' },
      });
    }
    const fixed = await searched({ status: 'optimal', columnValues }, besideFixed(1), [1, ...NOBODY]);
    expect(fixed).toMatchObject({ plan: [1, 0, 0, 1], ended: '6 lp-bound' });
  });

  it('is searched among what can still be better, whatever may be given up', async () => {
    // The relaxation promises 6; with the last one 3 of that are lost, which leaves less than the plan at hand.
    const { engine, searched: asked } = engineWith();
    const milp = packing([4, 4, 4, 1], [2, 2, 2, 2, 3]);
    const { step, ended } = await solve(milp, [1, 0, 0, 0], { engines: teamOf(engine), epsilon: 1 });
    expect(ended).toBe('4 branch-and-bound');
    expect(step.part.milp.columns).toBe(4);
    expect(asked.at(-1)!.milp.columns).toBe(3);
  });

  it('is not proven where time ran out after the relaxation, and nobody looks for a plan', async () => {
    const { log, engines } = scripted({ whole: always({ status: 'time-limit' }) });
    const secondsLeft = () => (log.length > 0 ? 0 : 9);
    const { plan, ended } = await solve(circle(2), ONE, { engines, secondsLeft });
    expect([plan, ended]).toEqual([ONE, '3 not-proven, stopped']);
    expect(log).toEqual(['relax', 'search']);
  });

  it('is proven without an engine where nothing that is free counts', async () => {
    const { log, engines } = scripted();
    const { step, ended } = await solve(besideFixed(0), [1, ...ONE], { engines });
    expect(ended).toBe('5 lp-bound');
    expect([...step.plan]).toEqual([1, ...ONE]);
    expect(step.receipt).toBeNull();
    expect(log).toEqual([]);
  });

  it.each<[string, Partial<Engine>]>([
    ['there is no relaxation', {}],
    ['it has no duals', { solveRelaxation: (milp) => Promise.resolve({ ...relax(milp), rowDuals: undefined }) }],
    ['it has no values', { solveRelaxation: (milp) => Promise.resolve({ ...relax(milp), columnValues: undefined }) }],
  ])('is left to the search where %s', async (name, answers) => {
    const { engine, searched: asked } = engineWith(answers);
    const engines = { ...teamOf(engine), ...(name === 'there is no relaxation' && { relaxation: null }) };
    const milp = { ...packing([3, 2, -1], [2, 2, 0, 3]), columnLower: Float64Array.of(0, 0, -2) };
    const { plan, ended } = await solve(milp, [0, 1, 0], { engines });
    expect([plan, ended]).toEqual([[1, 0, -2], '5 branch-and-bound']);
    expect(asked).toHaveLength(1);
    const silent = { ...engines, whole: engineWith({ solveWhole: always({ status: 'optimal' }) }).engine };
    const bound = name === 'it has no values' ? 6 : 7;
    expect((await solve(milp, [0, 1, 0], { engines: silent })).ended).toBe(`${bound} not-proven`);
  });

  it.each<[string, Partial<Engine>, string]>([
    [
      'says that the relaxation has no solution',
      { solveRelaxation: always({ status: 'infeasible' }) },
      'the relaxation has no solution though a plan is known',
    ],
    [
      'says that there is no plan',
      { solveWhole: always({ status: 'infeasible' }) },
      'a search that has a solution ended as infeasible: no message',
    ],
    [
      'says that there is no end',
      { solveWhole: always({ status: 'unbounded' }) },
      'a search that has a solution ended as unbounded: no message',
    ],
    [
      'fails',
      { solveWhole: always({ status: 'failed', message: 'out of memory' }) },
      'a search that has a solution ended as failed: out of memory',
    ],
  ])('is not believed of an engine that %s', async (_name, answers, message) => {
    await expect(solve(circle(2), ONE, { engines: teamOf(engineWith(answers).engine) })).rejects.toMatchObject({
      code: 'engine-failed',
      message: `An engine contradicts what is known: ${message}`,
    });
  });

  it('is said without an engine too', () => {
    const milp = { ...packing([3, 2, -1, 0], [2, 2, 0, 0, 3]), columnLower: Float64Array.of(0, 0, -2, 0) };
    const [plan, best] = [Float64Array.of(0, 1, 0, 0), Float64Array.of(1, 1, -2, 0)];
    expect(giveUp(milp, plan)).toMatchObject({ plan, bound: 7, method: 'not-proven', stopped: true, receipt: null });
    expect(giveUp(milp, best)).toMatchObject({ plan: best, bound: 7, method: 'lp-bound', stopped: true });
    expect(giveUp(milp, plan).programme).toBe(milp);
    expect(giveUp(milp, plan).part.milp.columns).toBe(4);
  });
});

describe('what remains after a level', () => {
  it('needs no row where the relaxation has no more than the plan', async () => {
    const { engines } = scripted();
    const { step, kept } = await solve(packing([3, 2, 0], [1, 1, 0, 1]), [1, 0, 0], { engines });
    expect(shown(kept(3))).toEqual({ ...shown(step.programme), columns: '1..1 0..0 0..1', rows: ['1..1: 1 1 0'] });
    expect(shown(kept(2))).toMatchObject({ columns: '0..1 0..1 0..1', rows: ['1..1: 1 1 0', '2..Infinity: 3 2 0'] });
  });

  it('needs none either where the multipliers are halves', async () => {
    const ring = [0, 1, 2, 3].map((row): [...number[], number] => [
      ...[0, 1, 2, 3].map((column) => Number(column === row || column === (row + 1) % 4)),
      1,
    ]);
    const { engines } = scripted({
      told: [
        [
          [1, 0, 1, 0],
          [0.5, 0.5, 0.5, 0.5],
        ],
      ],
    });
    const { step, kept } = await solve(packing([1, 1, 1, 1], ...ring), [1, 0, 1, 0], { engines });
    expect([step.receipt!.scale, kept(2).rows, kept(1).rows]).toEqual([2n, 4, 5]);
  });

  it('has a row where it has more', async () => {
    const { engines } = scripted({ halves: null });
    const { kept } = await solve(circle(1), ONE, { engines });
    expect(shown(kept(1)).rows).toEqual([...shown(circle(1)).rows, '1..Infinity: 1 1 1']);
  });

  it('counts what is fixed', async () => {
    const { engines } = scripted();
    const { step, kept } = await solve(besideFixed(1), [1, ...ONE], { engines });
    expect(kept(6).rows).toBe(step.programme.rows);
    expect(shown(kept(5)).rows.at(-1)).toBe('5..Infinity: 5 1 1 1');
  });

  it('has a row, and what follows from it, where there is no bound', async () => {
    const engines = { ...teamOf(TINY_ENGINE), relaxation: null };
    const { kept } = await solve(packing([3, 2], [1, 1, 1]), [1, 0], { engines });
    expect(shown(kept(3))).toMatchObject({ columns: '1..1 0..0', rows: ['-Infinity..1: 1 1', '3..Infinity: 3 2'] });
  });

  it('is all where nothing that is free counts', async () => {
    const { step, kept } = await solve(besideFixed(0), [1, ...ONE]);
    expect(kept(5)).toBe(step.programme);
  });

  const anyProgramme = fc.integer({ min: 1, max: 5 }).chain((columns) => {
    const numbers = (min: number, max: number) =>
      fc.array(fc.integer({ min, max }), { minLength: columns, maxLength: columns });
    const row = fc.record({ weights: numbers(0, 2), upper: fc.integer({ min: 1, max: 3 }) });
    return fc.record({
      ...{ worth: numbers(-1, 4), next: numbers(0, 2), upper: numbers(1, 2), rows: fc.array(row, { maxLength: 4 }) },
      ...{ isFixed: fc.boolean(), known: fc.nat(), epsilon: fc.integer({ min: 0, max: 2 }) },
      ...{ engines: fc.constantFrom('closed', 'open', 'showing', 'none'), halves: fc.integer({ min: 0, max: 15 }) },
    });
  });
  it('are all plans that are good enough and no others, for any programme and whatever sums an engine shows', async () => {
    await fc.assert(
      fc.asyncProperty(anyProgramme, async ({ worth, next, upper, rows, isFixed, known, epsilon, engines, halves }) => {
        const milp = milpOf(
          worth,
          rows.map((row) => ({ ...row, lower: -Infinity })),
          upper,
        );
        if (isFixed) milp.columnUpper[0] = 0;
        const plans = [...solutionsOf(milp)].map((plan) => Float64Array.from(plan));
        const best = bestWhole(milp).bound!;
        const shows = scripted({ halves: () => [0, 1, 2, 3].filter((row) => (halves >> row) % 2 === 1) });
        const team: Record<typeof engines, EngineTeam> = {
          ...{ closed: teamOf(TINY_ENGINE), none: { ...teamOf(TINY_ENGINE), relaxation: null } },
          ...{ open: { ...teamOf(TINY_ENGINE), openRelaxation: openTiny }, showing: shows.engines },
        };
        const start = plans[known % plans.length]!;
        const { step, kept } = await solve(milp, [...start], { engines: team[engines], next: [next], epsilon });
        expect(isPossible(milp, step.plan)).toBe(true);
        expect([weigh(milp.objective, step.plan), step.bound, step.stopped]).toEqual([best, best, false]);
        expect(step.method).not.toBe('not-proven');
        const good = plans.filter((plan) => weigh(milp.objective, plan) >= best - epsilon);
        expect([...solutionsOf(kept(best - epsilon))]).toEqual(good.map((plan) => [...plan]));
      }),
      { numRuns: 200 },
    );
  });
});
