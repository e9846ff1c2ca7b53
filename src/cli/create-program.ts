import { Command } from 'commander';
import { registerCheckLotteryCommand } from './check-lottery.command';
import { speakDutch } from './dutch-help';
import { registerGenerateCommand } from './generate.command';
import { registerGrantCommand } from './grant.command';
import { registerMigrateCommand } from './migrate.command';
import { registerPurgeCommand } from './purge.command';
import { registerReceiptCommand } from './receipt.command';
import { registerReplayCommand } from './replay.command';
import { registerResealCommand } from './reseal.command';
import { registerRoundCommand } from './round.command';
import { registerSeedCommand } from './seed.command';
import { registerSolveCommand } from './solve.command';
import { registerVerifyLogCommand } from './verify-log.command';
import { registerVerifyCommand } from './verify.command';

/** Every command there is, in the order of the help. */
const REGISTRATIONS = [
  registerMigrateCommand,
  registerSeedCommand,
  registerRoundCommand,
  registerGrantCommand,
  registerVerifyLogCommand,
  registerResealCommand,
  registerPurgeCommand,
  registerSolveCommand,
  registerVerifyCommand,
  registerReceiptCommand,
  registerReplayCommand,
  registerCheckLotteryCommand,
  registerGenerateCommand,
];

/** The command line as one value. It throws a `CommanderError` instead of ending the process, so that a test can run it. */
export function createProgram(): Command {
  const program = speakDutch(new Command('woonplek'))
    .description('Woonplek stelt woningtoewijzingen voor die aantoonbaar optimaal zijn; mensen beslissen.')
    .exitOverride();
  for (const register of REGISTRATIONS) register(program);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}
