import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..', '..');
const SOURCES = [
  'web/index.html',
  'web/package.json',
  'web/vite.config.ts',
  'web/public',
  'web/src',
  'package-lock.json',
];

/** The console as it is built for people, in a folder named after its sources so that an unchanged one is built once. */
export function buildConsole(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((source) => filesOf(source)))
    hash.update(file).update(readFileSync(path.join(ROOT, file)));
  const folder = path.join(ROOT, 'node_modules', '.cache', 'console', hash.digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const beside = `${folder}.${process.pid}`;
  mkdirSync(path.dirname(folder), { recursive: true });
  const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
  const { status, stderr } = spawnSync(
    process.execPath,
    [vite, 'build', 'web', '--outDir', beside, '--emptyOutDir', '--logLevel', 'error'],
    // Jest's own NODE_ENV would give React's development build.
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  );
  if (status !== 0) throw new Error(`The console does not build:\n${stderr}`);
  try {
    renameSync(beside, folder);
  } catch (error) {
    // Another worker was first with the same sources.
    if (!existsSync(folder)) throw error;
    rmSync(beside, { recursive: true });
  }
  return folder;
}

function filesOf(source: string): string[] {
  if (path.extname(source) !== '') return [source];
  return readdirSync(path.join(ROOT, source), { withFileTypes: true })
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${source}/${entry.name}`) : [`${source}/${entry.name}`]));
}
