import type { OpenedPart, OpenedRun } from './opened-run';
import { weigh } from '../optimizer/programme';

/** What it costs to give a household a home that the plan does not give it. */
export type ForcedPair =
  /** `losses`: one a level, exact. `moves`: everybody else whose place changes in a best plan with this pair. */
  | { readonly status: 'exact'; readonly losses: readonly number[]; readonly moves: readonly Move[] }
  /** The hard rules leave no plan with this pair, whoever gives way. */
  | { readonly status: 'impossible' }
  | { readonly status: 'stopped' };

export interface Move {
  readonly householdId: string;
  /** Null: no home. */
  readonly fromUnitId: string | null;
  readonly toUnitId: string | null;
}

/** What is certain at once, from the multipliers alone. */
export interface PairBound {
  /** The first level (1 = highest) loses at the latest here; null: nothing is known of a loss. */
  readonly level: number | null;
  /** What that level loses at least if no level before it does. */
  readonly atLeast: number;
}

/** A lower bound of the loss of a pair of the model, without any search. */
export function boundPair(run: OpenedRun, column: number): PairBound {
  const part = run.partOf(column);
  const place = part.placeOf.get(column)!;
  const level = part.held.lostAt[place]!;
  if (part.known[place] === 1 || level >= part.held.values.length) return { level: null, atLeast: 0 };
  return { level: level + 1, atLeast: part.held.lossAtLeast[place]! };
}

/**
 * Takes a column into the plan and solves what then remains best, level by level. Only its component can change. It starts on
 * the face where the multipliers first say that something is lost; where that face holds no plan with the column, the loss is
 * on a level before.
 */
export async function forcePair(run: OpenedRun, column: number, secondsLeft: () => number): Promise<ForcedPair> {
  const part = run.partOf(column);
  const place = part.placeOf.get(column)!;
  const { held, resolver, known } = part;
  if (known[place] === 1) return { status: 'exact', losses: held.values.map(() => 0), moves: [] };
  const lostAt = held.lostAt[place]!;
  for (let level = Math.min(lostAt, held.values.length - 1); level >= 0; level--) {
    // Where the face behind this one holds no plan with the column, this level loses.
    const isFirst = level === held.values.length - 1 && lostAt > level;
    const loss = isFirst ? 0 : level === lostAt ? held.lossAtLeast[place]! : 1;
    const face = held.faceWith(place, level, loss);
    if (face === null) continue;
    const resolved = await resolver.solve(face, secondsLeft);
    if (resolved.status === 'stopped') return { status: 'stopped' };
    if (resolved.status !== 'solved') continue;
    const { columnValues } = resolved;
    return {
      status: 'exact',
      losses: resolver.levels.map(({ coefficients }, at) => held.values[at]! - weigh(coefficients, columnValues)),
      moves: movesOf(run, part, columnValues, run.model.pairs.at(column)!.household.id),
    };
  }
  return { status: 'impossible' };
}

/** Who lives elsewhere in another plan of a component. */
export function movesOf(
  { model }: OpenedRun,
  { columns, known }: OpenedPart,
  columnValues: Float64Array,
  exceptHouseholdId: string | null,
): readonly Move[] {
  const from = new Map<string, string>();
  const to = new Map<string, string>();
  columns.forEach((column, place) => {
    const pair = model.pairs.at(column);
    if (pair === undefined || pair.household.id === exceptHouseholdId) return;
    if (known[place] === 1) from.set(pair.household.id, pair.unit.id);
    if (columnValues[place] === 1) to.set(pair.household.id, pair.unit.id);
  });
  return [...new Set([...from.keys(), ...to.keys()])]
    .sort()
    .map((householdId) => ({
      householdId,
      fromUnitId: from.get(householdId) ?? null,
      toUnitId: to.get(householdId) ?? null,
    }))
    .filter(({ fromUnitId, toUnitId }) => fromUnitId !== toUnitId);
}
