import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { judgePair } from '../../../src/core/explain/judge-pair';
import { candidatePairs } from '../../../src/core/matching/candidate-pairs';
import { SCOPE_LEVELS, type PolicyRule, type PolicyScope } from '../../../src/core/matching/problem';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { entriesForHome, placementsUnder } from '../../../src/core/proof/policy-entries';
import { ELIGIBILITY_RULES } from '../../../src/core/rules/catalogue';
import { policyRules, rulesForUnit } from '../../../src/core/rules/policy-rules';
import { validatePolicy } from '../../../src/core/rules/validate-policy';
import { aComplex, aHousehold, aPolicy, aProblem, aUnit } from '../problem-builder';

const programme = { level: 'programme', id: 'urgency' } as const;
const complex = { level: 'complex', id: 'X1' } as const;
const unit = { level: 'unit', id: 'U1' } as const;
const BASE: PolicyRule[] = ['places', 'one-home-per-household'].map((ruleId) => ({ ruleId, parameters: {} }));
const entry = (ruleId: string, parameters = {}, scope?: PolicyScope): PolicyRule => ({
  ruleId,
  parameters,
  ...(scope && { scope }),
});

function judged(
  rules: PolicyRule[],
  changes: { readonly complexId?: string | null; readonly programme?: string } = {},
) {
  const home = aUnit({ complexId: 'X1', availableUntil: '2027-03-01', ...changes });
  const policy = aPolicy({ rules: [...BASE, ...rules] });
  const index = indexProblem(aProblem({ policy, units: [home] }));
  return judgePair(index, aHousehold(), home).verdicts;
}

describe('a rule of which the narrowest entry counts', () => {
  const wide = entry('unit-end', { months: 6 });
  const ofProgramme = entry('unit-end', { months: 5 }, programme);
  const ofComplex = entry('unit-end', { months: 4 }, complex);
  const ofUnit = entry('unit-end', { months: 3 }, unit);

  it.each([
    ['region', [wide], 6, null],
    ['programme', [wide, ofProgramme], 5, programme],
    ['complex', [ofComplex, wide, ofProgramme], 4, complex],
    ['home', [ofUnit, ofComplex, ofProgramme, wide], 3, unit],
  ])('%s', (_name, rules, months, scope) => {
    expect(judged(rules)).toMatchObject([{ ruleId: 'unit-end', facts: { months }, scope }]);
  });

  it.each([
    ['another programme', { programme: 'housing-first' }, entry('unit-end', { months: 5 }, programme)],
    ['no complex', { complexId: null }, ofComplex],
  ])('does not reach a home of %s', (_name, changes, narrow) => {
    expect(judged([wide, narrow], changes)).toMatchObject([{ facts: { months: 6 }, scope: null }]);
  });

  it('without a wide entry it holds for its own homes only', () => {
    expect(judged([ofUnit])).toHaveLength(1);
    expect(judged([entry('unit-end', {}, { level: 'unit', id: 'U2' })])).toEqual([]);
  });
});

describe('a rule of which every entry must hold', () => {
  it.each([
    ['the wide one is the stricter', 15, 14, 'fails', null],
    ['the narrow one is the stricter', 14, 15, 'fails', complex],
    ['both hold', 14, 14, 'holds', null],
  ])('%s', (_name, region, narrow, outcome, scope) => {
    const verdicts = judged([
      entry('minimum-notice', { days: region }),
      entry('minimum-notice', { days: narrow }, complex),
    ]);
    expect(verdicts).toMatchObject([{ ruleId: 'minimum-notice', outcome, scope }]);
  });
});

