import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { judgePair, type PairVerdict } from '../../../src/core/explain/judge-pair';
import type { Household, Unit } from '../../../src/core/matching/problem';
import { indexProblem, plannedStart, type ProblemIndex } from '../../../src/core/matching/problem-index';
import { DomainError } from '../../../src/core/errors';
import {
  CATALOGUE,
  ELIGIBILITY_RULES,
  OBJECTIVE_RULES,
  QUOTA_RULES,
  ruleById,
} from '../../../src/core/rules/catalogue';
import { parameterFault } from '../../../src/core/rules/parameter-values';
import { SCOPINGS, type QuotaRow } from '../../../src/core/rules/rule';
import { validatePolicy } from '../../../src/core/rules/validate-policy';
import { aPolicy } from '../problem-builder';
import { randomProblem } from '../random-problem';
import { expectReadable, isReadable, sha256 } from './rule-cases';

describe('the catalogue', () => {
  it('holds each id once', () => {
    const ids = CATALOGUE.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every kind in its own list', () => {
    expect(ELIGIBILITY_RULES.every(({ kind }) => kind === 'eligibility')).toBe(true);
    expect(QUOTA_RULES.every(({ kind }) => kind === 'quota')).toBe(true);
    expect(OBJECTIVE_RULES.every(({ kind }) => kind === 'objective')).toBe(true);
  });

  it('knows no rule that it does not hold', () => {
    expect(() => ruleById('nationality')).toThrow(DomainError);
  });

  it('can be used as a whole by a policy', () => {
    const levels = OBJECTIVE_RULES.map(({ id }) => ({ objectiveId: id, parameters: {}, epsilon: 0 }));
    expect(validatePolicy(aPolicy({ levels }))).toEqual([]);
  });

  describe.each(CATALOGUE.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    it('is found by an id in kebab-case, in a file of its own, with a spec of its own', () => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(ruleById(id)).toBe(rule);
      expect(existsSync(path.join(__dirname, `../../../src/core/rules/${rule.kind}/${id}.rule.ts`))).toBe(true);
      if (rule.kind === 'eligibility') {
        expect(existsSync(path.join(__dirname, `eligibility/${id}.rule.spec.ts`))).toBe(true);
      }
    });

    it('says in two languages what it is and where it comes from', () => {
      expect(rule.title.nl).toMatch(/^\p{Lu}/u);
      expect(rule.title.en).toMatch(/^\p{Lu}/u);
      expectReadable(rule.sentence);
      expect(rule.source.length).toBeGreaterThan(10);
      if (rule.noException !== undefined) expectReadable(rule.noException);
      if (rule.legalBasis !== undefined) expect(rule.legalBasis).toMatch(/^\p{Lu}.*\w/u);
      if (rule.kind === 'objective') {
        expect(rule.unit.nl).not.toBe('');
        expect(rule.unit.en).not.toBe('');
      }
    });

    it('declares how entries for different homes go together', () => {
      expect(SCOPINGS).toContain(rule.scoping);
      // Where several settings must hold together there must be settings, or the entries say the same; a level is of a region.
      if (rule.kind === 'objective') expect(rule.scoping).toBe('region-only');
      if (rule.kind === 'eligibility') expect(rule.scoping).not.toBe('region-only');
      // The rows of a quota rest on data of the region, so there is one set of settings.
      if (rule.kind === 'quota' && rule.scoping !== 'region-only') expect(rule.parameters).toEqual([]);
    });

    it('declares parameters with a default within their own bounds', () => {
      const names = rule.parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const spec of rule.parameters) {
        expect(parameterFault(spec, spec.default)).toBeNull();
        expect(spec.title.nl).not.toBe('');
        expect(spec.title.en).not.toBe('');
        if (spec.type === 'integer') expect([typeof spec.min, typeof spec.max]).toEqual(['number', 'number']);
        if (spec.type === 'choice') {
          expect(spec.choices?.length).toBeGreaterThan(1);
          for (const each of spec.choices ?? []) expect(spec.choiceTitles?.[each]?.nl).toMatch(/\w/);
        }
      }
    });
  });
});

interface Pair {
  readonly index: ProblemIndex;
  readonly household: Household;
  readonly unit: Unit;
}

/** Tries all pairs of random problems; `faultOf` says what is wrong with one, or null. */
function forRandomPairs(numRuns: number, faultOf: (pair: Pair) => unknown): void {
  fc.assert(
    fc.property(randomProblem(), (problem) => {
      const index = indexProblem(problem);
      const faults = problem.households.flatMap((household) =>
        problem.units.map((unit) => faultOf({ index, household, unit })).filter((fault) => fault !== null),
      );
      expect(faults).toEqual([]);
    }),
    { numRuns },
  );
}

describe('every rule on random problems', () => {
  it('gives verdicts that read well and hold no holes, and shows that it can hold and fail', () => {
    const outcomes = new Set<string>();
    forRandomPairs(150, ({ index, household, unit }) => {
      const { verdicts } = judgePair(index, household, unit);
      verdicts.forEach(({ ruleId, outcome }) => outcomes.add(`${ruleId} ${outcome}`));
      const isWhole = ({ facts, text }: PairVerdict) =>
        isReadable(text) && Object.values(facts).every((fact) => fact !== undefined);
      return verdicts.length === ELIGIBILITY_RULES.length && verdicts.every(isWhole) ? null : verdicts;
    });
    // What is open at a corporatie stops nobody unless a policy says so.
    const canFail = ELIGIBILITY_RULES.filter(({ id }) => id !== 'tenancy-history');
    const wanted = [...ELIGIBILITY_RULES.map(({ id }) => `${id} holds`), ...canFail.map(({ id }) => `${id} fails`)];
    expect(wanted.filter((each) => !outcomes.has(each))).toEqual([]);
  });

  it('gives worths that are whole, at least 0 and below 2^31, with a text that reads well', () => {
    forRandomPairs(60, ({ index, household, unit }) => {
      const pairing = { index, household, unit, start: plannedStart(index.problem, unit) };
      for (const objective of OBJECTIVE_RULES) {
        if (objective.measures === 'shortages') continue;
        const worth = objective.worth(pairing, {}, sha256);
        const isWorth = Number.isSafeInteger(worth.value) && worth.value >= 0 && worth.value < 2 ** 31;
        if (!isWorth || !isReadable(objective.describe(worth))) return { id: objective.id, worth };
      }
      return null;
    });
  });

  it('gives quota rows that an empty plan meets and that read well', () => {
    fc.assert(
      fc.property(randomProblem(), (problem) => {
        for (const rule of QUOTA_RULES) {
          const { rows } = rule.compile(indexProblem(problem), {});
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
          const isSound = (row: QuotaRow) =>
            isReadable(rule.describe(row)) &&
            row.soft === (row.lower !== null) &&
            (row.upper === null || row.upper >= row.offset);
          expect(rows.filter((row) => !isSound(row))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives terms with a whole weight above 0 that point at a row', () => {
    forRandomPairs(60, ({ index, household, unit }) => {
      for (const rule of QUOTA_RULES) {
        const quota = rule.compile(index, {});
        let fault: unknown = null;
        quota.visitTerms(household, unit, (place, weight) => {
          if (quota.rows[place] === undefined || !Number.isSafeInteger(weight) || weight <= 0)
            fault = { id: rule.id, place, weight };
        });
        if (fault !== null) return fault;
      }
      return null;
    });
  });
});
