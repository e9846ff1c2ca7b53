import { candidatePairs } from '../matching/candidate-pairs';
import type { Problem } from '../matching/problem';
import { indexProblem } from '../matching/problem-index';
import type { ReceiptColumn, ReceiptFile, ReceiptLevel, ReceiptRow } from '../proof/receipt-file';
import type { Sha256 } from '../rules/rule';
import { buildMilp, type AllocationModel } from './build-milp';
import { componentsOf, programmeOf, type Component } from './decompose';
import type { Milp } from './milp';

/** What of a receipt the problem alone decides. */
export interface ReceiptProgramme extends Pick<ReceiptFile, 'columns' | 'rows'> {
  readonly levels: readonly Pick<ReceiptLevel, 'level' | 'objectiveId' | 'epsilon' | 'constant' | 'worth'>[];
}

/** The programme of a problem in the words of a receipt, and its parts as the engines get them. */
export function receiptProgramme(
  problem: Problem,
  sha256: Sha256,
): { programme: ReceiptProgramme; parts: readonly Milp[] } {
  const index = indexProblem(problem);
  const candidates = candidatePairs(index);
  const model = buildMilp(index, candidates, sha256);
  const components = componentsOf(model);
  const parts = components.map((component) => programmeOf(model.milp, component));
  const programme = {
    columns: columnsOf(model, components),
    rows: rowsOf(model),
    levels: model.levels.map(({ objectiveId, epsilon, constant, coefficients }, place) => ({
      level: place + 1,
      objectiveId,
      epsilon,
      constant: constant + 0,
      worth: [...coefficients.entries()].filter(([, worth]) => worth !== 0),
    })),
  };
  return { programme, parts };
}

function columnsOf({ pairs, milp }: AllocationModel, parts: readonly Component[]): ReceiptColumn[] {
  const partOf = new Map(parts.flatMap(({ columns }, part) => [...columns].map((column) => [column, part] as const)));
  return Array.from({ length: milp.columns }, (_, column) => {
    const [pair, lower, upper] = [pairs.at(column), milp.columnLower[column]!, milp.columnUpper[column]!];
    return {
      ...(pair === undefined
        ? { shortageOf: milp.rowIndices[milp.starts[column]!]! }
        : { pair: [pair.household.id, pair.unit.id] as const }),
      part: partOf.get(column)!,
      ...(lower === 0 ? {} : { lower }),
      ...(upper === 1 ? {} : { upper }),
    };
  });
}

function rowsOf({ milp, rowSources }: AllocationModel): ReceiptRow[] {
  const terms = rowSources.map(() => ({ columns: [] as number[], weights: [] as number[] }));
  for (let column = 0; column < milp.columns; column++) {
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      const row = terms[milp.rowIndices[entry]!]!;
      row.columns.push(column);
      row.weights.push(milp.values[entry]!);
    }
  }
  return rowSources.map(({ ruleId, row }, place) => {
    const { columns, weights } = terms[place]!;
    const [lower, upper] = [milp.rowLower[place]!, milp.rowUpper[place]!];
    return {
      ruleId,
      key: row.id,
      ...(Number.isFinite(lower) ? { lower } : {}),
      ...(Number.isFinite(upper) ? { upper } : {}),
      columns,
      ...(weights.every((weight) => weight === 1) ? {} : { weights }),
    };
  });
}
