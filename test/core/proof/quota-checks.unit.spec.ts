import { describe, expect, it } from '@jest/globals';
import type {
  ComplexMix,
  Household,
  ParameterValues,
  Problem,
  SpreidingQuota,
  Unit,
} from '../../../src/core/matching/problem';
import { QUOTA_CHECKS } from '../../../src/core/proof/quota-checks';
import { ceilings, type Placement } from '../../../src/core/proof/quota-finding';
import { aComplex, aHousehold, anAanbieder, aPolicy, aProblem, aUnit, aWijk, START } from '../problem-builder';

const place = (household: Partial<Household> = {}, unit: Partial<Unit> = {}, start = START): Placement => ({
  household: aHousehold(household),
  unit: aUnit(unit),
  start,
});
const find = (id: string, problem: Partial<Problem>, placements: Placement[]) =>
  QUOTA_CHECKS[id]!(aProblem(problem), placements);
/** What is over, as `subject: before + added > limit`. */
const over = (id: string, problem: Partial<Problem>, placements: Placement[]) =>
  find(id, problem, placements).violations.map(
    ({ ruleId, subject, details: { before, added, limit } }) =>
      `${ruleId} ${subject.kind} ${subject.id}: ${String(before)} + ${String(added)} > ${String(limit)}`,
  );

describe('a ceiling', () => {
  it.each([
    [0, 1, 1, false],
    [0, 2, 1, true],
    [1, 1, 2, false],
    [1, 2, 2, true],
    [5, 0, 2, false],
    [5, 1, 2, true],
  ])('with %i before and %i in the plan of at most %i is broken: %s', (before, added, limit, isBroken) => {
    const finding = ceilings('places', [{ kind: 'unit', id: 'U1', name: 'Woning 1', before, added, limit }]);
    expect(finding.shortage).toBe(0);
    expect(finding.violations).toHaveLength(Number(isBroken));
  });

  it('is told in words and in numbers', () => {
    const limit = { kind: 'wijk', id: 'W', name: 'Noord', before: 3, added: 2, limit: 4 };
    expect(ceilings('draagkracht', [limit]).violations).toEqual([
      {
        ruleId: 'draagkracht',
        message: {
          nl: 'Noord: 3 vooraf en 2 in dit plan is meer dan 4.',
          en: 'Noord: 3 before and 2 in this plan is more than 4.',
        },
        subject: { kind: 'wijk', id: 'W' },
        details: { before: 3, added: 2, limit: 4 },
      },
    ]);
  });
});

describe('counts of households and homes', () => {
  it.each<[string, Partial<Problem>, Placement[], string[]]>([
    ['one-home-per-household', {}, [place()], []],
    ['one-home-per-household', {}, [place(), place({}, { id: 'U2' })], ['household H1: 0 + 2 > 1']],
    ['one-home-per-household', {}, [place(), place({ id: 'H2' })], []],
    ['places', {}, [place()], []],
    ['places', {}, [place(), place({ id: 'H2' })], ['unit U1: 0 + 2 > 1']],
    ['places', { units: [aUnit({ freePlaces: 2 })] }, [place(), place({ id: 'H2' })], []],
    ['places', {}, [place(), place({ id: 'H2' }, { id: 'U2' })], []],
    ['draagkracht', { wijken: [aWijk({ draagkracht: 4, load: 3 })] }, [place()], []],
    [
      'draagkracht',
      { wijken: [aWijk({ draagkracht: 4, load: 3 })] },
      [place({ draaglast: 2 })],
      ['wijk W-ASSEN: 3 + 2 > 4'],
    ],
    [
      'draagkracht',
      { wijken: [aWijk({ draagkracht: 4, load: 3 })] },
      [place({ draaglast: 2 }, { wijkId: 'W-HGV' })],
      [],
    ],
    ['draagkracht', { wijken: [aWijk({ draagkracht: null, load: 3 })] }, [place({ draaglast: 2 })], []],
    ['draagkracht', { wijken: [aWijk({ draagkracht: 0 })] }, [place()], ['wijk W-ASSEN: 0 + 1 > 0']],
    ['wijk-pace', { wijken: [aWijk({ maxPlacements: 1, load: 9 })] }, [place()], []],
    ['wijk-pace', { wijken: [aWijk({ maxPlacements: 1 })] }, [place(), place()], ['wijk W-ASSEN: 0 + 2 > 1']],
    ['wijk-pace', { wijken: [aWijk({ maxPlacements: 1 })] }, [place(), place({}, { wijkId: 'W' })], []],
    ['wijk-pace', { wijken: [aWijk({ maxPlacements: null })] }, [place(), place()], []],
  ])('%s %#', (id, problem, placements, expected) => {
    expect(over(id, problem, placements)).toEqual(expected.map((each) => `${id} ${each}`));
    expect(find(id, problem, placements).shortage).toBe(0);
  });
});

