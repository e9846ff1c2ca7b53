import type { ReceiptFile } from '../../src/core/proof/receipt-file';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const HEAD = {
  format: 'woonplek-receipt/2',
  regionId: 'assen',
  problemHash: 'p',
  policyHash: 'q',
  planHash: 'r',
  policyVersion: '1',
  seed: 'seed',
  engine: { id: 'none', version: '1' },
} as const;
const proven = { epsilon: 0, proven: true, method: 'lp-bound' } as const;
const HALVES = {
  scale: 2,
  rows: [
    [0, 1],
    [1, 1],
    [2, 1],
  ],
} as const;
const nothing = { multipliers: [{ scale: 1, rows: [] }] } as const;

/**
 * Two parts, written out by hand. Part 0: one home for two households and a floor of 2 with its shortage. Part 1: two homes
 * under a row in points; one level of it is proven by a split.
 */
export const TWO_PARTS: ReceiptFile = {
  ...HEAD,
  columns: [
    { pair: ['H1', 'U1'], part: 0 },
    { pair: ['H2', 'U1'], part: 0 },
    { shortageOf: 1, part: 0, upper: 2 },
    { pair: ['H3', 'U2'], part: 1 },
    { pair: ['H4', 'U3'], part: 1 },
  ],
  rows: [
    { ruleId: null, key: 'unit:U1', upper: 1, columns: [0, 1] },
    { ruleId: 'spreiding-floor', key: 'Q', lower: 2, columns: [0, 1, 2] },
    { ruleId: 'draagkracht', key: 'W', upper: 5, columns: [3, 4], weights: [3, 4] },
  ],
  levels: [
    {
      ...{ level: 1, objectiveId: 'housed', ...proven, value: 2, bound: 2, constant: 0 },
      worth: [
        [0, 1],
        [1, 1],
        [3, 1],
        [4, 1],
      ],
      proofs: [
        { nodes: [{ multipliers: [{ scale: 1, rows: [[0, 1]] }] }] },
        { nodes: [{ multipliers: [{ scale: 4, rows: [[2, '1']] }] }] },
      ],
    },
    {
      ...{ level: 2, objectiveId: 'shortages', ...proven, value: -2, bound: -2, constant: -1 },
      worth: [[2, -1]],
      proofs: [
        {
          nodes: [
            {
              multipliers: [
                {
                  scale: 1,
                  rows: [
                    [1, -1],
                    [3, 1],
                  ],
                },
              ],
            },
          ],
        },
        { nodes: [nothing] },
      ],
    },
    {
      ...{ level: 3, objectiveId: 'points', ...proven, value: 12, bound: 12, constant: 0 },
      worth: [
        [0, 5],
        [1, 5],
        [3, 7],
        [4, 4],
      ],
      proofs: [
        { nodes: [{ multipliers: [{ scale: 1, rows: [[0, 5]] }] }] },
        { nodes: [{ multipliers: [], split: [3, 0] }, nothing, nothing] },
      ],
    },
  ],
  matches: [
    ['H1', 'U1'],
    ['H3', 'U2'],
  ],
};

/** One part: the second household goes first on the second level, for which the first level gives up 1 of the 10 it could have. */
export const WITH_ROOM: ReceiptFile = {
  ...HEAD,
  columns: [
    { pair: ['H1', 'U1'], part: 0 },
    { pair: ['H2', 'U1'], part: 0 },
  ],
  rows: [{ ruleId: null, key: 'unit:U1', upper: 1, columns: [0, 1] }],
  levels: [
    {
      ...{ level: 1, objectiveId: 'points', ...proven, epsilon: 1, value: 9, bound: 10, constant: 0 },
      worth: [
        [0, 10],
        [1, 9],
      ],
      proofs: [{ witness: [0], nodes: [{ multipliers: [{ scale: 1, rows: [[0, 10]] }] }] }],
    },
    {
      ...{ level: 2, objectiveId: 'wishes', ...proven, value: 7, bound: 7, constant: 0 },
      worth: [[1, 7]],
      proofs: [{ nodes: [nothing] }],
    },
  ],
  matches: [['H2', 'U1']],
};

/**
 * One part: three households of whom any two stand in each other's way. The relaxation houses one and a half; a row that is
 * learnt from halves of the three rows says one, and so the second level may use it.
 */
export const ODD_CIRCLE: ReceiptFile = {
  ...HEAD,
  columns: [
    { pair: ['H1', 'U1'], part: 0 },
    { pair: ['H2', 'U2'], part: 0 },
    { pair: ['H3', 'U3'], part: 0 },
  ],
  rows: [
    { ruleId: 'apart', key: 'A', upper: 1, columns: [0, 1] },
    { ruleId: 'apart', key: 'B', upper: 1, columns: [1, 2] },
    { ruleId: 'apart', key: 'C', upper: 1, columns: [0, 2] },
  ],
  levels: [
    {
      ...{ level: 1, objectiveId: 'housed', ...proven, value: 1, bound: 1, constant: 0 },
      worth: [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      proofs: [
        {
          rounds: [{ multipliers: HALVES, learnt: [HALVES] }],
          nodes: [{ multipliers: [{ scale: 1, rows: [[5, 1]] }] }],
        },
      ],
    },
    {
      ...{ level: 2, objectiveId: 'points', ...proven, value: 7, bound: 7, constant: 0 },
      worth: [
        [0, 5],
        [1, 7],
        [2, 4],
      ],
      proofs: [{ nodes: [{ multipliers: [{ scale: 1, rows: [[5, 7]] }] }] }],
    },
  ],
  matches: [['H2', 'U2']],
};

/** A copy with other values at some paths (`rows/0/upper`); undefined takes the value away. */
export function changed(file: ReceiptFile, changes: Readonly<Record<string, unknown>>): ReceiptFile {
  const copy = JSON.parse(JSON.stringify(file)) as Json;
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split('/');
    const last = keys.pop()!;
    const holder = keys.reduce<Json>((at, key) => (at as Record<string, Json>)[key]!, copy) as Record<string, Json>;
    if (value === undefined) delete holder[last];
    else holder[last] = value as Json;
  }
  return copy as unknown as ReceiptFile;
}
