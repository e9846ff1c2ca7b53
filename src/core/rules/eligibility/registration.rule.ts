// Who must be registered where they live gets a home at which the gemeente registers residents.
import { neededFeatureRule } from '../needed-feature';

export const registrationRule = neededFeatureRule({
  id: 'registration',
  title: { nl: 'Inschrijving BRP', en: 'Registration' },
  sentence: {
    nl: 'Wie op het adres ingeschreven moet kunnen staan, krijgt een woonplek waar dat kan.',
    en: 'Who must be able to register at the address gets a home where that is possible.',
  },
  source: 'S0 bijlage 1 (briefadres en uitkering); wie er woont, hoort er ingeschreven te kunnen staan',
  legalBasis: 'Wet BRP artikelen 2.38 en 2.39 (aangifte van verblijf en adres)',
  need: 'registration',
  features: ['registration'],
  needed: { nl: 'inschrijving op het adres', en: 'registration at the address' },
});
