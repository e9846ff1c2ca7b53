import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../src/core/errors';
import {
  CLIENT_REQUEST_ACTIONS,
  CLIENT_REQUEST_KINDS,
  CLIENT_REQUEST_STATES,
  clientRequestKinds,
  clientRequestTransitions,
  lastDayToAnswer,
  RESTRICTION_GROUNDS,
  restrictionAtOnce,
  restrictionGrounds,
} from '../../../src/core/review/client-request-transitions';
import { transition, transitionsFrom, validateTransitions } from '../../../src/core/review/validate-transitions';
import { PERMISSIONS } from '../../../src/platform/access/permissions';

describe('the life of a request', () => {
  it('is a sound table over all states and actions, with permissions that exist', () => {
    expect(validateTransitions(clientRequestTransitions)).toEqual([]);
    expect(clientRequestTransitions.states.map(({ code }) => code)).toEqual([...CLIENT_REQUEST_STATES]);
    const steps = clientRequestTransitions.transitions;
    expect(new Set(steps.map(({ action }) => action))).toEqual(new Set(CLIENT_REQUEST_ACTIONS));
    for (const { permission } of steps) expect(Object.keys(PERMISSIONS)).toContain(permission);
  });

  const pairs = CLIENT_REQUEST_STATES.flatMap((from) =>
    CLIENT_REQUEST_ACTIONS.map((action) => [from, action] as const),
  );
  it.each(pairs)('from %s by %s: only what is open goes anywhere', (from, action) => {
    expect(transitionsFrom(clientRequestTransitions, from)).toHaveLength(from === 'open' ? 4 : 0);
    if (from === 'open') expect(transition(clientRequestTransitions, from, action).from).toBe('open');
    else expect(() => transition(clientRequestTransitions, from, action)).toThrow(DomainError);
  });

  it('has a name for every kind and ground', () => {
    expect(clientRequestKinds.entries.map(({ internal }) => internal)).toEqual([...CLIENT_REQUEST_KINDS]);
    expect(restrictionGrounds.entries.map(({ internal }) => internal)).toEqual([...RESTRICTION_GROUNDS]);
  });

  it.each([
    ['2026-11-22', '2026-12-22', '2027-02-22'],
    ['2026-01-31', '2026-02-28', '2026-04-30'],
    ['2027-11-30', '2027-12-30', '2028-02-29'],
    ['2026-12-31', '2027-01-31', '2027-03-31'],
  ])('that came in on %s is answered by %s, or by %s when extended', (received, due, extended) => {
    expect([lastDayToAnswer(received, false), lastDayToAnswer(received, true)]).toEqual([due, extended]);
  });

  it.each([
    ['access', false, null],
    ['correction', false, null],
    ['correction', true, 'contested'],
    ['objection', false, 'objection'],
    ['objection', true, 'objection'],
    ['restriction', false, null],
  ] as const)('for %s, asking for restriction %s, restricts at once on the ground %s', (kind, asks, ground) => {
    expect(restrictionAtOnce(kind, asks)).toBe(ground);
  });
});
