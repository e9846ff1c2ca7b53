import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import path from 'node:path';

/** What Postgres writes about itself while it runs. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number | null;
}

/** The server that holds this cluster; null when none does, also when a crash left its file behind. */
export function findPostmaster(cluster: string): Postmaster | null {
  const lines = readLines(cluster);
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isPostgres(pid)) return null;
  const port = Number(lines[3]);
  return { pid, port: port > 0 ? port : null };
}

/**
 * Postgres starts over the file of a crashed server, except when another program has that process id by now: only then is
 * the file removed for it.
 */
export function removeStaleFile(cluster: string): void {
  const pid = Number(readLines(cluster)[0]);
  if (pid > 0 && isAlive(pid) && !isPostgres(pid)) unlinkSync(fileOf(cluster));
}

function readLines(cluster: string): string[] {
  return existsSync(fileOf(cluster)) ? readFileSync(fileOf(cluster), 'utf8').split('\n') : [];
}

function fileOf(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

/** After a crash another program can have got the same process id, in a container nearly always. */
function isPostgres(pid: number): boolean {
  try {
    const name = existsSync('/proc/self/comm')
      ? readFileSync(`/proc/${pid}/comm`, 'utf8')
      : execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        });
    return path.basename(name.trim()).startsWith('postgres');
  } catch {
    return false;
  }
}

/** Whether a process with this id exists, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
