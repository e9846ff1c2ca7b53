import type { Problem } from '../matching/problem';
import type { AllocationModel } from '../optimizer/build-milp';
import { componentsOf, programmeOf } from '../optimizer/decompose';
import type { Milp } from '../optimizer/milp';
import { pick } from '../optimizer/places';
import { isPossible, weigh } from '../optimizer/programme';
import type { Face, Resolver } from '../optimizer/resolve-with';
import { derivations } from '../optimizer/tighten';
import { OpenedRun, resolverOf } from './opened-run';

/** The best plan of a changed problem. */
export interface ChangedPlan {
  /** Unit by household. */
  readonly homes: ReadonlyMap<string, string>;
  /** The value of each level. */
  readonly values: readonly number[];
}

/**
 * Solves an opened round again with something changed, to see whether a household then gets a home. The model is built anew,
 * so that no rule is forgotten. A component whose matrix is that of the round is solved from where the round stands; only a new
 * matrix is solved from nothing. `without`: the household gets none, and that is all that was looked at.
 */
export async function solveChanged(
  run: OpenedRun,
  problem: Problem,
  householdId: string,
  secondsLeft: () => number,
): Promise<ChangedPlan | 'without' | 'stopped'> {
  const changed = new OpenedRun(problem, run.plan, run.ports);
  const { model } = changed;
  const isAbout = (column: number) => model.pairs.at(column)?.household.id === householdId;
  const components = componentsOf(model).sort(
    (a, b) => Number(b.columns.some(isAbout)) - Number(a.columns.some(isAbout)),
  );
  if (components[0]?.columns.some(isAbout) !== true) return 'without';
  const values = model.levels.map(({ constant }) => constant);
  const homes = new Map<string, string>();
  for (const { columns, rows } of components) {
    const own = Array.from(columns.keys()).filter((place) => isAbout(columns[place]!));
    const part = { columns, milp: programmeOf(model.milp, { columns, rows }) };
    const solved = await solvePart(run, changed, part, own, secondsLeft);
    if (typeof solved === 'string') return solved;
    model.levels.forEach(({ coefficients }, level) => {
      values[level]! += weigh(pick(coefficients, columns), solved);
    });
    columns.forEach((column, place) => {
      const pair = model.pairs.at(column);
      if (pair !== undefined && solved[place] === 1) homes.set(pair.household.id, pair.unit.id);
    });
    if (!homes.has(householdId)) return 'without';
  }
  return { homes, values };
}

/** A component of the changed model, as a programme of its own. */
interface ChangedPart {
  readonly columns: Int32Array;
  readonly milp: Milp;
}

/** `own`: the places of the household's columns, of which one must be possible to the end. */
async function solvePart(
  run: OpenedRun,
  changed: OpenedRun,
  part: ChangedPart,
  own: readonly number[],
  secondsLeft: () => number,
): Promise<Float64Array | 'without' | 'stopped'> {
  const known = pick(changed.columnValues, part.columns);
  const isEnough =
    own.length === 0 ? undefined : ({ columnUpper }: Milp) => own.every((place) => columnUpper[place]! < 1);
  const solveOn = async (resolver: Resolver, face: Face): Promise<Float64Array | 'without' | 'stopped'> => {
    const start = isPossible(face.programme, known) ? known : undefined;
    const resolved = await resolver.solve({ ...face, start, isEnough }, secondsLeft);
    if (resolved.status === 'enough') return 'without';
    return resolved.status === 'solved' ? resolved.columnValues : 'stopped';
  };
  const warm = sameMatrix(run, changed.model, part);
  if (warm !== null) return solveOn(warm.resolver, warm.face);
  const resolver = resolverOf(changed.model, part.columns, part.milp, run.ports);
  try {
    return await solveOn(resolver, { level: 0, programme: resolver.milp });
  } finally {
    resolver.close();
  }
}

/** The resolver of the round for a component with the same matrix and levels, with the bounds of the changed one; null: none. */
function sameMatrix(
  run: OpenedRun,
  model: AllocationModel,
  { columns, milp }: ChangedPart,
): { readonly resolver: Resolver; readonly face: Face } | null {
  const first = model.pairs.at(columns[0]!);
  const column = first === undefined ? null : run.columnOf(first.household.id, first.unit.id);
  if (column === null) return null;
  const { columns: baseColumns, milp: base, resolver, held } = run.partOf(column);
  const isSame =
    same(milp.starts, base.starts) &&
    same(milp.rowIndices, base.rowIndices) &&
    same(milp.values, base.values) &&
    same(milp.columnLower, base.columnLower) &&
    same(milp.rowLower, base.rowLower) &&
    columns.every((each, place) => samePair(run.model, baseColumns[place]!, model, each)) &&
    resolver.levels.every(({ coefficients }, level) =>
      columns.every((each, place) => coefficients[place] === model.levels[level]!.coefficients[each]),
    );
  if (!isSame) return null;
  const rowUpper = resolver.milp.rowUpper.slice();
  rowUpper.set(milp.rowUpper);
  derivations(base).forEach(({ row, numerator, denominator }, place) => {
    rowUpper[base.rows + place] = Math.floor((numerator * milp.rowUpper[row]!) / denominator);
  });
  const columnUpper = milp.columnUpper;
  const programme = { ...resolver.milp, rowUpper, columnUpper };
  return { resolver, face: { level: 0, programme, basis: held.bases[0] } };
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}

function samePair(one: AllocationModel, column: number, other: AllocationModel, otherColumn: number): boolean {
  const [a, b] = [one.pairs.at(column), other.pairs.at(otherColumn)];
  if (a === undefined || b === undefined) return a === b;
  return a.household.id === b.household.id && a.unit.id === b.unit.id;
}
