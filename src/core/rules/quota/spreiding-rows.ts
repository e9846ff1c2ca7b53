import type { Household, ParameterValues, SpreidingQuota, Unit } from '../../matching/problem';
import { plannedStart, required, type ProblemIndex } from '../../matching/problem-index';
import { dateInWords } from '../../time/date-in-words';
import { booleanValue, choiceValue } from '../parameter-values';
import type { ParameterSpec, Quota, QuotaRow } from '../rule';
import { rowsByKey } from './rows-by-key';

const INTERMEDIATE = {
  name: 'countIntermediate',
  title: { nl: 'Een tussenvorm telt mee', en: 'Intermediate housing counts' },
  type: 'boolean',
  unit: null,
  default: true,
} as const satisfies ParameterSpec;

const SAFETY = {
  name: 'unsafeReturn',
  title: {
    nl: 'Waar iemand telt die niet veilig terug kan',
    en: 'Where somebody counts who cannot safely return',
  },
  type: 'choice',
  unit: null,
  choices: ['home', 'nowhere', 'herkomst'],
  choiceTitles: {
    home: { nl: 'in de gemeente van de woonplek', en: 'in the gemeente of the home' },
    nowhere: { nl: 'nergens', en: 'nowhere' },
    herkomst: { nl: 'in de gemeente van herkomst', en: 'in the gemeente of herkomst' },
  },
  default: 'home',
} as const satisfies ParameterSpec;

/** Both rules on spreiding count the same placements, and have the same settings. */
export const SPREIDING_PARAMETERS = [INTERMEDIATE, SAFETY] as const;

function gemeenteThatCounts(
  { herkomst }: Household,
  { gemeenteId }: Unit,
  safety: (typeof SAFETY.choices)[number],
): string | null {
  const isElsewhere = herkomst.waived && herkomst.gemeenteId !== gemeenteId;
  if (!isElsewhere || safety === 'home') return gemeenteId;
  return safety === 'herkomst' ? herkomst.gemeenteId : null;
}

/** Rows on the placements in a gemeente in a period, of one doelgroep or of all; `rowOf` null: this quota gives no row. */
export function spreidingRows(
  index: ProblemIndex,
  parameters: ParameterValues,
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
  const countsIntermediate = booleanValue(INTERMEDIATE, parameters);
  const safety = choiceValue(SAFETY, parameters);
  return {
    rows,
    visitTerms(household, unit, visit) {
      if (unit.housingForm === 'intermediate' && !countsIntermediate) return;
      const gemeenteId = gemeenteThatCounts(household, unit, safety);
      const found = gemeenteId === null ? undefined : rowsOfGemeente.get(gemeenteId);
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
