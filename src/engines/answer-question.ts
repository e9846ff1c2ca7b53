import { OpenedRun, type ExplainPorts } from '../core/explain/opened-run';
import {
  candidateColumns,
  optionColumns,
  rankByBound,
  rankExactly,
  type RankedPair,
} from '../core/explain/rank-options';
import { roundDifferences, type HouseholdDifference } from '../core/explain/round-differences';
import { tryLevers, type TriedLever } from '../core/explain/try-levers';
import { explainConflict, type UnmatchedConflict } from '../core/explain/unmatched-conflict';
import { whyNotBound, whyNotExact, type WhyNot } from '../core/explain/why-not';
import type { Plan } from '../core/matching/plan';
import type { Problem } from '../core/matching/problem';
import { createWarmRelaxations } from './highs-warm-relaxation';
import { engineById } from './registry';
import { sha256 } from './solve-problem';

/** A round that is done. */
export interface RunFiles {
  readonly problem: Problem;
  readonly plan: Plan;
}

/** What can be asked about a round. `exact` false: only what is known at once. */
export interface Questions {
  readonly 'why-not': { readonly householdId: string; readonly unitId: string; readonly exact: boolean };
  readonly options: { readonly householdId: string; readonly exact: boolean };
  readonly candidates: { readonly unitId: string; readonly exact: boolean };
  readonly levers: { readonly householdId: string };
  readonly conflict: { readonly householdId: string };
  readonly differences: { readonly older: RunFiles };
}
export interface Answers {
  readonly 'why-not': WhyNot;
  readonly options: readonly RankedPair[];
  readonly candidates: readonly RankedPair[];
  readonly levers: readonly TriedLever[];
  readonly conflict: UnmatchedConflict | null;
  readonly differences: readonly HouseholdDifference[];
}
export type QuestionKind = keyof Questions;
export type Question = { [Kind in QuestionKind]: { readonly kind: Kind } & Questions[Kind] }[QuestionKind];

type Answerer<Kind extends QuestionKind> = (
  run: OpenedRun,
  question: Questions[Kind],
  secondsLeft: () => number,
) => Promise<Answers[Kind]> | Answers[Kind];

const ANSWERERS: { readonly [Kind in QuestionKind]: Answerer<Kind> } = {
  'why-not': (run, { householdId, unitId, exact }, secondsLeft) =>
    exact ? whyNotExact(run, householdId, unitId, secondsLeft) : whyNotBound(run, householdId, unitId),
  options: (run, { householdId, exact }, secondsLeft) => rank(run, optionColumns(run, householdId), exact, secondsLeft),
  candidates: (run, { unitId, exact }, secondsLeft) => rank(run, candidateColumns(run, unitId), exact, secondsLeft),
  levers: (run, { householdId }, secondsLeft) => tryLevers(run, householdId, secondsLeft),
  conflict: (run, { householdId }, secondsLeft) => explainConflict(run, householdId, secondsLeft),
  differences: (run, { older }, secondsLeft) => roundDifferences({ older, newer: run }, secondsLeft),
};

/** Answers in this thread, which it blocks. Throws `unknown-reference` for a household or unit that was not in the round. */
export async function answerQuestion(
  run: OpenedRun,
  question: Question,
  secondsLeft: () => number,
): Promise<Answers[QuestionKind]> {
  const answerer = ANSWERERS[question.kind] as Answerer<QuestionKind>;
  return answerer(run, question, secondsLeft);
}

/** Engines for questions, loaded once a thread. */
export async function createExplainPorts(): Promise<ExplainPorts> {
  return { relaxation: await createWarmRelaxations(), whole: await engineById('highs'), sha256 };
}

export function openRun({ problem, plan }: RunFiles, ports: ExplainPorts): OpenedRun {
  return new OpenedRun(problem, plan, ports);
}

function rank(run: OpenedRun, columns: readonly number[], exact: boolean, secondsLeft: () => number) {
  return exact ? rankExactly(run, columns, secondsLeft) : rankByBound(run, columns);
}
