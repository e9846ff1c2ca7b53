import { describe, expect, it } from '@jest/globals';
import { partsOf, readReceipt, rowOfLevel } from '../../../src/core/proof/read-receipt';
import type { ReceiptFile } from '../../../src/core/proof/receipt-file';
import { changed, TWO_PARTS, WITH_ROOM } from '../../support/small-receipts';

const faultsOf = (file: ReceiptFile) => {
  const read = readReceipt(file);
  return 'faults' in read ? read.faults.map(({ path, expected }) => `${path}: ${expected}`) : [];
};

describe('the programme of a receipt', () => {
  it('is read part by part', () => {
    const read = readReceipt(TWO_PARTS);
    if ('faults' in read) throw new Error('no faults were expected');
    const shown = read.parts.map(({ columns, rows }) => ({
      columns: [...columns].map(([column, { lower, upper }]) => `${column}: ${lower}..${upper}`),
      rows: [...rows].map(
        ([row, { lower, upper, terms }]) =>
          `${row}: ${lower}..${upper} of ${[...terms].map(([column, weight]) => `${column}×${weight}`).join(' ')}`,
      ),
    }));
    expect(shown).toEqual([
      { columns: ['0: 0..1', '1: 0..1', '2: 0..2'], rows: ['0: null..1 of 0×1 1×1', '1: 2..null of 0×1 1×1 2×1'] },
      { columns: ['3: 0..1', '4: 0..1'], rows: ['2: null..5 of 3×3 4×4'] },
    ]);
    expect(read.parts[1]!.rowsOf.get(3)).toEqual([2]);
  });

  it('gives each level a row behind those of the file', () => {
    expect([0, 1, 2].map((level) => rowOfLevel(TWO_PARTS, level))).toEqual([3, 4, 5]);
    expect(rowOfLevel(WITH_ROOM, 0)).toBe(1);
  });

  it('may have no columns, and rows without any', () => {
    const nothing = changed(TWO_PARTS, { columns: [], rows: [], levels: [], matches: [] });
    expect(readReceipt(nothing)).toEqual({ parts: [] });
    const empty = changed(TWO_PARTS, { 'rows/3': { ruleId: null, key: 'unit:U9', upper: 0, columns: [] } });
    expect(partsOf(empty).map(({ rows }) => [...rows.keys()])).toEqual([[0, 1], [2]]);
  });
});

const [COLUMN, OF_PART] = ['het nummer van een kolom', 'een kolom van hetzelfde deel'];
const SOFT_ROW = 'een rij met alleen een ondergrens, waarin deze kolom 1 keer telt';
const ONLY_ROW = 'de enige rij waarin deze kolom telt';
const NEW_COLUMN = 'een kolom die nog niet voorkomt';
const FROM_0 = 'een geheel getal van 0 tot en met';
const TREE = 'een boom waarin elke splitsing twee takken heeft';
const ROW_OF_PART = 'een rij van dit deel, van een niveau erboven, of die al geleerd is';
const PAIR_OF_PART = 'het nummer van een paar in dit deel';
const ONE_PART = '0, omdat de ronde uit meer dan één deel bestaat';

const NODES = 'levels/2/proofs/1/nodes';
const FIRST = 'levels/0/proofs/0/nodes/0/multipliers/0';
const SECOND = 'levels/1/proofs/0/nodes/0/multipliers/0/rows/0/0';
/** A round of the first part: row 6 is learnt from row 0, and row 7 from that. */
const ROUND = {
  multipliers: { scale: 1, rows: [[0, 1]] },
  learnt: [
    { scale: 2, rows: [[0, 1]], fromUpper: [0, 1] },
    { scale: 3, rows: [[6, 1]] },
  ],
};
const ROUNDS = 'levels/0/proofs/0/rounds';
const LEARNT = `${ROUNDS}/0/learnt`;

