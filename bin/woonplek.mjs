#!/usr/bin/env node
// The command line `npx woonplek …`. Builds the server first when that was never done.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
if (!existsSync(cli)) {
  const build = fileURLToPath(new URL('../tools/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [build, 'server'], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
createRequire(import.meta.url)(cli);
