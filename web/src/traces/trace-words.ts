import type { Trace } from '../http/answers';

export const RESULT_WORDS: Readonly<Record<Trace['resultaat'], string>> = {
  toegestaan: 'Toegestaan',
  geweigerd: 'Geweigerd',
  mislukt: 'Mislukt',
};

export const KIND_FIELD = {
  name: 'soort',
  label: 'Soort',
  options: [
    { value: 'inzage', label: 'Bekeken' },
    { value: 'wijziging', label: 'Gewijzigd' },
  ],
} as const;

export const PERIOD_FIELDS = [
  { name: 'vanaf', label: 'Vanaf', isDay: true },
  { name: 'tot', label: 'Tot en met', isDay: true },
] as const;
