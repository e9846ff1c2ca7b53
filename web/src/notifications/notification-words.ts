import type { MailPreference } from '../http/answers';

export const RHYTHM_WORDS: Readonly<Record<MailPreference['ritme'], string>> = {
  geen: 'Geen mail: ik kijk zelf in Woonplek',
  meteen: 'Meteen, binnen een paar minuten',
  dagelijks: 'Eén mail per dag, op een vast uur',
};
