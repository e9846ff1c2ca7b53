import { isWorthMore, shortageCosts, type PlanState } from './plan-state';

/** Columns that moves may use, and how good the prices say they are: the less the loss, the better. */
export interface MoveGuide {
  /** All levels in one number a column, for ranking only; what counts is `PlanState.worth`. */
  readonly objective: Float64Array;
  readonly losses: Float64Array;
  /** Ascending columns. */
  readonly candidates: readonly number[];
}

const MOST_EJECTED_IN_ROW = 3;
/** How much of a column's loss counts when somebody has to go. */
const LOSS_SHARE = 0.2;
/** Columns of an ejected household that may push the next one. */
const NEXT_TRIED = 6;

/**
 * Improves a plan by chains: a column is forced in, who stands in its way is put out, empty places are filled again and those
 * who lost theirs look elsewhere, a few times over. A chain that leaves the plan no better is taken back.
 */
export class EjectionSearch {
  private readonly ofHousehold: readonly number[][];
  private readonly ofUnit: readonly number[][];
  private readonly shortageOf: Float64Array;
  private readonly order: readonly number[];
  private holes: number[] = [];
  private outside: number[] = [];

  constructor(
    private readonly state: PlanState,
    private readonly guide: MoveGuide,
  ) {
    const { owners } = state.structure;
    const { losses, objective, candidates } = guide;
    this.shortageOf = shortageCosts(state.structure, objective);
    this.order = [...candidates].sort((a, b) => losses[a]! - losses[b]! || objective[b]! - objective[a]!);
    const households: number[][] = Array.from({ length: owners.households }, () => []);
    const units: number[][] = Array.from({ length: owners.units }, () => []);
    for (const column of this.order) {
      households[owners.householdOf[column]!]!.push(column);
      units[owners.unitOf[column]!]!.push(column);
    }
    this.ofHousehold = households;
    this.ofUnit = units;
  }

  /** Adds what fits and gains, the least loss first. */
  fill(): void {
    for (const column of this.order) if (this.state.fits(column) && this.gain(column) > 0) this.state.add(column);
    this.state.settle();
  }

  /** Tries every candidate once; returns how many chains made the plan better. `secondsLeft` not more than 0: stop. */
  sweep(depth: number, secondsLeft: () => number): number {
    const { householdOf } = this.state.structure.owners;
    let better = 0;
    for (let place = 0; place < this.order.length; place++) {
      const column = this.order[place]!;
      if (this.state.columnOf[householdOf[column]!] !== column && this.attempt(column, depth)) better++;
      if (place % 128 === 0 && secondsLeft() <= 0) break;
    }
    return better;
  }

  private gain(column: number): number {
    return this.state.gain(column, this.guide.objective, this.shortageOf);
  }

  private attempt(column: number, depth: number): boolean {
    const { state } = this;
    const before = state.worth.slice();
    const mark = state.mark;
    this.holes = [];
    this.outside = [];
    let isIn = this.force(column, -1);
    for (let turn = 0; turn < depth && isIn; turn++) {
      this.refill();
      if (isWorthMore(state.worth, before)) {
        state.settle();
        return true;
      }
      isIn = turn + 1 < depth && this.pushNext(column);
    }
    state.undo(mark);
    return false;
  }

  private refill(): void {
    const { state } = this;
    for (const unit of this.holes) {
      for (let best = this.best(this.ofUnit[unit]!); best >= 0; best = this.best(this.ofUnit[unit]!)) state.add(best);
    }
    this.holes = [];
    for (const household of this.outside) {
      if (state.columnOf[household] !== -1) continue;
      const best = this.best(this.ofHousehold[household]!);
      if (best >= 0) state.add(best);
    }
  }

  /** The most valuable of those who lost their place pushes somebody else. */
  private pushNext(column: number): boolean {
    const { state, guide } = this;
    const { unitOf } = state.structure.owners;
    let chosen = -1;
    for (const household of this.outside) {
      if (state.columnOf[household] !== -1) continue;
      for (const other of this.ofHousehold[household]!.slice(0, NEXT_TRIED)) {
        if (unitOf[other] === unitOf[column]) continue;
        if (chosen < 0 || guide.losses[other]! < guide.losses[chosen]!) chosen = other;
      }
    }
    this.outside = [];
    return chosen >= 0 && this.force(chosen, column);
  }

  private best(columns: readonly number[]): number {
    let [best, most] = [-1, 0];
    for (const column of columns) {
      const gain = this.gain(column);
      if (gain > most && this.state.fits(column)) [best, most] = [column, gain];
    }
    return best;
  }

  /** Puts a column in and out whatever is in its way, but never `keep`. False: it cannot be; the caller takes back. */
  private force(column: number, keep: number): boolean {
    const { state } = this;
    const { milp, owners } = state.structure;
    const old = state.columnOf[owners.householdOf[column]!]!;
    if (old >= 0) {
      this.holes.push(owners.unitOf[old]!);
      state.remove(old);
    }
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      const room = milp.rowUpper[row]! - milp.values[entry]!;
      for (let ejected = 0; state.activity[row]! > room; ejected++) {
        const victim = ejected < MOST_EJECTED_IN_ROW ? this.victimIn(row, keep) : -1;
        if (victim < 0) return false;
        this.outside.push(owners.householdOf[victim]!);
        this.holes.push(owners.unitOf[victim]!);
        state.remove(victim);
      }
    }
    state.add(column);
    return true;
  }

  /** Who costs least to put out of a row. */
  private victimIn(row: number, keep: number): number {
    const { state, guide } = this;
    let [victim, least] = [-1, Infinity];
    for (const column of state.chosenIn[row]!) {
      if (column === keep) continue;
      const cost = guide.objective[column]! - LOSS_SHARE * Math.min(guide.losses[column]!, 1e9);
      if (cost < least || (cost === least && column < victim)) [victim, least] = [column, cost];
    }
    return victim;
  }
}
