import type { Block, BlockStructure } from './block-structure';

const NOTHING = -1e30;
/** Terms e^-30 below the largest one change nothing. */
const NEGLIGIBLE = -30;

/**
 * The blocks with chance in them: each place takes a class with the probability that its worth has at some temperature
 * (log-sum-exp instead of the maximum), by a dynamic programme forwards and backwards over the states. Leaves in `activity`
 * what each row then holds on average, which is the gradient of the smoothed bound.
 */
export class SmoothBlocks {
  readonly activity: Float64Array;
  /** The columns that matter, by unit. */
  private readonly activeStarts: Int32Array;
  private readonly active: Int32Array;
  /** e^((worth − top of its class) / temperature) of each active column. */
  private readonly share: Float64Array;
  private readonly top: Float64Array;
  private readonly sum: Float64Array;
  private readonly log: Float64Array;
  private readonly chance: Float64Array;
  private forward = new Float64Array(1024);
  private backward = new Float64Array(1024);
  private readonly terms: Float64Array;
  private readonly sequence: number[] = [];
  private readonly widest: number;

  constructor(
    private readonly structure: BlockStructure,
    private readonly objective: Float64Array,
  ) {
    const { milp, owners, unitColumns, blocks } = structure;
    this.widest = blocks.reduce((most, { classes }) => Math.max(most, classes), 1);
    const slots = blocks.reduce((most, { units }) => Math.max(most, units.length), 1) * this.widest;
    this.activity = new Float64Array(milp.rows);
    this.activeStarts = new Int32Array(owners.units + 1);
    this.active = new Int32Array(unitColumns.length);
    this.share = new Float64Array(unitColumns.length);
    this.top = new Float64Array(slots);
    this.sum = new Float64Array(slots);
    this.log = new Float64Array(slots);
    this.chance = new Float64Array(this.widest);
    this.terms = new Float64Array(this.widest + 1);
  }

  /** Looks up the columns within `band` of the best of their class in their unit. */
  refresh(prices: Float64Array, band: number): void {
    const { unitStarts, unitColumns, classOf, owners } = this.structure;
    const top = new Float64Array(256);
    let count = 0;
    for (let unit = 0; unit < owners.units; unit++) {
      this.activeStarts[unit] = count;
      const [from, to] = [unitStarts[unit]!, unitStarts[unit + 1]!];
      top.fill(0);
      for (let place = from; place < to; place++) {
        const column = unitColumns[place]!;
        const worth = this.net(column, prices);
        this.share[place] = worth;
        if (worth > top[classOf[column]!]!) top[classOf[column]!] = worth;
      }
      for (let place = from; place < to; place++) {
        const column = unitColumns[place]!;
        if (this.share[place]! > top[classOf[column]!]! - band) this.active[count++] = column;
      }
    }
    this.activeStarts[owners.units] = count;
  }

  /** The smoothed worth of all blocks. */
  evaluate(prices: Float64Array, temperature: number): number {
    this.activity.fill(0);
    let total = 0;
    for (const block of this.structure.blocks) {
      this.weighColumns(block, prices, temperature);
      const isFree = block.states === 1 && !block.next.includes(-1);
      total += isFree ? this.apart(block, temperature) : this.together(block, temperature);
    }
    return total;
  }

  private net(column: number, prices: Float64Array): number {
    const { starts, rowIndices, values } = this.structure.milp;
    let net = this.objective[column]!;
    for (let entry = starts[column]!, end = starts[column + 1]!; entry < end; entry++) {
      net -= prices[rowIndices[entry]!]! * values[entry]!;
    }
    return net;
  }

  /** For each unit and class: the top worth, the sum of the shares below it, and their logarithm in temperatures. */
  private weighColumns({ units, classes }: Block, prices: Float64Array, temperature: number): void {
    const { classOf } = this.structure;
    const { active, activeStarts, share, top, sum, log } = this;
    const inverse = 1 / temperature;
    units.forEach((unit, at) => {
      const base = at * classes;
      top.fill(0, base, base + classes);
      sum.fill(0, base, base + classes);
      const [from, to] = [activeStarts[unit]!, activeStarts[unit + 1]!];
      for (let place = from; place < to; place++) {
        const worth = this.net(active[place]!, prices);
        share[place] = worth;
        const slot = base + classOf[active[place]!]!;
        if (worth > top[slot]!) top[slot] = worth;
      }
      for (let place = from; place < to; place++) {
        const slot = base + classOf[active[place]!]!;
        const exponent = (share[place]! - top[slot]!) * inverse;
        const part = exponent < NEGLIGIBLE ? 0 : Math.exp(exponent);
        share[place] = part;
        sum[slot]! += part;
      }
      for (let slot = base; slot < base + classes; slot++) {
        log[slot] = sum[slot]! > 0 ? Math.log(sum[slot]!) + top[slot]! * inverse : NOTHING;
      }
    });
  }

