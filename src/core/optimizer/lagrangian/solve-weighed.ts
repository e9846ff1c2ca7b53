import type { Engine } from '../engine';
import type { OpenRelaxation } from '../warm-relaxation';
import type { BlockStructure } from './block-structure';
import { searchBlocks } from './block-search';
import { EjectionSearch } from './ejection-search';
import { pricedBound } from './exact-bound';
import { PlanState } from './plan-state';
import { firstColumns, PricedRelaxation } from './priced-relaxation';
import { searchPrices } from './smooth-dual';
import { placesWhere } from '../places';

export interface LargeSearch {
  /** Searches parts of the plan in whole numbers; several calls may run at the same time. */
  readonly engine: Engine;
  readonly open: OpenRelaxation;
  readonly secondsLeft: () => number;
  /** Stop improving when no plan can be better by more than this part. */
  readonly enoughGap: number;
  /** Programmes of more rows get no relaxation. Absent: a measured number. */
  readonly mostRows?: number;
  readonly onStep?: (step: { readonly name: string; readonly value: number; readonly bound: number }) => void;
}

export interface WeighedAnswer {
  readonly state: PlanState;
  /** No plan is worth more. */
  readonly bound: number;
  /** Null where the programme is too large for one. */
  readonly relaxation: PricedRelaxation | null;
  /** The chains of this search for another plan of the same programme. */
  readonly chainsFor: (state: PlanState) => EjectionSearch;
}

/**
 * Temperatures as parts of what a place is typically worth. The relaxation has come near; what is left is what it does not see:
 * that the blocks are whole.
 */
const TEMPERATURES = [1 / 10_000, 1 / 20_000];
/**
 * Steps at each temperature: as many as so many columns allow, within these numbers. Fewer than that, on a country of 1.9 million
 * columns, and the plan that follows is worse too.
 */
const STEPS = { columns: 40_000_000, fewest: 120, most: 200 };
/**
 * A relaxation of more rows was never tried: prices then come from the smoothed dual alone. One of 45,000 rows and 1.9 million
 * columns takes some 40 seconds.
 */
const MOST_ROWS = 100_000;
/** From nothing. Most steps where few columns matter: there they are cheap, and the bound gains most. */
const FROM_NOTHING = [
  { part: 1 / 13, steps: 30 },
  { part: 1 / 26, steps: 30 },
  { part: 1 / 52, steps: 60 },
  { part: 1 / 104, steps: 100 },
  { part: 1 / 208, steps: 200 },
  { part: 1 / 416, steps: 200 },
  { part: 1 / 832, steps: 200 },
];
/** The memory of a relaxation of more columns is wanted for what comes after: that of a country takes 0.2 GB. */
const COLUMNS_TO_GIVE_BACK = 100_000;
const ROUNDS = 8;
/** So many rounds in a row that bring nothing end the search: the next ones seldom do. */
const MOST_IN_VAIN = 2;
const SWEEPS = 2;
/**
 * Chains that bring less than this part of what the groups before them brought are not tried again: after the second round of a
 * country they brought 12 points in 5 seconds where the groups brought 671 in 10.
 */
const CHAINS_WORTH = 1 / 10;
/** Columns with a larger loss take part in moves, and in searches, only as one of the best of their unit. */
const MOVE_LOSS = 1 / 32;
const SEARCH_LOSS = 1 / 16;
const BEST_OF_UNIT = 6;
const FAR = 1 / 2;

/**
 * A good plan for one objective, and a bound on all plans. Prices on the rows that tie blocks together, from the relaxation
 * where it is not too large, refined by a smoothed dual; the plan by least loss, then chains, then searches in whole numbers on
 * groups of blocks. The levels below the objective decide between plans that are worth as much.
 */
