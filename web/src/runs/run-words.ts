import { formatMoment } from '../display/format';
import { wordsOf } from '../display/labels';
import type { RunLevel, RunSummary } from '../http/answers';

export const TRIGGER_WORDS: Readonly<Record<RunSummary['aanleiding'], string>> = {
  rooster: 'Volgens rooster',
  persoon: 'Gestart door een medewerker',
  'eerste-start': 'Eerste start van Woonplek',
};

/** The slot of a round as people read it: "met-de-hand:2026-11-22T06:27:52Z" becomes "Met de hand, 22 november 2026 om 07:27". */
export function slotWords(slot: string): string {
  const [, kind, instant] = /^(.*?)[-:](\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/.exec(slot) ?? [];
  return instant === undefined ? wordsOf(slot) : `${wordsOf(kind)}, ${formatMoment(instant)}`;
}

type ProofMethod = RunLevel['methode'];

/** How a level was proven, in a few words; `PROOF_SENTENCES` says what they mean. */
export const PROOF_WORDS: Readonly<Record<ProofMethod, string>> = {
  'lp-grens': 'Bovengrens bereikt',
  zoekboom: 'Alles doorzocht',
  'niet-bewezen': 'Niet bewezen, de tijd was op',
};

export const PROOF_SENTENCES: Readonly<Record<ProofMethod, string>> = {
  'lp-grens': 'de berekende bovengrens is precies bereikt, dus beter kan niet.',
  zoekboom: 'alle andere verdelingen zijn doorzocht of uitgesloten, dus beter kan niet.',
  'niet-bewezen': 'beter is misschien mogelijk, maar niet beter dan “Best mogelijk”.',
};
