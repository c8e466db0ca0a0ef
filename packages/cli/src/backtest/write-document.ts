import { writeFileSync } from 'node:fs';
import { openDraft } from '../terminal/draft.ts';

/** Writes a document as JSON; the file appears when it is whole. Throws Faults where it cannot be written. */
export const writeDocument = (file: string, document: unknown): void =>
  writeText(file, `${JSON.stringify(document, null, 2)}\n`);

/** Writes text; the file appears when it is whole. Throws Faults where it cannot be written. */
export function writeText(file: string, text: string): void {
  const draft = openDraft(file);
  try {
    writeFileSync(draft.path, text);
  } catch (error) {
    draft.discard();
    throw error;
  }
  draft.keep();
}
