import { createProgram } from '../../src/cli/create-program';
import { exitCodeOf } from '../../src/cli/exit-code-of';

/** Runs a command of the command line on a database, in this process, and returns what it said. */
export async function runCommand(
  databaseUrl: string,
  ...words: readonly string[]
): Promise<{ out: string; err: string; code: number }> {
  const said = { out: '', err: '', code: 0 };
  const program = createProgram();
  const outputs = {
    writeOut: (text: string) => (said.out += text),
    writeErr: (text: string) => (said.err += text),
  };
  for (const each of [program, ...program.commands]) each.configureOutput(outputs);
  const before = process.env.DATABASE_URL;
  process.env.DATABASE_URL = databaseUrl;
  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    said.code = exitCodeOf(error as Parameters<typeof exitCodeOf>[0]);
  } finally {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
  }
  return said;
}
