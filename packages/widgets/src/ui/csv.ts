/** One value of a table for machines: text, a number, or null for what is missing. */
export type Cell = string | number | null;

/**
 * A table as comma-separated values (RFC 4180, with a byte order mark so that spreadsheets read UTF-8).
 * What is missing stays empty. Text that a spreadsheet would run as a formula is led in by an apostrophe.
 */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
