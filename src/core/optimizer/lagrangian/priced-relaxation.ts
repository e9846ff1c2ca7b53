import type { Milp } from '../milp';
import { pick, placesWhere } from '../places';
import { AT_LOWER, BASIC, type OpenRelaxation, type WarmAnswer, type WarmBasis } from '../warm-relaxation';
import type { ColumnOwners } from './block-structure';

/** A level above that a plan must keep. */
export interface KeptLevel {
  readonly coefficients: Float64Array;
  readonly atLeast: number;
}

export interface RelaxedLevel {
  /** One a row; sign as for a maximisation. */
  readonly prices: Float64Array;
  /** One a kept level, not more than 0: what a point of it costs here. */
  readonly levelPrices: readonly number[];
  /** One a column; 0 for those that were never looked at. */
  readonly columnValues: Float64Array;
}

/** Columns that the first relaxation holds: the best of each unit, and some by chance so that no row is without. */
const BEST_OF_UNIT = 10;
const CHANCE_OF_UNIT = 10;
const CHANCE_OF_HOUSEHOLD = 4;
/** Columns that one round of pricing may add for each unit and each household. */
const MOST_FOR_UNIT = 8;
const MOST_FOR_HOUSEHOLD = 4;
/** A column that gains less than this is of no use. */
const LEAST_GAIN = 1e-6;

/**
 * The relaxation of a programme with far more columns than rows, by few of its columns: those that the prices of the others say
 * can gain are added until none is left. One programme, several objectives; each starts from the corner of the one before.
 * Prices are hints for an exact bound, which counts every column.
 */
export class PricedRelaxation {
  private readonly isIn: Uint8Array;
  private readonly columns: number[] = [];
  private readonly columnStatus: Uint8Array;
  private rowStatus: Int32Array | null = null;

  constructor(
    private readonly milp: Milp,
    private readonly owners: ColumnOwners,
    private readonly open: OpenRelaxation,
    firstColumns: Iterable<number>,
  ) {
    this.isIn = new Uint8Array(milp.columns);
    this.columnStatus = new Uint8Array(milp.columns).fill(AT_LOWER);
    for (let column = 0; column < milp.columns; column++) if (owners.unitOf[column]! < 0) this.add(column);
    for (const column of firstColumns) this.add(column);
  }

  /** Every column that was looked at so far. */
  get chosen(): readonly number[] {
    return this.columns;
  }

  /** Null: out of time, or the engine gave up, or the rows leave nothing. */
  solve(
    objective: Float64Array,
    kept: readonly KeptLevel[],
    secondsLeft: () => number,
    isPossibleStart = false,
  ): RelaxedLevel | null {
    for (;;) {
      const answer = secondsLeft() > 0 ? this.solveChosen(objective, kept, secondsLeft(), isPossibleStart) : null;
      if (answer === null || answer.status !== 'optimal') return null;
      const relaxed = this.read(answer, kept.length);
      if (this.price(objective, kept, relaxed) === 0) return relaxed;
    }
  }

  private add(column: number): void {
    if (this.isIn[column] === 1 || this.milp.columnUpper[column]! <= this.milp.columnLower[column]!) return;
    this.isIn[column] = 1;
    this.columns.push(column);
  }

  private solveChosen(
    objective: Float64Array,
    kept: readonly KeptLevel[],
    timeLimitSeconds: number,
    isPossibleStart: boolean,
  ): WarmAnswer {
    const programme = this.programmeOf(objective, kept);
    const relaxation = this.open(programme);
    try {
      return relaxation.solve(programme, { timeLimitSeconds, basis: this.basisFor(programme.rows), isPossibleStart });
    } finally {
      relaxation.close();
    }
  }

  private programmeOf(objective: Float64Array, kept: readonly KeptLevel[]): Milp {
    const { milp, columns } = this;
    const counted = (column: number) => kept.filter(({ coefficients }) => coefficients[column] !== 0).length;
    const starts = new Int32Array(columns.length + 1);
    columns.forEach((column, place) => {
      starts[place + 1] = starts[place]! + milp.starts[column + 1]! - milp.starts[column]! + counted(column);
    });
    const rowIndices = new Int32Array(starts[columns.length]!);
    const values = new Float64Array(starts[columns.length]!);
    columns.forEach((column, place) => {
      const [from, to] = [milp.starts[column]!, milp.starts[column + 1]!];
      rowIndices.set(milp.rowIndices.subarray(from, to), starts[place]);
      values.set(milp.values.subarray(from, to), starts[place]);
      let next = starts[place]! + to - from;
      kept.forEach(({ coefficients }, level) => {
        if (coefficients[column] === 0) return;
        rowIndices[next] = milp.rows + level;
        values[next++] = coefficients[column]!;
      });
    });
    return {
      columns: columns.length,
      rows: milp.rows + kept.length,
      objective: pick(objective, columns),
      columnLower: pick(milp.columnLower, columns),
      columnUpper: pick(milp.columnUpper, columns),
      rowLower: Float64Array.from([...milp.rowLower, ...kept.map(({ atLeast }) => atLeast)]),
      rowUpper: Float64Array.from([...milp.rowUpper, ...kept.map(() => Infinity)]),
      starts,
      rowIndices,
      values,
    };
  }

