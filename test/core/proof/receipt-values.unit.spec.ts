import { describe, expect, it } from '@jest/globals';
import { keepsAll, receiptValues, valueOf, valuesOf } from '../../../src/core/proof/receipt-values';
import { changed, TWO_PARTS } from '../../support/small-receipts';
import { exactOf, worthOf } from '../../support/tiny-exact';

describe('the columns under a plan', () => {
  it.each([
    [
      [0, 3],
      [1n, 0n, 1n, 1n, 0n],
    ],
    [[], [0n, 0n, 2n, 0n, 0n]],
    [
      [0, 1],
      [1n, 1n, 0n, 0n, 0n],
    ],
    [
      [0, 1, 0],
      [2n, 1n, 0n, 0n, 0n],
    ],
  ])('of pairs %j', (chosen, values) => {
    expect([...valuesOf(TWO_PARTS, chosen)]).toEqual(values.map((value, column) => [column, value]));
  });

  it('lack by weight, and nothing under a row without a lower side', () => {
    expect(valuesOf(changed(TWO_PARTS, { 'rows/1/weights': [2, 1, 1] }), [0]).get(2)).toBe(0n);
    expect(valuesOf(changed(TWO_PARTS, { 'rows/1/lower': undefined }), []).get(2)).toBe(0n);
  });

  it('are found by the names of the matches', () => {
    expect(receiptValues(TWO_PARTS)).toEqual(valuesOf(TWO_PARTS, [0, 3]));
    const unknown = changed(TWO_PARTS, { 'matches/1': ['H3', 'U1'] });
    const fault = { path: 'matches/1', value: ['H3', 'U1'], expected: 'een paar dat een kolom heeft' };
    expect(receiptValues(unknown)).toEqual({ faults: [fault] });
  });
});

describe('values', () => {
  it('are worth the sum over the columns that are asked for', () => {
    expect(valueOf([0, 2], worthOf(3, 5, 7), worthOf(2, 9, 1))).toBe(13n);
    expect(valueOf([0, 1], worthOf(3), worthOf(2, 9))).toBe(6n);
    expect(valueOf([], worthOf(3), worthOf(2))).toBe(0n);
  });

  it.each<[string, number[], boolean]>([
    ['on the lower sides', [0, 1], true],
    ['on the upper sides', [2, 2], true],
    ['with a column too low', [-1, 2], false],
    ['with a column too high', [3, 1], false],
    ['under a row', [0, 0], false],
    ['over a row', [2, 3], false],
    ['over a row without a lower side', [1, 3], false],
  ])('keep a programme %s: %s', (_name, values, keeps) => {
    const columns: [number, number][] = [
      [0, 2],
      [0, 3],
    ];
    const programme = exactOf({
      columns,
      rows: [
        { weights: [1, 1], lower: 1, upper: 4 },
        { weights: [0, 1], lower: null, upper: 2 },
        { weights: [1, 0], lower: 0, upper: null },
        { weights: [-1, 0], lower: null, upper: 0 },
      ],
    });
    expect(keepsAll(programme, worthOf(...values))).toBe(keeps);
  });
});
