import { writeFileSync } from 'node:fs';
import { openDraft } from '../terminal/draft.ts';

/** Writes a document as JSON; the file appears when it is whole. Throws Faults where it cannot be written. */
export function writeDocument(file: string, document: unknown): void {
  const draft = openDraft(file);
  try {
    writeFileSync(draft.path, `${JSON.stringify(document, null, 2)}\n`);
  } catch (error) {
    draft.discard();
    throw error;
  }
  draft.keep();
}
