import type { SpreidingQuota } from '../../matching/problem';
import { required, type ProblemIndex } from '../../matching/problem-index';
import type { Quota, QuotaRow } from '../rule';
import { rowsByKey } from './rows-by-key';

/** Rows on the placements in a gemeente, of one doelgroep or of all; `rowOf` null: this quota gives no row. */
export function spreidingRows(
  index: ProblemIndex,
  rowOf: (quota: SpreidingQuota, subject: QuotaRow['subject']) => QuotaRow | null,
): Quota {
  const rows: QuotaRow[] = [];
  const quotas: SpreidingQuota[] = [];
  for (const quota of index.problem.spreidingQuotas) {
    const gemeente = required(index.gemeenten, quota.gemeenteId, 'gemeente').name;
    const doelgroep =
      quota.doelgroepId === null ? null : required(index.doelgroepen, quota.doelgroepId, 'doelgroep').name;
    const name = doelgroep === null ? gemeente : `${gemeente}, ${doelgroep}`;
    const row = rowOf(quota, { kind: 'gemeente', id: quota.gemeenteId, name });
    if (row === null) continue;
    rows.push(row);
    quotas.push(quota);
  }
  const rowsOfGemeente = rowsByKey(quotas, ({ gemeenteId }) => gemeenteId);
  return {
    rows,
    visitTerms(household, unit, visit) {
      for (const row of rowsOfGemeente.get(unit.gemeenteId) ?? []) {
        const { doelgroepId } = quotas[row]!;
        if (doelgroepId === null || doelgroepId === household.doelgroepId) visit(row, 1);
      }
    },
  };
}
