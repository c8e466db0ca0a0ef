import { given, HealthError } from '../errors.ts';
import { readable } from '../schema/parse.ts';
import { isLoose, type Loose, own } from './migrations/migration.ts';
import { migrations } from './migrations/migrations.ts';

/** The format of model documents that this version writes. */
const modelFormat = migrations.length;

/** A document in today's format, and what was changed to get there, in sentences; none when it was so already. */
export interface MigratedModel {
  /** Ready for `parseModel`, which says what may still be wrong with it. */
  readonly model: unknown;
  readonly notes: readonly string[];
}

/**
 * Brings an older model document to today's format, one format at a time. A document without `format` is of today's,
 * or of the first drafts where its version is a number. Throws a HealthError for what is no document, and for one of a
 * newer format than this version knows.
 */
export const migrateModel = (document: unknown): MigratedModel => readable(() => migrate(document), 'the model');

function migrate(document: unknown): MigratedModel {
  if (!isLoose(document)) {
    throw new HealthError({
      code: 'invalid-type',
      path: '',
      message: `the model must be an object, not ${given(document)}.`,
    });
  }
  const from = formatOf(document);
  if (from === modelFormat) return { model: document, notes: [] };
  const notes: string[] = [];
  let model = document;
  for (const step of migrations.slice(from)) model = step.up(model, (sentence) => notes.push(sentence));
  return { model: { ...model, format: modelFormat }, notes };
}

function formatOf(document: Loose): number {
  const format = own(document, 'format');
  if (format === undefined) return typeof own(document, 'version') === 'number' ? 0 : modelFormat;
  if (typeof format === 'number' && Number.isInteger(format) && format >= 0 && format <= modelFormat) return format;
  const isNewer = typeof format === 'number' && format > modelFormat;
  throw new HealthError({
    code: isNewer ? 'newer-format' : 'invalid-format',
    path: 'format',
    message: isNewer
      ? `format must be at most ${modelFormat}, not ${given(format)}: this document was written for a newer version of Hale; update to read it.`
      : `format must be a whole number from 0 to ${modelFormat}, not ${given(format)}.`,
  });
}
