import { cut } from '../decompose';
import type { Engine } from '../engine';
import type { Milp } from '../milp';
import type { BlockStructure } from './block-structure';
import { isWorthMore, type PlanState } from './plan-state';
import { placesWhere } from '../places';

export interface BlockSearchOptions {
  /** Searches may run at the same time; how many do changes nothing but the time it takes. */
  readonly engine: Engine;
  /** All levels in one whole number a column. */
  readonly objective: Float64Array;
  /** Columns that the searches may use, ascending. */
  readonly candidates: readonly number[];
  readonly losses: Float64Array;
  readonly secondsLeft: () => number;
}

/** Candidates in one search, about. Most of them are of households that live elsewhere; some thousand are left. */
const COLUMNS_A_SEARCH = 8_000;
/** Searches that start from the same plan. A constant and not the number of threads, so that the outcome is the same on any. */
const SEARCHES_AT_ONCE = 8;
/** A search stops at this gap or after this many nodes, never after some time, so that it always ends the same. */
const RELATIVE_GAP = 5e-5;
const MOST_NODES = 400;

/**
 * Searches the best plan for a group of blocks while the rest stays as it is, group by group, until each group had its turn.
 * Each `turn` groups the blocks in another way. Returns how many groups became better.
 */
export async function searchBlocks(state: PlanState, turn: number, options: BlockSearchOptions): Promise<number> {
  const groups = groupBlocks(state.structure, turn, options.candidates);
  let better = 0;
  for (let first = 0; first < groups.length && options.secondsLeft() > 0;) {
    const wave = groups.slice(first, first + SEARCHES_AT_ONCE);
    first += SEARCHES_AT_ONCE;
    const parts = partsOf(state, wave, options);
    const answers = await Promise.all(
      parts.map(({ milp, start }) =>
        options.engine.solveWhole(milp, {
          timeLimitSeconds: options.secondsLeft(),
          start,
          relativeGap: RELATIVE_GAP,
          mostNodes: MOST_NODES,
        }),
      ),
    );
    answers.forEach(({ columnValues }, place) => {
      if (columnValues !== undefined && takeOver(state, parts[place]!, columnValues)) better++;
    });
  }
  return better;
}

/** Groups of units with about as many candidates; far apart in a wave, so that they seldom want the same. */
function groupBlocks(structure: BlockStructure, turn: number, candidates: readonly number[]): Int32Array[] {
  const { owners, blocks } = structure;
  const counts = new Int32Array(owners.units);
  for (const column of candidates) counts[owners.unitOf[column]!]!++;
  const total = candidates.length;
  const groupCount = Math.max(1, Math.round(total / COLUMNS_A_SEARCH));
  const groups: number[][] = [[]];
  let [count, filled] = [0, 0];
  for (const block of rivalsTogether(structure, turn, candidates)) {
    if (filled >= total / groupCount && groups.length < groupCount) {
      groups.push([]);
      filled = 0;
    }
    for (const unit of blocks[block]!.units) {
      groups.at(-1)!.push(unit);
      filled += counts[unit]!;
      count += counts[unit]!;
    }
  }
  if (count === 0) return [];
  const stride = Math.ceil(groups.length / SEARCHES_AT_ONCE);
  return Array.from({ length: stride }, (_, offset) => groups.filter((_group, at) => at % stride === offset))
    .flat()
    .map((units) => Int32Array.from(units));
}

/**
 * The blocks, each after one that wants the same households: only such blocks have something to trade. Each turn starts
 * somewhere else and goes on in another order.
 */
function rivalsTogether({ owners, blocks }: BlockStructure, turn: number, candidates: readonly number[]): number[] {
  const blockOf = new Int32Array(owners.units);
  blocks.forEach(({ units }, block) => units.forEach((unit) => (blockOf[unit] = block)));
  const wantedBy: number[][] = Array.from({ length: owners.households }, () => []);
  const wants: number[][] = blocks.map(() => []);
  for (const column of candidates) {
    const [household, block] = [owners.householdOf[column]!, blockOf[owners.unitOf[column]!]!];
    if (wants[block]!.at(-1) === household) continue;
    wants[block]!.push(household);
    wantedBy[household]!.push(block);
  }
  const order: number[] = [];
  const isKnown = new Uint8Array(blocks.length);
  const know = (block: number) => {
    if (isKnown[block] === 1) return;
    isKnown[block] = 1;
    order.push(block);
  };
  const starts = mixed(Array.from(blocks.keys()), turn);
  for (let at = 0, next = 0; order.length < blocks.length; at++) {
    if (at === order.length) {
      while (isKnown[starts[next]!] === 1) next++;
      know(starts[next]!);
    }
    for (const household of mixed(wants[order[at]!]!, turn)) mixed(wantedBy[household]!, turn).forEach(know);
  }
  return order;
}

