/** SQL of a check: the column holds one of these values (or nothing, where the column may be empty). */
export function oneOf(column: string, values: readonly string[]): string {
  return `"${column}" IN (${values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ')})`;
}
