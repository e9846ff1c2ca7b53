import type { RunLevel, RunSummary } from '../http/answers';

export const TRIGGER_WORDS: Readonly<Record<RunSummary['aanleiding'], string>> = {
  rooster: 'Volgens rooster',
  persoon: 'Gestart door een medewerker',
  'eerste-start': 'Eerste start van Woonplek',
};

/** Whether better was possible on this level, in one plain sentence. */
export function proofSentence(level: RunLevel): string {
  if (level.bewezen) {
    return level.methode === 'lp-grens'
      ? 'Bewezen: de berekende bovengrens is precies bereikt.'
      : 'Bewezen: alle andere verdelingen zijn doorzocht of uitgesloten.';
  }
  return 'Niet bewezen: de tijd was op. Beter is misschien mogelijk, meer dan de grens niet.';
}
