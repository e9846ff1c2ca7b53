import type { BlockStructure } from './block-structure';
import { pricedBound } from './exact-bound';
import { SmoothBlocks } from './smooth-blocks';
import { placesWhere } from '../places';

export interface DualSearch {
  /** Temperatures in units of the objective, falling. The lower, the closer to the true bound, and the slower. */
  readonly temperatures: readonly { readonly temperature: number; readonly steps: number }[];
  /** Prices to start from, one a row; absent: made up from the objective. */
  readonly start?: Float64Array;
  /** Not more than 0: stop, with the best prices so far. */
  readonly secondsLeft: () => number;
}

/** How often the columns that matter are looked up again, in steps. */
const REFRESH = 20;
/** Columns this many temperatures below the best of their class do not matter for the next steps. */
const BAND = 6;
const SMALLEST_STEP = 0.05;
const STEP_FALL = 0.85;

/**
 * Looks for prices that give a low bound. The bound as a function of prices has edges; smoothed by an entropy term of a
 * temperature it has none, and accelerated gradient steps (Nesterov) go down quickly while the temperature falls. A row's step
 * is divided by what it holds, by its own measure: a row that empties for one step must not throw its price away, so its side
 * counts too. Only a guide: `pricedBound` says what the prices prove.
 */
export function searchPrices(structure: BlockStructure, objective: Float64Array, search: DualSearch): Float64Array {
  const { milp } = structure;
  const { lower, upper } = priceSides(structure, objective);
  const clamp = (row: number, price: number) => Math.min(Math.max(price, lower[row]!), upper[row]!);
  const rows = placesWhere(lower.length, (row) => lower[row]! < upper[row]!);
  const start = search.start ?? firstPrices(structure, objective);
  const at = start.map((price, row) => clamp(row, price));
  const ahead = at.slice();
  let best = { prices: at.slice(), bound: Infinity };
  const blocks = new SmoothBlocks(structure, objective);
  for (const { temperature, steps } of search.temperatures) {
    let momentum = 1;
    let before = Infinity;
    let step = 1;
    ahead.set(at);
    for (let turn = 0; turn < steps; turn++) {
      if (turn % REFRESH === 0) {
        if (search.secondsLeft() <= 0) break;
        blocks.refresh(ahead, temperature * BAND);
      }
      let value = blocks.evaluate(ahead, temperature);
      for (const row of rows) {
        const price = ahead[row]!;
        if (price !== 0) value += price * (price > 0 ? milp.rowUpper[row]! : milp.rowLower[row]!);
      }
      if (value > before + 1e-7 * Math.abs(before)) {
        momentum = 1;
        step = Math.max(SMALLEST_STEP, step * STEP_FALL);
      }
      before = value;
      const nextMomentum = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      const carry = (momentum - 1) / nextMomentum;
      let uphill = 0;
      for (const row of rows) {
        const price = ahead[row]!;
        const activity = blocks.activity[row]!;
        const side = sideOf(milp.rowLower[row]!, milp.rowUpper[row]!, price, activity);
        const measure = Math.max(1, activity, side);
        let next = clamp(row, price - (step * temperature * (side - activity)) / measure);
        // The bound has an edge at 0 where a row has two sides; stop there once.
        if ((price < 0 && next > 0) || (price > 0 && next < 0)) next = 0;
        const change = next - at[row]!;
        uphill += (price - next) * change * measure;
        ahead[row] = clamp(row, next + carry * change);
        at[row] = next;
      }
      momentum = uphill > 0 ? 1 : nextMomentum;
      if (uphill > 0) ahead.set(at);
    }
    // Steps judge by the columns that mattered; the whole bound says whether they went astray.
    const { bound } = pricedBound(structure, objective, at);
    if (bound < best.bound) best = { prices: at.slice(), bound };
    else at.set(best.prices);
    if (search.secondsLeft() <= 0) break;
  }
  return best.prices;
}

/** The side of a row that its price asks for; at price 0 the nearest one. */
function sideOf(lower: number, upper: number, price: number, activity: number): number {
  if (price > 0) return upper;
  if (price < 0) return lower;
  return Math.min(Math.max(activity, lower), upper);
}

/** The least and most that a price can usefully be: 0 on kept rows, and a shortage costs no more than its level says. */
function priceSides({ milp, isKept, owners }: BlockStructure, objective: Float64Array) {
  const lower = milp.rowLower.map((side, row) => (isKept[row] === 1 || side === -Infinity ? 0 : -Infinity));
  const upper = milp.rowUpper.map((side, row) => (isKept[row] === 1 || side === Infinity ? 0 : Infinity));
  for (let column = 0; column < milp.columns; column++) {
    if (owners.unitOf[column]! >= 0) continue;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      lower[row] = Math.max(lower[row]!, objective[column]! / milp.values[entry]!);
    }
  }
  return { lower, upper };
}

/**
 * A household's row starts at what its best column is worth above the worth at which the places run out. Fewer wild steps than
 * from nothing.
 */
function firstPrices({ milp, owners, placesOf }: BlockStructure, objective: Float64Array): Float64Array {
  const best = new Float64Array(owners.households);
  for (let column = 0; column < milp.columns; column++) {
    const household = owners.householdOf[column]!;
    if (household >= 0 && objective[column]! > best[household]!) best[household] = objective[column]!;
  }
  const places = placesOf.reduce((sum, count) => sum + count, 0);
  const sorted = best.slice().sort().reverse();
  const clearing = sorted[Math.min(sorted.length - 1, Math.floor(places * 0.9))] ?? 0;
  const prices = new Float64Array(milp.rows);
  const seen = new Uint8Array(owners.households);
  const householdOfRow = rowsOfHouseholds(milp, owners);
  householdOfRow.forEach((household, row) => {
    if (household < 0 || seen[household] === 1) return;
    seen[household] = 1;
    prices[row] = Math.max(0, best[household]! - clearing);
  });
  return prices;
}

/** The household that a row is about, where it is about one alone with side 1; -1 elsewhere. */
function rowsOfHouseholds(
  { rows, columns, starts, rowIndices, rowUpper }: BlockStructure['milp'],
  { householdOf }: BlockStructure['owners'],
): Int32Array {
  const household = new Int32Array(rows).fill(-2);
  for (let column = 0; column < columns; column++) {
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      const row = rowIndices[entry]!;
      if (household[row] === -2) household[row] = householdOf[column]!;
      else if (household[row] !== householdOf[column]) household[row] = -1;
    }
  }
  return household.map((each, row) => (each >= 0 && rowUpper[row] === 1 ? each : -1));
}
