import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../src/core/errors';
import {
  actionsOfPeople,
  ADVANCING_ACTIONS,
  AUTOMATIC_ACTIONS,
  foldProposal,
  HOLDING_STATES,
  OWNER_ACTIONS,
  PROPOSAL_ACTIONS,
  PROPOSAL_STATES,
  proposalTransitions,
  type ProposalState,
} from '../../../src/core/review/proposal-transitions';
import { transition, transitionsFrom, validateTransitions } from '../../../src/core/review/validate-transitions';

/** The way from a proposal to the key. */
const WAY: readonly ProposalState[] = [
  'voorgesteld',
  'goedgekeurd',
  'bevestigd',
  'aangeboden',
  'geaccepteerd',
  'landing',
  'gehuisvest',
];

/** Every state that can be reached from the start without taking one of these actions. */
function reachableWithout(...blocked: readonly string[]): Set<ProposalState> {
  const found = new Set<ProposalState>([proposalTransitions.initial]);
  const queue = [...found];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const { action, to } of transitionsFrom(proposalTransitions, state)) {
      if (blocked.includes(action) || found.has(to)) continue;
      found.add(to);
      queue.push(to);
    }
  }
  return found;
}

describe('the life of a proposal', () => {
  it('is a sound table over all states and actions', () => {
    expect(validateTransitions(proposalTransitions)).toEqual([]);
    expect(proposalTransitions.states.map(({ code }) => code)).toEqual([...PROPOSAL_STATES]);
    expect(new Set(proposalTransitions.transitions.map(({ action }) => action))).toEqual(new Set(PROPOSAL_ACTIONS));
  });

  it.each(['bevestigd', 'aangeboden', 'geaccepteerd', 'landing', 'gehuisvest', 'geweigerd', 'verlopen'] as const)(
    'never reaches %s without a review and a confirmation by people',
    (state) => {
      expect(reachableWithout()).toContain(state);
      expect(reachableWithout('goedkeuren')).not.toContain(state);
      expect(reachableWithout('bevestigen')).not.toContain(state);
    },
  );

  it('holds a home only in states that follow an approval', () => {
    const withoutApproval = reachableWithout('goedkeuren');
    for (const state of HOLDING_STATES) expect(withoutApproval).not.toContain(state);
  });

  it('asks different permissions for the review and for the confirmation', () => {
    const permissionOf = (from: ProposalState, action: 'goedkeuren' | 'bevestigen'): string =>
      transition(proposalTransitions, from, action).permission;
    expect(permissionOf('voorgesteld', 'goedkeuren')).not.toBe(permissionOf('goedgekeurd', 'bevestigen'));
  });

  it('takes back exactly the steps that say so', () => {
    for (const { from, to, reversible } of proposalTransitions.transitions) {
      const undo = transitionsFrom(proposalTransitions, to).find(({ action }) => action === 'herroepen');
      if (reversible) expect(undo).toMatchObject({ to: from });
      else expect(undo?.to).not.toBe(from);
    }
  });

  const pairs = PROPOSAL_STATES.flatMap((from) => PROPOSAL_ACTIONS.map((action) => [from, action] as const));
  it.each(pairs)('from %s by %s: follows the table or names what is allowed', (from, action) => {
    const listed = transitionsFrom(proposalTransitions, from);
    const found = listed.find((each) => each.action === action);
    if (found !== undefined) expect(transition(proposalTransitions, from, action)).toBe(found);
    else {
      expect(() => transition(proposalTransitions, from, action)).toThrow(DomainError);
      expect(() => transition(proposalTransitions, from, action)).toThrow(
        expect.objectContaining({ details: { from, action, allowed: listed.map((each) => each.action) } }),
      );
    }
  });

  it('folds events to a state and refuses an order that cannot be', () => {
    expect(foldProposal([])).toBe('voorgesteld');
    expect(foldProposal(['goedkeuren', 'herroepen', 'afwijzen'])).toBe('afgewezen');
    const toTheKey = ['goedkeuren', 'bevestigen', 'aanbieden', 'accepteren', 'voorbereiden', 'huisvesten'] as const;
    expect(foldProposal(toTheKey)).toBe('gehuisvest');
    expect(foldProposal(['goedkeuren', 'terugsturen', 'doorzetten', 'bevestigen'])).toBe('bevestigd');
    expect(foldProposal(['goedkeuren', 'bevestigen', 'aanbieden', 'weigeren', 'heropenen'])).toBe('voorgesteld');
    expect(() => foldProposal(['goedkeuren', 'bevestigen', 'herroepen'])).toThrow(DomainError);
    expect(() => foldProposal(['vervangen', 'goedkeuren'])).toThrow(DomainError);
  });

  it('takes a case back one step at a time, to where the step before it came from', () => {
    const back = proposalTransitions.transitions.filter(({ action }) => action === 'terugzetten');
    expect(back.map(({ from, to }) => [from, to])).toEqual(
      proposalTransitions.transitions
        .filter(({ from, to }) => WAY.includes(from) && WAY.includes(to) && WAY.indexOf(to) === WAY.indexOf(from) + 1)
        .filter(({ to }) => back.some(({ from }) => from === to))
        .map(({ from, to }) => [to, from]),
    );
    expect(back).toHaveLength(4);
  });

  it('asks for a new review and a new confirmation once a case is stale', () => {
    expect(transitionsFrom(proposalTransitions, 'verouderd').map(({ action, to }) => [action, to])).toEqual([
      ['goedkeuren', 'goedgekeurd'],
      ['intrekken', 'ingetrokken'],
    ]);
  });

  it('can take every promise back until the key is handed over', () => {
    for (const state of HOLDING_STATES) {
      expect(transition(proposalTransitions, state, 'intrekken').to).toBe('ingetrokken');
    }
  });

  it('advances by the steps towards a home, and by no other', () => {
    const nearness = (state: ProposalState): number =>
      WAY.includes(state) ? WAY.indexOf(state) : HOLDING_STATES.includes(state) ? 0.5 : -1;
    for (const { from, action, to } of proposalTransitions.transitions) {
      // Taking back a rejection opens the proposal again, taking back an approval does not: the review looks at that.
      if (action === 'herroepen') continue;
      expect([from, action, ADVANCING_ACTIONS.includes(action)]).toEqual([from, action, nearness(to) > nearness(from)]);
    }
  });

  it('offers people the steps of a state that they may take, and none that follows by itself', () => {
    const all = (): boolean => true;
    for (const state of PROPOSAL_STATES) {
      const offered = actionsOfPeople(state, all);
      const listed = transitionsFrom(proposalTransitions, state).map(({ action }) => action);
      expect([...offered, ...AUTOMATIC_ACTIONS.filter((action) => listed.includes(action))].sort()).toEqual(
        [...listed].sort(),
      );
      expect(actionsOfPeople(state, () => false)).toEqual([]);
    }
    const reviewer = (permission: string): boolean => permission === 'proposal.review';
    expect(actionsOfPeople('voorgesteld', reviewer)).toEqual(['goedkeuren', 'afwijzen']);
    expect(actionsOfPeople('verouderd', reviewer)).toEqual(['goedkeuren']);
    expect(actionsOfPeople('teruggestuurd', reviewer)).toEqual(['doorzetten']);
  });

  it('leaves the confirmation to whoever owns the home', () => {
    for (const action of OWNER_ACTIONS) {
      const steps = proposalTransitions.transitions.filter((each) => each.action === action);
      expect(new Set(steps.map(({ permission }) => permission))).toEqual(new Set(['proposal.confirm']));
    }
  });
});
