import { describe, expect, it } from '@jest/globals';
import {
  ACCESSIBILITIES,
  ENTITLEMENT_STATUSES,
  HERKOMST_CERTAINTIES,
  HOUSING_FORMS,
  SCOPE_LEVELS,
  SUPPORT_LEVELS,
  WISH_KINDS,
} from '../../../src/core/matching/problem';
import { RENT_CLASSES } from '../../../src/core/rules/rent-class';
import { SCOPINGS } from '../../../src/core/rules/rule';
import { unitTransitions } from '../../../src/core/review/unit-transitions';
import { MAIL_RHYTHMS } from '../../../src/database/entities/notification-preference.entity';
import type { CodeList } from '../../../src/core/vocabulary/code-list';
import * as codeLists from '../../../src/core/vocabulary/code-lists';

const all = Object.entries(codeLists) as [string, CodeList<string, string>][];

describe.each(all)('%s', (_name, list) => {
  it('gives each value one public code, one name and the way back', () => {
    expect(new Set(list.entries.map((entry) => entry.internal)).size).toBe(list.entries.length);
    expect(new Set(list.publicCodes).size).toBe(list.entries.length);
    for (const { internal, public: code, nl } of list.entries) {
      expect(list.toInternal(list.toPublic(internal))).toBe(internal);
      expect(list.named(internal)).toEqual({ code, naam: nl });
      expect(code).toMatch(/^([a-z]+(-[a-z]+)*|[A-Z]{3})$/);
    }
  });

  it('names the possible values when it does not know one', () => {
    expect(() => list.toPublic('does-not-exist')).toThrow(list.entries[0]!.internal);
    expect(() => list.toInternal('bestaat-niet')).toThrow(list.publicCodes[0]);
  });
});

it.each([
  ['unitStatuses', codeLists.unitStatuses, unitTransitions.states.map((state) => state.code)],
  ['housingForms', codeLists.housingForms, HOUSING_FORMS],
  ['accessibilities', codeLists.accessibilities, ACCESSIBILITIES],
  ['supportLevels', codeLists.supportLevels, SUPPORT_LEVELS],
  ['herkomstCertainties', codeLists.herkomstCertainties, HERKOMST_CERTAINTIES],
  ['entitlements', codeLists.entitlements, ENTITLEMENT_STATUSES],
  ['wishKinds', codeLists.wishKinds, WISH_KINDS],
  ['scopeLevels', codeLists.scopeLevels, SCOPE_LEVELS],
  ['scopings', codeLists.scopings, SCOPINGS],
  ['rentClasses', codeLists.rentClasses, RENT_CLASSES],
  ['mailRhythms', codeLists.mailRhythms, MAIL_RHYTHMS],
])('%s covers exactly the values of the core type', (_name, list, values) => {
  expect(list.entries.map((entry) => entry.internal).sort()).toEqual([...values].sort());
});
