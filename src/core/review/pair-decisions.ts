import { codeList } from '../vocabulary/code-list';

/** What a person can decide about one household and one home, apart from reviewing a proposal. */
export const PAIR_DECISION_KINDS = ['pin', 'ban', 'exception'] as const;
export type PairDecisionKind = (typeof PAIR_DECISION_KINDS)[number];

/** As the API and the console name them. */
export const pairDecisionKinds = codeList([
  { internal: 'pin', public: 'vastzetting', nl: 'Vastzetting' },
  { internal: 'ban', public: 'blokkade', nl: 'Blokkade' },
  { internal: 'exception', public: 'uitzondering', nl: 'Uitzondering' },
]);

/** The longest that a decision may hold without a new one. */
export const MAX_DECISION_DAYS = 366;
