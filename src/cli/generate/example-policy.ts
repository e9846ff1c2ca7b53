import type { Policy } from '../../core/matching/problem';

// Named and not taken from the catalogue: an instance from a seed stays the same when a rule is added.
const RULES = [
  'doelgroep',
  'age-band',
  'household-fits',
  'accessibility',
  'exclusion-area',
  'availability-window',
  'unit-end',
  'support-available',
  'pets',
  'rent-limit',
  'passend-toewijzen',
  'entitlement',
  'refused-before',
  'consent',
  'ready-for-outflow',
  'one-home-per-household',
  'places',
  'draagkracht',
  'wijk-pace',
  'spreiding-ceiling',
  'spreiding-floor',
  'agreement',
  'complex-mix',
  'guidance-capacity',
];
const LEVELS = ['legal-duty', 'housed', 'shortages', 'points', 'herkomst-return', 'wishes', 'kept', 'lottery'];

/** The rules of a usual region with their own defaults; herkomst is a level here, not a hard rule. */
export const EXAMPLE_POLICY: Policy = {
  id: 'voorbeeldbeleid',
  version: '1',
  validFrom: '2026-01-01',
  source: 'verzonnen voorbeeld',
  leadTimeDays: 14,
  rules: RULES.map((ruleId) => ({ ruleId, parameters: {} })),
  levels: LEVELS.map((objectiveId) => ({ objectiveId, parameters: {}, epsilon: 0 })),
};