function mixed(values: readonly number[], turn: number): number[] {
  return [...values].sort((a, b) => mix(a, turn) - mix(b, turn) || a - b);
}

/** A multiplicative hash: looks like chance and is always the same. */
function mix(value: number, turn: number): number {
  return Math.imul(value + 1, 0x9e3779b1 ^ Math.imul(turn, 0x85ebca6b)) >>> 0;
}

interface SearchPart {
  readonly columns: readonly number[];
  readonly units: ReadonlySet<number>;
  readonly milp: Milp;
  readonly start: Float64Array;
}

/** One programme a group. A household that several groups could house belongs to the one where it loses least. */
function partsOf(state: PlanState, wave: readonly Int32Array[], options: BlockSearchOptions): SearchPart[] {
  const { structure, columnOf } = state;
  const { householdOf, unitOf, households } = structure.owners;
  const groupOfUnit = new Map(wave.flatMap((units, group) => Array.from(units, (unit) => [unit, group] as const)));
  const homeOf = new Int32Array(households).fill(-1);
  const leastLoss = new Float64Array(households).fill(Infinity);
  for (const column of options.candidates) {
    const group = groupOfUnit.get(unitOf[column]!);
    const household = householdOf[column]!;
    if (group === undefined || columnOf[household] !== -1 || options.losses[column]! >= leastLoss[household]!) continue;
    leastLoss[household] = options.losses[column]!;
    homeOf[household] = group;
  }
  for (const column of columnOf) {
    if (column >= 0) homeOf[householdOf[column]!] = groupOfUnit.get(unitOf[column]!) ?? -1;
  }
  const columns: number[][] = wave.map(() => []);
  const isTaken = new Set<number>();
  const take = (column: number) => {
    const group = groupOfUnit.get(unitOf[column]!);
    if (group === undefined || homeOf[householdOf[column]!] !== group || isTaken.has(column)) return;
    isTaken.add(column);
    columns[group]!.push(column);
  };
  options.candidates.forEach(take);
  for (const column of columnOf) if (column >= 0) take(column);
  return wave.map((units, group) => partOf(state, new Set(units), columns[group]!, options.objective));
}

function partOf(
  { structure, columnOf, activity }: PlanState,
  units: ReadonlySet<number>,
  pairs: number[],
  objective: Float64Array,
): SearchPart {
  const { milp, owners } = structure;
  pairs.sort((a, b) => a - b);
  const own = new Map<number, number>();
  const rows = new Set<number>();
  for (const column of pairs) {
    const isChosen = columnOf[owners.householdOf[column]!] === column;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = milp.rowIndices[entry]!;
      rows.add(row);
      if (isChosen) own.set(row, (own.get(row) ?? 0) + milp.values[entry]!);
    }
  }
  const shortages = shortageColumns(structure).filter((column) => rows.has(milp.rowIndices[milp.starts[column]!]!));
  const columns = [...pairs, ...shortages].sort((a, b) => a - b);
  const sortedRows = [...rows].sort((a, b) => a - b);
  const part = cut({ ...milp, objective }, columns, sortedRows);
  // What the rest of the plan holds of a row is not there for this group.
  const lessElsewhere = (bounds: Float64Array) =>
    Float64Array.from(sortedRows, (row) => bounds[row]! - (activity[row]! - (own.get(row) ?? 0)));
  const start = Float64Array.from(columns, (column) => {
    if (owners.unitOf[column]! >= 0) return columnOf[owners.householdOf[column]!] === column ? 1 : 0;
    const row = milp.rowIndices[milp.starts[column]!]!;
    return Math.max(0, milp.rowLower[row]! - activity[row]!);
  });
  return {
    ...{ columns, units, start },
    milp: { ...part, rowLower: lessElsewhere(milp.rowLower), rowUpper: lessElsewhere(milp.rowUpper) },
  };
}

const shortagesOf = new WeakMap<BlockStructure, readonly number[]>();

function shortageColumns(structure: BlockStructure): readonly number[] {
  let columns = shortagesOf.get(structure);
  if (columns === undefined) {
    columns = placesWhere(structure.milp.columns, (column) => structure.owners.unitOf[column]! < 0);
    shortagesOf.set(structure, columns);
  }
  return columns;
}

/** Puts the answer of a group in the plan as far as it still fits, and keeps that where the plan is better for it. */
function takeOver(state: PlanState, { columns, units }: SearchPart, values: Float64Array): boolean {
  const { owners } = state.structure;
  const before = state.worth.slice();
  const mark = state.mark;
  for (const column of [...state.columnOf]) {
    if (column >= 0 && units.has(owners.unitOf[column]!)) state.remove(column);
  }
  columns.forEach((column, place) => {
    if (owners.unitOf[column]! >= 0 && values[place]! > 0.5 && state.fits(column)) state.add(column);
  });
  if (isWorthMore(state.worth, before)) {
    state.settle();
    return true;
  }
  state.undo(mark);
  return false;
}