const quota = (changes: Partial<SpreidingQuota> = {}): SpreidingQuota => ({
  ...{ id: 'Q1', gemeenteId: 'GM0106', doelgroepId: null, from: '2026-07-01', to: '2026-12-31' },
  ...{ floor: 3, ceiling: 2, realised: 1 },
  ...changes,
});
const under = (ruleId: string, parameters: ParameterValues, ...quotas: SpreidingQuota[]): Partial<Problem> => ({
  spreidingQuotas: quotas,
  policy: aPolicy({
    rules: [
      { ruleId: 'places', parameters: { countIntermediate: false } },
      { ruleId, parameters },
    ],
  }),
});
const back = { herkomst: { gemeenteId: 'GM0106', certainty: 'established', waived: true } as const };
const away = { herkomst: { gemeenteId: 'GM0118', certainty: 'established', waived: true } as const };
const tied = { herkomst: { gemeenteId: 'GM0118', certainty: 'established', waived: false } as const };
const elsewhere = { gemeenteId: 'GM0118' };

describe('spreiding', () => {
  /** How many of one placement count. */
  const cases: [string, Partial<SpreidingQuota>, ParameterValues, Placement, 0 | 1][] = [
    ['in the gemeente', {}, {}, place(), 1],
    ['in another gemeente', {}, {}, place({}, elsewhere), 0],
    ['of the doelgroep', { doelgroepId: 'volwassenen' }, {}, place(), 1],
    ['of another doelgroep', { doelgroepId: 'jongeren' }, {}, place(), 0],
    ['on the first day', { from: START }, {}, place(), 1],
    ['before the first day', { from: '2026-09-22' }, {}, place(), 0],
    ['on the last day', { to: START }, {}, place(), 1],
    ['after the last day', { to: '2026-09-20' }, {}, place(), 0],
    ['intermediate', {}, {}, place({}, { housingForm: 'intermediate' }), 1],
    ['intermediate, not counted', {}, { countIntermediate: false }, place({}, { housingForm: 'intermediate' }), 0],
    ['intermediate, counted', {}, { countIntermediate: true }, place({}, { housingForm: 'intermediate' }), 1],
    ['permanent', {}, { countIntermediate: false }, place(), 1],
    ['away from an unsafe place', {}, {}, place(away), 1],
    ['away from an unsafe place, counted nowhere', {}, { unsafeReturn: 'nowhere' }, place(away), 0],
    ['away from an unsafe place, counted there', {}, { unsafeReturn: 'herkomst' }, place(away), 0],
    ['back in an unsafe place, counted nowhere', {}, { unsafeReturn: 'nowhere' }, place(back), 1],
    ['back in an unsafe place, counted there', {}, { unsafeReturn: 'herkomst' }, place(back), 1],
    ['away from a safe place', {}, { unsafeReturn: 'nowhere' }, place(tied), 1],
    ['away from here, counted here', {}, { unsafeReturn: 'herkomst' }, place(back, elsewhere), 1],
    ['away from here, counted where it is', {}, { unsafeReturn: 'home' }, place(back, elsewhere), 0],
  ];

  it.each(cases)('counts who is housed %s', (_name, changes, parameters, placement, counted) => {
    const placements = [placement];
    const full = quota({ ...changes, ceiling: 1 });
    expect(over('spreiding-ceiling', under('spreiding-ceiling', parameters, full), placements)).toEqual(
      counted === 1 ? ['spreiding-ceiling gemeente GM0106: 1 + 1 > 1'] : [],
    );
    const floor = find('spreiding-floor', under('spreiding-floor', parameters, quota(changes)), placements);
    expect(floor).toEqual({ violations: [], shortage: 2 - counted });
  });

  it('has no ceiling and no floor where none was agreed', () => {
    const open = under('spreiding-ceiling', {}, quota({ ceiling: null, floor: null }));
    expect(find('spreiding-ceiling', open, [place()])).toEqual({ violations: [], shortage: 0 });
    expect(find('spreiding-floor', open, [place()]).shortage).toBe(0);
  });

  it('adds up what is lacking, and has nothing to spare for another', () => {
    const quotas = [quota({ floor: 9 }), quota({ floor: 1 }), quota({ floor: 0 })];
    expect(find('spreiding-floor', { spreidingQuotas: quotas }, [place()]).shortage).toBe(7);
    // The settings of the rule count, not those of another one; a rule that is not listed has none.
    expect(find('spreiding-floor', { spreidingQuotas: [quota()], policy: aPolicy({ rules: [] }) }, []).shortage).toBe(
      2,
    );
  });
});

