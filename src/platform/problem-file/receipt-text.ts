import type { ReceiptFile } from '../../core/proof/receipt-file';

/** A receipt as text: one line for each column, row, level and match, so that people can find their way. */
export function receiptText(receipt: ReceiptFile): string {
  const members = Object.entries(receipt).map(([key, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const items = value.map((item) => `\n  ${JSON.stringify(item)}`);
    return `${JSON.stringify(key)}: [${items.join(',')}${items.length > 0 ? '\n' : ''}]`;
  });
  return `{\n${members.join(',\n')}\n}\n`;
}
