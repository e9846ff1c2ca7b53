import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from '../../support/fast-check';
import type { Engine } from '../../../src/core/optimizer/engine';
import { findProof } from '../../../src/core/optimizer/find-proof';
import { exactProgramme } from '../../../src/core/proof/exact-programme';
import { proveLevel } from '../../../src/core/proof/prove-level';
import { engineById } from '../../../src/engines/registry';
import { bestByTrying, milpOf } from '../../support/random-milp';

let relaxation: Engine;
beforeAll(async () => {
  relaxation = await engineById('highs');
});

const row = (columns: number) =>
  fc.record({
    weights: fc.array(fc.integer({ min: -4, max: 9 }), { minLength: columns, maxLength: columns }),
    lower: fc.integer({ min: -12, max: 3 }),
    span: fc.integer({ min: 0, max: 6 }),
  });
const programme = fc.integer({ min: 6, max: 10 }).chain((columns) =>
  fc.record({
    worth: fc.array(fc.integer({ min: -20, max: 40 }), { minLength: columns, maxLength: columns }),
    rows: fc.array(row(columns), { minLength: 2, maxLength: 5 }),
    upper: fc.array(fc.constant<number>(1), { minLength: columns, maxLength: columns }),
  }),
);
type Programme = typeof programme extends fc.Arbitrary<infer T> ? T : never;

const exact = ({ rows, upper }: Programme) =>
  exactProgramme(
    new Map(upper.map((most, column) => [column, { lower: 0n, upper: BigInt(most) }])),
    new Map(
      rows.map(({ weights, lower, span }, place) => {
        const terms = weights.flatMap((weight, column) => (weight === 0 ? [] : [[column, BigInt(weight)] as const]));
        return [place, { lower: BigInt(lower), upper: BigInt(lower + span), terms: new Map(terms) }];
      }),
    ),
  );

describe('a proof', () => {
  it('is found for every best value, by splitting where multipliers do not suffice, and never for less', async () => {
    let [split, empty] = [0, 0];
    await fc.assert(
      fc.asyncProperty(programme, async (each) => {
        const { worth, rows, upper } = each;
        const milp = milpOf(
          worth,
          rows.map(({ lower, span, ...rest }) => ({ ...rest, lower, upper: lower + span })),
          upper,
        );
        const best = bestByTrying(milp, [worth])?.[0] ?? null;
        const worthOf = new Map(worth.map((value, column) => [column, BigInt(value)]));
        const search = { relaxation, secondsLeft: () => 60 };
        const whole = exact(each);

        const reached = BigInt(best ?? -1_000);
        const nodes = await findProof(whole, worthOf, reached, search);
        expect(
          proveLevel(whole, worthOf, { nodes: nodes }, { reached: reached, kept: reached, nextRow: 0 })!.bound,
        ).toBeLessThanOrEqual(reached);
        if (nodes.length > 1) split++;
        if (best === null) empty++;
        else {
          const less = reached - 1n;
          const wrong = await findProof(whole, worthOf, less, search);
          expect(
            proveLevel(whole, worthOf, { nodes: wrong }, { reached: less, kept: less, nextRow: 0 })!.bound ?? reached,
          ).toBeGreaterThanOrEqual(reached);
          // The true tree, read as if less had been reached, proves no less than the truth either.
          expect(
            proveLevel(whole, worthOf, { nodes: nodes }, { reached: less, kept: less, nextRow: 0 })!.bound ?? reached,
          ).toBeGreaterThanOrEqual(reached);
        }
      }),
      { numRuns: 200, seed: 21 },
    );
    expect(split).toBeGreaterThan(10);
    expect(empty).toBeGreaterThan(5);
  });

  it('is only a bound where nobody gives multipliers', async () => {
    const each = { worth: [3, 2, 2], rows: [{ weights: [2, 2, 2], lower: 0, span: 3 }], upper: [1, 1, 1] };
    const worthOf = new Map([
      [0, 3n],
      [1, 2n],
      [2, 2n],
    ]);
    const nodes = await findProof(exact(each), worthOf, 3n, { relaxation: null, secondsLeft: () => 0 });
    expect(proveLevel(exact(each), worthOf, { nodes: nodes }, { reached: 3n, kept: 3n, nextRow: 0 })!.bound).toBe(7n);
  });
});
