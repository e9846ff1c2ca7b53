import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compileSolverThread } from '../support/compile-solver-thread';
import { completedRound, keepClients } from '../support/completed-round';
import { createTestApp, type TestApp } from '../support/test-app';

const ROOT = join(__dirname, '../..');
const run = promisify(execFile);

interface Step {
  readonly command: string;
  /** Lines that must be among what it prints; digits may differ. */
  readonly printed: readonly string[];
}

/** The blocks of commands of a page, each with the block of text that follows it. */
function stepsOf(page: string): Step[] {
  const blocks = [...page.matchAll(/^```(sh|text)\n([\s\S]*?)^```$/gm)].map(([, kind, text]) => ({
    kind,
    text: text!,
  }));
  return blocks.flatMap(({ kind, text }, at) => {
    if (kind !== 'sh') return [];
    const next = blocks[at + 1];
    return [{ command: text, printed: next?.kind === 'text' ? next.text.trim().split('\n') : [] }];
  });
}

/** Runs commands in a shell, and resolves to all that they print. Rejects with it when one fails. */
async function shell(script: string, folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  try {
    return (await run('bash', ['-c', script], { cwd: folder, env: environment })).stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`These commands failed:\n${script}\nThey printed:\n${stdout}${stderr}`, { cause: error });
  }
}

const anyDigits = (text: string) => text.replace(/\d+/g, '0');

describe("the auditor's walk", () => {
  let test: TestApp;
  let folder: string;

  beforeAll(async () => {
    compileSolverThread();
    test = await createTestApp({ provider: true });
    await keepClients(test, 30);
    await completedRound(test, 'voor-de-auditor');
    folder = mkdtempSync(join(tmpdir(), 'woonplek-auditor-'));
    mkdirSync(join(folder, 'bin'));
    // `npx woonplek` runs the built program; here the same program runs from its sources.
    const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" --require "${ROOT}/test/support/run-typescript.cjs" "${ROOT}/src/cli.ts" "$@"\n`;
    writeFileSync(join(folder, 'bin/npx'), npx);
    chmodSync(join(folder, 'bin/npx'), 0o755);
  });
  afterAll(async () => {
    if (folder) rmSync(folder, { recursive: true });
    await test?.close();
  });

  it('works word for word', async () => {
    const steps = stepsOf(readFileSync(join(ROOT, 'docs/auditors-walk.md'), 'utf8'));
    expect(steps.length).toBeGreaterThan(8);
    const environment = { ...process.env, WOONPLEK: test.url, PATH: `${join(folder, 'bin')}:${process.env['PATH']}` };
    for (const { command, printed } of steps) {
      // Variables of one step are known in the next, as in the shell of the reader.
      const script = `set -e\n[ ! -f .variables ] || . ./.variables\n{\n${command}\n} 2>&1\nset | grep -E '^(WOONPLEK|RONDE)=' > .variables\n`;
      const stdout = await shell(script, folder, environment);
      for (const line of printed) expect(anyDigits(stdout)).toContain(anyDigits(line));
      if (command.includes('seedVastlegging')) {
        const [before, after] = stdout
          .trim()
          .split('\n')
          .map((line) => line.split(/ +/)[1]);
        expect(after).toBe(before);
      }
    }
  }, 240_000);
});
