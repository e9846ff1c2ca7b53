import { createHash, randomBytes, randomUUID } from 'node:crypto';

const SEED_BYTES = 16;

export interface NewLotteryDraw {
  readonly id: string;
  readonly seed: string;
  readonly seedCommitment: string;
}

/** A seed that nobody can guess, with its commitment. */
export function newLotteryDraw(): NewLotteryDraw {
  const seed = randomBytes(SEED_BYTES).toString('hex');
  return { id: randomUUID(), seed, seedCommitment: createHash('sha256').update(seed).digest('hex') };
}
