import type { Command } from 'commander';

/** Writes to the output of the program, where a caller can redirect it. */
export function say(program: Command, text: string): void {
  const output = program.configureOutput();
  if (output.writeOut) output.writeOut(text);
  else process.stdout.write(text);
}
