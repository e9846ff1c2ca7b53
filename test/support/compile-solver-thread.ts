import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';

const ROOT = join(__dirname, '../..');
const SOURCES = ['src/solver.thread.ts', 'src/explain.thread.ts', 'src/core', 'src/engines'];

/**
 * A thread runs files and not what Jest has transformed in memory, so the threads of the solver and all they import are compiled
 * once, into a folder named after their contents. Returns the file for `WOONPLEK_SOLVER_THREAD`, and sets it.
 */
export function compileSolverThread(): string {
  const files = SOURCES.flatMap((source) => sourceFiles(source)).sort();
  const contents = files.map((file) => readFileSync(join(ROOT, file), 'utf8'));
  const hash = createHash('sha256')
    .update(JSON.stringify([files, contents]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(ROOT, 'node_modules/.cache/solver-thread', hash);
  if (!existsSync(folder)) {
    const beside = `${folder}.${process.pid}`;
    files.forEach((file, at) => {
      const target = join(beside, file.replace(/^src\//, '').replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, compile(file, contents[at]!));
    });
    try {
      renameSync(beside, folder);
    } catch (error) {
      // Another run was first with the same contents.
      if (!existsSync(folder)) throw error;
      rmSync(beside, { recursive: true });
    }
  }
  return (process.env['WOONPLEK_SOLVER_THREAD'] = join(folder, 'solver.thread.js'));
}

function sourceFiles(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(join(ROOT, path), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() || entry.name.endsWith('.ts') ? sourceFiles(`${path}/${entry.name}`) : [],
  );
}

function compile(filename: string, source: string): string {
  return transformSync(source, {
    filename,
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript', decorators: true } },
    module: { type: 'commonjs' },
  }).code;
}
