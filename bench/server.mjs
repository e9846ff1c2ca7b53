// Starts the built server on a fresh embedded database in a folder of its own, as `npm start` does.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import pg from 'pg';
import { signIn } from './sign-in.mjs';

const require = createRequire(import.meta.url);

/** A benchmark asks as much as it can. */
const NO_LIMITS = { RATE_LIMIT_PERSON: '1000000', RATE_LIMIT_ADDRESS: '1000000' };

function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function startServer(folder) {
  const { startEmbeddedDatabase } = require('../dist/database/embedded.js');
  const database = await startEmbeddedDatabase({ dataDir: folder });
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, DATABASE_URL: database.url, PORT: String(port), OIDC_ISSUER: '', ...NO_LIMITS },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; ; attempt++) {
    const answer = await fetch(`${url}/v1/gezondheid`).catch(() => null);
    if (answer?.ok) break;
    if (attempt > 600 || child.exitCode !== null) throw new Error('The server did not start');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const headers = await signIn(url);
  const json = async (answer) => {
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });
  return {
    url,
    headers,
    databaseUrl: database.url,
    get: async (path) => json(await fetch(url + path, { headers })),
    post: async (path, body) =>
      json(
        await fetch(url + path, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    timings: async (id) => (await pool.query('SELECT timings FROM match_run WHERE id = $1', [id])).rows[0].timings,
    peakMegabytes: () => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024,
    stop: async () => {
      await pool.end();
      const ended = new Promise((resolve) => child.on('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await database.stop();
    },
  };
}
