import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from '../support/fast-check';
import { CommanderError } from 'commander';
import { createProgram } from '../../src/cli/create-program';
import { exitCodeOf } from '../../src/cli/exit-code-of';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The exit code of the command. */
async function check(commitment: string, seed: string): Promise<number> {
  const program = createProgram();
  const output = { writeOut: () => undefined, writeErr: () => undefined };
  for (const command of [program, ...program.commands]) command.configureOutput(output);
  try {
    await program.parseAsync(['check-lottery', commitment, seed], { from: 'user' });
    return 0;
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    return exitCodeOf(thrown);
  }
}

describe('woonplek check-lottery', () => {
  it('says yes for any seed and its own hash, in either case, and no for any other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.stringMatching(/^[0-9a-z]{1,40}$/),
        fc.stringMatching(/^[0-9a-z]{1,40}$/),
        async (seed, other) => {
          expect(await check(sha256(seed), seed)).toBe(0);
          expect(await check(sha256(seed).toUpperCase(), seed)).toBe(0);
          expect(await check(sha256(seed), other)).toBe(seed === other ? 0 : 1);
        },
      ),
      { numRuns: 20 },
    );
  });

  it.each(['', 'abc', 'g'.repeat(64), 'a'.repeat(63)])('refuses %j as a commitment', async (commitment) => {
    expect(await check(commitment, 'x')).toBe(2);
  });
});
