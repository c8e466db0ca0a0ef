/** Any JSON object: what a document is before it has been parsed. */
export type Loose = Readonly<Record<string, unknown>>;

/** Brings a document of one format to the next. It mends what it knows and leaves the rest for `parseModel` to judge. */
export interface Migration {
  /** The format it takes; it gives the next one. */
  readonly from: number;
  /** Returns a new document, and says in `note` what it changed. Changes nothing of what it is given. */
  up(document: Loose, note: (sentence: string) => void): Loose;
}

export const isLoose = (value: unknown): value is Loose =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** A record's own field, whatever it is; undefined when it has none. */
export const own = (record: Loose, key: string): unknown => (Object.hasOwn(record, key) ? record[key] : undefined);
