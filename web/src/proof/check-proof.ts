import { compareWithPlan, compareWithProblem } from '../../../src/core/optimizer/compare-receipt';
import { checkReceipt, type LevelOutcome } from '../../../src/core/proof/check-receipt';
import type { ReceiptFault } from '../../../src/core/proof/read-receipt';
import { ruleById } from '../../../src/core/rules/catalogue';
import type { FileError } from '../../../src/platform/problem-file/file-error';
import { parsePlanFile } from '../../../src/platform/problem-file/parse-plan-file';
import { parseProblemFile } from '../../../src/platform/problem-file/parse-problem-file';
import { parseReceiptFile } from '../../../src/platform/problem-file/parse-receipt-file';
import { sha256 } from './sha256';

/** The texts of the files that somebody chose. */
export interface ProofFiles {
  readonly bewijs: string;
  readonly probleem: string | null;
  readonly plan: string | null;
}

export interface ProofFault {
  readonly path: string;
  readonly value: string;
  readonly expected: string;
}

export interface ProofLevel {
  readonly level: number;
  readonly name: string;
  readonly value: number;
  /** As text: it can be larger than a number holds exactly. */
  readonly bound: string | null;
  readonly outcome: LevelOutcome;
}

export type ProofReport =
  | { readonly kind: 'unusable'; readonly file: keyof ProofFiles; readonly faults: readonly ProofFault[] }
  | { readonly kind: 'other'; readonly file: 'probleem' | 'plan'; readonly faults: readonly ProofFault[] }
  | { readonly kind: 'false'; readonly faults: readonly ProofFault[] }
  | {
      readonly kind: 'checked';
      readonly levels: readonly ProofLevel[];
      readonly columns: number;
      readonly rows: number;
      readonly matches: number;
    };

const MOST_FAULTS = 20;

/** Checks a receipt with the same code as the command line, here in the browser and without any server. */
export function checkProof(files: ProofFiles): ProofReport {
  const bewijs = parseReceiptFile(files.bewijs);
  if ('errors' in bewijs) return unusable('bewijs', bewijs.errors);
  const { receipt } = bewijs;
  if (files.probleem !== null) {
    const probleem = parseProblemFile(files.probleem);
    if ('errors' in probleem) return unusable('probleem', probleem.errors);
    const faults = compareWithProblem(receipt, probleem.problem, sha256);
    if (faults.length > 0) return { kind: 'other', file: 'probleem', faults: faults.slice(0, MOST_FAULTS).map(shown) };
  }
  if (files.plan !== null) {
    const plan = parsePlanFile(files.plan);
    if ('errors' in plan) return unusable('plan', plan.errors);
    const faults = compareWithPlan(receipt, plan.plan, sha256);
    if (faults.length > 0) return { kind: 'other', file: 'plan', faults: faults.slice(0, MOST_FAULTS).map(shown) };
  }
  const { faults, levels } = checkReceipt(receipt);
  if (faults.length > 0) return { kind: 'false', faults: faults.slice(0, MOST_FAULTS).map(shown) };
  return {
    kind: 'checked',
    levels: levels.map(({ level, objectiveId, value, bound, outcome }) => ({
      level,
      name: nameOf(objectiveId),
      value,
      bound: bound === null ? null : bound.toString(),
      outcome,
    })),
    columns: receipt.columns.length,
    rows: receipt.rows.length,
    matches: receipt.matches.length,
  };
}

function unusable(file: keyof ProofFiles, errors: readonly FileError[]): ProofReport {
  const faults = errors.map(({ pad, waarde, verwacht }) => ({ path: pad, value: waarde, expected: verwacht }));
  return { kind: 'unusable', file, faults: faults.slice(0, MOST_FAULTS).map(shown) };
}

function shown({ path, value, expected }: ReceiptFault): ProofFault {
  const text = value === undefined ? 'ontbreekt' : JSON.stringify(value);
  return { path: path === '' ? 'het bestand' : path, value: shorten(text), expected: shorten(expected) };
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}

/** A receipt may come from a newer version, with a goal that this one does not know. */
function nameOf(objectiveId: string): string {
  try {
    return ruleById(objectiveId).title.nl;
  } catch {
    return objectiveId;
  }
}
