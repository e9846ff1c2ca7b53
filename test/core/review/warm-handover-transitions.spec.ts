import { describe, expect, it } from '@jest/globals';
import {
  lastDayToAnswerHandover,
  nextStepDueOn,
  OPEN_HANDOVER_STATES,
  responsibleSide,
  WARM_HANDOVER_ACTIONS,
  WARM_HANDOVER_STATES,
  warmHandoverTransitions,
} from '../../../src/core/review/warm-handover-transitions';
import { validateTransitions } from '../../../src/core/review/validate-transitions';
import { PERMISSIONS } from '../../../src/platform/access/permissions';

describe('the life of a warm handover', () => {
  it('is a sound table over all states and actions, with permissions that exist', () => {
    expect(validateTransitions(warmHandoverTransitions)).toEqual([]);
    expect(warmHandoverTransitions.states.map(({ code }) => code)).toEqual([...WARM_HANDOVER_STATES]);
    const steps = warmHandoverTransitions.transitions;
    expect(new Set(steps.map(({ action }) => action))).toEqual(new Set(WARM_HANDOVER_ACTIONS));
    for (const { permission } of steps) expect(Object.keys(PERMISSIONS)).toContain(permission);
    expect(OPEN_HANDOVER_STATES).toEqual(['gevraagd', 'aanvaard']);
  });

  it('gives the other gemeente ten working days', () => {
    const christmas = (day: string): boolean => day === '2026-12-25';
    expect(lastDayToAnswerHandover('2026-11-23', () => false)).toBe('2026-12-07');
    expect(lastDayToAnswerHandover('2026-12-14', christmas)).toBe('2026-12-29');
  });

  it.each(WARM_HANDOVER_STATES)('that is %s has a next step with a last day only while it goes on', (state) => {
    const handover = { state, dueOn: '2026-12-07', takesOverOn: '2026-12-10' };
    const days = { gevraagd: '2026-12-07', aanvaard: '2026-12-10' };
    expect(nextStepDueOn(handover)).toBe(days[state as keyof typeof days] ?? null);
  });

  it.each([
    ['gevraagd', null, false, 'sending'],
    ['geweigerd', null, false, null],
    ['ingetrokken', '2026-12-01', false, null],
    ['aanvaard', '2026-12-02', false, 'sending'],
    ['aanvaard', '2026-12-01', false, 'receiving'],
    ['overgedragen', '2026-12-01', false, 'receiving'],
    ['overgedragen', '2026-12-01', true, null],
  ] as const)(
    'that is %s, with %s as the day of taking over and overtaken %s, makes the %s gemeente responsible',
    (state, takesOverOn, isOvertaken, side) => {
      expect(responsibleSide({ state, takesOverOn }, { today: '2026-12-01', isOvertaken })).toBe(side);
    },
  );
});
