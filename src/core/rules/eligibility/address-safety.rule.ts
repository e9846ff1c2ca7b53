// Who must live at a shielded address gets a home whose address is shielded.
import { neededFeatureRule } from '../needed-feature';

export const addressSafetyRule = neededFeatureRule({
  id: 'address-safety',
  title: { nl: 'Afgeschermd adres', en: 'Shielded address' },
  sentence: {
    nl: 'Wie om veiligheid een afgeschermd adres nodig heeft, krijgt een woonplek waarvan het adres is afgeschermd.',
    en: 'Who needs a shielded address for safety gets a home whose address is shielded.',
  },
  source: 'Veiligheid van het huishouden; de grond staat niet in de gegevens (AVG artikel 10)',
  legalBasis: 'Wet BRP artikel 2.59 (geheimhouding van gegevens)',
  noException: {
    nl: 'Dit gaat over veiligheid. Verander het gegeven zelf als het niet meer klopt.',
    en: 'This is about safety. Change the fact itself where it no longer holds.',
  },
  need: 'shielded-address',
  features: ['shielded-address'],
  needed: { nl: 'een afgeschermd adres', en: 'a shielded address' },
});
