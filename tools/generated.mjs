// Writes every file that is made from the code: openapi.json, the types of the console, and the generated pages of docs/.
// With --check it writes nothing and fails where a committed file differs. Needs a built server.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const made = mkdtempSync(path.join(tmpdir(), 'woonplek-generated-'));

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}`);
}

try {
  mkdirSync(path.join(made, 'docs'));
  run(process.execPath, ['dist/generate-openapi.js', path.join(made, 'openapi.json')]);
  run(process.execPath, ['dist/generate-docs.js', path.join(made, 'docs')]);
  run(process.execPath, [
    'node_modules/openapi-typescript/bin/cli.js',
    path.join(made, 'openapi.json'),
    '-o',
    path.join(made, 'schema.d.ts'),
    // A field with a default may be left out of a request.
    '--default-non-nullable',
    'false',
  ]);
  const targets = [
    ['openapi.json', 'openapi.json'],
    ['schema.d.ts', 'web/src/api/schema.d.ts'],
    ...readdirSync(path.join(made, 'docs')).map((file) => [`docs/${file}`, `docs/${file}`]),
  ];
  const text = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : null);
  const differing = targets.filter(([from, to]) => text(path.join(made, from)) !== text(path.join(root, to)));
  if (process.argv.includes('--check')) {
    for (const [, to] of differing) console.error(`${to} is not what the code makes: run npm run generate`);
    process.exitCode = differing.length > 0 ? 1 : 0;
  } else {
    for (const [from, to] of differing) {
      copyFileSync(path.join(made, from), path.join(root, to));
      console.log(`written: ${to}`);
    }
  }
} finally {
  rmSync(made, { recursive: true });
}
