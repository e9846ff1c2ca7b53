import { execFileSync, spawnSync } from 'node:child_process';
import { EmbeddedDatabaseError } from './embedded-database-error';

/** Under whom the server runs. Null: under the user of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number; readonly name: string } | null;

/**
 * Postgres refuses to run as root, so root hands it to a user that exists on every system. No user is ever made.
 */
export function chooseServerUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid, name };
  }
  throw new EmbeddedDatabaseError(
    'no-user',
    'PostgreSQL draait niet als root, en dit systeem heeft geen gebruiker "postgres" of "nobody" om het als te draaien. ' +
      'Start Woonplek als gewone gebruiker, of geef met DATABASE_URL een eigen PostgreSQL op.',
  );
}

function idOf(option: '-u' | '-g', name: string): number | undefined {
  try {
    return Number(execFileSync('id', [option, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}

/** Options that make a child process run as this user. `/` as working folder: the user can be kept out of ours. */
export function runAs(user: ServerUser): { uid?: number; gid?: number; cwd: string; env: NodeJS.ProcessEnv } {
  const env = { ...process.env, LC_ALL: 'C' };
  return user === null ? { cwd: '/', env } : { uid: user.uid, gid: user.gid, cwd: '/', env };
}

/** Whether the user can come into the folder. */
export function canReach(user: ServerUser, folder: string): boolean {
  if (user === null) return true;
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...runAs(user), stdio: 'ignore' }).status === 0;
}
