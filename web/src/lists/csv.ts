import type { Column } from './column';

/**
 * A table as CSV for a Dutch spreadsheet: semicolons, CRLF and a byte order mark. A text that a spreadsheet would run as a
 * formula gets an apostrophe in front.
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const exported = columns.filter((column) => column.text !== undefined);
  const lines = [
    exported.map((column) => csvCell(column.header)),
    ...rows.map((row) => exported.map((column) => csvCell(column.text?.(row) ?? ''))),
  ];
  return `\uFEFF${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value).replace('.', ',');
  const safe = /^[\s]*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
