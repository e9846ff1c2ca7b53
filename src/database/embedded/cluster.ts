import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries';
import { EmbeddedDatabaseError } from './embedded-database-error';
import { isAlive } from './postmaster';
import { runAs, type ServerUser } from './server-user';

export const SUPERUSER = 'woonplek';

const PASSWORD_FILE = 'woonplek.password';
const UNFINISHED = 'postgres.unfinished-';

/**
 * Makes the cluster when there is none, and otherwise looks whether this one can be started. Never removes or repairs
 * anything in a cluster that exists.
 *
 * @returns whether the cluster is new
 */
export function prepareCluster(cluster: string, binaries: Binaries, user: ServerUser, durable: boolean): boolean {
  if (isAbsent(cluster)) {
    initialise(cluster, binaries, user, durable);
    return true;
  }
  readPassword(cluster);
  const version = path.join(cluster, 'PG_VERSION');
  if (!existsSync(version)) throw damaged(cluster, 'het bestand PG_VERSION ontbreekt');
  const major = Number(readFileSync(version, 'utf8'));
  if (!Number.isInteger(major) || major < 1) throw damaged(cluster, 'het bestand PG_VERSION is onleesbaar');
  if (major !== binaries.major) {
    throw new EmbeddedDatabaseError(
      'version-differs',
      `De database in ${cluster} is gemaakt door PostgreSQL ${major}; hier staat PostgreSQL ${binaries.major}. ` +
        `Wijs met PG_BIN de programma's van PostgreSQL ${major} aan, of verplaats de map om leeg te beginnen.`,
    );
  }
  return false;
}

/** Not there, or an empty folder that somebody laid ready. */
function isAbsent(cluster: string): boolean {
  try {
    return readdirSync(cluster).length === 0;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

export function damaged(cluster: string, reason: string): EmbeddedDatabaseError {
  return new EmbeddedDatabaseError(
    'folder-damaged',
    `De gegevensmap ${cluster} is beschadigd: ${reason}. Er is niets gewijzigd. ` +
      'Zet een reservekopie terug, of kies met WOONPLEK_DATA_DIR een andere map om leeg te beginnen.',
  );
}

/**
 * Root starts a cluster under the user who owns it, so that the same data serve both; files that root copied become the
 * server user's.
 */
export function ownerOfCluster(cluster: string, user: ServerUser): ServerUser {
  if (user === null || !existsSync(cluster)) return user;
  const { uid, gid } = statSync(cluster);
  if (uid !== 0) return uid === user.uid ? user : { uid, gid, name: String(uid) };
  execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, cluster]);
  return user;
}

export function readPassword(cluster: string): string {
  try {
    return readFileSync(path.join(cluster, PASSWORD_FILE), 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES')
      throw damaged(cluster, `het bestand ${PASSWORD_FILE} ontbreekt`);
    throw new EmbeddedDatabaseError(
      'folder-unusable',
      `De database in ${cluster} is van een andere gebruiker van dit systeem. ` +
        'Start Woonplek als die gebruiker of als root, of kies met WOONPLEK_DATA_DIR een andere map.',
      { cause: error },
    );
  }
}

/** Makes the cluster beside its place and moves it there when it is whole: a crash half-way leaves no half cluster. */
function initialise(cluster: string, binaries: Binaries, user: ServerUser, durable: boolean): void {
  removeUnfinished(path.dirname(cluster));
  const folder = path.join(path.dirname(cluster), `${UNFINISHED}${process.pid}`);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${folder}.password`;
  try {
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user !== null) for (const made of [folder, passwordFile]) chownSync(made, user.uid, user.gid);
    execFileSync(
      binaries.initdb,
      [
        ...['-D', folder, '-U', SUPERUSER, '-E', 'UTF8', '--locale=C', '--data-checksums'],
        ...['-A', 'scram-sha-256', '--pwfile', passwordFile],
        ...(durable ? [] : ['--no-sync']),
      ],
      { ...runAs(user), stdio: 'pipe' },
    );
    renameSync(passwordFile, path.join(folder, PASSWORD_FILE));
    chmodSync(folder, 0o700);
    renameSync(folder, cluster);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    rmSync(passwordFile, { force: true });
    // Another process was first: its cluster is as good as ours.
    if (existsSync(path.join(cluster, 'PG_VERSION'))) return;
    const said = (error as { stderr?: Buffer }).stderr?.toString().trim() || (error as Error).message;
    throw new EmbeddedDatabaseError('initialise-failed', `PostgreSQL kon in ${cluster} geen database maken: ${said}`, {
      cause: error,
    });
  }
}

function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(UNFINISHED) ? parseInt(name.slice(UNFINISHED.length), 10) : 0;
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