describe('agreements', () => {
  const agreed = {
    id: 'P1',
    corporatieId: 'C1',
    gemeenteId: 'GM0106',
    doelgroepId: null,
    year: 2026,
    agreed: 3,
    realised: 1,
  };
  it.each<[string, object, Placement, 0 | 1]>([
    ['here and now', {}, place(), 1],
    ['by another corporatie', {}, place({}, { corporatieId: 'C2' }), 0],
    ['in another gemeente', {}, place({}, elsewhere), 0],
    ['in another year', {}, place({}, {}, '2027-01-01'), 0],
    ['of the doelgroep', { doelgroepId: 'volwassenen' }, place(), 1],
    ['of another doelgroep', { doelgroepId: 'jongeren' }, place(), 0],
  ])('count who is housed %s', (_name, changes, placement, counted) => {
    const problem = { agreements: [{ ...agreed, ...changes }] };
    expect(find('agreement', problem, [placement])).toEqual({ violations: [], shortage: 2 - counted });
  });
});

describe('complexes and guidance', () => {
  const mix = (changes: Partial<ComplexMix>): Partial<Problem> => ({
    complexes: [
      aComplex({
        mixes: [
          { id: 'm', name: 'licht', doelgroepIds: [], minSupportLevel: 'light', max: 1, occupied: 1, ...changes },
        ],
      }),
    ],
  });
  const born = (birthDate: string) => place({ members: [{ birthDate }] }, { complexId: 'X1' });
  const inside = (household: Partial<Household> = {}) => place(household, { complexId: 'X1' });
  it.each<[string, Partial<ComplexMix>, Placement, boolean]>([
    ['of any kind', {}, inside(), true],
    ['in another complex', {}, place({}, { complexId: 'X2' }), false],
    ['of a doelgroep that counts', { doelgroepIds: ['jongeren', 'volwassenen'] }, inside(), true],
    ['of another doelgroep', { doelgroepIds: ['jongeren'] }, inside(), false],
    ['with less support', {}, inside({ supportLevel: 'none' }), false],
    ['with more support', {}, inside({ supportLevel: 'intensive' }), true],
    ['just old enough', { ageFrom: 23 }, born('2003-09-21'), true],
    ['a day too young', { ageFrom: 23 }, born('2003-09-22'), false],
    ['just too old', { ageBelow: 23 }, born('2003-09-21'), false],
    ['a day below', { ageBelow: 23 }, born('2003-09-22'), true],
    ['between two ages', { ageFrom: 18, ageBelow: 23 }, born('2005-01-01'), true],
    ['under both', { ageFrom: 18, ageBelow: 23 }, born('2015-01-01'), false],
    ['over both', { ageFrom: 18, ageBelow: 23 }, born('1985-01-01'), false],
    ['of nobody knows what age', { ageFrom: 18, ageBelow: 23 }, inside({ members: [] }), true],
  ])('a mix counts a household %s', (_name, changes, placement, counts) => {
    const expected = counts ? ['complex-mix complex X1: 1 + 1 > 1'] : [];
    expect(over('complex-mix', mix(changes), [placement])).toEqual(expected);
    expect(find('complex-mix', mix(changes), [placement]).violations[0]?.message.nl ?? 'Complex Een, licht').toContain(
      'Complex Een, licht',
    );
  });

  it.each<[string, number | null, Partial<Unit>, string[]]>([
    ['its own aanbieder', 1, {}, ['A1: 0 + 2 > 1']],
    ['its own aanbieder, just enough', 2, {}, []],
    ['its own aanbieder without a limit', null, {}, []],
    ['its own aanbieder, which works there', 1, { aanbiederIds: ['A2', 'A1'] }, ['A1: 0 + 2 > 1']],
    ['the first aanbieder of the home', 1, { aanbiederIds: ['A2', 'A3'] }, ['A2: 0 + 2 > 1']],
  ])('hours are those of %s', (_name, freeGuidanceHours, unit, expected) => {
    const aanbieders = ['A1', 'A2', 'A3'].map((id) => anAanbieder({ id, freeGuidanceHours }));
    expect(over('guidance-capacity', { aanbieders }, [place({}, unit)])).toEqual(
      expected.map((each) => `guidance-capacity aanbieder ${each}`),
    );
  });
});
