import { TOLD_ROLES } from '../../core/notifications/step-notifications';

/** In which roles somebody can be told of something. Of steps of proposals only the first ones; see `step-notifications.ts`. */
export const NOTIFIED_ROLES = [...TOLD_ROLES, 'gemeente', 'veldtafel'] as const;
export type NotifiedRole = (typeof NOTIFIED_ROLES)[number];

/** What somebody is called for, or no longer, beside the steps of a proposal. */
export const CALLS = [
  'overdracht-gevraagd',
  'overdracht-beantwoord',
  'overdracht-ingetrokken',
  'uitgenodigd',
  'uitnodiging-ingetrokken',
  'bijeenkomst-afgelast',
] as const;
export type Call = (typeof CALLS)[number];
