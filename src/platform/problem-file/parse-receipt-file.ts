import { readReceipt } from '../../core/proof/read-receipt';
import type { ReceiptFile } from '../../core/proof/receipt-file';
import { readJson, type FileError } from './file-error';
import { receiptSchema } from './receipt.schema';

/** A receipt that is whole, or everything that is wrong with the file. What it proves is for `checkReceipt`. */
export function parseReceiptFile(
  text: string,
): { readonly receipt: ReceiptFile } | { readonly errors: readonly FileError[] } {
  const read = readJson<ReceiptFile>(receiptSchema, text);
  if ('errors' in read) return { errors: read.errors };
  const checked = readReceipt(read.value);
  if ('parts' in checked) return { receipt: read.value };
  return {
    errors: checked.faults.map(({ path, value, expected }) => ({ pad: path, waarde: value, verwacht: expected })),
  };
}
