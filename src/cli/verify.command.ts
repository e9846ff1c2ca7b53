import type { Command } from 'commander';
import { verifyPlan } from '../core/proof/verify-plan';
import { sha256 } from '../engines/solve-problem';
import { parsePlanFile } from '../platform/problem-file/parse-plan-file';
import { parseProblemFile } from '../platform/problem-file/parse-problem-file';
import { EXIT_REFUSED, readChecked } from './files';
import { say } from './say';

/** `woonplek verify <probleem> <plan>`: exit code 0, or every violation by name and exit code 1. */
export function registerVerifyCommand(program: Command): void {
  program
    .command('verify')
    .argument('<probleem>', 'probleembestand (JSON)')
    .argument('<plan>', 'planbestand (JSON)')
    .description('Controleer een plan tegen zijn probleem, zonder de rekenmotor te vertrouwen.')
    .action((problemPath: string, planPath: string) => {
      const { problem } = readChecked(program, problemPath, parseProblemFile);
      const { plan } = readChecked(program, planPath, parsePlanFile);
      const violations = verifyPlan(problem, plan, { sha256 });
      if (violations.length === 0) {
        say(program, `Het plan klopt: ${plan.matches.length} plaatsingen, ${plan.levels.length} niveaus nagerekend.\n`);
        return;
      }
      const lines = violations.map(({ ruleId, message }) => `  ${ruleId}: ${message.nl}`);
      program.error(`Het plan klopt niet (${violations.length}).\n${lines.join('\n')}`, { exitCode: EXIT_REFUSED });
    });
}
