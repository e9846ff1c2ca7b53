import type { Command } from 'commander';
import { compareWithPlan, compareWithProblem } from '../core/optimizer/compare-receipt';
import { checkReceipt, type LevelCheck, type LevelOutcome } from '../core/proof/check-receipt';
import type { ReceiptFault } from '../core/proof/read-receipt';
import { sha256 } from '../engines/solve-problem';
import { parsePlanFile } from '../platform/problem-file/parse-plan-file';
import { parseProblemFile } from '../platform/problem-file/parse-problem-file';
import { parseReceiptFile } from '../platform/problem-file/parse-receipt-file';
import { EXIT_REFUSED, readChecked } from './files';
import { say } from './say';

/** More lines than this help nobody. */
const MOST_FAULTS = 20;

/**
 * `woonplek receipt <probleem> <bewijs> [plan]`: exit code 0 where arithmetic alone proves every level; 1 where something is
 * false or not proven by arithmetic; 2 where a file cannot be used.
 */
export function registerReceiptCommand(program: Command): void {
  program
    .command('receipt')
    .argument('<probleem>', 'probleembestand (JSON)')
    .argument('<bewijs>', 'bewijsbestand (JSON)')
    .argument('[plan]', 'planbestand (JSON): het bewijs moet over dit plan gaan')
    .description('Reken het bewijs van een plan na, zonder rekenmotor: is elk niveau echt het best mogelijke?')
    .action((problemPath: string, receiptPath: string, planPath: string | undefined) => {
      const { problem } = readChecked(program, problemPath, parseProblemFile);
      const { receipt } = readChecked(program, receiptPath, parseReceiptFile);
      const plan = planPath === undefined ? null : readChecked(program, planPath, parsePlanFile).plan;
      const differences = [
        ...compareWithProblem(receipt, problem, sha256),
        ...(plan === null ? [] : compareWithPlan(receipt, plan, sha256)),
      ];
      if (differences.length > 0) return refuse(program, 'Het bewijs hoort niet bij deze bestanden', differences);
      const { faults, levels } = checkReceipt(receipt);
      if (faults.length > 0) return refuse(program, 'Het bewijs klopt niet', faults);
      const { rows, columns } = receipt;
      say(
        program,
        `Het bewijs hoort bij het probleem${plan === null ? '' : ' en bij het plan'}: ${columns.length} kolommen en ` +
          `${rows.length} rijen opnieuw gemaakt en vergeleken.\n\n` +
          `${table(levels)}\n\n`,
      );
      const open = levels.filter(({ outcome }) => outcome !== 'arithmetic');
      if (open.length === 0) return say(program, 'Elk niveau is bewezen door rekenen alleen.\n');
      program.error(`${open.length} van de ${levels.length} niveaus zijn niet bewezen door rekenen alleen.`, {
        exitCode: EXIT_REFUSED,
      });
    });
}

const OUTCOMES: Readonly<Record<LevelOutcome, string>> = {
  arithmetic: 'bewezen door rekenen alleen',
  'search-only': 'alleen volgens de rekenmotor',
  'not-proven': 'niet bewezen',
};

function table(levels: readonly LevelCheck[]): string {
  const lines = levels.map(({ level, objectiveId, value, bound, outcome, steps }) => [
    `${level}`,
    objectiveId,
    `${value}`,
    bound === null ? '–' : `${bound}`,
    OUTCOMES[outcome],
    `${steps}`,
  ]);
  const all = [['niveau', 'doel', 'plan haalt', 'meer kan niet dan', 'uitkomst', 'stappen'], ...lines];
  const widths = all[0]!.map((_, at) => Math.max(...all.map((line) => line[at]!.length)));
  const isNumber = (at: number) => [0, 2, 3, 5].includes(at);
  return all
    .map((line) =>
      line
        .map((cell, at) => (isNumber(at) ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function refuse(program: Command, what: string, faults: readonly ReceiptFault[]): void {
  const lines = faults
    .slice(0, MOST_FAULTS)
    .map(
      ({ path, value, expected }) => `  ${path} is ${shorten(JSON.stringify(value))}; verwacht: ${shorten(expected)}`,
    );
  const more = faults.length > MOST_FAULTS ? [`  … en nog ${faults.length - MOST_FAULTS}`] : [];
  program.error(`${what} (${faults.length}).\n${[...lines, ...more].join('\n')}`, { exitCode: EXIT_REFUSED });
}

function shorten(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
}
