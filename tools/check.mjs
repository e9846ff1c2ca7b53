// `npm run check`: everything about the code that a machine can see without running the product. Lint, the longest
// step, runs beside the others; all steps run, and the failures are named together at the end.
import { spawn } from 'node:child_process';

const steps = [
  ['lint', 'npx', ['eslint', '.']],
  ['formatting', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types: server', 'node', ['node_modules/typescript-native/bin/tsc', '-p', '.', '--noEmit']],
  ['types: core is pure', 'node', ['node_modules/typescript-native/bin/tsc', '-p', 'src/core']],
  ['types: tests and bench', 'node', ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.test.json']],
  ['types: console', 'node', ['node_modules/typescript-native/bin/tsc', '-p', 'web', '--noEmit']],
  ['boundaries', 'npx', ['depcruise', 'src', 'web/src']],
  ['build', 'node', ['tools/build.mjs']],
  // Made by what was just built.
  ['generated files are up to date', 'node', ['tools/generated.mjs', '--check']],
];

const only = process.argv[2];
const wanted = steps.filter(([name]) => only === undefined || name.startsWith(only));
const failed = [];

/** Runs a step and shows what it said when it is done, so that two steps do not mix their words. */
function run([name, command, args]) {
  return new Promise((resolve) => {
    const start = Date.now();
    const said = [];
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
    child.on('close', (status) => {
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      process.stdout.write(said.map(String).join(''));
      console.log(`${status === 0 ? '✔' : '✘'} ${name} (${seconds} s)`);
      if (status !== 0) failed.push(name);
      resolve();
    });
  });
}

async function runAll(lane) {
  for (const step of lane) await run(step);
}

const isLint = ([name]) => name === 'lint';
await Promise.all([runAll(wanted.filter(isLint)), runAll(wanted.filter((step) => !isLint(step)))]);
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
