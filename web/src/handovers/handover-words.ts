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
export function nextStepWords(handover: Handover): string {
  const { status, naar, wachtOp, uiterlijkOp, antwoordUiterlijkOp, toegestaneActies } = handover;
  if (status === 'gevraagd') {
    const who =
      wachtOp === 'gemeente'
        ? `Gemeente ${naar.naam}`
        : `De wooncoördinator vraagt gemeente ${naar.naam} om een antwoord. Zij`;
    return `${who} antwoordt uiterlijk op ${formatDate(antwoordUiterlijkOp)}.`;
  }
  if (status === 'aanvaard') {
    const then = toegestaneActies.includes('voltooien') ? ' Leg daarna vast dat het is gebeurd.' : '';
    return `Gemeente ${naar.naam} neemt over op ${formatDate(uiterlijkOp)}.${then}`;
  }
  return 'Er volgt niets meer.';
}

export function responsibleWords({ verantwoordelijk }: HandoverLine): string {
  return verantwoordelijk === null ? '–' : verantwoordelijk.naam;
}

/** What a withdrawal does to the client. */
export function withdrawalWords({ status, van, verlaatRegio }: Handover): string {
  const responsible = `Na het intrekken is gemeente ${van.naam} verantwoordelijk.`;
  return status === 'aanvaard' && verlaatRegio
    ? `${responsible} De cliënt doet weer mee in de rondes, behalve als een eerdere pauze of een bezwaar dat tegenhoudt.`
    : `${responsible} Of de cliënt meedoet in de rondes, verandert niet.`;
}
