/** Rows of cells as lines of text, each column as wide as its widest cell; numbers stand at the right. */
export function formatTable(rows: readonly (readonly (string | number)[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, String(cell).length)));
  const padded = (cell: string | number, i: number): string =>
    String(cell)[typeof cell === 'number' ? 'padStart' : 'padEnd'](widths[i] ?? 0);
  return rows.map(row => `${row.map(padded).join('  ').trimEnd()}\n`).join('');
}
