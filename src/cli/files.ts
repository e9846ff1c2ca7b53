import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { FileError } from '../platform/problem-file/file-error';

/** Exit codes of commands on files: 1 is an answer that is not good, 2 is input that cannot be used. */
export const EXIT_REFUSED = 1;
export const EXIT_BAD_INPUT = 2;

/** Reads a file of text, or ends the command with exit code 2. */
function readText(program: Command, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return program.error(`Het bestand ${path} kan niet worden gelezen: ${reasonOf(error)}`, {
      exitCode: EXIT_BAD_INPUT,
    });
  }
}

/** Reads and checks a file, or ends the command with every fault by name and exit code 2. */
export function readChecked<T extends object>(
  program: Command,
  path: string,
  parse: (text: string) => T | { readonly errors: readonly FileError[] },
): T {
  const parsed = parse(readText(program, path));
  if (!('errors' in parsed)) return parsed;
  const lines = parsed.errors.map(({ pad, waarde, verwacht }) => {
    const found = waarde === undefined ? 'ontbreekt' : `is ${shorten(JSON.stringify(waarde))}`;
    return `  ${pad === '' ? '(bestand)' : pad} ${found}; verwacht: ${verwacht}`;
  });
  const count = parsed.errors.length === 1 ? '1 fout' : `${parsed.errors.length} fouten`;
  return program.error(`${path} heeft ${count}.\n${lines.join('\n')}`, {
    exitCode: EXIT_BAD_INPUT,
  });
}

/** Writes beside the file first and renames then, so that a reader never sees half a file. */
export function writeWhole(program: Command, path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { flag: 'wx' });
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    program.error(`Het bestand ${path} kan niet worden geschreven: ${reasonOf(error)}`, { exitCode: EXIT_BAD_INPUT });
  }
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
