#!/usr/bin/env node
// `npx woonplek …`: commands that run once and stop. Each is one file in `cli/`.
import 'reflect-metadata';
import { CommanderError } from 'commander';
import { createProgram } from './cli/create-program';
import { exitCodeOf } from './cli/exit-code-of';

createProgram()
  .parseAsync()
  .catch((error: unknown) => {
    if (!(error instanceof CommanderError)) throw error;
    // Commander has written the message already.
    process.exitCode = exitCodeOf(error);
  });
