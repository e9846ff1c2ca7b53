import type { HomeDetail } from '../http/answers';

type StatusCode = HomeDetail['status']['code'];

const STATUS_WORDS: Readonly<Record<StatusCode, string>> = {
  'in-voorbereiding': 'In voorbereiding',
  beschikbaar: 'Beschikbaar',
  gereserveerd: 'Gereserveerd',
  bewoond: 'Bewoond',
  'buiten-gebruik': 'Buiten gebruik',
  beeindigd: 'Beëindigd',
};

export const FORM_WORDS: Readonly<Record<HomeDetail['woonvorm'], string>> = {
  tussenvorm: 'Tussenvorm',
  permanent: 'Permanente woning',
};

const optionsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export const UNIT_STATUSES = optionsOf(STATUS_WORDS);
export const HOUSING_FORMS = optionsOf(FORM_WORDS);
