import type { Unmatched } from '../http/answers';

/** Why a client got no proposal, in a few words. */
export const CAUSE_WORDS: Readonly<Record<Unmatched['oorzaak'], string>> = {
  'geen-passende-woonplek': 'Geen woonplek past',
  'anderen-gingen-voor': 'Anderen gingen voor',
  'afspraak-vol': 'Een afspraak is vol',
  'niet-gekozen': 'Niet gekozen',
  'geen-woonplekken': 'Geen woonplekken',
};
