import type { Level, LevelOutcome, Lexicographic } from '../lexicographic';
import type { Milp } from '../milp';
import { propagate } from '../narrow';
import { isPossible, weigh } from '../programme';
import { blockStructure, type BlockStructure, type ColumnOwners } from './block-structure';
import { pricedBound } from './exact-bound';
import { LevelBounds } from './level-bounds';
import { copyOf } from './plan-state';
import { pricesFromNothing, solveWeighed, type LargeSearch } from './solve-weighed';

/** What the large method needs to know about columns and rows beside the programme. */
export interface LargeShape {
  readonly owners: ColumnOwners;
  /** Whether a row holds for few units only, such as those of a wijk or a complex, so that it may be kept exactly. */
  readonly isLocal: (row: number) => boolean;
}

/** As many levels are weighed together and bounded by prices; those below only decide between plans equal so far. */
const LEVELS_WEIGHED = 4;
/** The part of the time that is kept for the bounds: without them nobody knows how good the plan is. Those of many columns take longer. */
const TIME_FOR_BOUNDS = 1 / 4;
const TIME_FOR_MANY_BOUNDS = 1 / 2;
const MANY_COLUMNS = 100_000;

/** Whether the large method can take this programme: pairs of 0 or 1, weights of at least 0, and no hard lower sides. */
export function suitsLarge(milp: Milp, { owners }: LargeShape, levels: readonly Level[]): boolean {
  const hasShortage = new Uint8Array(milp.rows);
  for (let column = 0; column < milp.columns; column++) {
    const isPair = owners.unitOf[column]! >= 0;
    if (milp.columnLower[column] !== 0 || (isPair && milp.columnUpper[column] !== 1)) return false;
    if (!isPair && milp.starts[column + 1]! - milp.starts[column]! !== 1) return false;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      if (milp.values[entry]! < 0) return false;
      if (!isPair) hasShortage[milp.rowIndices[entry]!] = 1;
    }
  }
  const isSoft = milp.rowLower.every((lower, row) => lower === -Infinity || hasShortage[row] === 1);
  return isSoft && levels.every(({ epsilon }) => epsilon === 0);
}

/**
 * A good plan, level by level, with a proven bound on each of the first levels, for programmes too large to search whole. The
 * levels are weighed together to find the plan; each bound is of its own, given what the levels above it have. A level whose
 * value is its bound is proven as always.
 */
export async function solveLarge(
  whole: Milp,
  levels: readonly Level[],
  shape: LargeShape,
  search: LargeSearch & { readonly onLevel?: (level: number, outcome: LevelOutcome) => void },
): Promise<Lexicographic> {
  const milp = propagate(whole);
  const structure = blockStructure(milp, shape.owners, shape.isLocal);
  const coefficients = levels.map((level) => level.coefficients);
  const weighed = Math.min(LEVELS_WEIGHED, levels.length);
  const guide = weighTogether(coefficients.slice(0, weighed));
  const forBounds = (milp.columns > MANY_COLUMNS ? TIME_FOR_MANY_BOUNDS : TIME_FOR_BOUNDS) * search.secondsLeft();
  const found = await solveWeighed(structure, [guide.objective, ...coefficients], {
    ...search,
    secondsLeft: () => search.secondsLeft() - forBounds,
  });
  // What is better together need not be better level by level; the last chains only take what is.
  const state = copyOf(found.state, coefficients);
  found.chainsFor(state).sweep(1, search.secondsLeft);
  const plan = state.columnValues();
  if (!isPossible(whole, plan)) throw new RangeError('the large method made a plan that cannot be');
  const values = coefficients.map((level) => weigh(level, plan));
  const bounds = found.relaxation && new LevelBounds(structure, found.relaxation, search);
  /** What a bound on levels weighed together says about the last of them, given that those above have these values. */
  const boundTogether = (place: number, reached: readonly number[]): number => {
    const isLast = place === weighed - 1;
    if (!isLast && search.secondsLeft() <= 0) return Infinity;
    const { objective, weights } = isLast ? guide : weighTogether(coefficients.slice(0, place + 1));
    const { secondsLeft } = search;
    const most = isLast
      ? found.bound
      : pricedBound(structure, objective, pricesFromNothing(structure, objective, secondsLeft)).bound;
    const above = weights.slice(0, place).reduce((sum, weight, level) => sum + weight * reached[level]!, 0);
    return Math.floor((most - above) / weights[place]!);
  };
  const outcomes = coefficients.map((level, place): LevelOutcome => {
    const value = values[place]!;
    let bound = simpleBound(structure, level);
    if (bounds !== null && place < weighed) bound = Math.min(bound, bounds.next(level, value));
    else if (place < weighed && value < bound) bound = Math.min(bound, boundTogether(place, values));
    const outcome: LevelOutcome = {
      value,
      bound: Math.max(value, bound),
      method: value >= bound ? 'branch-and-bound' : 'not-proven',
    };
    search.onLevel?.(place + 1, outcome);
    return outcome;
  });
  return { columnValues: plan, levels: outcomes, decidedAt: new Int32Array(milp.columns) };
}

/**
 * How many columns below a column may push aside and still be worth it. With 1 a plan gave up a household with a legal duty
 * where that let several others move up; with 20 the points of the last level get lost in the weights above.
 */
const PUSHED_ASIDE = 4;

/** One objective in which a single column counts more on a level than a few of the best columns on all levels below it. */
function weighTogether(levels: readonly Float64Array[]): { objective: Float64Array; weights: number[] } {
  const weights: number[] = [];
  let below = 0;
  for (let level = levels.length - 1; level >= 0; level--) {
    const weight = PUSHED_ASIDE * below + 1;
    weights[level] = weight;
    below += weight * levels[level]!.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  }
  const objective = new Float64Array(levels[0]!.length);
  levels.forEach((level, place) => level.forEach((each, column) => (objective[column]! += weights[place]! * each)));
  return { objective, weights };
}

/** Every household at its best, or every place at its best, whichever is less; shortages at none. */
function simpleBound({ milp, owners, placesOf }: BlockStructure, level: Float64Array): number {
  const ofHousehold = new Float64Array(owners.households);
  const ofUnit = new Float64Array(owners.units);
  for (let column = 0; column < milp.columns; column++) {
    const [household, unit] = [owners.householdOf[column]!, owners.unitOf[column]!];
    if (unit < 0 || milp.columnUpper[column] === 0) continue;
    ofHousehold[household] = Math.max(ofHousehold[household]!, level[column]!);
    ofUnit[unit] = Math.max(ofUnit[unit]!, level[column]!);
  }
  const households = ofHousehold.reduce((sum, each) => sum + each, 0);
  const places = ofUnit.reduce((sum, each, unit) => sum + each * placesOf[unit]!, 0);
  return Math.min(households, places);
}
