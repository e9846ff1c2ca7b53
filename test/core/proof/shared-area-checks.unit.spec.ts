import { describe, expect, it } from '@jest/globals';
import type { Complex, Household, Problem, Unit } from '../../../src/core/matching/problem';
import type { AreaLevel } from '../../../src/core/matching/rule-facts';
import type { Placement } from '../../../src/core/proof/quota-finding';
import { SHARED_AREA_CHECKS } from '../../../src/core/proof/shared-area-checks';
import { AS_OF, aComplex, aHousehold, aProblem, aUnit, START } from '../problem-builder';

const place = (household: Partial<Household> = {}, unit: Partial<Unit> = {}, start = START): Placement => ({
  household: aHousehold(household),
  unit: aUnit(unit),
  start,
});
const find = (id: string, problem: Partial<Problem>, placements: Placement[]) =>
  SHARED_AREA_CHECKS[id]!(aProblem(problem), placements);
const over = (id: string, problem: Partial<Problem>, placements: Placement[]) =>
  find(id, problem, placements).violations.map(
    ({ ruleId, subject, message, details: { before, added, limit } }) =>
      `${ruleId} ${subject.kind} ${subject.id}, ${message.nl.split(':')[0]}: ${String(before)} + ${String(added)} > ${String(limit)}`,
  );

describe('households that live apart or near', () => {
  const group = (within: AreaLevel, until: string | null = null) => [
    { id: 'G', householdIds: ['H1', 'H2'], within, until },
  ];
  const two = (one: Partial<Unit>, other: Partial<Unit>, id = 'H2') => [
    place({}, { id: 'U1', ...one }),
    place({ id }, { id: 'U2', ...other }),
  ];
  const [here, there] = [
    { gemeenteId: 'G1', wijkId: 'W1' },
    { gemeenteId: 'G2', wijkId: 'W2' },
  ];
  /** Whether the two homes lie in one area. */
  const cases: [AreaLevel, Partial<Unit>, Partial<Unit>, boolean][] = [
    ['gemeente', here, { ...here, wijkId: 'W2' }, true],
    ['gemeente', here, { ...here, gemeenteId: 'G2' }, false],
    ['wijk', here, { ...there, wijkId: 'W1' }, true],
    ['wijk', here, { ...here, wijkId: 'W2' }, false],
    ['complex', { ...here, complexId: 'X1' }, { ...there, complexId: 'X1' }, true],
    ['complex', { ...here, complexId: 'X1' }, { ...here, complexId: 'X2' }, false],
    ['complex', here, here, false],
    ['complex', here, { ...here, id: 'U1' }, true],
    ['complex', { id: 'X1' }, { complexId: 'X1' }, false],
  ];
  it.each(cases)('within one %s, %j and %j: %s', (within, one, other, isSame) => {
    const seen = (id: 'live-apart' | 'live-near', key: 'apart' | 'together') =>
      find(id, { [key]: group(within) }, two(one, other)).violations.map(({ ruleId, subject }) => [ruleId, subject]);
    const subject = { kind: 'group', id: 'G' };
    expect(seen('live-apart', 'apart')).toEqual(isSame ? [['live-apart', subject]] : []);
    expect(seen('live-near', 'together')).toEqual(isSame ? [] : [['live-near', subject]]);
  });

  it.each<[string, Placement[], string | null, number]>([
    ['without an end', two(here, here), null, 1],
    ['on its last day', two(here, here), AS_OF, 1],
    ['after its last day', two(here, here), '2026-09-06', 0],
    ['of whom one has no home', [place({}, here)], null, 0],
    ['and somebody else', two(here, here, 'H3'), null, 0],
    ['with one household twice', two(here, here, 'H1'), null, 0],
    [
      'of whom the last two are wrong',
      [place({}, there), ...two(there, here).slice(1), place({ id: 'H1' }, here)],
      null,
      1,
    ],
  ])('a group %s', (_name, placements, until, count) => {
    const finding = find('live-apart', { apart: group('gemeente', until) }, placements);
    expect(finding.violations).toHaveLength(count);
    expect(finding.shortage).toBe(0);
  });

  it('are told in words, and need no agreements', () => {
    const words = (id: string, problem: Partial<Problem>, other: Partial<Unit>) =>
      find(id, problem, two(here, other)).violations.map(({ message }) => message);
    expect(words('live-apart', { apart: group('wijk') }, here)).toEqual([
      { nl: 'Te dicht bij elkaar: afspraak G.', en: 'Too near each other: agreement G.' },
    ]);
    expect(words('live-near', { together: group('wijk') }, there)).toEqual([
      { nl: 'Niet bij elkaar: afspraak G.', en: 'Not together: agreement G.' },
    ]);
    expect(words('live-apart', {}, here)).toEqual([]);
    expect(words('live-near', {}, there)).toEqual([]);
  });
});

