import type { HeldRole } from './session';

/** What people call a role, in the order in which they meet them. */
export const ROLE_WORDS: readonly (readonly [HeldRole['rol'], string])[] = [
  ['coordinator', 'Wooncoördinator'],
  ['corporatie', 'Medewerker corporatie'],
  ['aanbieder', 'Medewerker aanbieder'],
  ['gemeente', 'Beleidsmedewerker gemeente'],
  ['wijkregisseur', 'Wijkregisseur'],
  ['veldtafel', 'Lid van de veldtafel'],
  ['auditor', 'Auditor'],
  ['beheerder', 'Beheerder'],
];
