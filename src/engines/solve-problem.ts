import { hash } from 'node:crypto';
import { passedOver } from '../core/explain/passed-over';
import { explainMatches, type MatchExplanation } from '../core/explain/why';
import { makeReceipt } from '../core/optimizer/make-receipt';
import { proposeMatches, type Progress } from '../core/optimizer/propose-matches';
import type { Plan } from '../core/matching/plan';
import type { Problem } from '../core/matching/problem';
import { improvingSwaps, type SwapStatement } from '../core/proof/improving-swaps';
import type { ReceiptFile } from '../core/proof/receipt-file';
import { verifyPlan } from '../core/proof/verify-plan';
import { violation, type Violation } from '../core/proof/violation';
import { PROOF_SECONDS } from './proof-seconds';
import { chooseEngines, type EngineRequest } from './registry';

export interface SolveOptions {
  readonly engine: EngineRequest;
  readonly timeLimitSeconds: number;
  /** Also makes the receipt and tries every swap, which takes about as long again, and at most `PROOF_SECONDS`. */
  readonly proofs?: boolean;
  /** Also says of each match why it is. */
  readonly explanations?: boolean;
}

/** What goes with a plan so that others can check it. */
export interface Proofs {
  readonly receipt: ReceiptFile;
  readonly swaps: SwapStatement;
}

export interface SolvedProblem {
  readonly plan: Plan;
  /** Empty, or the plan must not reach anybody. */
  readonly violations: readonly Violation[];
  /** Null where they were not asked for, or the plan is refused. */
  readonly proofs: Proofs | null;
  /** One a match, in the order of the plan. Empty where they were not asked for, or the plan is refused. */
  readonly explanations: readonly MatchExplanation[];
  /** Who may have a home and gets none, by id. Empty where explanations were not asked for, or the plan is refused. */
  readonly passedOver: readonly string[];
  /** Seconds of each phase. */
  readonly seconds: {
    readonly load: number;
    readonly solve: number;
    readonly verify: number;
    readonly prove: number;
    readonly explain: number;
  };
}

/** Proposes and verifies in this thread, which it blocks; see `solveInThread` for a caller that must stay awake. */
export async function solveProblem(
  problem: Problem,
  { engine, timeLimitSeconds, proofs: wantsProofs = false, explanations: wantsExplanations = false }: SolveOptions,
  onProgress?: (progress: Progress) => void,
): Promise<SolvedProblem> {
  const loadFrom = secondsNow();
  const ports = { engine: await chooseEngines(engine), sha256, elapsedSeconds: secondsNow };
  const solveFrom = secondsNow();
  const plan = await proposeMatches(problem, ports, { timeLimitSeconds, onProgress });
  const verifyFrom = secondsNow();
  const violations = verifyPlan(problem, plan, { sha256 });
  const proveFrom = secondsNow();
  const proofs = wantsProofs && violations.length === 0 ? await prove(problem, plan, engine) : null;
  const explainFrom = secondsNow();
  const isExplained = wantsExplanations && violations.length === 0;
  const explanations = isExplained ? explainMatches(problem, plan, sha256) : [];
  const over = isExplained ? passedOver(problem, plan) : [];
  const seconds = {
    load: solveFrom - loadFrom,
    solve: verifyFrom - solveFrom,
    verify: proveFrom - verifyFrom,
    prove: explainFrom - proveFrom,
    explain: secondsNow() - explainFrom,
  };
  return {
    plan,
    violations: [...violations, ...betterSwap(plan, proofs)],
    proofs,
    explanations,
    passedOver: over,
    seconds,
  };
}

async function prove(problem: Problem, plan: Plan, engine: EngineRequest): Promise<Proofs> {
  const swapsUntil = secondsNow() + PROOF_SECONDS.swaps;
  const swaps = improvingSwaps(problem, plan, { sha256, mayGoOn: () => secondsNow() < swapsUntil });
  const receiptUntil = secondsNow() + PROOF_SECONDS.receipt;
  const secondsLeft = () => receiptUntil - secondsNow();
  return {
    swaps,
    receipt: await makeReceipt(problem, plan, { engine: await chooseEngines(engine), sha256, secondsLeft }),
  };
}

/** A plan that is called the best, and that one swap makes better, is wrong. */
function betterSwap(plan: Plan, proofs: Proofs | null): Violation[] {
  const swap = proofs?.swaps.improving;
  if (!swap || plan.levels[swap.level - 1]?.proven !== true) return [];
  const { objectiveId } = plan.levels[swap.level - 1]!;
  const nl = `Niveau "${objectiveId}" heet bewezen, maar één verandering van het plan is beter.`;
  const en = `Level "${objectiveId}" is called proven, but one change of the plan is better.`;
  return [violation('improving-swap', 'level', objectiveId, nl, en, { ...swap })];
}

/** SHA-256 of a UTF-8 text as lower-case hex. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}

function secondsNow(): number {
  return performance.now() / 1000;
}
