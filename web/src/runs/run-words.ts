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

/** Whether better was possible on this level, in one plain sentence. */
export function proofSentence(level: RunLevel): string {
  if (level.bewezen) {
    return level.methode === 'lp-grens'
      ? 'Bewezen: de berekende bovengrens is precies bereikt.'
      : 'Bewezen: alle andere verdelingen zijn doorzocht of uitgesloten.';
  }
  return 'Niet bewezen: de tijd was op. Beter is misschien mogelijk, meer dan de grens niet.';
}
