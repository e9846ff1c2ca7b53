import type { SpreidingQuota } from '../../matching/problem';
import { plannedStart, required, type ProblemIndex } from '../../matching/problem-index';
import { dateInWords } from '../../time/date-in-words';
import type { Quota, QuotaRow } from '../rule';
import { rowsByKey } from './rows-by-key';

/** Rows on the placements in a gemeente in a period, of one doelgroep or of all; `rowOf` null: this quota gives no row. */
export function spreidingRows(
  index: ProblemIndex,
  rowOf: (quota: SpreidingQuota, subject: QuotaRow['subject']) => QuotaRow | null,
): Quota {
  const rows: QuotaRow[] = [];
  const quotas: SpreidingQuota[] = [];
  for (const quota of index.problem.spreidingQuotas) {
    const row = rowOf(quota, { kind: 'gemeente', id: quota.gemeenteId, name: nameOf(index, quota) });
    if (row === null) continue;
    rows.push(row);
    quotas.push(quota);
  }
  const rowsOfGemeente = rowsByKey(quotas, ({ gemeenteId }) => gemeenteId);
  return {
    rows,
    visitTerms(household, unit, visit) {
      const found = rowsOfGemeente.get(unit.gemeenteId);
      if (found === undefined) return;
      const start = plannedStart(index.problem, unit);
      for (const row of found) {
        const { doelgroepId, from, to } = quotas[row]!;
        const isCounted = doelgroepId === null || doelgroepId === household.doelgroepId;
        if (isCounted && start >= from && start <= to) visit(row, 1);
      }
    },
  };
}

/** The gemeente and the doelgroep, with the period where the problem holds agreements for more than one. */
function nameOf(index: ProblemIndex, { gemeenteId, doelgroepId, from, to }: SpreidingQuota): string {
  const gemeente = required(index.gemeenten, gemeenteId, 'gemeente').name;
  const doelgroep = doelgroepId === null ? [] : [required(index.doelgroepen, doelgroepId, 'doelgroep').name];
  const isOnlyPeriod = index.problem.spreidingQuotas.every((other) => other.from === from && other.to === to);
  const period = isOnlyPeriod ? [] : [`${dateInWords(from).nl} t/m ${dateInWords(to).nl}`];
  return [gemeente, ...doelgroep, ...period].join(', ');
}
