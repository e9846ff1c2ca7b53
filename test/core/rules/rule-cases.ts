// How rules are tested: a table of cases a rule. Each table must show what holds and what fails.
import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ParameterValues } from '../../../src/core/matching/problem';
import { indexProblem } from '../../../src/core/matching/problem-index';
import { ruleById } from '../../../src/core/rules/catalogue';
import type { EligibilityRule, Facts, Outcome, PairObjectiveRule, QuotaRule, Text } from '../../../src/core/rules/rule';
import { aPairing, aProblem, type PairingChanges } from '../problem-builder';
import type { Household, Problem, Unit } from '../../../src/core/matching/problem';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A text for people says something, ends as a sentence and shows no hole of the code. */
export function isReadable({ nl, en }: Text): boolean {
  return [nl, en].every(
    (text) => /^\S.*[.?]$/.test(text) && !/undefined|null|NaN|\[object|\d{4}-\d{2}-\d{2}/.test(text),
  );
}

export function expectReadable(text: Text): void {
  expect([text, isReadable(text)]).toEqual([text, true]);
}

export interface EligibilityCase extends PairingChanges {
  readonly outcome: Outcome;
  readonly parameters?: ParameterValues;
  readonly facts?: Facts;
  /** What the Dutch text must say. */
  readonly says?: string;
}

export function eligibilityRuleOf(id: string): EligibilityRule {
  const rule = ruleById(id);
  if (rule.kind !== 'eligibility') throw new Error(`${id} is no eligibility rule`);
  return rule;
}

export function describeEligibility(id: string, cases: Readonly<Record<string, EligibilityCase>>): void {
  const rule = eligibilityRuleOf(id);
  describe(id, () => {
    it('has a case that holds and one that fails', () => {
      const outcomes = Object.values(cases).map(({ outcome }) => outcome);
      expect(outcomes).toEqual(expect.arrayContaining(['holds', 'fails']));
    });

    it.each(Object.entries(cases))('%s', (_name, { outcome, parameters = {}, facts = {}, says = '', ...changes }) => {
      const verdict = rule.judge(aPairing(changes), parameters);
      expect(verdict).toMatchObject({ outcome, facts });
      const text = rule.describe(verdict);
      expectReadable(text);
      expect(text.nl).toContain(says);
    });
  });
}

export interface WorthCase extends PairingChanges {
  readonly worth: number;
  readonly parameters?: ParameterValues;
}

export function describeWorth(id: string, cases: Readonly<Record<string, WorthCase>>): void {
  const rule = ruleById(id);
  if (rule.kind !== 'objective' || rule.measures !== 'pairs') throw new Error(`${id} measures no pairs`);
  const objective: PairObjectiveRule = rule;
  describe(id, () => {
    it.each(Object.entries(cases))('%s', (_name, { worth: expected, parameters = {}, ...changes }) => {
      const worth = objective.worth(aPairing(changes), parameters, sha256);
      expect(worth.value).toBe(expected);
      expectReadable(objective.describe(worth));
    });
  });
}

/** Rows of a quota as `id: offset + terms ≤ upper`, with the weight of each of the problem's pairs. */
export function compiled(id: string, problem: Partial<Problem>, parameters: ParameterValues = {}) {
  const rule = ruleById(id);
  if (rule.kind !== 'quota') throw new Error(`${id} is no quota`);
  const quotaRule: QuotaRule = rule;
  const index = indexProblem(aProblem(problem));
  const quota = quotaRule.compile(index, parameters);
  const weights = (household: Household, unit: Unit): Record<string, number> => {
    const found: Record<string, number> = {};
    quota.visitTerms(household, unit, (place, weight) => {
      const row = quota.rows[place];
      if (row === undefined) throw new Error(`no row ${place}`);
      found[row.id] = (found[row.id] ?? 0) + weight;
    });
    return found;
  };
  quota.rows.forEach((row) => expectReadable(quotaRule.describe(row)));
  return { rows: quota.rows, weights };
}
