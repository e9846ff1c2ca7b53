import { describe, expect, it } from '@jest/globals';
import fc from '../../../support/fast-check';
import { blockStructure } from '../../../../src/core/optimizer/lagrangian/block-structure';
import { milpOf, type TinyRow } from '../../../support/random-milp';
import { randomLarge, tinyLarge } from '../../../support/tiny-large';

const row = (weights: number[], upper: number, lower = -Infinity): TinyRow => ({ weights, lower, upper });
/** Each column is of a household of its own. */
function structureOf(unitOf: number[], rows: TinyRow[], mayKeep: (row: number) => boolean = () => true) {
  const owners = {
    households: unitOf.length,
    units: Math.max(...unitOf) + 1,
    householdOf: Int32Array.from(unitOf.keys()),
    unitOf: Int32Array.from(unitOf),
  };
  const milp = milpOf(
    unitOf.map(() => 0),
    rows,
  );
  return blockStructure(milp, owners, mayKeep);
}
const shown = ({ blocks }: ReturnType<typeof structureOf>) =>
  blocks.map(({ units, classes, states, next }) => `${units.join(' ')}: ${classes} × ${states}: ${next.join(' ')}`);

describe('the blocks of a programme', () => {
  it('know the columns and places of each unit, without shortages', () => {
    const { structure } = tinyLarge('0@1 - 1@0 2@1 0@0', [1, 2], [row([1, 1, 0, 0, 0], Infinity, 1)]);
    expect([...structure.unitStarts]).toEqual([0, 2, 4]);
    expect([...structure.unitColumns]).toEqual([2, 4, 0, 3]);
    expect([...structure.placesOf]).toEqual([1, 2]);
    expect([...structure.isKept]).toEqual([0, 0, 0, 1, 1, 0]);
    expect(shown(structure)).toEqual(['0: 1 × 1: 0', '1: 1 × 1: 0']);
  });

  it.each<[string, number[], TinyRow[], number]>([
    ['its row', [0, 0, 1], [row([1, 1, 0], 1)], 1],
    ['the least of its rows', [0, 0, 1], [row([1, 1, 0], 3), row([1, 1, 0], 1), row([1, 1, 0], 2)], 1],
    ['its columns where it has no row', [0, 0, 1], [], 2],
    ['its columns where the row weighs', [0, 0, 1], [row([2, 1, 0], 1)], 2],
    ['its columns where the row weighs later', [0, 0, 1], [row([1, 2, 0], 1)], 2],
    ['its columns where the row leaves one out', [0, 0, 1], [row([1, 0, 0], 1)], 2],
    ['its columns where the row holds those of others', [0, 0, 1], [row([1, 1, 1], 1)], 2],
    ['its columns where the row holds another instead', [0, 0, 1], [row([1, 0, 1], 1)], 2],
    ['its columns where the row has a lower side', [0, 0, 1], [row([1, 1, 0], 1, 0)], 2],
    ['its columns where the row may lack', [0, 0, -1], [row([1, 1, 1], 1)], 2],
    ['its columns where the row is of a shortage', [0, 0, -1], [row([0, 0, 1], 1)], 2],
  ])('have the places of %s', (_name, unitOf, rows, places) => {
    expect(structureOf(unitOf, rows, () => false).placesOf[0]).toBe(places);
  });

  it.each<[string, TinyRow, string[]]>([
    ['is kept', row([1, 1, 0], 1), ['0 1: 1 × 2: 1 -1']],
    ['with a lower side is not', row([1, 1, 0], 1, 0), ['0: 1 × 1: 0', '1: 1 × 1: 0']],
    ['without an end is not', row([1, 1, 0], Infinity), ['0: 1 × 1: 0', '1: 1 × 1: 0']],
    ['that subtracts is not', row([1, -1, 0], 1), ['0: 1 × 1: 0', '1: 1 × 1: 0']],
    ['that may lack is not', row([1, 1, 1], 1), ['0: 1 × 1: 0', '1: 1 × 1: 0']],
  ])('a row that two units share %s', (_name, shared, expected) => {
    const structure = structureOf([0, 1, -1], [shared]);
    expect(shown(structure)).toEqual(expected);
    expect([...structure.isKept]).toEqual([expected.length === 1 ? 1 : 0]);
    expect(shown(structureOf([0, 1, -1], [shared], () => false))).toEqual(['0: 1 × 1: 0', '1: 1 × 1: 0']);
  });

  it('join units through others, and leave those alone that share nothing', () => {
    const rows = [row([0, 1, 1, 0, 0], 1), row([0, 0, 1, 0, 1], 1), row([1, 1, 1, 1, 1], 2)];
    const structure = structureOf([0, 3, 1, 4, 2], rows, (at) => at < 2);
    expect(structure.blocks.map(({ units }) => units)).toEqual([[0], [1, 2, 3], [4]]);
    expect([...structure.isKept]).toEqual([1, 1, 0]);
    expect(
      structureOf(
        [2, 1, 0, 1, 0, 2],
        [row([1, 1, 0, 0, 0, 0], 1), row([0, 0, 1, 1, 0, 0], 1), row([0, 0, 0, 0, 1, 1], 1)],
      ).blocks,
    ).toHaveLength(1);
  });

  it('write what was used of each row as a digit, the narrowest first', () => {
    const side = fc.integer({ min: 0, max: 3 });
    const weights = fc.array(side, { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.tuple(side, side), fc.tuple(weights, weights), (uppers, rows) => {
        const structure = structureOf(
          [0, 0, 0, 0],
          rows.map((each, at) => row([...each], uppers[at]!)),
        );
        const kept = [0, 1].filter((at) => rows[at]!.some((weight) => weight > 0) && structure.placesOf[0] === 4);
        // A row of ones is the unit's own.
        if (rows.some((each) => each.every((weight) => weight === 1))) return;
        const digits = kept.sort((a, b) => uppers[a]! - uppers[b]!);
        const [block] = structure.blocks;
        const states = digits.reduce((product, at) => product * (uppers[at]! + 1), 1);
        expect(block!.states).toBe(states);
        const ways = new Set([0, 1, 2, 3].map((column) => digits.map((at) => rows[at]![column]).join()));
        expect(block!.classes).toBe(ways.size);
        for (let column = 0; column < 4; column++) {
          for (let state = 0; state < states; state++) {
            let [stride, target, fits] = [1, 0, true];
            for (const at of digits) {
              const size = uppers[at]! + 1;
              const used = (Math.floor(state / stride) % size) + rows[at]![column]!;
              fits &&= used < size;
              target += used * stride;
              stride *= size;
            }
            expect(block!.next[structure.classOf[column]! * states + state]).toBe(fits ? target : -1);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each<[string, number[], number, number[]]>([
    ['as many states as are allowed', [511], 512, [1]],
    ['no row of too many', [512], 1, [0]],
    ['two rows that just fit together', [255, 1], 512, [1, 1]],
    ['the narrower of two that do not', [256, 1], 2, [0, 1]],
    ['the first of two that are as wide', [30, 30], 31, [1, 0]],
  ])('keep %s', (_name, uppers, states, isKept) => {
    const structure = structureOf(
      [0, 0],
      uppers.map((upper) => row([1, 2], upper)),
    );
    expect(structure.blocks.map((block) => block.states)).toEqual([states]);
    expect([...structure.isKept]).toEqual(isKept);
  });

  it('have 256 classes at most', () => {
    const withClasses = (count: number) => {
      const weights = Array.from({ length: count }, (_, column) => column);
      return structureOf(
        weights.map(() => 0),
        [row(weights, 300)],
      );
    };
    const { classOf, blocks } = withClasses(256);
    expect(blocks[0]!.classes).toBe(256);
    expect(classOf[255]).toBe(255);
    expect(() => withClasses(257)).toThrow(new RangeError('a block has too many classes'));
  });

  it('divide the units and their columns among them, whatever the programme', () => {
    fc.assert(
      fc.property(randomLarge, ({ structure, milp, owners }) => {
        const { blocks, unitColumns, unitStarts, isKept } = structure;
        expect(blocks.flatMap(({ units }) => units).sort()).toEqual([0, 1, 2]);
        expect([...unitColumns].sort()).toEqual(
          [...owners.unitOf.keys()].filter((column) => owners.unitOf[column]! >= 0),
        );
        for (let unit = 0; unit < owners.units; unit++) {
          for (const column of unitColumns.subarray(unitStarts[unit], unitStarts[unit + 1]))
            expect(owners.unitOf[column]).toBe(unit);
        }
        const blockOf = (column: number) => blocks.findIndex(({ units }) => units.includes(owners.unitOf[column]!));
        isKept.forEach((kept, at) => {
          if (kept === 0) return;
          const inRow = [...owners.unitOf.keys()].filter((column) =>
            milp.rowIndices.subarray(milp.starts[column], milp.starts[column + 1]).includes(at),
          );
          expect(new Set(inRow.map(blockOf)).size).toBeLessThanOrEqual(1);
        });
      }),
      { numRuns: 40 },
    );
  });
});
