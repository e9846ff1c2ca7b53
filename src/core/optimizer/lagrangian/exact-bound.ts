import type { BlockStructure } from './block-structure';

/** Prices on rows, and what they prove about one objective. Every number is exact: see `roundPrices`. */
export interface PricedBound {
  /** One a row; 0 on the rows that the blocks keep. */
  readonly prices: Float64Array;
  /** No plan is worth more. */
  readonly bound: number;
  /** For each column: no plan that has it is worth more than `bound` minus this. */
  readonly losses: Float64Array;
}

/** Prices are whole multiples of this, so that sums and products of them with whole numbers are exact in a double. */
export const GRAIN = 2 ** -12;

/**
 * Prices as fractions of a power of two, on the side of their row that is there. Doubles then hold every sum below exactly, as
 * long as it stays under 2^40, so the bound knows no tolerance.
 */
export function roundPrices(structure: BlockStructure, prices: Float64Array): Float64Array {
  const { milp, isKept } = structure;
  return prices.map((price, row) => {
    if (isKept[row] === 1) return 0;
    const side = price > 0 ? milp.rowUpper[row]! : milp.rowLower[row]!;
    return Number.isFinite(side) ? Math.round(price / GRAIN) * GRAIN : 0;
  });
}

/** What each column is worth after its rows are paid. */
export function netWorth({ milp }: BlockStructure, objective: Float64Array, prices: Float64Array): Float64Array {
  const { starts, rowIndices, values } = milp;
  const worth = new Float64Array(milp.columns);
  for (let column = 0; column < milp.columns; column++) {
    let net = objective[column]!;
    for (let entry = starts[column]!; entry < starts[column + 1]!; entry++) {
      net -= prices[rowIndices[entry]!]! * values[entry]!;
    }
    worth[column] = net;
  }
  return worth;
}

/**
 * The bound of given prices by Lagrangian duality: what the rows ask for their sides, plus the best that each block can do by
 * itself. This alone has to be trusted; where the prices come from does not matter.
 */
export function pricedBound(structure: BlockStructure, objective: Float64Array, wanted: Float64Array): PricedBound {
  const { milp, owners, blocks } = structure;
  const prices = roundPrices(structure, wanted);
  const worth = netWorth(structure, objective, prices);
  const losses = worth;
  let bound = 0;
  for (let row = 0; row < milp.rows; row++) {
    const price = prices[row]!;
    if (price !== 0) bound += price * (price > 0 ? milp.rowUpper[row]! : milp.rowLower[row]!);
  }
  for (let column = 0; column < milp.columns; column++) {
    if (owners.unitOf[column]! >= 0) continue;
    const side = worth[column]! > 0 ? milp.columnUpper[column]! : milp.columnLower[column]!;
    if (worth[column] !== 0) bound += worth[column]! * side;
    losses[column] = 0;
  }
  for (const block of blocks) bound += new BlockBound(structure, block, worth).solve(losses);
  return { prices, bound, losses };
}

/** The best that one block can do, and what it loses by each of its columns. */
class BlockBound {
  /** Best column of each unit and class, by `unit × classes + class`. */
  private readonly best: Float64Array;
  private readonly sequence: number[] = [];

  constructor(
    private readonly structure: BlockStructure,
    private readonly block: BlockStructure['blocks'][number],
    private readonly worth: Float64Array,
  ) {
    const { unitStarts, unitColumns, classOf, placesOf } = structure;
    this.best = new Float64Array(block.units.length * block.classes).fill(-Infinity);
    block.units.forEach((unit, at) => {
      for (let place = unitStarts[unit]!; place < unitStarts[unit + 1]!; place++) {
        const column = unitColumns[place]!;
        const slot = at * block.classes + classOf[column]!;
        if (worth[column]! > this.best[slot]!) this.best[slot] = worth[column]!;
      }
      for (let copy = 0; copy < placesOf[unit]!; copy++) this.sequence.push(at);
    });
  }

  /** Writes the losses over the worth of its columns. */
  solve(losses: Float64Array): number {
    const { block, sequence, best } = this;
    const { states, classes, next } = block;
    // From behind: the best that the places from here on can do in each state.
    const after = new Float64Array((sequence.length + 1) * states);
    for (let place = sequence.length - 1; place >= 0; place--) {
      const [here, behind] = [place * states, (place + 1) * states];
      for (let state = 0; state < states; state++) {
        let most = after[behind + state]!;
        for (let each = 0; each < classes; each++) {
          const target = next[each * states + state]!;
          if (target < 0) continue;
          const value = best[sequence[place]! * classes + each]! + after[behind + target]!;
          if (value > most) most = value;
        }
        after[here + state] = most;
      }
    }
    this.writeLosses(after, losses);
    return after[0]!;
  }

  private writeLosses(after: Float64Array, losses: Float64Array): void {
    const { block, sequence, best, structure, worth } = this;
    const { states, classes, next } = block;
    const { unitStarts, unitColumns, classOf } = structure;
    // From the front: the best that led to each state. All places of a unit are alike, so its first one speaks for them.
    let before = new Float64Array(states).fill(-Infinity);
    before[0] = 0;
    const others = new Float64Array(classes);
    for (let place = 0; place < sequence.length; place++) {
      const at = sequence[place]!;
      const behind = (place + 1) * states;
      const isFirst = sequence[place - 1] !== at;
      const reached = before.slice();
      others.fill(-Infinity);
      for (let state = 0; state < states; state++) {
        if (before[state] === -Infinity) continue;
        for (let each = 0; each < classes; each++) {
          const target = next[each * states + state]!;
          if (target < 0) continue;
          const rest = before[state]! + after[behind + target]!;
          if (rest > others[each]!) others[each] = rest;
          const value = before[state]! + best[at * classes + each]!;
          if (value > reached[target]!) reached[target] = value;
        }
      }
      if (isFirst) {
        const unit = block.units[at]!;
        for (let slot = unitStarts[unit]!; slot < unitStarts[unit + 1]!; slot++) {
          const column = unitColumns[slot]!;
          losses[column] = after[0]! - others[classOf[column]!]! - worth[column]!;
        }
      }
      before = reached;
    }
    block.units.forEach((unit) => {
      if (structure.placesOf[unit] !== 0) return;
      for (let slot = unitStarts[unit]!; slot < unitStarts[unit + 1]!; slot++) losses[unitColumns[slot]!] = Infinity;
    });
  }
}
