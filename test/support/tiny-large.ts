import {
  blockStructure,
  type BlockStructure,
  type ColumnOwners,
} from '../../src/core/optimizer/lagrangian/block-structure';
import type { Milp } from '../../src/core/optimizer/milp';
import fc from './fast-check';
import { milpOf, solutionsOf, type TinyRow } from './random-milp';

/** A household and a unit; null: a column of shortage. */
export type Pair = readonly [household: number, unit: number] | null;

/** One weight a column. */
export interface MarkedRow extends TinyRow {
  readonly isLocal?: boolean;
}

/** A programme of a few pairs, as the method for large components takes it. */
export interface TinyLarge {
  readonly milp: Milp;
  readonly owners: ColumnOwners;
  readonly isLocal: (row: number) => boolean;
  readonly structure: BlockStructure;
}

const pairsOf = (words: string): Pair[] =>
  words.split(' ').map((word) => {
    const [household, unit] = word.split('@').map(Number);
    return unit === undefined ? null : [household!, unit];
  });

/** Columns: `0@1 -` is household 0 at unit 1, and a shortage. Rows: one for each household, one for each unit with its places, then those given. A shortage goes as far as its row asks. */
export function tinyLarge(
  columns: string | readonly Pair[],
  places: readonly number[],
  rows: readonly MarkedRow[] = [],
): TinyLarge {
  const pairs = typeof columns === 'string' ? pairsOf(columns) : columns;
  const households = pairs.reduce((most, pair) => Math.max(most, (pair?.[0] ?? -1) + 1), 0);
  const own = (side: 0 | 1, which: number, upper: number): MarkedRow => ({
    ...{ lower: -Infinity, upper, isLocal: side === 1 },
    weights: pairs.map((pair) => Number(pair?.[side] === which)),
  });
  const all = [
    ...Array.from({ length: households }, (_, household) => own(0, household, 1)),
    ...places.map((upper, unit) => own(1, unit, upper)),
    ...rows,
  ];
  const milp = milpOf(
    pairs.map(() => 0),
    all,
    pairs.map((pair, column) => (pair === null ? lackingMost(all, column) : 1)),
  );
  const owners: ColumnOwners = {
    households,
    units: places.length,
    householdOf: Int32Array.from(pairs, (pair) => pair?.[0] ?? -1),
    unitOf: Int32Array.from(pairs, (pair) => pair?.[1] ?? -1),
  };
  const isLocal = (row: number) => all[row]!.isLocal === true;
  return { milp, owners, isLocal, structure: blockStructure(milp, owners, isLocal) };
}

const lackingMost = (rows: readonly MarkedRow[], column: number) =>
  Math.max(0, ...rows.filter(({ weights }) => weights[column] !== 0).map(({ lower }) => lower));

export const objectiveOf = (...worth: readonly number[]) => Float64Array.from(worth);

export const valueOf = (worth: Float64Array, plan: readonly number[]) =>
  plan.reduce((sum, each, column) => sum + each * worth[column]!, 0);

/** The most that a plan is worth among those that pass; -Infinity where there is none. */
export function mostWorth(milp: Milp, worth: Float64Array, passes: (plan: readonly number[]) => boolean = () => true) {
  let most = -Infinity;
  for (const plan of solutionsOf(milp)) if (passes(plan)) most = Math.max(most, valueOf(worth, plan));
  return most;
}

const HOUSEHOLDS = 3;
const UNITS = 3;
const ALL_PAIRS = Array.from({ length: HOUSEHOLDS * UNITS }, (_, at): Pair => [
  at % HOUSEHOLDS,
  Math.floor(at / HOUSEHOLDS),
]);
const MOST_PAIRS = 6;
const numbers = (min: number, max: number) =>
  fc.array(fc.integer({ min, max }), { minLength: MOST_PAIRS, maxLength: MOST_PAIRS });

/**
 * Programmes of up to six pairs and a shortage in front, with places, two limits that may be local, and three levels: how many
 * are housed, what is lacking, and points.
 */
export const randomLarge = fc
  .record({
    pairs: fc.subarray(ALL_PAIRS, { minLength: 3, maxLength: MOST_PAIRS }),
    places: fc.tuple(fc.integer({ min: 0, max: 2 }), fc.constantFrom(1, 2), fc.constantFrom(1, 1, 2)),
    limits: fc.tuple(
      ...[0, 1].map((from) =>
        fc.record({
          weights: numbers(0, 2),
          upper: fc.integer({ min: 0, max: 4 }),
          isLocal: fc.boolean(),
          units: fc.constant([from, from + 1]),
        }),
      ),
    ),
    asked: fc.record({ weights: numbers(0, 1), lower: fc.integer({ min: -1, max: 2 }) }),
    points: numbers(0, 9),
    cost: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ pairs, places, limits, asked, points, cost }) => {
    const columns: Pair[] = [null, ...pairs];
    const large = tinyLarge(columns, places, [
      ...limits.map(({ weights, upper, isLocal, units }) => ({
        ...{ lower: -Infinity, upper, isLocal },
        weights: [0, ...pairs.map((pair, at) => (units.includes(pair![1]) ? weights[at]! : 0))],
      })),
      { lower: asked.lower, upper: Infinity, weights: [1, ...pairs.map((_, at) => asked.weights[at]!)] },
    ]);
    const levels = [
      objectiveOf(0, ...pairs.map(() => 1)),
      objectiveOf(-1, ...pairs.map(() => 0)),
      objectiveOf(-cost, ...pairs.map((_, at) => points[at]!)),
    ];
    return { ...large, levels };
  });
