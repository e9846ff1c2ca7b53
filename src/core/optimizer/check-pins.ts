import { DomainError } from '../errors';
import { judgePair } from '../explain/judge-pair';
import { required, type ProblemIndex } from '../matching/problem-index';
import type { AllocationModel, RowSource } from './build-milp';
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

/** Refuses pins that together break a hard row, and names those rows. Throws `problem-infeasible`. */
export function checkPinnedRows(index: ProblemIndex, { milp, rowSources }: AllocationModel): void {
  if (index.pins.size === 0) return;
  const broken = [...rowSums(milp, milp.columnLower)].flatMap((sum, place) =>
    sum > milp.rowUpper[place]! ? [{ source: rowSources[place]!, sum, limit: milp.rowUpper[place]! }] : [],
  );
  if (broken.length === 0) return;
  const sentences = broken.map(({ source, sum, limit }) => {
    const { name } = source.row.subject;
    return `De vastgezette plaatsingen vragen ${sum} bij ${name} (${ruleOf(source)}); er is ruimte voor ${limit}.`;
  });
  const rows = broken.map(({ source, sum, limit }) => ({ ruleId: source.ruleId, rowId: source.row.id, sum, limit }));
  throw new DomainError('problem-infeasible', sentences.join('\n'), { rows });
}

function ruleOf({ ruleId, row }: RowSource): string {
  if (ruleId !== null) return ruleId;
  return row.subject.kind === 'household' ? 'één woonplek per huishouden' : 'vrije plaatsen';
}
