// Lets a child process of a test run the sources: node --require ./test/support/run-typescript.cjs some-file.ts
// What it compiled is kept by contents: the whole application has hundreds of files, and some tests start it many times.
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const CACHE = path.join(path.dirname(require.resolve('../../package.json')), 'node_modules/.cache/run-typescript');
const OPTIONS = require('./swc-options.cjs');
const version = require('@swc/core/package.json').version;

require.extensions['.ts'] = (module, filename) => {
  const source = readFileSync(filename, 'utf8');
  const name = createHash('sha256')
    .update(JSON.stringify([version, OPTIONS, filename, source]))
    .digest('hex');
  const kept = path.join(CACHE, `${name.slice(0, 32)}.js`);
  module._compile(read(kept) ?? compile(source, filename, kept), filename);
};

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function compile(source, filename, kept) {
  const { code } = require('@swc/core').transformSync(source, { filename, ...OPTIONS });
  mkdirSync(CACHE, { recursive: true });
  // Under its own name only when it is whole: another process can look for it meanwhile.
  writeFileSync(`${kept}.${process.pid}`, code);
  renameSync(`${kept}.${process.pid}`, kept);
  return code;
}
