import { describe, expect, it } from '@jest/globals';
import { checkReceipt } from '../../../src/core/proof/check-receipt';
import type { ReceiptFile } from '../../../src/core/proof/receipt-file';
import { changed, TWO_PARTS, WITH_ROOM } from '../../support/small-receipts';

const levelsOf = (file: ReceiptFile) => checkReceipt(file).levels.map(({ bound, outcome }) => `${bound} ${outcome}`);

describe('a receipt written by hand', () => {
  it('is proven by arithmetic', () => {
    const { faults, levels } = checkReceipt(TWO_PARTS);
    expect(faults).toEqual([]);
    expect(levels).toEqual([
      { level: 1, objectiveId: 'housed', epsilon: 0, value: 2, bound: 2n, outcome: 'arithmetic', steps: 2 },
      { level: 2, objectiveId: 'shortages', epsilon: 0, value: -2, bound: -2n, outcome: 'arithmetic', steps: 2 },
      { level: 3, objectiveId: 'points', epsilon: 0, value: 12, bound: 12n, outcome: 'arithmetic', steps: 3 },
    ]);
  });

  it('is proven where a level gives room, by the plan that shows what was given up', () => {
    expect(checkReceipt(WITH_ROOM).faults).toEqual([]);
    expect(levelsOf(WITH_ROOM)).toEqual(['10 arithmetic', '7 arithmetic']);
  });

  it.each<[string, ReceiptFile, string[]]>([
    [
      'without multipliers on the first level',
      changed(TWO_PARTS, { 'levels/0/proofs/0/nodes/0/multipliers': [] }),
      ['null search-only', 'null search-only', '12 search-only'],
    ],
    [
      'with multipliers that do not suffice',
      changed(TWO_PARTS, { 'levels/2/proofs/0/nodes/0/multipliers/0/rows': [] }),
      ['2 arithmetic', '-2 arithmetic', '12 arithmetic'],
    ],
    [
      'of a last level that says that it is not proven, though it is',
      changed(TWO_PARTS, { 'levels/2/proven': false, 'levels/2/method': 'not-proven', 'levels/2/bound': 16 }),
      ['2 arithmetic', '-2 arithmetic', '12 arithmetic'],
    ],
    [
      'without a proof of the last level, which does not say that it is proven',
      changed(TWO_PARTS, {
        ...{ 'levels/2/proven': false, 'levels/2/method': 'not-proven', 'levels/2/bound': 16 },
        'levels/2/proofs/1/nodes': [{ multipliers: [] }],
      }),
      ['2 arithmetic', '-2 arithmetic', 'null not-proven'],
    ],
    [
      'with a witness that breaks a row',
      changed(WITH_ROOM, { 'levels/0/proofs/0/witness': [0, 1] }),
      ['10 arithmetic', '7 arithmetic'],
    ],
    [
      'with a witness that is worth less',
      changed(WITH_ROOM, { 'levels/0/proofs/0/witness': [] }),
      ['10 arithmetic', '7 arithmetic'],
    ],
    [
      'whose later level has more than the room of the first one leaves it',
      changed(WITH_ROOM, {
        'levels/1/worth': [
          [0, 8],
          [1, 7],
        ],
      }),
      ['10 arithmetic', '15 search-only'],
    ],
  ])('%s', (_name, file, expected) => {
    expect(checkReceipt(file).faults).toEqual([]);
    expect(levelsOf(file)).toEqual(expected);
  });

  it('takes the room from what the witness reaches, not from the plan', () => {
    // The plan has 9 of 10. Held to 10 - 1 both households may go; held to 9 - 1 nothing changes here, but a third one could.
    const third = changed(WITH_ROOM, {
      columns: [...WITH_ROOM.columns, { pair: ['H3', 'U1'], part: 0 }],
      'rows/0/columns': [0, 1, 2],
      'levels/0/worth': [
        [0, 10],
        [1, 9],
        [2, 8],
      ],
      'levels/1/worth': [
        [1, 7],
        [2, 30],
      ],
    });
    expect(levelsOf(third)).toEqual(['10 arithmetic', '7 arithmetic']);
    // A plan that shows less than the plan itself changes nothing.
    const idle = changed(third, { 'levels/0/proofs/0/witness': [2], 'levels/0/worth/2/1': 7 });
    expect(levelsOf(idle)).toEqual(['10 arithmetic', '7 arithmetic']);
    const less = changed(third, { 'levels/0/proofs/0/witness': undefined });
    expect(levelsOf(less)).toEqual(['10 arithmetic', '37 search-only']);
  });

  it('proves nothing below a level that is not proven', () => {
    const file = changed(TWO_PARTS, { 'levels/1/proofs/0/nodes/0/multipliers/0/rows': [] });
    expect(levelsOf(file)).toEqual(['2 arithmetic', '-2 arithmetic', '12 arithmetic']);
    const broken = changed(TWO_PARTS, { 'levels/1/proofs/0/nodes': [{ multipliers: [] }] });
    expect(levelsOf(broken)).toEqual(['2 arithmetic', 'null search-only', '12 search-only']);
  });
});

