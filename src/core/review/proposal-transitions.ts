import { transition, type Transition, transitionsFrom, type TransitionTable } from './validate-transitions';

export const PROPOSAL_STATES = [
  'voorgesteld',
  'goedgekeurd',
  'teruggestuurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'gehuisvest',
  'verouderd',
  'afgewezen',
  'geweigerd',
  'verlopen',
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
  'terugsturen',
  'doorzetten',
  'aanbieden',
  'accepteren',
  'weigeren',
  'verlopen',
  'voorbereiden',
  'huisvesten',
  'terugzetten',
  'verouderen',
  'intrekken',
  'heropenen',
] as const;
export type ProposalAction = (typeof PROPOSAL_ACTIONS)[number];

type Step = Transition<ProposalState, ProposalAction>;

const review = { permission: 'proposal.review' };
const confirm = { permission: 'proposal.confirm', reversible: false };
const offer = { permission: 'proposal.offer', reversible: false };
const house = { permission: 'proposal.house', reversible: false };

/** The steps of a case that is under way can be taken back one by one: each with the step that it was reached by. */
const stepBack = (from: ProposalState, to: ProposalState): Step => ({
  from,
  to,
  action: 'terugzetten',
  permission: 'proposal.step-back',
  reversible: false,
});

/** A home that is promised can be taken back until the key is handed over. */
const withdraw = (from: ProposalState): Step => ({
  from,
  to: 'ingetrokken',
  action: 'intrekken',
  permission: 'proposal.withdraw',
  reversible: false,
});

/** Whoever takes the next step finds that a hard rule fails on the data of today: the case goes back for a new review. */
const outdate = (from: ProposalState, permission: string): Step => ({
  from,
  to: 'verouderd',
  action: 'verouderen',
  permission,
  reversible: false,
});

const reopen = (from: ProposalState): Step => ({
  from,
  to: 'voorgesteld',
  action: 'heropenen',
  ...review,
  reversible: false,
});

/**
 * The life of a proposal. No home is promised without a review by a person and a confirmation by the corporatie; whatever
 * goes back before the confirmation has to be confirmed again. Open proposals lapse when a newer round replaces them: the
 * permission to request a round is what that takes. With the key the proposal ends and the tenancy begins.
 */
