// A round that is solved and opened for questions.
import { OpenedRun, type ExplainPorts } from '../../../src/core/explain/opened-run';
import type { Problem } from '../../../src/core/matching/problem';
import { createWarmRelaxations } from '../../../src/engines/highs-warm-relaxation';
import { engineById } from '../../../src/engines/registry';
import { sha256, solveProblem } from '../../../src/engines/solve-problem';

export async function explainPorts(): Promise<ExplainPorts> {
  return { relaxation: await createWarmRelaxations(), whole: await engineById('highs'), sha256 };
}

export async function openRound(problem: Problem, ports: ExplainPorts): Promise<OpenedRun> {
  const { plan, violations } = await solveProblem(problem, { engine: 'auto', timeLimitSeconds: 60 });
  if (violations.length > 0) throw new Error(JSON.stringify(violations));
  return new OpenedRun(problem, plan, ports);
}

export const noLimit = (): number => 3600;
