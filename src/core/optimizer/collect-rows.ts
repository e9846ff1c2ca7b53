import type { Pairs } from '../matching/pair-list';
import type { ProblemIndex } from '../matching/problem-index';
import { policyRules } from '../rules/policy-rules';
import type { Quota, QuotaRow } from '../rules/rule';
import { RowReach } from './row-reach';

/** A row of the model before it becomes part of the matrix; `offset` is moved to the bounds already. */
export interface DraftRow {
  readonly ruleId: string | null;
  readonly row: QuotaRow;
  readonly columns: Int32Array;
  /** Whole numbers. */
  readonly weights: Int32Array;
  readonly lower: number;
  readonly upper: number;
  /** The most that a soft row can lack; 0 for a hard row. */
  readonly slackUpper: number;
}

interface RowTerms {
  readonly ruleId: string | null;
  readonly row: QuotaRow;
  readonly columns: Int32Array;
  readonly weights: Int32Array;
}

/** All rows that can bind, and the shortage of soft rows in which no pair counts. */
export function collectRows(index: ProblemIndex, pairs: Pairs): { rows: readonly DraftRow[]; fixedShortage: number } {
  const terms = quotasOf(index).flatMap(({ ruleId, quota }) => termsOf(ruleId, quota, pairs));
  terms.sort((a, b) => compare(a.ruleId ?? '', b.ruleId ?? '') || compare(a.row.id, b.row.id));
  const reach = new RowReach(pairs);
  // The rows that hold a household to one home and a unit to its places are in every model, so every other row may count on
  // them; those two themselves may not.
  const most = ({ ruleId, columns, weights }: RowTerms): number =>
    ruleId === null ? sum(weights) : reach.most(columns, weights);
  const seen = new Map<string, DraftRow[]>();
  const rows: DraftRow[] = [];
  let fixedShortage = 0;
  for (const term of terms) {
    const { ruleId, row, columns, weights } = term;
    if (row.soft) {
      const needed = Math.max(0, (row.lower ?? 0) - row.offset);
      if (columns.length === 0) fixedShortage += needed;
      else if (needed > 0)
        rows.push({ ruleId, row, columns, weights, lower: needed, upper: Infinity, slackUpper: needed });
      continue;
    }
    // A row that is over its limit before the round is nobody's fault in this round; nothing may be added to it.
    const upper = row.upper === null ? Infinity : Math.max(0, row.upper - row.offset);
    const lower = row.lower === null ? -Infinity : row.lower - row.offset;
    if (least(term) >= lower && (upper === Infinity || most(term) <= upper)) continue;
    const draft: DraftRow = { ruleId, row, columns, weights, lower, upper, slackUpper: 0 };
    const key = `${lower}|${upper}|${columns.length}|${columns[0]}|${columns.at(-1)}`;
    const alike = seen.get(key) ?? [];
    if (alike.some((other) => isSame(other.columns, columns) && isSame(other.weights, weights))) continue;
    seen.set(key, [...alike, draft]);
    rows.push(draft);
  }
  return { rows, fixedShortage };
}

function quotasOf(index: ProblemIndex): { ruleId: string | null; quota: Quota }[] {
  const fromPolicy = policyRules(index.problem.policy).quotas.map(({ rule, parameters }) => ({
    ruleId: rule.id,
    quota: rule.compile(index, parameters),
  }));
  return [{ ruleId: null, quota: oneHome(index) }, { ruleId: null, quota: places(index) }, ...fromPolicy];
}

/** True of every plan, whatever the policy lists: a household lives in one place. */
function oneHome({ problem }: ProblemIndex): Quota {
  const rowOf = new Map(problem.households.map(({ id }, row) => [id, row]));
  return {
    rows: problem.households.map(({ id }) => ({
      id: `household:${id}`,
      subject: { kind: 'household', id, name: id },
      offset: 0,
      lower: null,
      upper: 1,
      soft: false,
    })),
    visitTerms: (household, _unit, visit) => visit(rowOf.get(household.id)!, 1),
  };
}

/** True of every plan: a unit holds no more households than it has free places. */
function places({ problem }: ProblemIndex): Quota {
  const rowOf = new Map(problem.units.map(({ id }, row) => [id, row]));
  return {
    rows: problem.units.map(({ id, name, freePlaces }) => ({
      id: `unit:${id}`,
      subject: { kind: 'unit', id, name },
      offset: 0,
      lower: null,
      upper: freePlaces,
      soft: false,
    })),
    visitTerms: (_household, unit, visit) => visit(rowOf.get(unit.id)!, 1),
  };
}

/** Visits every pair once, and puts the terms in their rows after: a country has many millions of them. */
function termsOf(ruleId: string | null, quota: Quota, pairs: Pairs): RowTerms[] {
  const counts = new Int32Array(quota.rows.length);
  let [rows, columns, weights] = Array.from({ length: 3 }, () => new Int32Array(pairs.length)) as Terms;
  let [found, column] = [0, 0];
  const visit = (row: number, weight: number): void => {
    if (found === rows.length) [rows, columns, weights] = [rows, columns, weights].map(larger) as Terms;
    rows[found] = row;
    columns[found] = column;
    weights[found] = weight;
    counts[row]!++;
    found++;
  };
  for (const { household, unit } of pairs) {
    quota.visitTerms(household, unit, visit);
    column++;
  }
  const terms = quota.rows.map((row, place) => ({
    ruleId,
    row,
    columns: new Int32Array(counts[place]!),
    weights: new Int32Array(counts[place]!),
  }));
  const filled = new Int32Array(quota.rows.length);
  for (let term = 0; term < found; term++) {
    const row = terms[rows[term]!]!;
    const at = filled[rows[term]!]!++;
    row.columns[at] = columns[term]!;
    row.weights[at] = weights[term]!;
  }
  return terms;
}

type Terms = [rows: Int32Array, columns: Int32Array, weights: Int32Array];

function larger(full: Int32Array): Int32Array {
  const grown = new Int32Array(2 * full.length + 16);
  grown.set(full);
  return grown;
}

function isSame(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}

function least({ weights }: RowTerms): number {
  return weights.reduce((total, weight) => total + Math.min(0, weight), 0);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
