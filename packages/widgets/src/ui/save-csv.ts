import { type Cell, csv } from './csv.ts';

/** Has the browser save a table as a file; its name is made fit for one. */
export function saveCsv(
  host: HTMLElement,
  name: string,
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const link = host.ownerDocument.createElement('a');
  link.href = URL.createObjectURL(new Blob([csv(head, rows)], { type: 'text/csv' }));
  link.download = `${name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}.csv`;
  link.click();
  // Revoked at once, the download would come to nothing in some engines.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
