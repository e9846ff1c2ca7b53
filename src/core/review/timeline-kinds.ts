import { codeList } from '../vocabulary/code-list';
import type { ProposalAction } from './proposal-transitions';

/** What a line of a timeline is about. */
export const timelineKinds = codeList([
  { internal: 'step', public: 'besluit', nl: 'Besluiten en stappen' },
  { internal: 'undo', public: 'teruggenomen', nl: 'Teruggenomen en heropend' },
  { internal: 'term', public: 'termijn', nl: 'Termijnen' },
  { internal: 'mail', public: 'melding', nl: 'Meldingen en mail' },
  { internal: 'contact', public: 'contact', nl: 'Contact en antwoorden' },
  { internal: 'note', public: 'bericht', nl: 'Berichten over de voortgang' },
  { internal: 'landing', public: 'landing', nl: 'Zachte landing' },
  { internal: 'tenancy', public: 'plaatsing', nl: 'Wonen en nazorg' },
  { internal: 'pair-decision', public: 'paarbesluit', nl: 'Vastzettingen, blokkades en uitzonderingen' },
  { internal: 'participation', public: 'deelname', nl: 'Meedoen, pauze en beperking' },
  { internal: 'handover', public: 'overdracht', nl: 'Warme overdracht' },
  { internal: 'panel', public: 'veldtafel', nl: 'Veldtafel en triageteam' },
  { internal: 'keeper', public: 'contactpersoon', nl: 'Contactpersonen' },
  { internal: 'home', public: 'woonplek', nl: 'Status van de woonplek' },
]);
export type TimelineKind = (typeof timelineKinds.entries)[number]['internal'];

/** Steps that take something back. */
const UNDOES: readonly ProposalAction[] = ['herroepen', 'terugzetten', 'heropenen'];

export function kindOfStep(action: ProposalAction): TimelineKind {
  return UNDOES.includes(action) ? 'undo' : 'step';
}

/** What each step of a proposal says in a timeline. */
export const STEP_WORDS: Readonly<Record<ProposalAction, string>> = {
  goedkeuren: 'Voorstel goedgekeurd',
  afwijzen: 'Voorstel afgewezen',
  herroepen: 'Beoordeling herroepen',
  vervangen: 'Voorstel vervallen',
  bevestigen: 'Bevestigd door wie de woning verhuurt',
  terugsturen: 'Teruggestuurd door wie de woning verhuurt',
  doorzetten: 'Toch opnieuw gevraagd aan wie de woning verhuurt',
  aanbieden: 'Woning aangeboden',
  accepteren: 'Aanbod geaccepteerd',
  weigeren: 'Aanbod geweigerd',
  verlopen: 'Aanbod verlopen zonder antwoord',
  voorbereiden: 'Zachte landing begonnen',
  huisvesten: 'Sleutel overgedragen',
  terugzetten: 'Eén stap teruggezet',
  verouderen: 'Klopt niet meer met de gegevens van die dag',
  intrekken: 'Voorstel ingetrokken',
  heropenen: 'Voorstel opnieuw geopend',
};
