import type { BlockStructure } from './block-structure';
import { GRAIN, pricedBound } from './exact-bound';
import { boundByFace, type FaceSearch } from './face-bound';
import type { KeptLevel, PricedRelaxation } from './priced-relaxation';
import { searchPrices } from './smooth-dual';

/** Temperatures of the last steps, as parts of the most that a column is worth: the relaxation has done the rest. */
const TEMPERATURES = [
  { part: 1 / 2_000, steps: 200 },
  { part: 1 / 4_000, steps: 200 },
];

/** Prices of rows and of the levels above, which together show a bound. */
interface Prices {
  readonly rows: Float64Array;
  readonly levels: readonly number[];
}

/**
 * The most that each level can be worth for plans that keep the levels above it, level after level. The relaxation gives prices,
 * for rows and for levels above; what they prove is counted exactly over all columns. Where a level counts, and the plan is short
 * of the bound, the few plans that could reach it are looked at closely; where it adds up points, the prices are refined.
 */
export class LevelBounds {
  private readonly kept: KeptLevel[] = [];
  /** Prices of the levels so far that show that no plan is better there than the one at hand. */
  private readonly tight: (Prices | null)[] = [];

  constructor(
    private readonly structure: BlockStructure,
    private readonly relaxation: PricedRelaxation,
    private readonly search: FaceSearch,
  ) {}

  /** A whole number; `value` is what the plan at hand has. Infinity: out of time. */
  next(level: Float64Array, value: number): number {
    const most = level.reduce((top, each) => Math.max(top, Math.abs(each)), 0);
    const isCount = most <= 1;
    const { secondsLeft } = this.search;
    const relaxed = secondsLeft() > 0 ? this.relaxation.solve(level, this.kept, secondsLeft, isCount) : null;
    let bound = Infinity;
    let prices: Prices | null = null;
    if (relaxed !== null) {
      prices = { rows: relaxed.prices, levels: relaxed.levelPrices };
      bound = this.boundBy(level, prices);
      if (bound > value && secondsLeft() > 0) {
        const { structure, kept, relaxation } = this;
        bound = isCount
          ? boundByFace({ structure, level, kept, value, bound, prices: relaxed }, relaxation.chosen, this.search)
          : Math.min(bound, this.refine(level, prices, most));
        prices = null;
      }
    }
    this.tight.push(bound <= value ? prices : null);
    this.kept.push({ coefficients: level, atLeast: value });
    return bound;
  }

  private boundBy(level: Float64Array, { rows, levels }: Prices): number {
    const { objective, keeping } = this.paid(level, levels);
    return Math.floor(pricedBound(this.structure, objective, rows).bound + keeping);
  }

  /** The level with what the levels above cost, in exact fractions, and what keeping those is worth. */
  private paid(level: Float64Array, levelPrices: readonly number[]) {
    const objective = level.slice();
    let keeping = 0;
    this.kept.forEach(({ coefficients, atLeast }, above) => {
      const price = Math.min(0, Math.round(levelPrices[above]! / GRAIN) * GRAIN);
      if (price === 0) return;
      keeping += price * atLeast;
      for (let column = 0; column < objective.length; column++) objective[column]! -= price * coefficients[column]!;
    });
    return { objective, keeping };
  }

  /**
   * Levels above that cannot be better cost nothing to keep, so their own prices may be added as often as one likes. Then plans
   * that lose there are out of the way, and the steps are about what remains.
   */
  private refine(level: Float64Array, prices: Prices, most: number): number {
    const rows = prices.rows.slice();
    const levels = [...prices.levels];
    this.tight.forEach((own, above) => {
      if (own === null) return;
      levels[above]! -= most;
      own.levels.forEach((price, higher) => (levels[higher]! += most * price));
      own.rows.forEach((price, row) => (rows[row]! += most * price));
    });
    const { objective, keeping } = this.paid(level, levels);
    const refined = searchPrices(this.structure, objective, {
      temperatures: TEMPERATURES.map(({ part, steps }) => ({ temperature: part * most, steps })),
      start: rows,
      secondsLeft: this.search.secondsLeft,
    });
    return Math.floor(pricedBound(this.structure, objective, refined).bound + keeping);
  }
}
