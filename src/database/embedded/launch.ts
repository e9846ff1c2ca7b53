import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import type { Binaries } from './binaries';
import { damaged } from './cluster';
import { EmbeddedDatabaseError } from './embedded-database-error';
import { removeStaleFile } from './postmaster';
import { runAs, type ServerUser } from './server-user';

/** A server that this process started. */
export interface RunningServer {
  readonly port: number;
  /** Ends the sessions and stops the server; resolves when it is down. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;

/**
 * Stands between this process and Postgres and holds the other end of a pipe. When the pipe closes, also because this
 * process was killed, it asks Postgres for a fast shutdown, so that no server stays behind.
 */
const SUPERVISOR =
  'exec 3<&0; "$@" </dev/null 3<&- & P=$!; (read _ <&3; kill -INT $P 2>/dev/null) & R=$!; ' +
  'exec 3<&-; wait $P; c=$?; kill $R 2>/dev/null; exit $c';

const VOLATILE = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'];

export async function launch(
  cluster: string,
  binaries: Binaries,
  user: ServerUser,
  settings: {
    readonly durable: boolean;
    readonly log: (line: string) => void;
    /** Default: any that is free. */
    readonly port?: number;
  },
): Promise<RunningServer> {
  removeStaleFile(cluster);
  for (let attempt = 1; ; attempt += 1) {
    const port = settings.port ?? (await freePort());
    const child = start(cluster, binaries, user, port, settings.durable);
    try {
      await ready(child, cluster, settings.log);
      return { port, stop: () => stop(child) };
    } catch (error) {
      const portTaken = error instanceof PortTaken;
      if (portTaken && attempt < 3) continue;
      throw portTaken
        ? new EmbeddedDatabaseError('start-failed', `PostgreSQL vindt geen vrije poort: ${error.message}`)
        : error;
    }
  }
}

class PortTaken extends Error {}

function start(cluster: string, binaries: Binaries, user: ServerUser, port: number, durable: boolean): ChildProcess {
  const command = [
    binaries.postgres,
    ...['-D', cluster, '-p', String(port)],
    ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=', '-c', 'logging_collector=off'],
    ...['-c', 'max_connections=100', '-c', 'shared_buffers=64MB'],
    ...(durable ? [] : VOLATILE),
  ];
  // Detached: Ctrl-C in the terminal reaches us alone, and we stop the server when our own work is done.
  const options = { ...runAs(user), stdio: 'pipe', detached: true } as const;
  if (process.platform === 'win32')
    return spawn(command[0] as string, command.slice(1), { ...options, detached: false });
  return spawn('/bin/sh', ['-c', SUPERVISOR, 'sh', ...command], options);
}

function ready(child: ChildProcess, cluster: string, log: (line: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = [];
    const timer = setTimeout(() => {
      child.stdin?.end();
      reject(new EmbeddedDatabaseError('start-failed', `PostgreSQL in ${cluster} startte niet op tijd.`));
    }, START_TIMEOUT_MS);
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of text.split('\n').filter((each) => each !== '')) {
        log(line);
        if (said.push(line) > 50) said.shift();
        if (!line.includes('ready to accept connections')) continue;
        clearTimeout(timer);
        release(child);
        resolve();
      }
    });
    child.stdout?.resume();
    child.stdin?.on('error', () => undefined);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new EmbeddedDatabaseError('start-failed', `PostgreSQL is niet te starten: ${error.message}`));
    });
    child.once('exit', () => {
      clearTimeout(timer);
      reject(whyNotStarted(said, cluster));
    });
  });
}

function whyNotStarted(said: readonly string[], cluster: string): Error {
  if (said.some((line) => line.includes('could not bind') || line.includes('could not create any TCP/IP sockets'))) {
    return new PortTaken(said.join(' '));
  }
  if (said.some((line) => line.includes('lock file "postmaster.pid" already exists'))) {
    return new EmbeddedDatabaseError('already-held', `Een ander proces houdt de database in ${cluster} bezet.`);
  }
  const faults = said
    .filter((line) => /(FATAL|PANIC):/.test(line))
    .map((line) => line.replace(/^.*?(FATAL|PANIC): */, ''));
  return damaged(cluster, `PostgreSQL meldt "${faults.join('; ') || said.at(-1) || 'niets'}"`);
}

/** The server must not keep this process alive. */
function release(child: ChildProcess): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as { unref?: () => void } | null)?.unref?.();
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.ref();
    const timer = setTimeout(
      () => reject(new EmbeddedDatabaseError('start-failed', 'PostgreSQL stopte niet op tijd.')),
      STOP_TIMEOUT_MS,
    );
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    if (process.platform === 'win32') child.kill('SIGINT');
    child.stdin?.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
