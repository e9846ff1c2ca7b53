import type { CommanderError } from 'commander';
import { EXIT_BAD_INPUT } from './files';

/** Commander ends a wrong use of a command with 1; here 1 means "an answer that is not good" and 2 "unusable input". */
export function exitCodeOf({ code, exitCode }: CommanderError): number {
  const isWrongUse = code.startsWith('commander.') && code !== 'commander.error' && exitCode !== 0;
  return isWrongUse ? EXIT_BAD_INPUT : exitCode;
}
