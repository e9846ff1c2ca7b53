import type { Engine } from '../optimizer/engine';
import type { RowSource } from '../optimizer/build-milp';
import { withLevelRows } from '../optimizer/level-rows';
import type { Milp } from '../optimizer/milp';
import { propagate } from '../optimizer/narrow';
import { freePart, isPossible } from '../optimizer/programme';
import { isBrokenAlready } from '../optimizer/search-near-bound';
import type { WarmRelaxation } from '../optimizer/warm-relaxation';
import { ruleById } from '../rules/catalogue';
import type { QuotaRow, Text } from '../rules/rule';
import { findConflict } from './find-conflict';
import { compareLosses, decidingLevel, levelLosses, type LevelLoss } from './level-loss';
import type { OpenedPart, OpenedRun } from './opened-run';
import { forcePair, type PairBound } from './force-pair';
import { optionColumns, rankByBound } from './rank-options';

/** One row of one rule, by name. */
export interface NamedRow {
  readonly ruleId: string;
  readonly rowId: string;
  readonly title: Text;
  readonly subject: QuotaRow['subject'];
  readonly text: Text;
  /**
   * Whether a home of the household counts in it. If not, the row is about others, who would have to live elsewhere if this
   * household took the place of one of them.
   */
  readonly ofOptions: boolean;
}

/**
 * Why a household with eligible homes has none. `rows` together leave no plan that houses it without giving up anything on
 * the levels up to `level`; without any one of them there is such a plan.
 */
export interface UnmatchedConflict {
  /** The first level (1 = highest) that loses if the household is housed at the least cost; null: nothing is lost, or no plan houses it. */
  readonly level: number | null;
  /** The least that housing it costs; empty: no plan houses it. */
  readonly levels: readonly LevelLoss[];
  /** The home at that least cost. */
  readonly unitId: string | null;
  /** Minimal. Null: time ran out. Empty: nothing is in the way. */
  readonly rows: readonly NamedRow[] | null;
}

/** Null: out of time, or the household has no eligible home. */
export async function explainConflict(
  run: OpenedRun,
  householdId: string,
  secondsLeft: () => number,
): Promise<UnmatchedConflict | null> {
  const columns = optionColumns(run, householdId);
  if (columns.length === 0) return null;
  let best: Best | null = null;
  for (const { householdId: household, unitId, bound } of rankByBound(run, columns)) {
    if (best !== null && isWorse(bound, best.losses)) continue;
    const column = run.columnOf(household, unitId)!;
    const forced = await forcePair(run, column, secondsLeft);
    if (forced.status === 'stopped') return null;
    if (forced.status === 'impossible') continue;
    if (best === null || compareLosses(forced.losses, best.losses) < 0) best = { column, losses: forced.losses };
  }
  const level = best === null ? null : decidingLevel(best.losses);
  const rows = await conflictOf(run, columns, level ?? 0, best === null, secondsLeft);
  return {
    level,
    levels: best === null ? [] : levelLosses(run, best.losses),
    unitId: best === null ? null : run.model.pairs.at(best.column)!.unit.id,
    rows: best !== null && level === null ? [] : rows,
  };
}

interface Best {
  readonly column: number;
  readonly losses: readonly number[];
}

/** Whether a pair with this lower bound certainly costs more than these losses. */
function isWorse({ level, atLeast }: PairBound, losses: readonly number[]): boolean {
  if (level === null) return false;
  const first = losses.findIndex((loss) => loss !== 0);
  return first === -1 || level - 1 < first || (level - 1 === first && atLeast > losses[first]!);
}

async function conflictOf(
  run: OpenedRun,
  options: readonly number[],
  levelsKept: number,
  isImpossible: boolean,
  secondsLeft: () => number,
): Promise<readonly NamedRow[] | null> {
  const part = run.partOf(options[0]!);
  const sources = Array.from(part.rows, (row) => run.model.rowSources[row]!);
  const named = sources.flatMap(({ row }, place) => (row.soft || row.subject.kind === 'household' ? [] : [place]));
  const question = new RowQuestion(run, part, options, isImpossible ? 0 : levelsKept);
  try {
    const canHold = (rows: readonly number[]) => question.canHold(rows, named, secondsLeft);
    // The engine's own proof names few rows; where they are a conflict indeed, the search for a minimal one starts there.
    const hint = (await canHold(named)) === false ? question.hintOf(named) : named;
    const isEnough = hint.length < named.length && (await canHold(hint)) === false;
    const found = await findConflict(isEnough ? hint : named, canHold);
    if (found === null) return null;
    const ofOptions = rowsOfColumns(run.model.milp, options);
    return found.map((place) => nameOf(sources[place]!, ofOptions.has(part.rows[place]!)));
  } finally {
    question.close();
  }
}

