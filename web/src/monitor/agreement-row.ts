import type { Agreement } from '../http/answers';
import type { StandingRow } from './standing-row';

export interface AgreementRow extends StandingRow {
  readonly corporatie: string;
  readonly gemeente: string;
}

export function agreementRow(item: Agreement): AgreementRow {
  const gemeente = item.doelgroep ? `${item.gemeente.naam}, ${item.doelgroep.naam}` : item.gemeente.naam;
  return {
    id: item.id,
    label: `${item.corporatie.naam}, ${gemeente}`,
    corporatie: item.corporatie.naam,
    gemeente,
    unit: ['woning', 'woningen'],
    realised: item.gerealiseerd,
    proposed: item.voorgesteld,
    expected: item.verwacht,
    floor: item.afgesproken,
    ceiling: null,
    left: null,
    over: 0,
    short: item.tekort,
  };
}
