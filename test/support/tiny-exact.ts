import { exactProgramme, type ExactProgramme, type Multipliers } from '../../src/core/proof/exact-programme';
import { valueOf, type ColumnValues } from '../../src/core/proof/receipt-values';
import fc from './fast-check';

/** An exact programme written out: columns as their two sides, rows in full; null: no such side. */
export interface TinyExact {
  readonly columns: readonly (readonly [lower: number, upper: number])[];
  readonly rows: readonly {
    readonly weights: readonly number[];
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
}

export function exactOf({ columns, rows }: TinyExact): ExactProgramme {
  const side = (value: number | null) => (value === null ? null : BigInt(value));
  return exactProgramme(
    new Map(columns.map(([lower, upper], column) => [column, { lower: BigInt(lower), upper: BigInt(upper) }])),
    new Map(
      rows.map(({ weights, lower, upper }, row) => {
        const terms = weights.flatMap((weight, column) => (weight === 0 ? [] : [[column, BigInt(weight)] as const]));
        return [row, { lower: side(lower), upper: side(upper), terms: new Map(terms) }];
      }),
    ),
  );
}

export const worthOf = (...worth: number[]) => new Map(worth.map((each, column) => [column, BigInt(each)]));

export const multipliers = (scale: number, ...ofRow: number[]): Multipliers => ({
  scale: BigInt(scale),
  ofRow: new Map(ofRow.map((each, row) => [row, BigInt(each)])),
});

/** The sides of every column, as in `0..1 0..0`; null: no programme. */
export const sidesOf = (programme: ExactProgramme | null) =>
  programme && [...programme.columns.values()].map(({ lower, upper }) => `${lower}..${upper}`).join(' ');

/** Every plan of a programme, by trying all of them. */
export function plansOf({ columns, rows }: ExactProgramme): ColumnValues[] {
  let plans: ColumnValues[] = [new Map()];
  for (const [column, { lower, upper }] of columns) {
    const values = Array.from({ length: Number(upper - lower) + 1 }, (_, step) => lower + BigInt(step));
    plans = plans.flatMap((plan) => values.map((value) => new Map([...plan, [column, value]])));
  }
  const keeps = (plan: ColumnValues) =>
    [...rows.values()].every(({ lower, upper, terms }) => {
      const sum = [...terms].reduce((total, [column, weight]) => total + weight * plan.get(column)!, 0n);
      return (lower === null || sum >= lower) && (upper === null || sum <= upper);
    });
  return plans.filter(keeps);
}

/** The most that a plan is worth; null where there is none. */
export function bestOf(programme: ExactProgramme, worth: ColumnValues): bigint | null {
  const values = plansOf(programme).map((plan) => valueOf(plan.keys(), worth, plan));
  return values.length === 0 ? null : values.reduce((best, value) => (value > best ? value : best));
}

const side = (min: number, max: number) => fc.option(fc.integer({ min, max }), { nil: null });

/** Programmes of a few columns with worth and multipliers; about half of them have a plan. */
export const randomExact = fc.integer({ min: 1, max: 4 }).chain((columns) =>
  fc.record({
    columns: fc.array(
      fc
        .tuple(fc.integer({ min: -1, max: 1 }), fc.integer({ min: 0, max: 2 }))
        .map(([lower, span]): [number, number] => [lower, lower + span]),
      { minLength: columns, maxLength: columns },
    ),
    rows: fc.array(
      fc.record({
        weights: fc.array(fc.integer({ min: -3, max: 4 }), { minLength: columns, maxLength: columns }),
        lower: side(-4, 2),
        upper: side(-1, 5),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    worth: fc.array(fc.integer({ min: -5, max: 9 }), { minLength: columns, maxLength: columns }),
    multipliers: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 }),
    scale: fc.integer({ min: 1, max: 3 }),
  }),
);
