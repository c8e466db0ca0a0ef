import { element } from './element.ts';

/** Saves a file on the reader's machine under a name. */
export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  element('a', { href: address, download: name }).click();
  // Revoked at once, the download would come to nothing in some engines.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
