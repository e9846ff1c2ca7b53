import type { BlockStructure } from './block-structure';

/** One column that was added (≥ 0) or removed (its complement, < 0). */
type Step = number;

/**
 * A plan under change: which column each household has, what every row holds, and what every level is worth. Every step can be
 * taken back. Shortages are what the rows leave, so only columns of pairs are chosen.
 */
export class PlanState {
  /** Column of each household; -1: none. */
  readonly columnOf: Int32Array;
  readonly activity: Float64Array;
  /** Worth per level. */
  readonly worth: Float64Array;
  /** Chosen columns of each row. */
  readonly chosenIn: readonly number[][];
  private readonly steps: Step[] = [];
  /** What a row lacks under its lower side costs this much a point, per level; null for hard rows. */
  private readonly shortageCost: readonly (Float64Array | null)[];

  constructor(
    readonly structure: BlockStructure,
    readonly levels: readonly Float64Array[],
  ) {
    const { milp, owners } = structure;
    this.columnOf = new Int32Array(owners.households).fill(-1);
    this.activity = new Float64Array(milp.rows);
    this.worth = new Float64Array(levels.length);
    this.chosenIn = Array.from({ length: milp.rows }, () => []);
    const costs: (Float64Array | null)[] = new Array<null>(milp.rows).fill(null);
    for (let column = 0; column < milp.columns; column++) {
      if (owners.unitOf[column]! >= 0) continue;
      const row = milp.rowIndices[milp.starts[column]!]!;
      costs[row] = Float64Array.from(levels, (level) => -level[column]!);
      levels.forEach((_, place) => (this.worth[place]! -= costs[row]![place]! * Math.max(0, milp.rowLower[row]!)));
    }
    this.shortageCost = costs;
  }

  get mark(): number {
    return this.steps.length;
  }

  /** Forgets how the plan came about; what was done so far cannot be taken back. */
  settle(): void {
    this.steps.length = 0;
  }

  undo(mark: number): void {
    while (this.steps.length > mark) {
      const step = this.steps.pop()!;
      if (step >= 0) this.change(step, -1);
      else this.change(~step, 1);
    }
  }

  add(column: number): void {
    this.change(column, 1);
    this.steps.push(column);
  }

  remove(column: number): void {
    this.change(column, -1);
    this.steps.push(~column);
  }

  fits(column: number): boolean {
    const { milp, owners } = this.structure;
    if (this.columnOf[owners.householdOf[column]!] !== -1) return false;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      if (this.activity[row]! + milp.values[entry]! > milp.rowUpper[row]!) return false;
    }
    return true;
  }

  /** What a level, or any weighing of levels, gains by this column. `objective` is one a column, shortages included. */
  gain(column: number, objective: Float64Array, shortageOf: Float64Array): number {
    const { milp } = this.structure;
    let gain = objective[column]!;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      const cost = shortageOf[row]!;
      if (cost === 0) continue;
      const lacking = milp.rowLower[row]! - this.activity[row]!;
      if (lacking > 0) gain += cost * Math.min(lacking, milp.values[entry]!);
    }
    return gain;
  }

  /** Values of the whole programme: chosen columns and the shortages they leave. */
  columnValues(): Float64Array {
    const { milp, owners } = this.structure;
    const values = new Float64Array(milp.columns);
    for (const column of this.columnOf) if (column >= 0) values[column] = 1;
    for (let column = 0; column < milp.columns; column++) {
      if (owners.unitOf[column]! >= 0) continue;
      const row = milp.rowIndices[milp.starts[column]!]!;
      values[column] = Math.max(0, milp.rowLower[row]! - this.activity[row]!);
    }
    return values;
  }

  private change(column: number, sign: 1 | -1): void {
    const { milp, owners } = this.structure;
    this.columnOf[owners.householdOf[column]!] = sign === 1 ? column : -1;
    this.levels.forEach((level, place) => (this.worth[place]! += sign * level[column]!));
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      const costs = this.shortageCost[row]!;
      const lower = milp.rowLower[row]!;
      const before = this.activity[row]!;
      const after = before + sign * milp.values[entry]!;
      this.activity[row] = after;
      if (costs !== null) {
        const filled = Math.max(0, lower - before) - Math.max(0, lower - after);
        if (filled !== 0) costs.forEach((cost, place) => (this.worth[place]! += cost * filled));
      }
      const chosen = this.chosenIn[row]!;
      if (sign === 1) chosen.push(column);
      else chosen.splice(chosen.indexOf(column), 1);
    }
  }
}

/** The same plan, judged by other levels. */
export function copyOf({ structure, columnOf }: PlanState, levels: readonly Float64Array[]): PlanState {
  const copy = new PlanState(structure, levels);
  for (const column of columnOf) if (column >= 0) copy.add(column);
  copy.settle();
  return copy;
}

/** Whether `worth` is more on the first level on which the two differ. */
export function isWorthMore(worth: Float64Array, than: Float64Array): boolean {
  for (let level = 0; level < worth.length; level++) {
    if (worth[level] !== than[level]) return worth[level]! > than[level]!;
  }
  return false;
}

/** What a point of shortage in each row costs in this objective; 0 for hard rows. */
export function shortageCosts({ milp, owners }: BlockStructure, objective: Float64Array): Float64Array {
  const costs = new Float64Array(milp.rows);
  for (let column = 0; column < milp.columns; column++) {
    if (owners.unitOf[column]! < 0) costs[milp.rowIndices[milp.starts[column]!]!] = -objective[column]!;
  }
  return costs;
}
