import { formatDay, formatMoment } from '../display/format';
import type { TimelineEntry } from '../http/answers';
import type { Column } from '../lists/column';

const KINDS: Readonly<Record<TimelineEntry['soort']['code'], string>> = {
  besluit: 'Besluiten en stappen',
  teruggenomen: 'Teruggenomen en heropend',
  termijn: 'Termijnen',
  melding: 'Meldingen en mail',
  contact: 'Contact en antwoorden',
  bericht: 'Berichten over de voortgang',
  landing: 'Zachte landing',
  plaatsing: 'Wonen en nazorg',
  paarbesluit: 'Vastzettingen, blokkades en uitzonderingen',
  deelname: 'Meedoen, pauze en beperking',
  overdracht: 'Warme overdracht',
  veldtafel: 'Veldtafel en triageteam',
  contactpersoon: 'Contactpersonen',
  woonplek: 'Status van de woonplek',
};
export const KIND_CHOICES = Object.entries<string>(KINDS);

/** "Anouk Voorbeeld, Wooncoördinator van Regio Assen, voor de cliënt". */
export function doneBy({ door, namens }: TimelineEntry): string {
  const role = [door.rol, door.organisatie].filter((part) => part !== null).join(' van ');
  return [door.naam, role, namens === null ? '' : `voor ${namens}`].filter((part) => part !== '').join(', ');
}

/** When it was, in words. */
export function momentOf({ op, alleenDag }: TimelineEntry): string {
  return alleenDag ? formatDay(op) : formatMoment(op);
}

const FIELDS: Readonly<Record<string, (entry: TimelineEntry) => string | null>> = {
  Wanneer: momentOf,
  Soort: ({ soort }) => soort.naam,
  Wat: ({ wat }) => wat,
  Door: ({ door }) => door.naam,
  Rol: ({ door }) => door.rol,
  Organisatie: ({ door }) => door.organisatie,
  Voor: ({ namens }) => namens,
  Reden: ({ reden }) => reden,
  Toelichting: ({ toelichting }) => toelichting,
  Cliënt: ({ client }) => client?.nummer ?? null,
  Woonplek: ({ wooneenheid }) => wooneenheid?.naam ?? null,
};

/** For the file: the screen shows the same as a list. */
export const TIMELINE_COLUMNS: readonly Column<TimelineEntry>[] = Object.entries(FIELDS).map(([header, text]) => ({
  header,
  cell: text,
  text,
}));
