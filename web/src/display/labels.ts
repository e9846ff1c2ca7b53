import { upperFirst } from './format';

const PROPER_NAMES: Readonly<Record<string, string>> = {
  'housing-first': 'Housing First',
  highs: 'HiGHS',
  hand: 'Met de hand',
};

/** A code of the API as words: "in-voorbereiding" becomes "In voorbereiding". */
export function wordsOf(code: string | null | undefined): string {
  if (!code) return '–';
  return PROPER_NAMES[code] ?? upperFirst(code.replaceAll('-', ' '));
}

export type BadgeTone = 'neutral' | 'success' | 'warning' | 'danger' | 'inactive';

const TONES: Readonly<Record<string, BadgeTone>> = {
  voorgesteld: 'neutral',
  goedgekeurd: 'success',
  bevestigd: 'success',
  aangeboden: 'success',
  geaccepteerd: 'success',
  landing: 'success',
  gehuisvest: 'success',
  teruggestuurd: 'warning',
  verouderd: 'warning',
  afgewezen: 'danger',
  geweigerd: 'danger',
  ingetrokken: 'inactive',
  vervallen: 'inactive',
  wachtend: 'neutral',
  bezig: 'warning',
  voltooid: 'success',
  mislukt: 'danger',
  beschikbaar: 'success',
  gereserveerd: 'warning',
  bewoond: 'neutral',
  'in-voorbereiding': 'neutral',
  'buiten-gebruik': 'danger',
  beeindigd: 'inactive',
  geldig: 'success',
  verlopen: 'inactive',
  opgeheven: 'inactive',
  open: 'warning',
  ingewilligd: 'success',
  gevraagd: 'warning',
  vastgesteld: 'success',
  afgelast: 'inactive',
  aanvaard: 'success',
  overgedragen: 'success',
};

export function toneOf(status: string): BadgeTone {
  return TONES[status] ?? 'neutral';
}

const SPECIAL_WORDS: Readonly<Record<string, string>> = {
  beeindigd: 'Beëindigd',
  voorgesteld: 'Te beoordelen',
  teruggestuurd: 'Teruggestuurd door de corporatie',
  landing: 'Zachte landing',
  verouderd: 'Klopt niet meer',
  vastgesteld: 'Verslag vastgesteld',
};

export function statusWords(status: string): string {
  return SPECIAL_WORDS[status] ?? wordsOf(status);
}

const URGENCY_CLASSES = ['Geen urgentie', 'Urgent', 'Zeer urgent', 'Meest urgent'];

/** Class 0 to 3 of an urgency, in words. */
export function urgencyWords(urgency: { readonly klasse: number; readonly wettelijkePlicht?: boolean }): string {
  const words = URGENCY_CLASSES[urgency.klasse] ?? `Urgentie ${urgency.klasse}`;
  return urgency.wettelijkePlicht ? `${words}, wettelijke plicht` : words;
}

export function weeksWords(weeks: number): string {
  if (weeks < 1) return 'minder dan een week';
  return weeks === 1 ? '1 week' : `${weeks} weken`;
}
