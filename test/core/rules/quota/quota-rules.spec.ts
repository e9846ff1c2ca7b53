import { describe, expect, it } from '@jest/globals';
import { aComplex, aHousehold, anAanbieder, aUnit, aWijk, START } from '../../problem-builder';
import { compiled } from '../rule-cases';

const household = aHousehold({ draaglast: 3, guidanceHours: 6 });
const unit = aUnit();

describe('one-home-per-household', () => {
  const { rows, weights } = compiled('one-home-per-household', {
    households: [aHousehold(), aHousehold({ id: 'H2' })],
  });

  it('has a row a household, at most 1, in which each of its pairs counts once', () => {
    expect(rows).toMatchObject([
      { id: 'H1', offset: 0, upper: 1, lower: null, soft: false },
      { id: 'H2', upper: 1 },
    ]);
    expect(weights(aHousehold({ id: 'H2' }), unit)).toEqual({ H2: 1 });
  });
});

describe('places', () => {
  const { rows, weights } = compiled('places', {
    units: [aUnit({ freePlaces: 6 }), aUnit({ id: 'U2', freePlaces: 0 })],
  });

  it('has a row a home, also one without free places', () => {
    expect(rows).toMatchObject([
      { id: 'U1', upper: 6 },
      { id: 'U2', upper: 0 },
    ]);
    expect(weights(household, aUnit({ id: 'U2' }))).toEqual({ U2: 1 });
  });
});

describe('draagkracht', () => {
  it('counts draaglast on top of the load, in wijken with a ceiling only', () => {
    const { rows, weights } = compiled('draagkracht', {
      wijken: [aWijk({ draagkracht: 10, load: 4 }), aWijk({ id: 'W-HGV', gemeenteId: 'GM0118' })],
    });
    expect(rows).toMatchObject([{ id: 'W-ASSEN', offset: 4, upper: 10, soft: false }]);
    expect(weights(household, unit)).toEqual({ 'W-ASSEN': 3 });
    expect(weights(household, aUnit({ wijkId: 'W-HGV' }))).toEqual({});
    expect(weights(aHousehold({ draaglast: 0 }), unit)).toEqual({});
  });

  it('a wijk that is over already takes nothing more, and the problem stays possible', () => {
    const { rows } = compiled('draagkracht', { wijken: [aWijk({ draagkracht: 5, load: 8 })] });
    expect(rows).toMatchObject([{ offset: 8, upper: 8, agreed: 5 }]);
  });
});

describe('wijk-pace', () => {
  it('counts placements of this round', () => {
    const { rows, weights } = compiled('wijk-pace', { wijken: [aWijk({ maxPlacements: 2 })] });
    expect(rows).toMatchObject([{ id: 'W-ASSEN', offset: 0, upper: 2 }]);
    expect(weights(household, unit)).toEqual({ 'W-ASSEN': 1 });
  });
});

