import { describe, expect, it } from '@jest/globals';
import type { HouseholdGroup } from '../../../../src/core/matching/rule-facts';
import { AS_OF, aComplex, aHousehold, aUnit } from '../../problem-builder';
import { compiled } from '../rule-cases';

const assen = aUnit();
const assenToo = aUnit({ id: 'U2', name: 'Woning 2' });
const hoogeveen = aUnit({ id: 'U3', gemeenteId: 'GM0118', wijkId: 'W-HGV' });
const inComplex = aUnit({ id: 'U4', complexId: 'X1' });
const units = [assen, assenToo, hoogeveen, inComplex];
const [first, second, third] = ['H1', 'H2', 'H3'].map((id) => aHousehold({ id })) as [
  ReturnType<typeof aHousehold>,
  ReturnType<typeof aHousehold>,
  ReturnType<typeof aHousehold>,
];
const group = (changes: Partial<HouseholdGroup> = {}): HouseholdGroup => ({
  id: 'G',
  householdIds: ['H1', 'H2'],
  within: 'wijk',
  until: null,
  ...changes,
});

describe('live-apart', () => {
  const apart = (changes?: Partial<HouseholdGroup>) => compiled('live-apart', { units, apart: [group(changes)] });

  it('has a row a wijk with homes, in which at most one of them counts', () => {
    const { rows, weights } = apart();
    expect(rows).toMatchObject([
      { id: 'G:wijk:W-ASSEN', offset: 0, lower: null, upper: 1, subject: { name: 'Assen-Oost' } },
      { id: 'G:wijk:W-HGV', upper: 1 },
    ]);
    expect(weights(first, assen)).toEqual({ 'G:wijk:W-ASSEN': 1 });
    expect(weights(second, assenToo)).toEqual({ 'G:wijk:W-ASSEN': 1 });
    expect(weights(second, hoogeveen)).toEqual({ 'G:wijk:W-HGV': 1 });
    expect(weights(third, assen)).toEqual({});
  });

  it.each([
    ['gemeente', assen, { 'G:gemeente:GM0106': 1 }],
    ['complex', inComplex, { 'G:complex:X1': 1 }],
    ['complex', assen, { 'G:unit:U1': 1 }],
  ] as const)('within a %s', (within, unit, expected) => {
    expect(apart({ within }).weights(first, unit)).toEqual(expected);
  });

  it('ends: it holds on the day of the round itself, and not a day after its end', () => {
    expect(apart({ until: AS_OF }).rows).not.toEqual([]);
    expect(apart({ until: '2026-09-06' }).rows).toEqual([]);
  });
});

describe('live-near', () => {
  const near = (changes?: Partial<HouseholdGroup>) => compiled('live-near', { units, together: [group(changes)] });
  /** Whether both may be: no row counts more than 1. */
  const mayBe = (inFirst: typeof assen, inSecond: typeof assen) => {
    const { rows, weights } = near();
    const [a, b] = [weights(first, inFirst), weights(second, inSecond)];
    return rows.every(({ id, upper }) => (a[id] ?? 0) + (b[id] ?? 0) <= (upper ?? Infinity));
  };

  it.each([
    ['the same wijk', assen, assenToo, true],
    ['the same home', assen, assen, true],
    ['another wijk', assen, hoogeveen, false],
    ['another wijk the other way round', hoogeveen, assen, false],
    ['the same other wijk', hoogeveen, hoogeveen, true],
  ])('%s', (_name, inFirst, inSecond, expected) => {
    expect(mayBe(inFirst, inSecond)).toBe(expected);
  });

  it('each alone may go anywhere', () => {
    const { rows, weights } = near();
    for (const unit of units) {
      for (const household of [first, second]) {
        const counted = weights(household, unit);
        expect(rows.every(({ id, upper }) => (counted[id] ?? 0) <= (upper ?? 0))).toBe(true);
      }
    }
    expect(weights(third, assen)).toEqual({});
  });

  it('keeps three together two by two, and ends', () => {
    expect(near({ householdIds: ['H1', 'H2', 'H3'] }).rows).toHaveLength(3 * 2);
    expect(near({ until: '2026-09-06' }).rows).toEqual([]);
  });
});

describe('complex-share', () => {
  const share = (homes: number, occupied: number, maxPercent: number) =>
    compiled('complex-share', { complexes: [aComplex({ share: { homes, occupied, maxPercent } })] });

  it.each([
    ['45 % of 40 homes', 40, 45, 18],
    ['rounds down', 11, 30, 3],
    ['one is always allowed', 4, 10, 1],
    ['nothing but one where the share is 0', 40, 0, 1],
  ])('%s', (_name, homes, maxPercent, upper) => {
    expect(share(homes, 0, maxPercent).rows).toMatchObject([{ id: 'X1', offset: 0, upper }]);
  });

  it('counts who lives there already, and homes in the complex only', () => {
    const { rows, weights } = share(40, 20, 45);
    expect(rows).toMatchObject([{ offset: 20, upper: 20, agreed: 18 }]);
    expect(weights(first, inComplex)).toEqual({ X1: 1 });
    expect(weights(first, assen)).toEqual({});
  });

  it('has no row for a complex without a share', () => {
    expect(compiled('complex-share', {}).rows).toEqual([]);
  });
});

describe('portiek', () => {
  const portieken = [
    { id: 'A', name: 'portiek A', max: 2, occupied: 1 },
    { id: 'B', name: 'portiek B', max: 1, occupied: 0 },
  ];
  const { rows, weights } = compiled('portiek', { complexes: [aComplex({ portieken })] });

  it('has a row a portiek', () => {
    expect(rows).toMatchObject([
      { offset: 1, upper: 2, subject: { id: 'X1', name: 'Complex Een, portiek A' } },
      { offset: 0, upper: 1 },
    ]);
    expect(weights(first, { ...inComplex, portiekId: 'B' })).toEqual({ [rows[1]!.id]: 1 });
  });

  it('counts no home whose portiek is not filled in', () => {
    expect(weights(first, inComplex)).toEqual({});
    expect(weights(first, { ...assen, portiekId: 'A' })).toEqual({});
  });
});

describe('passend-margin', () => {
  const corporaties = [
    { id: 'C1', name: 'Corporatie Een', passendMargins: [{ year: 2026, left: 2 }] },
    { id: 'C2', name: 'Corporatie Twee' },
  ];
  const { rows, weights } = compiled('passend-margin', { corporaties });
  const dear = aUnit({ rentCents: 71_303 });

  it('has a row a corporatie and year', () => {
    expect(rows).toMatchObject([{ id: 'C1:2026', offset: 0, upper: 2, subject: { name: 'Corporatie Een, 2026' } }]);
  });

  it.each([
    ['a rent above the aftoppingsgrens', first, dear, { 'C1:2026': 1 }],
    ['not a rent at the aftoppingsgrens', first, aUnit({ rentCents: 71_302 }), {}],
    ['not a higher income', aHousehold({ incomeCents: 4_000_000 }), dear, {}],
    ['not an unknown income', aHousehold({ incomeCents: null }), dear, {}],
    ['not another corporatie', first, { ...dear, corporatieId: 'C2' }, {}],
  ])('counts %s', (_name, household, unit, expected) => {
    expect(weights(household, unit)).toEqual(expected);
  });
});