/** Asks whether a household can be housed under some of the rows, with all levels of the plan kept up to one. */
class RowQuestion {
  private readonly base: Milp;
  private readonly warm: WarmRelaxation;
  private readonly whole: Engine;
  private readonly places: readonly number[];
  private lastConflict: readonly number[] | undefined;

  constructor(
    run: OpenedRun,
    private readonly part: OpenedPart,
    options: readonly number[],
    levelsKept: number,
  ) {
    const { milp, resolver } = part;
    const { levels } = resolver;
    const coefficients = levels.map((level) => level.coefficients);
    const housed = Float64Array.from({ length: milp.columns }, () => 0);
    this.places = options.flatMap((column) => part.placeOf.get(column) ?? []);
    for (const place of this.places) housed[place] = 1;
    const withRows = withLevelRows(milp, [...coefficients.slice(0, levelsKept), housed]);
    const rowLower = withRows.rowLower.slice();
    for (let level = 0; level < levelsKept; level++) {
      rowLower[milp.rows + level] = part.held.values[level]! - levels[level]!.epsilon;
    }
    rowLower[milp.rows + levelsKept] = 1;
    this.base = { ...withRows, rowLower, objective: housed };
    this.warm = run.ports.relaxation(this.base);
    this.whole = run.ports.whole;
  }

  close(): void {
    this.warm.close();
  }

  /** Those of the named rows that the engine's last proof of a conflict speaks of; all of them where it does not say. */
  hintOf(named: readonly number[]): readonly number[] {
    const conflict = this.lastConflict;
    return conflict === undefined ? named : named.filter((row) => conflict.includes(row));
  }

  /** Whether a plan holds these of the named rows; those that are named and not given are left out. */
  async canHold(rows: readonly number[], named: readonly number[], secondsLeft: () => number): Promise<boolean | null> {
    const programme = this.without(rows, named);
    if (this.places.some((place) => this.fitsBesidePlan(programme, place))) return true;
    if (secondsLeft() <= 0) return null;
    const relaxed = this.warm.solve(programme, { timeLimitSeconds: secondsLeft() });
    if (relaxed.status === 'infeasible') {
      this.lastConflict = relaxed.rowsInConflict;
      return false;
    }
    if (relaxed.status === 'optimal' && isPossible(programme, relaxed.columnValues)) return true;
    const narrowed = propagate(programme);
    const free = freePart(narrowed);
    if (isBrokenAlready(narrowed, free)) return false;
    const answer = await this.whole.solveWhole(free.milp, { timeLimitSeconds: secondsLeft() });
    if (answer.status === 'infeasible') return false;
    return answer.status === 'optimal' ? true : null;
  }

  private without(rows: readonly number[], named: readonly number[]): Milp {
    const kept = new Set(rows);
    const rowLower = this.base.rowLower.slice();
    const rowUpper = this.base.rowUpper.slice();
    for (const row of named) {
      if (kept.has(row)) continue;
      rowLower[row] = -Infinity;
      rowUpper[row] = Infinity;
    }
    return { ...this.base, rowLower, rowUpper };
  }

  /** The plan with this pair added: the simplest witness. */
  private fitsBesidePlan(programme: Milp, place: number): boolean {
    const values = this.part.known.slice();
    values[place] = 1;
    return isPossible(programme, values);
  }
}

/** The rows in which any of these columns counts. */
function rowsOfColumns({ starts, rowIndices }: Milp, columns: readonly number[]): ReadonlySet<number> {
  return new Set(columns.flatMap((column) => [...rowIndices.subarray(starts[column], starts[column + 1])]));
}

function nameOf({ ruleId, row }: RowSource, ofOptions: boolean): NamedRow {
  const rule = ruleById(ruleId ?? 'places');
  const text = rule.kind === 'quota' ? rule.describe({ agreed: row.upper ?? 0, ...row }) : rule.sentence;
  return { ruleId: rule.id, rowId: row.id, title: rule.title, subject: row.subject, text, ofOptions };
}