describe('faults of a receipt', () => {
  it.each<[string, ReceiptFile, [path: string, value: unknown, expected: string][]]>([
    ['a reference', changed(TWO_PARTS, { 'levels/0/level': 4 }), [['levels/0/level', 4, '1']]],
    [
      'a match without a column',
      changed(TWO_PARTS, { 'matches/0/1': 'U9' }),
      [['matches/0', ['H1', 'U9'], 'een paar dat een kolom heeft']],
    ],
    [
      'a match that is there twice',
      changed(TWO_PARTS, { 'matches/2': ['H3', 'U2'] }),
      [
        ['columns/3', 2, 'van 0 tot en met 1 in dit plan'],
        ['rows/2', 6, 'van onbeperkt tot en met 5 in dit plan'],
        ['levels/0/value', 2, '3, zoals het plan haalt'],
        ['levels/2/value', 12, '19, zoals het plan haalt'],
      ],
    ],
    [
      'a home that is taken twice',
      changed(TWO_PARTS, { 'matches/2': ['H2', 'U1'], 'rows/1/lower': 2 }),
      [
        ['rows/0', 2, 'van onbeperkt tot en met 1 in dit plan'],
        ['levels/0/value', 2, '3, zoals het plan haalt'],
        ['levels/1/value', -2, '-1, zoals het plan haalt'],
        ['levels/2/value', 12, '17, zoals het plan haalt'],
      ],
    ],
    [
      'a hard row that lacks',
      changed(TWO_PARTS, { 'rows/2/lower': 4 }),
      [['rows/2', 3, 'van 4 tot en met 5 in dit plan']],
    ],
    [
      'a row with a lower side only',
      changed(TWO_PARTS, { 'columns/2/upper': 0, 'rows/1/lower': 5 }),
      [
        ['columns/2', 4, 'van 0 tot en met 0 in dit plan'],
        ['levels/1/value', -2, '-5, zoals het plan haalt'],
      ],
    ],
    [
      'a row without an upper side',
      changed(WITH_ROOM, { 'rows/0/lower': 2, 'rows/0/upper': undefined }),
      [['rows/0', 1, 'van 2 tot en met onbeperkt in dit plan']],
    ],
    [
      'a pinned pair that is not there',
      changed(TWO_PARTS, { 'columns/4/lower': 1 }),
      [['columns/4', 0, 'van 1 tot en met 1 in dit plan']],
    ],
    [
      'a value that is not reached',
      changed(TWO_PARTS, { 'levels/2/value': 13, 'levels/2/bound': 13 }),
      [['levels/2/value', 13, '12, zoals het plan haalt']],
    ],
    [
      'a constant that was changed',
      changed(TWO_PARTS, { 'levels/1/constant': 0 }),
      [['levels/1/value', -2, '-1, zoals het plan haalt']],
    ],
    ['a bound below the value', changed(TWO_PARTS, { 'levels/2/bound': 11 }), [['levels/2/bound', 11, 'minstens 12']]],
    [
      'a level that is proven though its bound is higher',
      changed(TWO_PARTS, { 'levels/2/bound': 13 }),
      [['levels/2/proven', true, 'false: de grens is meer dan 12']],
    ],
    [
      'a level with room that is proven though its bound is higher',
      changed(WITH_ROOM, { 'levels/0/bound': 11 }),
      [['levels/0/proven', true, 'false: de grens is meer dan 10']],
    ],
    [
      'a proven level without a method',
      changed(TWO_PARTS, { 'levels/0/method': 'not-proven' }),
      [['levels/0/method', 'not-proven', 'een bewijs']],
    ],
    [
      'a method without a proven level',
      changed(TWO_PARTS, { 'levels/0/proven': false }),
      [['levels/0/method', 'lp-bound', 'not-proven']],
    ],
  ])('%s', (_name, file, faults) => {
    const check = checkReceipt(file);
    expect(check.faults.map(({ path, value, expected }) => [path, value, expected])).toEqual(faults);
    expect(check.levels).toEqual([]);
  });
});
