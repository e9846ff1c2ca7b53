/** Ends the output with one line that a machine can read. A file that could not run counts as a failure. */
module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`;
    // Jest's own summary comes after every reporter; only the end of the process is later.
    process.once('exit', () => process.stdout.write(line));
  }
};
