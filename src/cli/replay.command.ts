import { InvalidArgumentError, type Command } from 'commander';
import { DomainError } from '../core/errors';
import { canonicalJson } from '../core/matching/canonical-json';
import type { Plan } from '../core/matching/plan';
import type { Problem } from '../core/matching/problem';
import type { EngineRequest } from '../engines/registry';
import { parsePlanFile } from '../platform/problem-file/parse-plan-file';
import { parseProblemFile } from '../platform/problem-file/parse-problem-file';
import { solveInThread } from '../platform/solver/solve-in-thread';
import { EXIT_REFUSED, readChecked } from './files';
import { say } from './say';

/** More lines than this help nobody. */
const MOST_DIFFERENCES = 20;

/**
 * `woonplek replay <probleem> <plan>`: makes the plan again and compares. Exit code 0: the same bytes, in canonical JSON; 1:
 * every difference by its path.
 */
export function registerReplayCommand(program: Command): void {
  program
    .command('replay')
    .argument('<probleem>', 'probleembestand (JSON)')
    .argument('<plan>', 'planbestand (JSON)')
    .option('--time-limit <seconden>', 'meeste rekentijd', parseSeconds, 300)
    .description('Bereken een plan opnieuw met dezelfde rekenmotor en seed: komt er precies hetzelfde uit?')
    .action(async (problemPath: string, planPath: string, { timeLimit }: { timeLimit: number }) => {
      const { problem } = readChecked(program, problemPath, parseProblemFile);
      const { plan } = readChecked(program, planPath, parsePlanFile);
      const again = await solveAgain(program, problem, plan, timeLimit);
      const [first, second] = [canonicalJson(plan), canonicalJson(again)];
      if (first === second) {
        return say(
          program,
          `Opnieuw berekend met ${plan.engine.id} ${plan.engine.version}: byte voor byte hetzelfde plan ` +
            `(${Buffer.byteLength(first)} bytes, ${plan.matches.length} plaatsingen).\n`,
        );
      }
      const lines = differences('', plan, again);
      const shown = lines.slice(0, MOST_DIFFERENCES).map((line) => `  ${line}`);
      const more = lines.length > MOST_DIFFERENCES ? [`  … en nog ${lines.length - MOST_DIFFERENCES}`] : [];
      program.error(
        `Opnieuw berekend komt er een ander plan uit (${lines.length}).\n${[...shown, ...more].join('\n')}`,
        {
          exitCode: EXIT_REFUSED,
        },
      );
    });
}

async function solveAgain(program: Command, problem: Problem, plan: Plan, timeLimitSeconds: number): Promise<Plan> {
  try {
    const engine = requestOf(plan);
    return (await solveInThread(problem, { engine, timeLimitSeconds })).plan;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return program.error(`Er is geen plan gemaakt (${error.code}).\n${error.message}`, { exitCode: EXIT_REFUSED });
  }
}

/** A plan names its engines, the one that searches first; HiGHS with a helper is the choice for each part. */
function requestOf({ engine: { id } }: Plan): EngineRequest {
  if (id === 'highs') return 'highs';
  return id.startsWith('javascript-lp-solver') ? 'javascript-lp-solver' : 'auto';
}

/** Where two values differ, deepest first. */
function differences(path: string, before: unknown, after: unknown): string[] {
  if (canonicalJson(before ?? null) === canonicalJson(after ?? null)) return [];
  const isOpen = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
  if (!isOpen(before) || !isOpen(after)) {
    return [`${path} was ${JSON.stringify(before)} en is nu ${JSON.stringify(after)}`];
  }
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differences(path === '' ? key : `${path}/${key}`, before[key], after[key]));
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400)) throw new InvalidArgumentError('Geef een getal tussen 0 en 86400.');
  return seconds;
}
