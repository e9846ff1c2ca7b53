import type { Household, Unit } from '../matching/problem';
import { plannedStart, type ProblemIndex } from '../matching/problem-index';
import type { QuotaLoad } from '../quotas/plan-load';
import { policyRules } from '../rules/policy-rules';
import type { QuotaRow, Sha256, Text } from '../rules/rule';

/** What a pair is worth on one level of the policy. */
export interface LevelExplanation {
  /** 1 = highest. */
  readonly level: number;
  readonly objectiveId: string;
  readonly title: Text;
  /** Null on the level of shortages: a shortage belongs to the whole plan and not to one match. */
  readonly worth: number | null;
  readonly unit: Text;
  readonly text: Text;
}

/** The worth of a pair on every level, in the order of the policy. `loads` gives the quotas that are compiled already. */
export function explainLevels(
  index: ProblemIndex,
  loads: readonly QuotaLoad[],
  household: Household,
  unit: Unit,
  sha256: Sha256,
): readonly LevelExplanation[] {
  const pairing = { index, household, unit, start: plannedStart(index.problem, unit) };
  return policyRules(index.problem.policy).levels.map(({ rule, parameters }, place): LevelExplanation => {
    const base = { level: place + 1, objectiveId: rule.id, title: rule.title, unit: rule.unit };
    if (rule.measures === 'shortages') {
      return { ...base, worth: null, text: shortageText(softRowsOf(loads, household, unit)) };
    }
    const worth = rule.worth(pairing, parameters, sha256);
    return { ...base, worth: worth.value, text: rule.describe(worth) };
  });
}

function softRowsOf(loads: readonly QuotaLoad[], household: Household, unit: Unit): readonly QuotaRow[] {
  return loads.flatMap(({ quota }) => {
    const found: QuotaRow[] = [];
    quota.visitTerms(household, unit, (place) => {
      const row = quota.rows[place];
      if (row?.soft === true) found.push(row);
    });
    return found;
  });
}

function shortageText(rows: readonly QuotaRow[]): Text {
  if (rows.length === 0) {
    return {
      nl: 'Deze plaatsing telt niet mee voor een afspraak met een minimum.',
      en: 'This placement counts for no agreement with a minimum.',
    };
  }
  const names = rows.map(({ subject }) => subject.name).join('; ');
  return { nl: `Deze plaatsing telt mee voor: ${names}.`, en: `This placement counts for: ${names}.` };
}
