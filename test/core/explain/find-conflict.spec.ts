import { describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import { findConflict } from '../../../src/core/explain/find-conflict';

/** Constraints are numbers; each hidden set cannot be met as a whole. */
const satisfiable = (clashes: readonly (readonly number[])[]) => (set: readonly number[]) =>
  Promise.resolve(!clashes.some((clash) => clash.every((each) => set.includes(each))));

const clash = fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 5 });
const ALL = Array.from({ length: 12 }, (_, each) => each);

describe('a conflict', () => {
  it('cannot be met, and can be met without any one of its members', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(clash, { minLength: 1, maxLength: 5 }), async (clashes) => {
        const isSatisfiable = satisfiable(clashes);
        const conflict = (await findConflict(ALL, isSatisfiable))!;
        expect(await isSatisfiable(conflict)).toBe(false);
        for (const member of conflict) {
          expect(await isSatisfiable(conflict.filter((each) => each !== member))).toBe(true);
        }
      }),
    );
  });

  it('is not there where all can be met, and not made up when time runs out', async () => {
    expect(await findConflict(ALL, satisfiable([]))).toBeNull();
    expect(await findConflict(ALL, () => Promise.resolve(null))).toBeNull();
  });

  it('is empty where the background alone cannot be met', async () => {
    expect(await findConflict([], () => Promise.resolve(false))).toEqual([]);
  });
});