describe('spreiding', () => {
  const period = { from: '2026-07-01', to: '2026-12-31' };
  const quota = { id: 'Q', gemeenteId: 'GM0106', doelgroepId: null, ...period, floor: 2, ceiling: 5, realised: 1 };
  const spreidingQuotas = [
    quota,
    { ...quota, id: 'Q-jong', doelgroepId: 'jongeren', floor: null },
    { ...quota, id: 'Q-hgv', gemeenteId: 'GM0118', ceiling: null },
  ];
  const young = aHousehold({ doelgroepId: 'jongeren' });

  it('has hard ceilings', () => {
    const { rows, weights } = compiled('spreiding-ceiling', { spreidingQuotas });
    expect(rows).toMatchObject([
      { id: 'Q', offset: 1, lower: null, upper: 5, soft: false, subject: { name: 'Assen' } },
      { id: 'Q-jong', subject: { name: 'Assen, Jongeren' } },
    ]);
    expect(weights(household, unit)).toEqual({ Q: 1 });
    expect(weights(young, unit)).toEqual({ Q: 1, 'Q-jong': 1 });
    expect(weights(young, aUnit({ gemeenteId: 'GM0118' }))).toEqual({});
  });

  it('has soft floors', () => {
    const { rows, weights } = compiled('spreiding-floor', { spreidingQuotas });
    expect(rows).toMatchObject([
      { id: 'Q', offset: 1, lower: 2, upper: null, soft: true },
      { id: 'Q-hgv', lower: 2 },
    ]);
    expect(weights(young, unit)).toEqual({ Q: 1 });
    expect(weights(household, aUnit({ gemeenteId: 'GM0118' }))).toEqual({ 'Q-hgv': 1 });
  });

  it.each([
    ['the first day', '2026-07-01', START],
    ['the last day', START, '2026-12-31'],
    ['that day alone', START, START],
  ])('counts a start on %s of the period', (_name, from, to) => {
    for (const rule of ['spreiding-ceiling', 'spreiding-floor']) {
      expect(compiled(rule, { spreidingQuotas: [{ ...quota, from, to }] }).weights(household, unit)).toEqual({ Q: 1 });
    }
  });

  it.each([
    ['before', '2026-09-22', '2026-12-31'],
    ['after', '2026-07-01', '2026-09-20'],
  ])('does not count a start %s the period', (_name, from, to) => {
    for (const rule of ['spreiding-ceiling', 'spreiding-floor']) {
      expect(compiled(rule, { spreidingQuotas: [{ ...quota, from, to }] }).weights(household, unit)).toEqual({});
    }
  });

  it('counts a home that opens later in the quota of that period, which has its own name', () => {
    const next = { ...quota, id: 'Q-next', from: '2027-01-01', to: '2027-06-30' };
    const { rows, weights } = compiled('spreiding-ceiling', { spreidingQuotas: [quota, next] });
    expect(weights(household, aUnit({ availableFrom: '2027-02-01' }))).toEqual({ 'Q-next': 1 });
    expect(weights(household, aUnit({ availableFrom: '2027-07-01' }))).toEqual({});
    expect(rows.map(({ subject }) => subject.name)).toEqual([
      'Assen, 1 juli 2026 t/m 31 december 2026',
      'Assen, 1 januari 2027 t/m 30 juni 2027',
    ]);
  });

  describe('by policy', () => {
    const intermediate = aUnit({ housingForm: 'intermediate' });
    const unsafe = aHousehold({ herkomst: { gemeenteId: 'GM0118', certainty: 'established', waived: true } });
    const unsafeHere = aHousehold({ herkomst: { gemeenteId: 'GM0106', certainty: 'established', waived: true } });
    it.each([
      ['intermediate housing counts', {}, household, intermediate, { Q: 1 }],
      ['intermediate housing does not count', { countIntermediate: false }, household, intermediate, {}],
      ['a permanent home counts all the same', { countIntermediate: false }, household, unit, { Q: 1 }],
      ['who cannot return counts where the home is', {}, unsafe, unit, { Q: 1 }],
      ['who cannot return counts nowhere', { unsafeReturn: 'nowhere' }, unsafe, unit, {}],
      ['who cannot return counts for the herkomst', { unsafeReturn: 'herkomst' }, unsafe, unit, { 'Q-hgv': 1 }],
      ['who comes to the own gemeente counts there', { unsafeReturn: 'nowhere' }, unsafeHere, unit, { Q: 1 }],
    ])('%s', (_name, parameters, who, where, expected) => {
      const { weights } = compiled('spreiding-floor', { spreidingQuotas }, parameters);
      expect(weights(who, where)).toEqual(expected);
    });
  });

  it('a gemeente above its ceiling takes nothing more', () => {
    const { rows } = compiled('spreiding-ceiling', { spreidingQuotas: [{ ...quota, realised: 7 }] });
    expect(rows).toMatchObject([{ offset: 7, upper: 7, agreed: 5 }]);
  });
});

describe('agreement', () => {
  const agreement = {
    id: 'P',
    corporatieId: 'C1',
    gemeenteId: 'GM0106',
    doelgroepId: null,
    year: 2026,
    agreed: 4,
    realised: 1,
  };
  const { rows, weights } = compiled('agreement', {
    agreements: [
      agreement,
      { ...agreement, id: 'P-jong', doelgroepId: 'jongeren' },
      { ...agreement, id: 'P-next', year: 2027 },
      { ...agreement, id: 'P-other', corporatieId: 'C2' },
      { ...agreement, id: 'P-hgv', gemeenteId: 'GM0118' },
    ],
  });

  it('is soft and starts from what is realised', () => {
    expect(rows[0]).toMatchObject({ id: 'P', offset: 1, lower: 4, upper: null, soft: true });
    expect(rows[1]?.subject.name).toBe('Corporatie Een, Assen, Jongeren, 2026');
  });

  it.each([
    ['its corporatie, gemeente and year', household, unit, { P: 1 }],
    ['and its doelgroep', aHousehold({ doelgroepId: 'jongeren' }), unit, { P: 1, 'P-jong': 1 }],
    ['by the year of the planned start', household, aUnit({ availableFrom: '2027-01-01' }), { 'P-next': 1 }],
    ['another corporatie', household, aUnit({ corporatieId: 'C2' }), { 'P-other': 1 }],
    ['another gemeente', household, aUnit({ gemeenteId: 'GM0118' }), { 'P-hgv': 1 }],
    ['no corporatie', household, aUnit({ corporatieId: null }), {}],
  ])('counts %s', (_name, who, where, expected) => {
    expect(weights(who, where)).toEqual(expected);
  });
});

