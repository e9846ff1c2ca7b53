import type { Spreiding } from '../http/answers';
import type { StandingRow } from './standing-row';

export function spreidingRow(item: Spreiding): StandingRow {
  return {
    id: item.id,
    label: item.doelgroep ? `${item.gemeente.naam}, ${item.doelgroep.naam}` : item.gemeente.naam,
    unit: ['plaatsing', 'plaatsingen'],
    realised: item.gerealiseerd,
    proposed: item.voorgesteld,
    expected: item.verwacht,
    floor: item.vloer,
    ceiling: item.plafond,
    left: item.resterend,
    over: item.over,
    short: item.tekort,
  };
}