export async function solveWeighed(
  structure: BlockStructure,
  levels: readonly [objective: Float64Array, ...below: Float64Array[]],
  search: LargeSearch,
): Promise<WeighedAnswer> {
  const [objective] = levels;
  const typical = typicalWorth(structure, objective);
  const { milp, owners } = structure;
  const relaxation =
    milp.rows > (search.mostRows ?? MOST_ROWS)
      ? null
      : new PricedRelaxation(milp, owners, search.open, firstColumns(milp, owners, objective));
  const start =
    relaxation?.solve(objective, [], search.secondsLeft)?.prices ??
    pricesFromNothing(structure, objective, search.secondsLeft);
  if (relaxation !== null && relaxation.chosen.length > COLUMNS_TO_GIVE_BACK) await search.open.giveBack?.();
  const rough = pricedBound(structure, objective, start);
  const steps = Math.min(STEPS.most, Math.max(STEPS.fewest, Math.round(STEPS.columns / milp.columns)));
  const prices = searchPrices(structure, objective, {
    temperatures: TEMPERATURES.map((part) => ({ temperature: part * typical, steps })),
    start: rough.prices,
    secondsLeft: search.secondsLeft,
  });
  // Many columns cost nothing at the corner of a relaxation; prices a little off it tell them apart.
  const { bound: fine, losses } = pricedBound(structure, objective, prices);
  const bound = Math.min(rough.bound, fine);
  const state = new PlanState(structure, levels);
  const value = () => state.worth[0]!;
  const tell = (name: string) => search.onStep?.({ name, value: value(), bound });
  tell('prices');
  const moves = candidates(structure, losses, MOVE_LOSS * typical, FAR * typical);
  const chainsFor = (of: PlanState) => new EjectionSearch(of, { objective, losses, candidates: moves });
  const chains = chainsFor(state);
  chains.fill();
  tell('filled');
  for (let sweep = 0; sweep < SWEEPS; sweep++) chains.sweep(1, search.secondsLeft);
  tell('chains');
  const isEnough = () => bound - value() <= search.enoughGap * Math.abs(value());
  const wide = candidates(structure, losses, SEARCH_LOSS * typical, FAR * typical);
  let inVain = 0;
  let areChainsWorth = true;
  for (let turn = 0; turn < ROUNDS && inVain < MOST_IN_VAIN && !isEnough() && search.secondsLeft() > 0; turn++) {
    const before = value();
    await searchBlocks(state, turn, { ...search, objective, candidates: wide, losses });
    tell(`groups ${turn + 1}`);
    const grouped = value();
    if (areChainsWorth && !isEnough()) {
      chains.sweep(1, search.secondsLeft);
      tell(`chains ${turn + 1}`);
      areChainsWorth = value() - grouped > CHAINS_WORTH * (grouped - before);
    }
    inVain = value() > before ? 0 : inVain + 1;
  }
  return { state, bound, relaxation, chainsFor };
}

/** Prices from the smoothed dual alone, for one objective. */
export function pricesFromNothing(
  structure: BlockStructure,
  objective: Float64Array,
  secondsLeft: () => number,
): Float64Array {
  const typical = typicalWorth(structure, objective);
  return searchPrices(structure, objective, {
    temperatures: FROM_NOTHING.map(({ part, steps }) => ({ temperature: part * typical, steps })),
    secondsLeft,
  });
}

/** The mean of the best that each household can be worth, over as many as there are places. */
function typicalWorth({ milp, owners, placesOf }: BlockStructure, objective: Float64Array): number {
  const best = new Float64Array(owners.households);
  for (let column = 0; column < milp.columns; column++) {
    const household = owners.householdOf[column]!;
    if (household >= 0) best[household] = Math.max(best[household]!, objective[column]!);
  }
  const places = placesOf.reduce((sum, count) => sum + count, 0);
  const counted = best
    .sort()
    .reverse()
    .subarray(0, Math.max(1, Math.min(best.length, places)));
  return Math.max(1e-3, counted.reduce((sum, each) => sum + each, 0) / counted.length);
}

/** Columns with a small loss, and the best few of every unit: a shortage can be worth a costly column. */
function candidates(
  { owners, unitStarts, unitColumns, placesOf }: BlockStructure,
  losses: Float64Array,
  small: number,
  far: number,
): number[] {
  const isWanted = new Uint8Array(losses.length);
  for (let unit = 0; unit < owners.units; unit++) {
    const columns = Array.from(unitColumns.subarray(unitStarts[unit], unitStarts[unit + 1]));
    const near = columns.filter((column) => losses[column]! <= far);
    near.sort((a, b) => losses[a]! - losses[b]!);
    near.forEach((column, place) => {
      if (losses[column]! <= small || place < BEST_OF_UNIT * placesOf[unit]!) isWanted[column] = 1;
    });
  }
  return placesWhere(isWanted.length, (column) => isWanted[column] === 1);
}