describe('complex-mix', () => {
  const mix = { minSupportLevel: 'none', occupied: 0 } as const;
  const { rows, weights } = compiled('complex-mix', {
    complexes: [
      aComplex({
        name: 'GGZ-terrein',
        mixes: [
          { ...mix, id: 'forensisch', name: 'forensisch', doelgroepIds: ['forensisch'], max: 3, occupied: 2 },
          { ...mix, id: 'zwaar', name: 'zware begeleiding', doelgroepIds: [], minSupportLevel: 'intensive', max: 5 },
        ],
      }),
      aComplex({
        id: 'X2',
        mixes: [{ ...mix, id: 'forensisch', name: 'forensisch', doelgroepIds: ['forensisch'], max: 1 }],
      }),
    ],
  });
  const inComplex = aUnit({ complexId: 'X1' });

  it('has a row a sub-capacity: 3 forensic places, of which 2 are lived in', () => {
    expect(rows).toMatchObject([
      { id: 'X1:forensisch', offset: 2, upper: 3, subject: { id: 'X1', name: 'GGZ-terrein, forensisch' } },
      { id: 'X1:zwaar', upper: 5 },
      { id: 'X2:forensisch', upper: 1 },
    ]);
  });

  it.each([
    ['its doelgroep', aHousehold({ doelgroepId: 'forensisch' }), inComplex, { 'X1:forensisch': 1 }],
    ['the level of support itself', aHousehold({ supportLevel: 'intensive' }), inComplex, { 'X1:zwaar': 1 }],
    ['a heavier level', aHousehold({ supportLevel: 'round-the-clock' }), inComplex, { 'X1:zwaar': 1 }],
    ['a lighter level of another doelgroep not at all', aHousehold(), inComplex, {}],
    ['a home outside a complex not at all', aHousehold({ doelgroepId: 'forensisch' }), unit, {}],
  ])('counts %s', (_name, who, where, expected) => {
    expect(weights(who, where)).toEqual(expected);
  });
});

describe('complex-mix of an age', () => {
  const mix = { id: 'jong', name: 'jong', doelgroepIds: [], minSupportLevel: 'none', max: 1, occupied: 0 } as const;
  const { weights } = compiled('complex-mix', {
    complexes: [aComplex({ mixes: [{ ...mix, ageFrom: 18, ageBelow: 23 }] })],
  });
  it.each([
    ['18 on the planned start', '2008-09-21', { 'X1:jong': 1 }],
    ['still 17', '2008-09-22', {}],
    ['the last day of 22', '2003-09-22', { 'X1:jong': 1 }],
    ['23 on the planned start', '2003-09-21', {}],
  ])('%s', (_name, birthDate, expected) => {
    expect(weights(aHousehold({ members: [{ birthDate }] }), aUnit({ complexId: 'X1' }))).toEqual(expected);
  });

  it('counts a household of which nobody knows the age', () => {
    expect(weights(aHousehold({ members: [] }), aUnit({ complexId: 'X1' }))).toEqual({ 'X1:jong': 1 });
  });
});

describe('guidance-capacity', () => {
  const { rows, weights } = compiled('guidance-capacity', {
    aanbieders: [anAanbieder({ freeGuidanceHours: 20 }), anAanbieder({ id: 'A2', freeGuidanceHours: null })],
  });

  it('counts hours with the aanbieder that guides, where its hours are limited', () => {
    expect(rows).toMatchObject([{ id: 'A1', offset: 0, upper: 20 }]);
    expect(weights(household, unit)).toEqual({ A1: 6 });
    expect(weights(household, aUnit({ aanbiederIds: ['A2'] }))).toEqual({});
    expect(weights(aHousehold({ aanbiederId: 'A2', guidanceHours: 4 }), aUnit({ aanbiederIds: ['A1'] }))).toEqual({
      A1: 4,
    });
    expect(weights(aHousehold({ guidanceHours: 0 }), unit)).toEqual({});
  });
});
