import { InvalidArgumentError, Option, type Command } from 'commander';
import { writeWhole } from './files';
import { generateProblem } from './generate/generate-problem';
import { PROBLEM_SIZES, type ProblemSizeName } from './generate/problem-sizes';
import { say } from './say';

interface GenerateFlags {
  readonly size: ProblemSizeName;
  readonly seed: number;
  readonly out: string;
}

/** `woonplek generate`: writes a made-up problem; the same size and seed give the same file. */
export function registerGenerateCommand(program: Command): void {
  program
    .command('generate')
    .addOption(new Option('--size <maat>', 'grootte').choices(Object.keys(PROBLEM_SIZES)).makeOptionMandatory())
    .requiredOption('--seed <getal>', 'begingetal', parseSeed)
    .requiredOption('--out <bestand>', 'bestand voor het probleem')
    .description('Maak een verzonnen probleembestand om mee te oefenen of te meten.')
    .action(({ size, seed, out }: GenerateFlags) => {
      const problem = generateProblem(size, seed);
      writeWhole(program, out, `${JSON.stringify(problem, null, 2)}\n`);
      const { households, units } = problem;
      say(program, `${households.length} verzonnen huishoudens en ${units.length} woonplekken staan in ${out}.\n`);
    });
}

function parseSeed(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Geef een heel getal van 0 tot en met 999999999.');
  return Number(text);
}
