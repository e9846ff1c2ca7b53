/**
 * Mutation testing with the fast specs. `npm run mutate` (tools/mutate.mjs) runs this file by file; see
 * docs/mutation-testing.md.
 *
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  mutate: ['src/core/optimizer/**/*.ts', 'src/core/proof/*.ts'],
  testRunner: 'jest',
  jest: {
    projectType: 'custom',
    configFile: 'jest.config.mjs',
    // Which specs run is said by `testMatch`; finding them again for each mutant takes longer than they do.
    enableFindRelatedTests: false,
    config: {
      roots: ['<rootDir>/test/core'],
      // Stryker puts its own around it, and does not know what <rootDir> is.
      testEnvironment: 'node',
      testMatch: ['**/*.unit.spec.ts'],
      globalSetup: null,
      globalTeardown: null,
      reporters: [],
      testTimeout: 10_000,
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignorePatterns: ['/bench', '/docs', '/seeds', '/web', '/reports'],
  reporters: ['clear-text', 'json', 'html'],
  clearTextReporter: { allowColor: false, reportTests: false },
  jsonReporter: { fileName: 'reports/mutation/mutation.json' },
  htmlReporter: { fileName: 'reports/mutation/mutation.html' },
  tempDirName: '.stryker-tmp',
  thresholds: { high: 90, low: 80, break: 80 },
};