/** Of each kind: a change, and every fault that it makes. */
const FAULTS: Record<string, [changes: Record<string, unknown>, ...faults: string[]][]> = {
  columns: [
    [{}],
    [{ 'columns/0/pair': undefined }, 'columns/0: óf pair óf shortageOf'],
    [
      { 'columns/2/pair': ['H9', 'U9'] },
      ...['columns/2: óf pair óf shortageOf', 'columns/2/upper: 0 of 1 voor een paar'],
    ],
    [{ 'columns/2/lower': 3 }, `columns/2/lower: ${FROM_0} 2`],
    [{ 'columns/2/lower': -1 }, `columns/2/lower: ${FROM_0} 2`],
    [{ 'columns/2/lower': 2 }],
    [{ 'columns/0/lower': 1 }],
    [{ 'columns/0/upper': 0 }],
    [{ 'columns/0/upper': 2 }, 'columns/0/upper: 0 of 1 voor een paar'],
    [{ 'columns/0/upper': 2, 'columns/0/lower': 2 }, 'columns/0/upper: 0 of 1 voor een paar'],
    [{ 'columns/0/lower': 2 }, `columns/0/lower: ${FROM_0} 1`, 'columns/0/upper: 0 of 1 voor een paar'],
    [{ 'columns/1/pair': ['H1', 'U1'] }, `columns/1: ${NEW_COLUMN}`],
    [{ 'columns/5': { shortageOf: 1, part: 0 } }, `columns/5: ${NEW_COLUMN}`, `columns/5/shortageOf: ${SOFT_ROW}`],
    [{ 'columns/2/shortageOf': 0 }, `columns/2/shortageOf: ${SOFT_ROW}`, `columns/2/shortageOf: ${ONLY_ROW}`],
    [{ 'columns/2/shortageOf': 9 }, `columns/2/shortageOf: ${SOFT_ROW}`, `columns/2/shortageOf: ${ONLY_ROW}`],
    [{ 'rows/1/upper': 3 }, `columns/2/shortageOf: ${SOFT_ROW}`],
    [{ 'rows/1/lower': undefined }, `columns/2/shortageOf: ${SOFT_ROW}`],
    [{ 'rows/1/columns': [0, 1] }, `columns/2/shortageOf: ${SOFT_ROW}`],
    [{ 'rows/1/columns': [2, 0, 1] }],
    [{ 'rows/1/weights': [1, 1, 2] }, `columns/2/shortageOf: ${SOFT_ROW}`],
    [{ 'rows/1/weights': [3, 1, 1] }],
    [{ 'rows/0/columns': [0, 1, 2] }, `columns/2/shortageOf: ${ONLY_ROW}`],
    [
      { 'columns/5': { pair: ['H5', 'U5'], part: 3 } },
      'columns/5/part: delen die vanaf 0 doorlopen genummerd zijn',
      ...[0, 1, 2].map((level) => `levels/${level}/proofs: 3 bewijzen, één per deel`),
    ],
  ],
  rows: [
    [{ 'rows/2/key': 'unit:U1' }],
    [{ 'rows/2/key': 'unit:U1', 'rows/2/ruleId': null }, 'rows/2/key: een rij die nog niet voorkomt'],
    [{ 'rows/0/lower': 2 }, 'rows/0/lower: hoogstens 1'],
    [{ 'rows/0/lower': 1 }],
    [{ 'rows/0/weights': [1] }, 'rows/0/weights: 2 gewichten, één per kolom'],
    [{ 'rows/0/weights': [1, 0] }, 'rows/0/weights/1: een geheel getal, niet 0'],
    [{ 'rows/0/columns': [1, 1] }, 'rows/0/columns: elke kolom één keer'],
    [{ 'rows/0/columns': [0, 9] }, `rows/0/columns/1: ${COLUMN}`],
    [{ 'rows/0/columns': [0, 3] }, `rows/0/columns/1: ${OF_PART}`],
  ],
  levels: [
    [{ 'levels/1/level': 1 }, 'levels/1/level: 2'],
    [{ 'levels/1/proofs': [] }, 'levels/1/proofs: 2 bewijzen, één per deel'],
    [{ 'levels/1/epsilon': 1 }, `levels/1/epsilon: ${ONE_PART}`],
    [{ 'levels/1/worth/1': [2, -1] }, 'levels/1/worth: elke kolom één keer'],
    [{ 'levels/1/worth/0/0': 5 }, `levels/1/worth/0/0: ${COLUMN}`],
    [{ 'levels/0/proofs/0/witness': [1, 5] }, `levels/0/proofs/0/witness/1: ${PAIR_OF_PART}`],
    [{ 'levels/0/proofs/0/witness': [2] }, `levels/0/proofs/0/witness/0: ${PAIR_OF_PART}`],
    [{ 'levels/0/proofs/0/witness': [3] }, `levels/0/proofs/0/witness/0: ${PAIR_OF_PART}`],
    [{ [NODES]: [] }, `${NODES}: ${TREE}`],
    [{ [`${NODES}/2/split`]: [4, 0] }, `${NODES}: ${TREE}`],
    [{ [`${NODES}/3`]: { multipliers: [] } }, `${NODES}: ${TREE}`],
    [{ [`${NODES}/3`]: { multipliers: [], split: [3, 0] } }, `${NODES}: ${TREE}`],
    [{ [`${NODES}/0/split`]: undefined }, `${NODES}: ${TREE}`],
    [{ [`${NODES}/0/split`]: undefined, [`${NODES}/1/split`]: [3, 0] }, `${NODES}: ${TREE}`],
    [{ [`${NODES}/0/split/0`]: 0 }, `${NODES}/0/split/0: een kolom van dit deel`],
    [{ [`${FIRST}/scale`]: 0 }, `${FIRST}/scale: een geheel getal vanaf 1`],
    [{ [`${FIRST}/scale`]: '1' }],
    [{ [`${FIRST}/rows/1`]: [0, 1] }, `${FIRST}/rows: elke rij één keer`],
    // Of another part, of this level itself, and of nothing at all; the row of the level above is right.
    [{ [SECOND]: 2 }, `${SECOND}: ${ROW_OF_PART}`],
    [{ [SECOND]: 4 }, `${SECOND}: ${ROW_OF_PART}`],
    [{ [SECOND]: 9 }, `${SECOND}: ${ROW_OF_PART}`],
    [{ [`${FIRST}/rows/0/0`]: 3 }, `${FIRST}/rows/0/0: ${ROW_OF_PART}`],
    [{ [`${NODES}/1/multipliers/0/rows`]: [[4, 1]] }],
  ],
  'rows that are learnt': [
    [{ [ROUNDS]: [ROUND] }, `${LEARNT}/1/rows/0/0: ${ROW_OF_PART}`],
    [{ [ROUNDS]: [ROUND, ROUND] }, `${LEARNT}/1/rows/0/0: ${ROW_OF_PART}`],
    [{ [ROUNDS]: [{ ...ROUND, learnt: [ROUND.learnt[0]] }] }],
    // Learnt before, so that the tree, a later round and a later level of the same part may use it; another part may not.
    [{ [ROUNDS]: [{ ...ROUND, learnt: [ROUND.learnt[0]] }], [`${FIRST}/rows/0/0`]: 6 }],
    [{ [ROUNDS]: [{ ...ROUND, learnt: [ROUND.learnt[0]] }], [SECOND]: 6 }],
    [{ [ROUNDS]: [{ ...ROUND, learnt: [ROUND.learnt[0]] }], [SECOND]: 7 }, `${SECOND}: ${ROW_OF_PART}`],
    [
      { [ROUNDS]: [{ ...ROUND, learnt: [ROUND.learnt[0]] }], [`${NODES}/1/multipliers/0/rows`]: [[6, 1]] },
      `${NODES}/1/multipliers/0/rows/0/0: ${ROW_OF_PART}`,
    ],
    [
      { [ROUNDS]: [{ multipliers: { scale: 0, rows: [] }, learnt: [] }] },
      `${ROUNDS}/0/multipliers/scale: een geheel getal vanaf 1`,
    ],
    [{ [ROUNDS]: [{ ...ROUND, learnt: [{ scale: 0, rows: [] }] }] }, `${LEARNT}/0/scale: een geheel getal vanaf 1`],
    [
      {
        [ROUNDS]: [
          {
            ...ROUND,
            learnt: [
              {
                scale: 1,
                rows: [
                  [0, 1],
                  [0, 1],
                ],
              },
            ],
          },
        ],
      },
      `${LEARNT}/0/rows: elke rij één keer`,
    ],
    [
      { [ROUNDS]: [{ ...ROUND, learnt: [{ scale: 1, rows: [], fromUpper: [0, 3] }] }] },
      `${LEARNT}/0/fromUpper/1: een kolom van dit deel`,
    ],
  ],
};

describe.each(Object.entries(FAULTS))('faults in %s', (_name, cases) => {
  it.each(cases.map(([changes, ...faults]) => [JSON.stringify(changes), changes, faults] as const))(
    '%s',
    (_changes, changes, faults) => {
      expect(faultsOf(changed(TWO_PARTS, changes))).toEqual(faults);
    },
  );
});

describe('a receipt with room on a level', () => {
  it('is right in one part, and shows what is wrong with its value', () => {
    expect(faultsOf(WITH_ROOM)).toEqual([]);
    const read = readReceipt(changed(TWO_PARTS, { 'rows/0/lower': 2 }));
    expect(read).toEqual({ faults: [{ path: 'rows/0/lower', value: 2, expected: 'hoogstens 1' }] });
  });
});
