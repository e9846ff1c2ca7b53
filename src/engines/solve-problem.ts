import { createHash } from 'node:crypto';
import { proposeMatches, type Progress } from '../core/optimizer/propose-matches';
import type { Plan } from '../core/matching/plan';
import type { Problem } from '../core/matching/problem';
import { verifyPlan } from '../core/proof/verify-plan';
import type { Violation } from '../core/proof/violation';
import { chooseEngines, type EngineRequest } from './registry';

export interface SolveOptions {
  readonly engine: EngineRequest;
  readonly timeLimitSeconds: number;
}

export interface SolvedProblem {
  readonly plan: Plan;
  /** Empty, or the plan must not reach anybody. */
  readonly violations: readonly Violation[];
  /** Seconds of each phase. */
  readonly seconds: { readonly load: number; readonly solve: number; readonly verify: number };
}

/** Proposes and verifies in this thread, which it blocks; see `solveInThread` for a caller that must stay awake. */
export async function solveProblem(
  problem: Problem,
  { engine, timeLimitSeconds }: SolveOptions,
  onProgress?: (progress: Progress) => void,
): Promise<SolvedProblem> {
  const loadFrom = secondsNow();
  const ports = { engine: await chooseEngines(engine), sha256, elapsedSeconds: secondsNow };
  const solveFrom = secondsNow();
  const plan = await proposeMatches(problem, ports, { timeLimitSeconds, onProgress });
  const verifyFrom = secondsNow();
  const violations = verifyPlan(problem, plan, { sha256 });
  const seconds = { load: solveFrom - loadFrom, solve: verifyFrom - solveFrom, verify: secondsNow() - verifyFrom };
  return { plan, violations, seconds };
}

/** SHA-256 of a UTF-8 text as lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function secondsNow(): number {
  return performance.now() / 1000;
}
