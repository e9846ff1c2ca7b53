import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { startEmbeddedDatabase, type EmbeddedDatabase } from '../../src/database/embedded';
import { findPostmaster, isAlive } from '../../src/database/embedded/postmaster';

const IS_ROOT = process.getuid?.() === 0;

async function ask(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  // The tests stop servers under their clients.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows as unknown[];
  } finally {
    await client.end();
  }
}

async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 50) {
    if (waited > 20_000) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the embedded database', () => {
  let root: string;
  let dataDir: string;
  let cluster: string;
  const started: EmbeddedDatabase[] = [];
  const children: ChildProcess[] = [];

  const start = async (folder = dataDir, durable = false): Promise<EmbeddedDatabase> => {
    const database = await startEmbeddedDatabase({ dataDir: folder, durable });
    started.push(database);
    return database;
  };

  beforeAll(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'woonplek-embedded-'));
    chmodSync(root, 0o711);
    dataDir = path.join(root, 'data');
    cluster = path.join(dataDir, 'postgres');
    const database = await start();
    expect(database).toMatchObject({ fresh: true, attached: false, insteadOf: null, folder: dataDir });
    await ask(database.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await database.stop();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    for (const database of started.splice(0)) await database.stop();
    await until(() => findPostmaster(cluster) === null);
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  /** A process of its own that holds the database; resolves with its URL. */
  const holdElsewhere = (): Promise<{ child: ChildProcess; url: string }> => {
    const script = path.resolve(__dirname, '..', 'support', 'hold-database.ts');
    const hook = path.resolve(__dirname, '..', 'support', 'run-typescript.cjs');
    const child = spawn(process.execPath, ['--require', hook, script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('It ended too soon')));
      child.stdout?.once('data', (text: Buffer) => resolve({ child, url: text.toString().trim() }));
    });
  };

  it('keeps its data and leaves no server behind', async () => {
    expect(findPostmaster(cluster)).toBeNull();
    const database = await start();
    expect(database.fresh).toBe(false);
    expect(await ask(database.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('asks for a password that only the user of the server can read', async () => {
    const database = await start();
    const url = new URL(database.url);
    url.password = 'guess';
    await expect(ask(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(path.join(cluster, 'woonplek.password')).mode & 0o777).toBe(0o600);
  });

  it('listens on this machine only', async () => {
    const database = await start();
    expect(await ask(database.url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  });

  it('joins the server that another process runs, and leaves it running', async () => {
    const { url } = await holdElsewhere();
    const database = await start();
    expect(database).toMatchObject({ url, attached: true, fresh: false });
    await database.stop();
    expect(await ask(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('is shared by those who start at the same moment', async () => {
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ attached }) => attached).sort()).toEqual([false, true]);
    expect(both[0].url).toBe(both[1].url);
  });

  it('goes down with a process that is killed, and starts again at once', async () => {
    const { child, url } = await holdElsewhere();
    const before = findPostmaster(cluster);
    await ask(url, 'CREATE TABLE IF NOT EXISTS written (at timestamptz DEFAULT now())');
    child.kill('SIGKILL');
    await until(() => child.signalCode !== null);
    const database = await start();
    expect(await ask(database.url, 'SELECT count(*)::int FROM written')).toEqual([{ count: 0 }]);
    await until(() => !isAlive(before?.pid ?? 0));
  });

  /** Asks again and again until the server answers; a connection that is lost or refused is what we wait out. */
  async function askWhenBack(url: string, statement: string): Promise<unknown[]> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await ask(url, statement);
      } catch (error) {
        if (attempt > 200) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  it('comes back at the same address when its server is killed', async () => {
    const database = await start();
    const before = findPostmaster(cluster)?.pid ?? 0;
    process.kill(before, 'SIGKILL');
    await until(() => !isAlive(before));
    expect(await askWhenBack(database.url, 'SELECT min(answer) AS answer FROM kept')).toEqual([{ answer: 42 }]);
    await database.stop();
    expect(findPostmaster(cluster)).toBeNull();
  });

  it('is taken over when the process that had started it ends', async () => {
    const { child, url } = await holdElsewhere();
    const before = findPostmaster(cluster)?.pid ?? 0;
    const database = await start();
    expect(database).toMatchObject({ url, attached: true });
    child.kill('SIGKILL');
    await until(() => !isAlive(before));
    expect(await askWhenBack(database.url, 'SELECT min(answer) AS answer FROM kept')).toEqual([{ answer: 42 }]);
    await database.stop();
    expect(findPostmaster(cluster)).toBeNull();
  });

  it('recovers after the server itself is killed', async () => {
    const database = await start(dataDir, true);
    await ask(database.url, 'INSERT INTO kept VALUES (43)');
    process.kill(findPostmaster(cluster)?.pid ?? 0, 'SIGKILL');
    await until(() => findPostmaster(cluster) === null);
    expect(existsSync(path.join(cluster, 'postmaster.pid'))).toBe(true);
    const again = await start();
    expect(await ask(again.url, 'SELECT answer FROM kept ORDER BY 1')).toEqual([{ answer: 42 }, { answer: 43 }]);
  });

  it('starts when another program has the process id of a crashed server', async () => {
    writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n5432\n\n127.0.0.1\n\nready\n`);
    expect((await start()).attached).toBe(false);
  });

  describe('says what is wrong, and changes nothing, when', () => {
    const copy = (name: string): string => {
      const folder = path.join(root, name);
      cpSync(dataDir, folder, { recursive: true });
      return folder;
    };
    const cases: [string, string, (folder: string) => void, RegExp][] = [
      [
        'its control file is cut off',
        'folder-damaged',
        (folder) => truncateSync(path.join(folder, 'postgres', 'global', 'pg_control'), 100),
        /pg_control.*Er is niets gewijzigd/s,
      ],
      [
        'its version is gone',
        'folder-damaged',
        (folder) => rmSync(path.join(folder, 'postgres', 'PG_VERSION')),
        /PG_VERSION ontbreekt/,
      ],
      [
        'its password is gone',
        'folder-damaged',
        (folder) => rmSync(path.join(folder, 'postgres', 'woonplek.password')),
        /woonplek\.password ontbreekt/,
      ],
      [
        'its password is another',
        'folder-damaged',
        (folder) => writeFileSync(path.join(folder, 'postgres', 'woonplek.password'), 'other'),
        /password authentication failed/,
      ],
      [
        'it was made by another version',
        'version-differs',
        (folder) => writeFileSync(path.join(folder, 'postgres', 'PG_VERSION'), '12\n'),
        /gemaakt door PostgreSQL 12.*PG_BIN/,
      ],
      [
        'the folder is a Postgres folder of somebody else',
        'folder-unusable',
        (folder) => writeFileSync(path.join(folder, 'PG_VERSION'), '18\n'),
        /zelf een gegevensmap van PostgreSQL/,
      ],
      [
        'the folder is a file',
        'folder-unusable',
        (folder) => {
          rmSync(folder, { recursive: true });
          writeFileSync(folder, '');
        },
        /niet te maken of niet te beschrijven/,
      ],
    ];
    it.each(cases)('%s', async (name, code, damage, message) => {
      const folder = copy(name.replaceAll(' ', '-'));
      damage(folder);
      const marker = path.join(folder, 'postgres', 'base');
      const before = existsSync(marker);
      await expect(start(folder)).rejects.toMatchObject({
        name: 'EmbeddedDatabaseError',
        code,
        message: expect.stringMatching(message),
      });
      expect(existsSync(marker)).toBe(before);
    });

    it('there is no Postgres where PG_BIN points', async () => {
      process.env.PG_BIN = root;
      try {
        await expect(start(path.join(root, 'other'))).rejects.toMatchObject({ code: 'no-binaries' });
      } finally {
        delete process.env.PG_BIN;
      }
    });
  });

  if (IS_ROOT) {
    it('moves to the folder of the system when its user cannot reach the asked one, and stays there', async () => {
      const closed = path.join(root, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const asked = path.join(closed, 'data');
      const first = await start(asked);
      try {
        expect(first).toMatchObject({ fresh: true, insteadOf: asked });
        await first.stop();
        expect(await start(asked)).toMatchObject({ fresh: false, folder: first.folder });
      } finally {
        for (const database of started.splice(0)) await database.stop();
        rmSync(first.folder, { recursive: true, force: true });
      }
      expect(statSync(closed).mode & 0o777).toBe(0o700);
    });
  } else {
    it('says so when the folder cannot be written to', async () => {
      const closed = path.join(root, 'closed');
      mkdirSync(closed, { mode: 0o500 });
      await expect(start(path.join(closed, 'data'))).rejects.toMatchObject({ code: 'folder-unusable' });
    });
  }

  it('names the password nowhere but in its file', () => {
    const password = readFileSync(path.join(cluster, 'woonplek.password'), 'utf8').trim();
    const options = readFileSync(path.join(cluster, 'postmaster.opts'), 'utf8');
    expect(options).not.toContain(password);
  });
});