  /** No kept row in the way: every place chooses by itself. */
  private apart({ units, classes }: Block, temperature: number): number {
    const { log, sum, chance } = this;
    let total = 0;
    units.forEach((unit, at) => {
      const copies = this.structure.placesOf[unit]!;
      if (copies === 0) return;
      const base = at * classes;
      let most = 0;
      for (let each = 0; each < classes; each++) most = Math.max(most, log[base + each]!);
      let all = Math.exp(-most);
      for (let each = 0; each < classes; each++) all += Math.exp(log[base + each]! - most);
      total += copies * temperature * (most + Math.log(all));
      for (let each = 0; each < classes; each++) {
        chance[each] =
          sum[base + each]! > 0 ? (copies * Math.exp(log[base + each]! - most)) / (all * sum[base + each]!) : 0;
      }
      this.spread(unit);
    });
    return total;
  }

  private together(block: Block, temperature: number): number {
    const { units, classes, states, next } = block;
    const { log, sum, chance, terms, sequence } = this;
    sequence.length = 0;
    units.forEach((unit, at) => {
      for (let copy = 0; copy < this.structure.placesOf[unit]!; copy++) sequence.push(at);
    });
    const needed = (sequence.length + 1) * states;
    if (this.forward.length < needed) {
      this.forward = new Float64Array(needed * 2);
      this.backward = new Float64Array(needed * 2);
    }
    const { forward, backward } = this;
    // Backwards: the logarithm of all that the places from here on can do in each state.
    backward.fill(0, sequence.length * states, needed);
    for (let place = sequence.length - 1; place >= 0; place--) {
      const [here, behind] = [place * states, (place + 1) * states];
      const base = sequence[place]! * classes;
      for (let state = 0; state < states; state++) {
        let most = backward[behind + state]!;
        terms[classes] = most;
        for (let each = 0; each < classes; each++) {
          const target = log[base + each]! === NOTHING ? -1 : next[each * states + state]!;
          const term = target < 0 ? NOTHING : log[base + each]! + backward[behind + target]!;
          terms[each] = term;
          if (term > most) most = term;
        }
        backward[here + state] = most + this.logOfTerms(classes, most);
      }
    }
    const whole = backward[0]!;
    // Forwards: the logarithm of all that led to each state, and with it the chance of each class at each place.
    forward.fill(NOTHING, 0, needed);
    forward[0] = 0;
    for (let place = 0; place < sequence.length; place++) {
      const [here, behind] = [place * states, (place + 1) * states];
      const base = sequence[place]! * classes;
      chance.fill(0);
      for (let state = 0; state < states; state++) {
        const led = forward[here + state]!;
        if (led === NOTHING) continue;
        forward[behind + state] = logSum(forward[behind + state]!, led);
        for (let each = 0; each < classes; each++) {
          const target = log[base + each]! === NOTHING ? -1 : next[each * states + state]!;
          if (target < 0) continue;
          const weight = led + log[base + each]!;
          forward[behind + target] = logSum(forward[behind + target]!, weight);
          const exponent = weight + backward[behind + target]! - whole;
          if (exponent > NEGLIGIBLE) chance[each]! += Math.exp(exponent);
        }
      }
      for (let each = 0; each < classes; each++) if (sum[base + each]! > 0) chance[each]! /= sum[base + each]!;
      this.spread(units[sequence[place]!]!);
    }
    return temperature * whole;
  }

  private logOfTerms(classes: number, most: number): number {
    let sum = 0;
    for (let each = 0; each <= classes; each++) {
      const below = this.terms[each]! - most;
      if (below > NEGLIGIBLE) sum += below === 0 ? 1 : Math.exp(below);
    }
    return sum === 1 ? 0 : Math.log(sum);
  }

  /** Adds the chances of a unit's classes to the rows of its columns. */
  private spread(unit: number): void {
    const { starts, rowIndices, values } = this.structure.milp;
    const { classOf } = this.structure;
    for (let place = this.activeStarts[unit]!; place < this.activeStarts[unit + 1]!; place++) {
      const column = this.active[place]!;
      const amount = this.share[place]! * this.chance[classOf[column]!]!;
      if (amount < 1e-12) continue;
      for (let entry = starts[column]!, end = starts[column + 1]!; entry < end; entry++) {
        this.activity[rowIndices[entry]!]! += amount * values[entry]!;
      }
    }
  }
}

function logSum(a: number, b: number): number {
  const [most, least] = a > b ? [a, b] : [b, a];
  const below = least - most;
  return below < NEGLIGIBLE ? most : most + Math.log1p(Math.exp(below));
}
