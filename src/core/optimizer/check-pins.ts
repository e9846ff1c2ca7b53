import { DomainError } from '../errors';
import { judgePair } from '../explain/judge-pair';
import { required, type ProblemIndex } from '../matching/problem-index';
import { ruleById } from '../rules/catalogue';
import type { AllocationModel, RowSource } from './build-milp';
import type { Milp } from './milp';
import { rowSums } from './programme';

/** Refuses pins on pairs that may not be, with the text of every rule against each. Throws `problem-infeasible`. */
export function checkPinnedPairs(index: ProblemIndex): void {
  const conflicts = [...index.pins.values()].flatMap((pin) => {
    const household = required(index.households, pin.householdId, 'household');
    const unit = required(index.units, pin.unitId, 'unit');
    const { eligible, verdicts, ban } = judgePair(index, household, unit);
    if (eligible) return [];
    const against = verdicts.filter(({ outcome }) => outcome === 'fails' || outcome === 'unknown');
    return [{ pin, ban, rules: against.map(({ ruleId, outcome, text }) => ({ ruleId, outcome, text })) }];
  });
  if (conflicts.length === 0) return;
  const sentences = conflicts.map(({ pin, ban, rules }) => {
    const reasons = [
      ...rules.map(({ text }) => text.nl),
      ...(ban === null ? [] : [`Het paar is ook verboden: ${ban.reason}.`]),
    ];
    return `${pin.householdId} staat vast op ${pin.unitId}, maar dat mag niet: ${reasons.join(' ')}`;
  });
  throw new DomainError('problem-infeasible', sentences.join('\n'), { conflicts });
}

/**
 * Refuses pins that together break a hard row. Of each such row it names a minimal conflict: with any one of these pins left
 * out the others fit. Throws `problem-infeasible`.
 */
export function checkPinnedRows(index: ProblemIndex, { milp, pairs, rowSources }: AllocationModel): void {
  if (index.pins.size === 0) return;
  const broken = [...rowSums(milp, milp.columnLower)].flatMap((sum, place) =>
    sum > milp.rowUpper[place]! ? [{ source: rowSources[place]!, place, limit: milp.rowUpper[place]! }] : [],
  );
  if (broken.length === 0) return;
  const conflicts = broken.map(({ source, place, limit }) => {
    const terms = minimalTerms(milp, place, limit);
    const pins = terms.map(({ column, weight }) => {
      const { household, unit } = pairs.at(column)!;
      return { householdId: household.id, unitId: unit.id, weight };
    });
    return { source, limit, pins, sum: pins.reduce((total, { weight }) => total + weight, 0) };
  });
  const sentences = conflicts.map(({ source, pins, sum, limit }) => {
    const { name } = source.row.subject;
    const named = pins.map(({ householdId, unitId }) => `${householdId} op ${unitId}`).join(', ');
    return `De vastgezette plaatsingen vragen ${sum} bij ${name} (${ruleOf(source)}); er is ruimte voor ${limit}. Samen te veel: ${named}.`;
  });
  const rows = conflicts.map(({ source, sum, limit, pins }) => ({
    ...{ ruleId: source.ruleId, rowId: source.row.id },
    ...{ sum, limit, pins },
  }));
  throw new DomainError('problem-infeasible', sentences.join('\n'), { rows });
}

/** Pinned columns that are too much for a row, none of which can be left out. */
function minimalTerms(milp: Milp, row: number, limit: number): readonly { column: number; weight: number }[] {
  const terms: { column: number; weight: number }[] = [];
  for (let column = 0; column < milp.columns; column++) {
    if (milp.columnLower[column]! < 1) continue;
    for (let entry = milp.starts[column]!; entry < milp.starts[column + 1]!; entry++) {
      if (milp.rowIndices[entry] === row) terms.push({ column, weight: milp.values[entry]! });
    }
  }
  let sum = terms.reduce((total, { weight }) => total + weight, 0);
  // The heaviest stay longest: few pins to talk about.
  return terms
    .sort((a, b) => a.weight - b.weight || b.column - a.column)
    .filter(({ weight }) => {
      if (weight > 0 && sum - weight <= limit) return true;
      sum -= weight;
      return false;
    })
    .sort((a, b) => a.column - b.column);
}

function ruleOf({ ruleId, row }: RowSource): string {
  if (ruleId !== null) return ruleById(ruleId).title.nl.toLowerCase();
  return row.subject.kind === 'household' ? 'één woonplek per huishouden' : 'vrije plaatsen';
}
