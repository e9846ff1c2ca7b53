// Jest on Node below 24.9 cannot require() an ES module. This transformer turns only the ES modules among the
// dependencies into CommonJS and passes every CommonJS file through untouched.
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const swc = createTransformer({
  jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
  module: { type: 'commonjs' },
  sourceMaps: false,
});
const packageIsEsm = new Map();

function isEsm(file) {
  if (file.endsWith('.mjs')) return true;
  if (file.endsWith('.cjs')) return false;
  let folder = path.dirname(file);
  const visited = [];
  while (!packageIsEsm.has(folder)) {
    visited.push(folder);
    const manifest = path.join(folder, 'package.json');
    const parent = path.dirname(folder);
    if (fs.existsSync(manifest)) {
      packageIsEsm.set(folder, JSON.parse(fs.readFileSync(manifest, 'utf8')).type === 'module');
    } else if (parent === folder) {
      packageIsEsm.set(folder, false);
    } else {
      folder = parent;
    }
  }
  const answer = packageIsEsm.get(folder);
  for (const each of visited) packageIsEsm.set(each, answer);
  return answer;
}

module.exports = {
  canInstrument: false,
  process: (source, file, options) => (isEsm(file) ? swc.process(source, file, options) : { code: source }),
  getCacheKey: (source, file, options) => (isEsm(file) ? 'esm' : 'cjs') + swc.getCacheKey(source, file, options),
};