describe('shares of a building', () => {
  const inside = (count: number, unit: Partial<Unit> = {}) =>
    Array.from({ length: count }, () => place({}, { complexId: 'X1', ...unit }));
  const complex = (changes: Partial<Complex>) => ({ complexes: [aComplex(changes)] });
  const share = (homes: number, maxPercent: number, occupied: number) =>
    complex({ share: { homes, maxPercent, occupied } });

  it.each<[string, Partial<Problem>, number, string[]]>([
    ['no share', complex({}), 9, []],
    ['a fifth of 10', share(10, 20, 0), 2, []],
    ['a fifth of 10', share(10, 20, 0), 3, ['0 + 3 > 2']],
    ['a part of a home more', share(10, 29, 0), 3, ['0 + 3 > 2']],
    ['those that live there', share(10, 20, 1), 2, ['1 + 2 > 2']],
    ['less than one home', share(10, 9, 0), 1, []],
    ['less than one home', share(10, 9, 0), 2, ['0 + 2 > 1']],
    ['just one home', share(10, 10, 0), 2, ['0 + 2 > 1']],
  ])('of %s', (_name, problem, count, expected) => {
    const named = expected.map((each) => `complex-share complex X1, Complex Een: ${each}`);
    expect(over('complex-share', problem, inside(count))).toEqual(named);
    expect(over('complex-share', problem, inside(count, { complexId: 'X2' }))).toEqual([]);
  });

  it.each<[string, Partial<Unit>, number, string[]]>([
    ['in it', { portiekId: 'A' }, 1, []],
    ['in it', { portiekId: 'A' }, 2, ['portiek complex X1, Complex Een, portiek A: 1 + 2 > 2']],
    ['in another one', { portiekId: 'B' }, 2, []],
    ['in one of another complex', { portiekId: 'A', complexId: 'X2' }, 2, []],
  ])('of a portiek, %s', (_name, unit, count, expected) => {
    const portieken = [{ id: 'A', name: 'portiek A', max: 2, occupied: 1 }];
    expect(over('portiek', complex({ portieken }), inside(count, unit))).toEqual(expected);
    expect(over('portiek', complex({}), inside(count, unit))).toEqual([]);
  });
});

describe('the margin of passend toewijzen', () => {
  const none = { corporaties: [{ id: 'C1', name: 'Een', passendMargins: [{ year: 2026, left: 0 }] }] };
  const member = (birthDate: string) => ({ birthDate });
  const [young, old] = [member('1985-01-01'), member('1959-09-21')];
  const almostOld = member('1959-09-22');
  const dear = { rentCents: 71_303 };
  const family = { members: [young, young, young] };
  it.each<[string, Partial<Household>, Partial<Unit>, boolean]>([
    ['a low income and a high rent', {}, dear, true],
    ['a rent at the limit', {}, { rentCents: 71_302 }, false],
    ['a home that is not self-contained', {}, { ...dear, selfContained: false }, false],
    ['no rent', {}, { rentCents: null }, false],
    ['no income known', { incomeCents: null }, dear, false],
    ['another corporatie', {}, { ...dear, corporatieId: 'C2' }, false],
    ['an income at the limit', { incomeCents: 2_940_000 }, dear, true],
    ['an income over the limit', { incomeCents: 2_940_001 }, dear, false],
    ['a senior at the limit', { members: [old], incomeCents: 2_877_500 }, dear, true],
    ['a senior over the limit', { members: [old], incomeCents: 2_877_501 }, dear, false],
    ['who is a senior tomorrow', { members: [almostOld], incomeCents: 2_877_501 }, dear, true],
    ['two persons at the limit', { members: [young, young], incomeCents: 3_992_500 }, dear, true],
    ['two persons over the limit', { members: [young, young], incomeCents: 3_992_501 }, dear, false],
    ['two of whom one is a senior, at the limit', { members: [young, old], incomeCents: 3_865_000 }, dear, true],
    ['two of whom one is a senior, over the limit', { members: [young, old], incomeCents: 3_865_001 }, dear, false],
    ['three persons at the higher limit', family, { rentCents: 76_414 }, false],
    ['three persons over the higher limit', family, { rentCents: 76_415 }, true],
    ['two persons under the higher limit', { members: [young, young] }, { rentCents: 76_414 }, true],
    ['nobody', { members: [] }, dear, false],
  ])('counts %s', (_name, household, unit, counts) => {
    const expected = counts ? ['passend-margin corporatie C1, Een, 2026: 0 + 1 > 0'] : [];
    expect(over('passend-margin', none, [place(household, unit)])).toEqual(expected);
  });

  it('is of the year of the start, and of a year with a table', () => {
    expect(over('passend-margin', none, [place({}, dear, '2025-12-31')])).toEqual([]);
    const next = { corporaties: [{ id: 'C1', name: 'Een', passendMargins: [{ year: 2027, left: 0 }] }] };
    expect(over('passend-margin', next, [place({}, dear, '2027-01-01')])).toEqual([]);
    expect(over('passend-margin', {}, [place({}, dear)])).toEqual([]);
    const some = { corporaties: [{ id: 'C1', name: 'Een', passendMargins: [{ year: 2026, left: 1 }] }] };
    expect(over('passend-margin', some, [place({}, dear)])).toEqual([]);
  });
});
