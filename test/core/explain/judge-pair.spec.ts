import { describe, expect, it } from '@jest/globals';
import { judgePair } from '../../../src/core/explain/judge-pair';
import { ELIGIBILITY_RULES } from '../../../src/core/rules/catalogue';
import { aPairing, aPolicy, type PairingChanges } from '../problem-builder';

const pair = { householdId: 'H1', unitId: 'U1', by: 'coördinator', reason: 'overleg' };
const judge = (changes: PairingChanges = {}) => {
  const { index, household, unit } = aPairing(changes);
  return judgePair(index, household, unit);
};
const outcomeOf = (judgement: ReturnType<typeof judge>, ruleId: string) =>
  judgement.verdicts.find((verdict) => verdict.ruleId === ruleId)?.outcome;

describe('judgePair', () => {
  it('judges every rule of the policy, in its order, also after one fails', () => {
    const judgement = judge({
      household: { pets: 1, readyForOutflowOn: null, consentCorporatieIds: [] },
      unit: { petsAllowed: false },
    });
    expect(judgement.verdicts.map(({ ruleId }) => ruleId)).toEqual(ELIGIBILITY_RULES.map(({ id }) => id));
    expect(judgement.eligible).toBe(false);
    expect(['pets', 'ready-for-outflow', 'consent'].map((id) => outcomeOf(judgement, id))).toEqual([
      'fails',
      'unknown',
      'fails',
    ]);
  });

  it('leaves out a rule that the policy does not list', () => {
    const policy = aPolicy({ rules: [{ ruleId: 'consent', parameters: {} }] });
    const judgement = judge({ household: { pets: 1 }, unit: { petsAllowed: false }, problem: { policy } });
    expect(judgement.verdicts.map(({ ruleId }) => ruleId)).toEqual(['consent']);
    expect(judgement.eligible).toBe(true);
  });

  it('gives the parameters of the policy to the rule', () => {
    const unit = { availableUntil: '2026-12-01' };
    const policy = aPolicy({ rules: [{ ruleId: 'unit-end', parameters: { months: 2 } }] });
    expect([judge({ unit }).eligible, judge({ unit, problem: { policy } }).eligible]).toEqual([false, true]);
  });

  it('never counts unknown as passed', () => {
    expect(judge({ household: { pets: 1 }, unit: { petsAllowed: null } }).eligible).toBe(false);
  });

  it.each([
    ['until the day of the round', '2026-09-07', 'excepted', true],
    ['until the day before', '2026-09-06', 'fails', false],
  ])('an exception holds %s', (_name, until, outcome, eligible) => {
    const exceptions = [{ ...pair, ruleId: 'pets', until }];
    const judgement = judge({ household: { pets: 1 }, unit: { petsAllowed: false }, problem: { exceptions } });
    expect([outcomeOf(judgement, 'pets'), judgement.eligible]).toEqual([outcome, eligible]);
  });

  it('an exception never sets aside what only the household or its safety can change', () => {
    const exceptions = [{ ...pair, ruleId: 'consent', until: '2026-12-01' }];
    const judgement = judge({ household: { consentCorporatieIds: [] }, problem: { exceptions } });
    expect([outcomeOf(judgement, 'consent'), judgement.eligible]).toEqual(['fails', false]);
  });

  it('an exception sets aside what is unknown, says so, and changes nothing where the rule holds', () => {
    const exceptions = [{ ...pair, ruleId: 'pets', until: '2026-12-01' }];
    const verdictOf = (petsAllowed: boolean | null) =>
      judge({ household: { pets: 1 }, unit: { petsAllowed }, problem: { exceptions } }).verdicts.find(
        ({ ruleId }) => ruleId === 'pets',
      );
    expect(verdictOf(null)).toMatchObject({ outcome: 'excepted', exception: { reason: 'overleg' } });
    expect(verdictOf(null)?.text.nl).toContain('uitzondering tot en met 1 december 2026');
    expect(verdictOf(true)).toMatchObject({ outcome: 'holds', exception: null });
  });

  it.each([
    ['another rule', { ruleId: 'consent' }],
    ['another home', { unitId: 'U2' }],
    ['another household', { householdId: 'H2' }],
  ])('an exception for %s does not help', (_name, changes) => {
    const exceptions = [{ ...pair, ruleId: 'pets', until: '2026-12-01', ...changes }];
    expect(judge({ household: { pets: 1 }, unit: { petsAllowed: false }, problem: { exceptions } }).eligible).toBe(
      false,
    );
  });

  it.each([
    ['without end', null, false],
    ['until the day of the round', '2026-09-07', false],
    ['until the day before', '2026-09-06', true],
  ])('a ban %s', (_name, until, eligible) => {
    const judgement = judge({ problem: { bans: [{ ...pair, until }] } });
    expect([judgement.eligible, judgement.ban === null]).toEqual([eligible, eligible]);
  });

  it('an older ban of the same pair that has ended does not lift one that holds', () => {
    const bans = [
      { ...pair, until: null },
      { ...pair, until: '2026-01-01' },
    ];
    expect(judge({ problem: { bans } }).eligible).toBe(false);
  });

  it('a pin is shown and makes nothing eligible', () => {
    const pins = [{ ...pair, until: null }];
    expect(judge({ problem: { pins } })).toMatchObject({ eligible: true, pin: { by: 'coördinator' } });
    expect(judge({ household: { pets: 1 }, unit: { petsAllowed: false }, problem: { pins } }).eligible).toBe(false);
  });

  it('keeps pairs apart whose ids run together', () => {
    const bans = [{ ...pair, householdId: 'H1U', unitId: '1', until: null }];
    expect(judge({ problem: { bans } }).eligible).toBe(true);
  });
});
