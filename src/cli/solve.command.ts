import { InvalidArgumentError, Option, type Command } from 'commander';
import { DomainError } from '../core/errors';
import type { Plan } from '../core/matching/plan';
import { ENGINE_REQUESTS, type EngineRequest } from '../engines/registry';
import { parseProblemFile } from '../platform/problem-file/parse-problem-file';
import { receiptText } from '../platform/problem-file/receipt-text';
import { solveInThread } from '../platform/solver/solve-in-thread';
import { EXIT_REFUSED, readChecked, writeWhole } from './files';
import { say } from './say';
import { swapSentence } from './swap-sentence';

interface SolveFlags {
  readonly out: string;
  readonly engine: EngineRequest;
  readonly timeLimit: number;
  readonly receipt?: string;
}

/** `woonplek solve <probleem>`: makes a plan from a problem file, without a database. */
export function registerSolveCommand(program: Command): void {
  program
    .command('solve')
    .argument('<probleem>', 'probleembestand (JSON)')
    .requiredOption('--out <plan>', 'bestand voor het plan')
    .addOption(new Option('--engine <motor>', 'rekenmotor').choices(ENGINE_REQUESTS).default('auto'))
    .option('--time-limit <seconden>', 'meeste rekentijd', parseSeconds, 300)
    .option('--receipt <bewijs>', 'bestand voor het bewijs; dat kost ongeveer nog eens zoveel tijd')
    .description('Bereken het beste plan voor een probleembestand. Er is geen database nodig.')
    .action(async (problemPath: string, { out, engine, timeLimit, receipt }: SolveFlags) => {
      const { problem } = readChecked(program, problemPath, parseProblemFile);
      try {
        const { plan, violations, proofs, seconds } = await solveInThread(problem, {
          engine,
          timeLimitSeconds: timeLimit,
          proofs: receipt !== undefined,
        });
        if (violations.length > 0) {
          const lines = violations.map(({ ruleId, message }) => `  ${ruleId}: ${message.nl}`);
          program.error(`De controle keurt het plan af. Er is niets geschreven.\n${lines.join('\n')}`, {
            exitCode: EXIT_REFUSED,
          });
        }
        if (receipt !== undefined && proofs !== null) writeWhole(program, receipt, receiptText(proofs.receipt));
        writeWhole(program, out, `${JSON.stringify(plan, null, 2)}\n`);
        say(program, `${summary(plan)} Rekentijd ${seconds.solve.toFixed(1)} s.\nHet plan staat in ${out}.\n`);
        if (proofs !== null) say(program, `${swapSentence(proofs.swaps)}\nHet bewijs staat in ${receipt}.\n`);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        program.error(`Er is geen plan gemaakt (${error.code}).\n${error.message}`, { exitCode: EXIT_REFUSED });
      }
    });
}

function summary({ matches, levels, status, statistics }: Plan): string {
  const proven = levels.filter((level) => level.proven).length;
  const proof =
    status === 'optimal'
      ? 'Elk niveau is bewezen.'
      : `De tijd was op: ${proven} van ${levels.length} niveaus is bewezen.`;
  return `${matches.length} voorstellen voor ${statistics.households} huishoudens en ${statistics.freePlaces} vrije plaatsen. ${proof}`;
}

function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400)) throw new InvalidArgumentError('Geef een getal tussen 0 en 86400.');
  return seconds;
}
