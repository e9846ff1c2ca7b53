import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../../../src/core/errors';
import {
  PROGRESS,
  progresses,
  RUNNING_STATES,
  TENANCY_ACTIONS,
  TENANCY_END_REASONS,
  TENANCY_STATES,
  tenancyEndReasons,
  tenancyTransitions,
  TIME_OUT_REASONS,
  timeOutReasons,
  UNGUIDED_STATES,
} from '../../../src/core/review/tenancy-transitions';
import { transition, transitionsFrom, validateTransitions } from '../../../src/core/review/validate-transitions';
import { PERMISSIONS } from '../../../src/platform/access/permissions';

describe('the life of a tenancy', () => {
  it('is a sound table over all states and actions, with permissions that exist', () => {
    expect(validateTransitions(tenancyTransitions)).toEqual([]);
    expect(tenancyTransitions.states.map(({ code }) => code)).toEqual([...TENANCY_STATES]);
    expect(new Set(tenancyTransitions.transitions.map(({ action }) => action))).toEqual(new Set(TENANCY_ACTIONS));
    for (const { permission } of tenancyTransitions.transitions) expect(Object.keys(PERMISSIONS)).toContain(permission);
  });

  const pairs = TENANCY_STATES.flatMap((from) => TENANCY_ACTIONS.map((action) => [from, action] as const));
  it.each(pairs)('from %s by %s: follows the table or is refused', (from, action) => {
    const found = transitionsFrom(tenancyTransitions, from).find((each) => each.action === action);
    if (found) expect(transition(tenancyTransitions, from, action)).toBe(found);
    else expect(() => transition(tenancyTransitions, from, action)).toThrow(DomainError);
  });

  it('keeps the home through a relapse: only ending and omklappen end a tenancy', () => {
    const ending = tenancyTransitions.transitions.filter(({ to }) => !RUNNING_STATES.includes(to));
    expect(new Set(ending.map(({ action }) => action))).toEqual(new Set(['omklappen', 'beeindigen']));
    for (const state of RUNNING_STATES)
      expect(transition(tenancyTransitions, state, 'beeindigen').to).toBe('beeindigd');
  });

  it('lets guidance begin again from wherever it stopped', () => {
    for (const state of UNGUIDED_STATES) {
      expect(transitionsFrom(tenancyTransitions, state).map(({ to }) => to)).toContain('lopend');
    }
  });

  it('asks more for what changes the tenancy than for writing down how it goes', () => {
    const permissions = (to: readonly string[]) =>
      new Set(tenancyTransitions.transitions.filter((each) => to.includes(each.to)).map((each) => each.permission));
    expect(permissions(['omgeklapt', 'beeindigd', 'afgesloten'])).toEqual(new Set(['tenancy.change']));
  });

  it('has a name for every code', () => {
    expect(progresses.entries.map(({ internal }) => internal)).toEqual([...PROGRESS]);
    expect(timeOutReasons.entries.map(({ internal }) => internal)).toEqual([...TIME_OUT_REASONS]);
    expect(tenancyEndReasons.entries.map(({ internal }) => internal)).toEqual([...TENANCY_END_REASONS]);
  });
});
