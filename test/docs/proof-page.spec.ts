import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { checkReceipt } from '../../src/core/proof/check-receipt';
import { parseReceiptFile } from '../../src/platform/problem-file/parse-receipt-file';

it('the example of docs/proof.md is a receipt that proves what the page says', () => {
  const page = readFileSync(join(__dirname, '../../docs/proof.md'), 'utf8');
  const [, example] = /^```json\n([\s\S]*?)^```$/m.exec(page)!;
  const read = parseReceiptFile(example!);
  if ('errors' in read) throw new Error(JSON.stringify(read.errors));
  const { faults, levels } = checkReceipt(read.receipt);
  expect(faults).toEqual([]);
  expect(levels).toMatchObject([{ value: 2, bound: 2n, outcome: 'arithmetic' }]);
  const unproven = { ...read.receipt.levels[0]!, proofs: [{ nodes: [{ multipliers: [] }] }] };
  expect(checkReceipt({ ...read.receipt, levels: [unproven] }).levels).toMatchObject([{ outcome: 'search-only' }]);
});
