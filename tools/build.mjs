// Builds the server (TypeScript to dist/) and the console (Vite to web/dist/), side by side.
// `node tools/build.mjs server` or `… console` builds one of them. `build(names, {onlyChanged})` does it for other tools.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const binOf = (packageName, file) => path.join(path.dirname(require.resolve(`${packageName}/package.json`)), file);

/** For each part: the program, its result, and everything that the result depends on. */
const parts = {
  server: {
    command: () => [binOf('typescript-native', 'bin/tsc'), '-p', root],
    result: 'dist/main.js',
    stamp: 'dist/.inputs',
    inputs: ['src', 'tsconfig.json', 'package-lock.json', 'tools/build.mjs'],
  },
  console: {
    command: () => [binOf('vite', 'bin/vite.js'), 'build', path.join(root, 'web'), '--logLevel', 'warn'],
    result: 'web/dist/index.html',
    stamp: 'web/dist/.inputs',
    inputs: [
      ...['web/src', 'web/public', 'web/index.html', 'web/package.json', 'web/tsconfig.json', 'web/vite.config.ts'],
      // The page that checks a receipt runs the checker itself.
      ...['src/core', 'src/platform/problem-file', 'package-lock.json', 'tools/build.mjs'],
    ],
  },
};

/** Names, sizes and times of change of all inputs: as cheap as a look, and different after every edit or checkout. */
function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  const add = (name) => {
    const file = path.join(root, name);
    if (!existsSync(file)) return;
    const { size, mtimeMs } = statSync(file);
    if (statSync(file).isDirectory())
      readdirSync(file)
        .sort()
        .forEach((inner) => add(`${name}/${inner}`));
    else hash.update(`${name} ${size} ${mtimeMs}\n`);
  };
  inputs.forEach(add);
  return hash.digest('hex');
}

function isCurrent({ result, stamp, inputs }) {
  const at = path.join(root, stamp);
  return existsSync(path.join(root, result)) && existsSync(at) && readFileSync(at, 'utf8') === fingerprint(inputs);
}

function run(name) {
  const { command, stamp, inputs } = parts[name];
  // Taken before the build: what is edited meanwhile must be built again.
  const before = fingerprint(inputs);
  return new Promise((resolve) => {
    const child = spawn(process.execPath, command(), { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (code) => {
      if (code === 0) writeFileSync(path.join(root, stamp), before);
      resolve(code ?? 1);
    });
  });
}

/** Builds the named parts, or only those whose inputs changed since they were built. Returns the worst exit code. */
export async function build(names, { onlyChanged = false, onBuild = () => undefined } = {}) {
  const due = names.filter((name) => !(onlyChanged && isCurrent(parts[name])));
  if (due.length > 0) onBuild(due);
  return Math.max(0, ...(await Promise.all(due.map(run))));
}

export const PARTS = Object.keys(parts);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  const unknown = wanted.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0) {
    console.error(`Onbekend onderdeel: ${unknown.join(', ')}. Kies uit: ${PARTS.join(', ')}.`);
    process.exit(2);
  }
  process.exit(await build(wanted.length > 0 ? wanted : PARTS));
}