export const proposalTransitions: TransitionTable<ProposalState, ProposalAction> = {
  initial: 'voorgesteld',
  states: [
    { code: 'voorgesteld', final: false, nl: 'voorgesteld', en: 'proposed' },
    { code: 'goedgekeurd', final: false, nl: 'goedgekeurd', en: 'approved' },
    { code: 'teruggestuurd', final: false, nl: 'teruggestuurd door de corporatie', en: 'declined by the corporatie' },
    { code: 'bevestigd', final: false, nl: 'bevestigd door de corporatie', en: 'confirmed by the corporatie' },
    { code: 'aangeboden', final: false, nl: 'aangeboden', en: 'offered' },
    { code: 'geaccepteerd', final: false, nl: 'geaccepteerd', en: 'accepted' },
    { code: 'landing', final: false, nl: 'zachte landing', en: 'soft landing' },
    { code: 'gehuisvest', final: true, nl: 'gehuisvest', en: 'housed' },
    { code: 'verouderd', final: false, nl: 'klopt niet meer', en: 'stale' },
    { code: 'afgewezen', final: false, nl: 'afgewezen', en: 'rejected' },
    { code: 'geweigerd', final: false, nl: 'geweigerd', en: 'refused' },
    { code: 'verlopen', final: false, nl: 'verlopen', en: 'expired' },
    { code: 'ingetrokken', final: false, nl: 'ingetrokken', en: 'withdrawn' },
    { code: 'vervallen', final: true, nl: 'vervallen', en: 'lapsed' },
  ],
  transitions: [
    { from: 'voorgesteld', to: 'goedgekeurd', action: 'goedkeuren', ...review, reversible: true },
    { from: 'voorgesteld', to: 'afgewezen', action: 'afwijzen', ...review, reversible: true },
    { from: 'voorgesteld', to: 'vervallen', action: 'vervangen', permission: 'run.request', reversible: false },
    { from: 'goedgekeurd', to: 'voorgesteld', action: 'herroepen', ...review, reversible: false },
    { from: 'afgewezen', to: 'voorgesteld', action: 'herroepen', ...review, reversible: false },

    { from: 'goedgekeurd', to: 'bevestigd', action: 'bevestigen', ...confirm },
    { from: 'goedgekeurd', to: 'teruggestuurd', action: 'terugsturen', ...confirm },
    { from: 'teruggestuurd', to: 'goedgekeurd', action: 'doorzetten', ...review, reversible: false },

    { from: 'bevestigd', to: 'aangeboden', action: 'aanbieden', ...offer },
    { from: 'aangeboden', to: 'geaccepteerd', action: 'accepteren', ...offer },
    { from: 'aangeboden', to: 'geweigerd', action: 'weigeren', ...offer },
    { from: 'aangeboden', to: 'verlopen', action: 'verlopen', ...offer },

    { from: 'geaccepteerd', to: 'landing', action: 'voorbereiden', ...offer },
    { from: 'landing', to: 'gehuisvest', action: 'huisvesten', ...house },

    stepBack('bevestigd', 'goedgekeurd'),
    stepBack('aangeboden', 'bevestigd'),
    stepBack('geaccepteerd', 'aangeboden'),
    stepBack('landing', 'geaccepteerd'),

    outdate('goedgekeurd', confirm.permission),
    outdate('bevestigd', offer.permission),
    outdate('geaccepteerd', offer.permission),
    outdate('landing', house.permission),
    { from: 'verouderd', to: 'goedgekeurd', action: 'goedkeuren', ...review, reversible: false },

    withdraw('goedgekeurd'),
    withdraw('teruggestuurd'),
    withdraw('bevestigd'),
    withdraw('aangeboden'),
    withdraw('geaccepteerd'),
    withdraw('landing'),
    withdraw('verouderd'),

    reopen('geweigerd'),
    reopen('verlopen'),
    reopen('ingetrokken'),
  ],
};

/** States in which a proposal holds its home and its household, so that neither can be promised twice. */
export const HOLDING_STATES: readonly ProposalState[] = [
  'goedgekeurd',
  'teruggestuurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'verouderd',
];

/** States in which a match has failed, so that its home can go to another. */
export const FAILED_STATES: readonly ProposalState[] = ['afgewezen', 'geweigerd', 'verlopen', 'ingetrokken'];

/** Steps that bring a household nearer to a home. They wait while the processing of its data is restricted (AVG article 18). */
export const ADVANCING_ACTIONS: readonly ProposalAction[] = [
  'goedkeuren',
  'bevestigen',
  'doorzetten',
  'aanbieden',
  'accepteren',
  'voorbereiden',
  'huisvesten',
  'heropenen',
];

/** Steps that nobody asks for: they follow from a newer round, a deadline, or a fact that changed. */
export const AUTOMATIC_ACTIONS: readonly ProposalAction[] = ['vervangen', 'verlopen', 'verouderen'];

/** Steps of the organisation that owns the home. */
export const OWNER_ACTIONS: readonly ProposalAction[] = ['bevestigen', 'terugsturen'];

/** The steps that a person may ask for in a state, given what that person may do. */
export function actionsOfPeople(state: ProposalState, may: (permission: string) => boolean): ProposalAction[] {
  return transitionsFrom(proposalTransitions, state)
    .filter(({ action, permission }) => !AUTOMATIC_ACTIONS.includes(action) && may(permission))
    .map(({ action }) => action);
}

/** The state after a series of steps. What a proposal's row says equals this fold of its events. */
export function foldProposal(actions: readonly ProposalAction[]): ProposalState {
  return actions.reduce<ProposalState>(
    (state, action) => transition(proposalTransitions, state, action).to,
    proposalTransitions.initial,
  );
}
