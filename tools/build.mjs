// Builds the server (TypeScript to dist/) and the console (Vite to web/dist/), side by side.
// `node tools/build.mjs server` or `… console` builds one of them.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);
const binOf = (packageName, file) => path.join(path.dirname(require.resolve(`${packageName}/package.json`)), file);

const parts = {
  server: [binOf('typescript-native', 'bin/tsc'), ['-p', root]],
  console: [binOf('vite', 'bin/vite.js'), ['build', path.join(root, 'web'), '--logLevel', 'warn']],
};

function run(name) {
  const [script, args] = parts[name];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`Onbekend onderdeel: ${unknown.join(', ')}. Kies uit: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
const codes = await Promise.all((wanted.length > 0 ? wanted : Object.keys(parts)).map(run));
process.exit(Math.max(...codes));
