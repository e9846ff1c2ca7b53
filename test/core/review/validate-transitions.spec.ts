import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../src/core/errors';
import { unitTransitions, unitTransitionTo } from '../../../src/core/review/unit-transitions';
import {
  transition,
  transitionsFrom,
  validateTransitions,
  type TransitionTable,
} from '../../../src/core/review/validate-transitions';

type Table = TransitionTable<string, string>;

const sound: Table = {
  initial: 'a',
  states: [
    { code: 'a', final: false, nl: 'a', en: 'a' },
    { code: 'b', final: false, nl: 'b', en: 'b' },
    { code: 'z', final: true, nl: 'z', en: 'z' },
  ],
  transitions: [
    { from: 'a', to: 'b', action: 'go', permission: 'x.go', reversible: true },
    { from: 'b', to: 'a', action: 'back', permission: 'x.go', reversible: false },
    { from: 'b', to: 'z', action: 'end', permission: 'x.end', reversible: false },
  ],
};
const step = { from: 'a', to: 'b', action: 'other', permission: 'x.go', reversible: false };
const changed = (changes: Partial<Table>): Table => ({ ...sound, ...changes });

describe('validateTransitions', () => {
  it('finds nothing in a sound table', () => {
    expect(validateTransitions(sound)).toEqual([]);
  });

  it.each([
    ['an initial state that is not listed', changed({ initial: 'q' }), 'initial state "q" is not listed'],
    ['a state listed twice', changed({ states: [...sound.states, sound.states[0]!] }), 'state "a" is listed twice'],
    [
      'a state that cannot be reached',
      changed({ states: [...sound.states, { code: 'lost', final: true, nl: '', en: '' }] }),
      'state "lost" cannot be reached from "a"',
    ],
    [
      'a state without an exit',
      changed({
        states: [...sound.states, { code: 'stuck', final: false, nl: '', en: '' }],
        transitions: [...sound.transitions, { ...step, to: 'stuck' }],
      }),
      'state "stuck" is not final and has no exit',
    ],
    [
      'two states that only lead to each other',
      changed({ transitions: sound.transitions.filter((t) => t.action !== 'end') }),
      'from state "b" no final state can be reached',
    ],
    [
      'a final state with an exit',
      changed({ transitions: [...sound.transitions, { ...step, from: 'z' }] }),
      'final state "z" has an exit by "other"',
    ],
    [
      'an unknown origin',
      changed({ transitions: [...sound.transitions, { ...step, from: 'q' }] }),
      'action "other" leaves unknown state "q"',
    ],
    [
      'an unknown target',
      changed({ transitions: [...sound.transitions, { ...step, to: 'q' }] }),
      'action "other" enters unknown state "q"',
    ],
    [
      'one action with two outcomes',
      changed({ transitions: [...sound.transitions, { ...step, action: 'go', to: 'z' }] }),
      'action "go" from "a" has two outcomes',
    ],
    [
      'a step without a permission',
      changed({ transitions: [...sound.transitions, { ...step, permission: '' }] }),
      'action "other" from "a" names no permission',
    ],
  ])('names %s', (_name, table, fault) => {
    expect(validateTransitions(table)).toContain(fault);
  });
});

describe('transition', () => {
  it('gives the step that an action takes', () => {
    expect(transition(sound, 'b', 'end')).toMatchObject({ to: 'z', permission: 'x.end' });
  });

  it('refuses an action that the state does not know, and names the possible ones', () => {
    expect(() => transition(sound, 'b', 'go')).toThrow(
      expect.objectContaining({
        code: 'transition-not-allowed',
        details: { from: 'b', action: 'go', allowed: ['back', 'end'] },
      }),
    );
    expect(() => transition(sound, 'z', 'go')).toThrow('possible: nothing');
  });
});

describe('the life cycle of a unit', () => {
  it('is sound', () => {
    expect(validateTransitions(unitTransitions)).toEqual([]);
  });

  const codes = unitTransitions.states.map((state) => state.code);
  const pairs = codes.flatMap((from) => codes.map((to) => [from, to] as const));

  it.each(pairs)('from %s to %s: follows the table', (from, to) => {
    const allowed = transitionsFrom(unitTransitions, from).map((candidate) => candidate.to);
    if (allowed.includes(to)) expect(unitTransitionTo(from, to)).toMatchObject({ from, to });
    else {
      expect(() => unitTransitionTo(from, to)).toThrow(DomainError);
      expect(() => unitTransitionTo(from, to)).toThrow(expect.objectContaining({ details: { from, to, allowed } }));
    }
  });

  it('reaches each status by at most one step from each other status', () => {
    for (const [from, to] of pairs) {
      const steps = transitionsFrom(unitTransitions, from).filter((candidate) => candidate.to === to);
      expect(steps.length).toBeLessThanOrEqual(1);
    }
  });
});
