import { describe, expect, it } from '@jest/globals';
import {
  needWords,
  PANEL_ENTRY_KINDS,
  PANEL_KINDS,
  PANEL_NEEDS,
  PANEL_STATES,
  panelEntryKinds,
  panelKinds,
  panelNeeds,
  panelTransitions,
} from '../../../src/core/review/case-panels';
import { validateTransitions } from '../../../src/core/review/validate-transitions';
import { PERMISSIONS } from '../../../src/platform/access/permissions';

describe('a meeting of the veldtafel or the triageteam', () => {
  it('has a sound table, with a permission that exists', () => {
    expect(validateTransitions(panelTransitions)).toEqual([]);
    expect(panelTransitions.states.map(({ code }) => code)).toEqual([...PANEL_STATES]);
    for (const { permission } of panelTransitions.transitions) expect(Object.keys(PERMISSIONS)).toContain(permission);
  });

  it.each([
    [panelKinds, PANEL_KINDS],
    [panelEntryKinds, PANEL_ENTRY_KINDS],
    [panelNeeds, PANEL_NEEDS],
  ])('has a name for each of its codes', (list, codes) => {
    expect(list.entries.map(({ internal }) => internal)).toEqual([...codes]);
  });

  it('is told of each need in words', () => {
    const client = { guidanceHours: 4, bedroomsNeeded: 2, pets: 1 };
    const words = PANEL_NEEDS.map((need) =>
      needWords(need, { ...client, supportLevel: 'light', accessibilityNeeded: 'ZON' }),
    );
    expect(words.every((each) => each !== '')).toBe(true);
    expect(words).toEqual(expect.arrayContaining(['4', '2', '1']));
  });
});
