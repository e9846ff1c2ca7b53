// The solver's thread from the sources, for tests: what a build puts in dist/solver.thread.js.
require('./run-typescript.cjs');
require('../../src/solver.thread.ts');
