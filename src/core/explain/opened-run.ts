import { candidatePairs } from '../matching/candidate-pairs';
import type { Plan } from '../matching/plan';
import type { Problem } from '../matching/problem';
import { indexProblem, pairKey, type ProblemIndex } from '../matching/problem-index';
import { buildMilp, type AllocationModel } from '../optimizer/build-milp';
import { componentsOf, programmeOf, type Component } from '../optimizer/decompose';
import type { Milp } from '../optimizer/milp';
import { levelsAt, pick } from '../optimizer/places';
import { rowSums } from '../optimizer/programme';
import { Resolver, type ResolvePorts } from '../optimizer/resolve-with';
import { tighten } from '../optimizer/tighten';
import type { Sha256 } from '../rules/rule';
import { holdFaces, type HeldFaces } from './held-faces';

export interface ExplainPorts extends ResolvePorts {
  readonly sha256: Sha256;
}

/**
 * A round that is done, opened for questions: its model is built once, and of each component the faces on which its levels
 * keep their values. Close it after use.
 */
export class OpenedRun {
  readonly index: ProblemIndex;
  readonly model: AllocationModel;
  /** The plan in columns of the whole model, shortages included. */
  readonly columnValues: Float64Array;
  private readonly components: readonly Component[];
  private readonly columns: ReadonlyMap<string, number>;
  private readonly componentOf: Int32Array;
  private readonly parts = new Map<number, OpenedPart>();

  constructor(
    problem: Problem,
    readonly plan: Plan,
    readonly ports: ExplainPorts,
  ) {
    this.index = indexProblem(problem);
    const pairs = candidatePairs(this.index);
    this.model = buildMilp(this.index, pairs, ports.sha256);
    this.columns = new Map(
      Array.from(this.model.pairs, ({ household, unit }, column) => [pairKey(household.id, unit.id), column]),
    );
    this.columnValues = planColumns(this.model, this.columns, plan);
    this.components = componentsOf(this.model);
    this.componentOf = new Int32Array(this.model.milp.columns);
    this.components.forEach(({ columns }, place) => columns.forEach((column) => (this.componentOf[column] = place)));
  }

  /** The column of a pair; null: the pair is not eligible. */
  columnOf(householdId: string, unitId: string): number | null {
    return this.columns.get(pairKey(householdId, unitId)) ?? null;
  }

  /** The component that holds a column, opened; the work is done at the first question about it. */
  partOf(column: number): OpenedPart {
    const place = this.componentOf[column];
    const component = place === undefined ? undefined : this.components[place];
    if (place === undefined || component === undefined) throw new RangeError(`There is no column ${column}`);
    const known = this.parts.get(place);
    if (known !== undefined) return known;
    const opened = openPart(this.model, component, this.columnValues, this.ports);
    this.parts.set(place, opened);
    return opened;
  }

  close(): void {
    for (const { resolver } of this.parts.values()) resolver.close();
    this.parts.clear();
  }
}

/** One component of an opened run. Its columns and rows are places in the model. */
export interface OpenedPart extends Component {
  /** The component as a programme of its own. */
  readonly milp: Milp;
  /** The place of a column of the model in this part. */
  readonly placeOf: ReadonlyMap<number, number>;
  readonly resolver: Resolver;
  /** The plan, one a column of the part. */
  readonly known: Float64Array;
  readonly held: HeldFaces;
}

function openPart(
  model: AllocationModel,
  component: Component,
  columnValues: Float64Array,
  ports: ResolvePorts,
): OpenedPart {
  const { columns } = component;
  const milp = programmeOf(model.milp, component);
  const resolver = resolverOf(model, columns, milp, ports);
  const known = pick(columnValues, columns);
  return {
    ...component,
    milp,
    placeOf: new Map(Array.from(columns, (column, place) => [column, place])),
    resolver,
    known,
    held: holdFaces(resolver, known),
  };
}

/** A resolver for one component of a model. */
export function resolverOf(model: AllocationModel, columns: Int32Array, milp: Milp, ports: ResolvePorts): Resolver {
  return new Resolver(tighten(milp), levelsAt(model.levels, columns), ports);
}

function planColumns(
  { milp, pairs }: AllocationModel,
  columns: ReadonlyMap<string, number>,
  { matches }: Plan,
): Float64Array {
  const values = new Float64Array(milp.columns);
  for (const { householdId, unitId } of matches) {
    const column = columns.get(pairKey(householdId, unitId));
    if (column !== undefined) values[column] = 1;
  }
  fillShortages(milp, values, pairs.length);
  return values;
}

/** Sets each column of shortage to what the matches leave its row short of. */
export function fillShortages(milp: Milp, values: Float64Array, firstShortage: number): void {
  values.fill(0, firstShortage);
  const sums = rowSums(milp, values);
  for (let column = firstShortage; column < milp.columns; column++) {
    const row = milp.rowIndices[milp.starts[column]!]!;
    values[column] = Math.max(0, milp.rowLower[row]! - sums[row]!);
  }
}
