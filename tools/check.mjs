// `npm run check`: everything about the code that a machine can see without running the product. Steps run one by one,
// all of them, and the failures are named together at the end.
import { spawnSync } from 'node:child_process';

const steps = [
  ['formatting', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types: server', 'node', ['node_modules/typescript-native/bin/tsc', '-p', '.', '--noEmit']],
  ['types: core is pure', 'node', ['node_modules/typescript-native/bin/tsc', '-p', 'src/core']],
  ['types: tests and bench', 'node', ['node_modules/typescript-native/bin/tsc', '-p', 'tsconfig.test.json']],
  ['types: console', 'node', ['node_modules/typescript-native/bin/tsc', '-p', 'web', '--noEmit']],
  ['lint', 'npx', ['eslint', '.']],
  ['boundaries', 'npx', ['depcruise', 'src', 'web/src']],
  ['build', 'node', ['tools/build.mjs']],
  ['generated files are up to date', 'node', ['tools/generated.mjs', '--check']],
];

const only = process.argv[2];
const failed = [];
for (const [name, command, args] of steps) {
  if (only !== undefined && !name.startsWith(only)) continue;
  const start = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✔' : '✘'} ${name} (${seconds} s)`);
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}`);
  process.exit(1);
}
