#!/usr/bin/env node
import 'reflect-metadata';
import { Command, CommanderError } from 'commander';
import { EXIT_BAD_INPUT } from './cli/files';
import { registerGenerateCommand } from './cli/generate.command';
import { registerMigrateCommand } from './cli/migrate.command';
import { registerSeedCommand } from './cli/seed.command';
import { registerSolveCommand } from './cli/solve.command';
import { registerVerifyCommand } from './cli/verify.command';

/** `npx woonplek …`: commands that run once and stop. Each is one file in `cli/`. */
async function run(): Promise<void> {
  const program = new Command('woonplek')
    .description('Woonplek stelt woningtoewijzingen voor die aantoonbaar optimaal zijn; mensen beslissen.')
    .showHelpAfterError('Voeg --help toe voor uitleg.')
    .exitOverride();
  const registrations = [
    registerMigrateCommand,
    registerSeedCommand,
    registerSolveCommand,
    registerVerifyCommand,
    registerGenerateCommand,
  ];
  for (const register of registrations) register(program);
  for (const command of program.commands) command.exitOverride().showHelpAfterError('Voeg --help toe voor uitleg.');

  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has written the message; what it calls an error of its own is a wrong use of the command.
    const isWrongUse = error.code.startsWith('commander.') && error.code !== 'commander.error' && error.exitCode !== 0;
    process.exitCode = isWrongUse ? EXIT_BAD_INPUT : error.exitCode;
  }
}

void run();
