import { canonicalJson } from '../matching/canonical-json';
import type { Plan } from '../matching/plan';
import type { Problem } from '../matching/problem';
import type { ReceiptFault } from '../proof/read-receipt';
import type { ReceiptFile, ReceiptLevel } from '../proof/receipt-file';
import type { Sha256 } from '../rules/rule';
import { receiptProgramme } from './receipt-programme';

/**
 * Whether a receipt is about this problem: builds the programme again and compares column by column, row by row and level by
 * level. Proofs are left out: the checker judges them. Empty: nothing differs.
 */
export function compareWithProblem(file: ReceiptFile, problem: Problem, sha256: Sha256): readonly ReceiptFault[] {
  const { programme } = receiptProgramme(problem, sha256);
  const differences = new Differences();
  differences.compare('regionId', file.regionId, problem.region.id);
  differences.compare('problemHash', file.problemHash, sha256(canonicalJson(problem)));
  differences.compare('policyHash', file.policyHash, sha256(canonicalJson(problem.policy)));
  differences.compare('policyVersion', file.policyVersion, problem.policy.version);
  differences.compare('seed', file.seed, problem.seed);
  // Into how many parts the programme falls is for the checker to judge.
  const nameless = <T extends { part: number }>({ part: _part, ...rest }: T) => rest;
  differences.compareEach('columns', file.columns.map(nameless), programme.columns.map(nameless));
  differences.compareEach('rows', file.rows, programme.rows);
  differences.compareEach('levels', file.levels.map(meaningOf), programme.levels);
  return differences.found;
}

/** Whether a receipt is about this plan. */
export function compareWithPlan(file: ReceiptFile, plan: Plan, sha256: Sha256): readonly ReceiptFault[] {
  const differences = new Differences();
  differences.compare('planHash', file.planHash, sha256(canonicalJson(plan)));
  differences.compare('problemHash', file.problemHash, plan.problemHash);
  differences.compare('engine', file.engine, plan.engine);
  differences.compare('seed', file.seed, plan.seed);
  const pairs = plan.matches.map(({ householdId, unitId }) => [householdId, unitId]);
  differences.compareEach('matches', file.matches, pairs);
  const levels = file.levels.map(({ constant: _constant, worth: _worth, proofs: _proofs, ...level }) => level);
  differences.compareEach('levels', levels, plan.levels);
  return differences.found;
}

function meaningOf({ level, objectiveId, epsilon, constant, worth }: ReceiptLevel) {
  return { level, objectiveId, epsilon, constant, worth };
}

class Differences {
  readonly found: ReceiptFault[] = [];

  compare(path: string, value: unknown, expected: unknown): void {
    if (canonicalJson(value) === canonicalJson(expected)) return;
    this.found.push({ path, value, expected: canonicalJson(expected) });
  }

  compareEach(path: string, values: readonly unknown[], expected: readonly unknown[]): void {
    if (values.length !== expected.length) {
      this.found.push({ path, value: values.length, expected: `${expected.length} regels` });
    }
    expected.slice(0, values.length).forEach((each, place) => this.compare(`${path}/${place}`, values[place], each));
  }
}
