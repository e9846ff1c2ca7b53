import fc from 'fast-check';

/**
 * Properties draw the same cases every time, so that a test fails because of a change and not by chance. Give
 * `WOONPLEK_PROPERTY_SEED` another number to draw others. Under mutation testing a failure need not be made small.
 */
fc.configureGlobal({
  seed: Number(process.env.WOONPLEK_PROPERTY_SEED ?? 1),
  endOnFailure: process.env.STRYKER_MUTATOR_WORKER !== undefined,
});

export default fc;
