import { transition, type TransitionTable } from './validate-transitions';

export const PROPOSAL_STATES = [
  'voorgesteld',
  'goedgekeurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'gehuisvest',
  'afgewezen',
  'geweigerd',
  'ingetrokken',
  'vervallen',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ACTIONS = [
  'goedkeuren',
  'afwijzen',
  'herroepen',
  'vervangen',
  'bevestigen',
  'aanbieden',
  'accepteren',
  'weigeren',
  'huisvesten',
  'intrekken',
] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

const review = { permission: 'proposal.review' };
const confirm = { permission: 'proposal.confirm', reversible: false };
const offer = { permission: 'proposal.offer', reversible: false };
const house = { permission: 'proposal.house', reversible: false };
const withdraw = {
  action: 'intrekken',
  to: 'ingetrokken',
  permission: 'proposal.withdraw',
  reversible: false,
} as const;

/**
 * The life of a proposal. No home is promised without a review by a person and a confirmation by the corporatie. Open
 * proposals lapse when a newer round replaces them: the permission to request a round is what that takes.
 */
export const proposalTransitions: TransitionTable<ProposalState, ProposalAction> = {
  initial: 'voorgesteld',
  states: [
    { code: 'voorgesteld', final: false, nl: 'voorgesteld', en: 'proposed' },
    { code: 'goedgekeurd', final: false, nl: 'goedgekeurd', en: 'approved' },
    { code: 'bevestigd', final: false, nl: 'bevestigd door de corporatie', en: 'confirmed by the corporatie' },
    { code: 'aangeboden', final: false, nl: 'aangeboden', en: 'offered' },
    { code: 'geaccepteerd', final: false, nl: 'geaccepteerd', en: 'accepted' },
    { code: 'gehuisvest', final: true, nl: 'gehuisvest', en: 'housed' },
    { code: 'afgewezen', final: false, nl: 'afgewezen', en: 'rejected' },
    { code: 'geweigerd', final: true, nl: 'geweigerd', en: 'refused' },
    { code: 'ingetrokken', final: true, nl: 'ingetrokken', en: 'withdrawn' },
    { code: 'vervallen', final: true, nl: 'vervallen', en: 'lapsed' },
  ],
  transitions: [
    { from: 'voorgesteld', to: 'goedgekeurd', action: 'goedkeuren', ...review, reversible: true },
    { from: 'voorgesteld', to: 'afgewezen', action: 'afwijzen', ...review, reversible: true },
    { from: 'voorgesteld', to: 'vervallen', action: 'vervangen', permission: 'run.request', reversible: false },
    { from: 'goedgekeurd', to: 'voorgesteld', action: 'herroepen', ...review, reversible: false },
    { from: 'afgewezen', to: 'voorgesteld', action: 'herroepen', ...review, reversible: false },
    { from: 'goedgekeurd', to: 'bevestigd', action: 'bevestigen', ...confirm },
    { from: 'goedgekeurd', ...withdraw },
    { from: 'bevestigd', to: 'aangeboden', action: 'aanbieden', ...offer },
    { from: 'bevestigd', ...withdraw },
    { from: 'aangeboden', to: 'geaccepteerd', action: 'accepteren', ...offer },
    { from: 'aangeboden', to: 'geweigerd', action: 'weigeren', ...offer },
    { from: 'aangeboden', ...withdraw },
    { from: 'geaccepteerd', to: 'gehuisvest', action: 'huisvesten', ...house },
    { from: 'geaccepteerd', ...withdraw },
  ],
};

/** States in which a proposal holds its home and its household, so that neither can be promised twice. */
export const HOLDING_STATES: readonly ProposalState[] = ['goedgekeurd', 'bevestigd', 'aangeboden', 'geaccepteerd'];

/** Steps that bring a household nearer to a home. They wait while the processing of its data is restricted (AVG article 18). */
export const ADVANCING_ACTIONS: readonly ProposalAction[] = [
  'goedkeuren',
  'bevestigen',
  'aanbieden',
  'accepteren',
  'huisvesten',
];

/** Steps that a route offers today; the others wait for the work after approval. */
export const REVIEW_ACTIONS: readonly ProposalAction[] = ['goedkeuren', 'afwijzen', 'herroepen'];

/** The state after a series of steps. What a proposal's row says equals this fold of its events. */
export function foldProposal(actions: readonly ProposalAction[]): ProposalState {
  return actions.reduce<ProposalState>(
    (state, action) => transition(proposalTransitions, state, action).to,
    proposalTransitions.initial,
  );
}