describe('a quota for some homes only', () => {
  it('counts only pairs in those', () => {
    const home = aUnit({ complexId: 'X1' });
    const share = { homes: 4, occupied: 0, maxPercent: 50 };
    const count = (scope?: PolicyScope) => {
      const policy = aPolicy({ rules: [entry('complex-share', {}, scope)] });
      const index = indexProblem(aProblem({ policy, units: [home], complexes: [aComplex({ share })] }));
      const [applied] = policyRules(policy).quotas;
      let counted = 0;
      applied!.rule.compile(index, applied!.parameters).visitTerms(aHousehold(), home, () => counted++);
      const placements = [{ household: aHousehold(), unit: home, start: '2026-09-21' }];
      expect(placementsUnder(policy.rules, 'complex-share', placements)).toHaveLength(counted);
      return counted;
    };
    expect([count(), count(complex), count({ level: 'complex', id: 'X2' }), count(programme)]).toEqual([1, 1, 0, 1]);
  });
});

describe('validatePolicy', () => {
  const targets = { programme: new Set(['urgency']), complex: new Set(['X1']), unit: new Set(['U1']) };
  const faults = (...rules: PolicyRule[]) =>
    validatePolicy({ rules: [...rules, ...BASE], levels: [] }, targets).map(({ path, code }) => [path, code]);

  it.each(SCOPE_LEVELS)('a %s that is not there', (level) => {
    expect(faults(entry('pets', {}, { level, id: 'nowhere' }))).toEqual([['rules/0/scope/id', 'unknown-scope']]);
  });

  it('cannot limit a rule of a whole region', () => {
    expect(faults(entry('draagkracht', {}, complex))).toEqual([['rules/0/scope', 'invalid-scope']]);
  });

  it('knows no other levels', () => {
    const scope = { level: 'street', id: 'X1' } as unknown as PolicyScope;
    expect(faults(entry('pets', {}, scope))).toEqual([['rules/0/scope/level', 'invalid-scope']]);
  });

  it('wants each rule once for the same homes', () => {
    expect(faults(entry('pets'), entry('pets', {}, complex), entry('pets', {}, unit))).toEqual([]);
    expect(faults(entry('pets', {}, complex), entry('pets', {}, complex))).toEqual([['rules/1/ruleId', 'duplicate']]);
  });
});

describe('any policy', () => {
  const anEntry = fc.record({
    ruleId: fc.constantFrom(...ELIGIBILITY_RULES.map(({ id }) => id)),
    scope: fc.option(
      fc.record({ level: fc.constantFrom(...SCOPE_LEVELS), id: fc.constantFrom('urgency', 'X1', 'X2', 'U1', 'U2') }),
      { nil: undefined },
    ),
  });
  const homes = [
    aUnit({ complexId: 'X1' }),
    aUnit({ id: 'U2' }),
    aUnit({ id: 'U3', complexId: 'X2', programme: 'X1' }),
  ];

  it('the verifier, on its own, finds the same entries for a home', () => {
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 8 }), (entries) => {
        const rules = entries.map((each, place) => ({ ...each, parameters: { place } }));
        const policy = aPolicy({ rules });
        for (const home of homes) {
          const places = rulesForUnit(policy, home).map(({ parameters }) => parameters['place']);
          expect(places).toEqual(entriesForHome(rules, home).map(({ parameters }) => parameters['place']));
        }
      }),
    );
  });

  it('candidate pairs are those that are judged eligible', () => {
    const households = [
      aHousehold({ pets: 1 }),
      aHousehold({ id: 'H2', doelgroepId: 'jongeren' }),
      aHousehold({ id: 'H3' }),
    ];
    const units = homes.map((home) => ({ ...home, petsAllowed: false, doelgroepIds: ['volwassenen'] }));
    const complexes = [aComplex(), aComplex({ id: 'X2' })];
    fc.assert(
      fc.property(fc.array(anEntry, { maxLength: 8 }), (entries) => {
        const rules = entries.map((each) => ({ ...each, parameters: {} }));
        const index = indexProblem(aProblem({ policy: aPolicy({ rules }), households, units, complexes }));
        const found = Array.from(candidatePairs(index), (pair) => `${pair.household.id} ${pair.unit.id}`);
        const judgedEligible = households.flatMap((household) =>
          units
            .filter((home) => judgePair(index, household, home).eligible)
            .map((home) => `${household.id} ${home.id}`),
        );
        expect(found).toEqual(judgedEligible);
      }),
    );
  });
});