  private basisFor(rows: number): WarmBasis | undefined {
    if (this.rowStatus === null) return undefined;
    const known = this.rowStatus;
    return {
      columns: Int32Array.from(this.columns, (column) => this.columnStatus[column]!),
      rows: Int32Array.from({ length: rows }, (_, row) => known[row] ?? BASIC),
    };
  }

  private read(answer: WarmAnswer & { status: 'optimal' }, kept: number): RelaxedLevel {
    const { rows } = this.milp;
    const columnValues = new Float64Array(this.milp.columns);
    this.columns.forEach((column, place) => {
      columnValues[column] = answer.columnValues[place]!;
      this.columnStatus[column] = answer.basis.columns[place]!;
    });
    this.rowStatus = Int32Array.from(answer.basis.rows);
    return {
      prices: answer.rowDuals.slice(0, rows),
      levelPrices: Array.from({ length: kept }, (_, level) => Math.min(0, answer.rowDuals[rows + level]!)),
      columnValues,
    };
  }

  /** Adds the columns that gain most at these prices; returns how many. */
  private price(objective: Float64Array, kept: readonly KeptLevel[], { prices, levelPrices }: RelaxedLevel): number {
    const { milp, owners, isIn } = this;
    const gains = new Float64Array(milp.columns);
    for (let column = 0; column < milp.columns; column++) {
      if (isIn[column] === 1 || milp.columnUpper[column]! <= milp.columnLower[column]!) continue;
      let gain = objective[column]!;
      for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
        gain -= prices[milp.rowIndices[entry]!]! * milp.values[entry]!;
      }
      for (let level = 0; level < kept.length; level++)
        gain -= levelPrices[level]! * kept[level]!.coefficients[column]!;
      gains[column] = gain;
    }
    const gaining = placesWhere(gains.length, (column) => gains[column]! > LEAST_GAIN);
    gaining.sort((a, b) => gains[b]! - gains[a]!);
    const ofUnit = new Uint8Array(owners.units);
    const ofHousehold = new Uint8Array(owners.households);
    const before = this.columns.length;
    for (const column of gaining) {
      const [unit, household] = [owners.unitOf[column]!, owners.householdOf[column]!];
      if (ofUnit[unit]! >= MOST_FOR_UNIT || ofHousehold[household]! >= MOST_FOR_HOUSEHOLD) continue;
      ofUnit[unit]!++;
      ofHousehold[household]!++;
      this.add(column);
    }
    return this.columns.length - before;
  }
}

/** Few columns with which most plans near the best can be made. */
export function firstColumns(milp: Milp, owners: ColumnOwners, objective: Float64Array): number[] {
  const ofUnit: number[][] = Array.from({ length: owners.units }, () => []);
  const ofHousehold: number[][] = Array.from({ length: owners.households }, () => []);
  for (let column = 0; column < milp.columns; column++) {
    if (owners.unitOf[column]! < 0 || milp.columnUpper[column]! <= 0) continue;
    ofUnit[owners.unitOf[column]!]!.push(column);
    ofHousehold[owners.householdOf[column]!]!.push(column);
  }
  const byChance = (a: number, b: number) => mixed(a) - mixed(b);
  return [
    ...ofUnit.flatMap((columns) => columns.sort(byChance).slice(0, CHANCE_OF_UNIT)),
    ...ofUnit.flatMap((columns) => columns.sort((a, b) => objective[b]! - objective[a]!).slice(0, BEST_OF_UNIT)),
    ...ofHousehold.flatMap((columns) => columns.sort(byChance).slice(0, CHANCE_OF_HOUSEHOLD)),
  ];
}

/** A number that looks like chance and is always the same. */
function mixed(column: number): number {
  return Math.imul(column + 1, 0x9e3779b1) >>> 0;
}
