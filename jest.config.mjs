import swcOptions from './test/support/swc-options.cjs';

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/support/plain-global-environment.cjs',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions], '^.+\\.m?js$': '<rootDir>/jest-esm-deps.cjs' },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/support/field-keys.ts'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  testSequencer: '<rootDir>/test/support/long-first-sequencer.cjs',
  reporters: ['default', '<rootDir>/test/support/summary-reporter.cjs'],
  maxWorkers: '100%',
  testTimeout: 180_000,
};
