const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

/** What takes longest, in a browser and out of it by turns. */
const LONG = [
  'test/browser/every-page.spec.ts',
  'test/http/fuzz.spec.ts',
  'test/browser/sign-in.spec.ts',
  'test/modules/proposals/review-properties.spec.ts',
  'test/browser/workflow-journeys.spec.ts',
  'test/modules/proposals/whole-region.spec.ts',
  'test/browser/explanations.spec.ts',
  'test/modules/proposals/confirmation.spec.ts',
  'test/modules/offers/offers.spec.ts',
  'test/docs/auditors-walk.spec.ts',
  'test/modules/deadlines/killed-between-steps.spec.ts',
];

/**
 * On a clean checkout Jest does not know yet how long a file takes and goes by its size, and the longest have few lines. One
 * that starts last keeps the other workers waiting.
 */
module.exports = class LongFirstSequencer extends Sequencer {
  sort(tests) {
    const place = ({ path: file, context }) => {
      const at = LONG.indexOf(path.relative(context.config.rootDir, file).replaceAll(path.sep, '/'));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
