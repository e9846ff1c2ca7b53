import { existsSync } from 'node:fs';
import { describe, jest } from '@jest/globals';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = process.env.WOONPLEK_CHROMIUM ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function startChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: FLAGS });
}

/**
 * `describe` for tests in a browser. Without Chromium they are skipped by name, unless WOONPLEK_REQUIRE_CHROMIUM is 1:
 * then its absence is a failure.
 */
export function describeInBrowser(name: string, tests: () => void): void {
  const isPresent = existsSync(EXECUTABLE);
  if (!isPresent && process.env.WOONPLEK_REQUIRE_CHROMIUM === '1') {
    throw new Error(
      `Chromium is required for these tests and is not at ${EXECUTABLE} (WOONPLEK_CHROMIUM names another)`,
    );
  }
  if (isPresent) {
    // On a busy machine a browser can be late for once. What fails twice is broken, and the first failure stands in the log.
    jest.retryTimes(1, { logErrorsBeforeRetry: true });
    describe(name, tests);
    return;
  }
  process.stderr.write(`Skipped: ${name}. No Chromium at ${EXECUTABLE}; WOONPLEK_CHROMIUM can name another.\n`);
  describe.skip(name, tests);
}
