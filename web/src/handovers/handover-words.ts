import { countOf, formatDate } from '../display/format';
import type { Handover, HandoverLine } from '../http/answers';

export const HANDOVER_STATES = ['gevraagd', 'aanvaard', 'geweigerd', 'ingetrokken', 'overgedragen'] as const;

const WAITS_FOR: Readonly<Record<NonNullable<HandoverLine['wachtOp']>, string>> = {
  gemeente: 'de andere gemeente',
  coordinator: 'de wooncoördinator',
};

export function waitsForWords({ wachtOp }: HandoverLine): string {
  return wachtOp === null ? '–' : WAITS_FOR[wachtOp];
}

export function timeWords({ dagenOver: days, teLaat }: HandoverLine): string {
  if (days === null) return '–';
  if (teLaat) return `${countOf(-days, 'dag', 'dagen')} te laat`;
  return days === 0 ? 'Vandaag' : `Nog ${countOf(days, 'dag', 'dagen')}`;
}

/** What happens next, and who does it. */
export function nextStepWords({ status, naar, wachtOp, uiterlijkOp, antwoordUiterlijkOp }: Handover): string {
  if (status === 'gevraagd') {
    const who =
      wachtOp === 'gemeente'
        ? `Gemeente ${naar.naam}`
        : `De wooncoördinator vraagt gemeente ${naar.naam} om een antwoord. Zij`;
    return `${who} antwoordt uiterlijk op ${formatDate(antwoordUiterlijkOp)}.`;
  }
  if (status === 'aanvaard') {
    return `Gemeente ${naar.naam} neemt over op ${formatDate(uiterlijkOp)}. Leg daarna vast dat het is gebeurd.`;
  }
  return 'Er volgt niets meer.';
}
