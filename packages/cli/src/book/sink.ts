import type { Report } from '@hale/core';

/** Where reports go. */
export interface Sink {
  add(report: Report): Promise<void>;
  /** All are there. */
  end(): Promise<void>;
  /** Forgets what came so far; nothing of it is left. */
  discard(): Promise<void>;
}

export const reportFormats = ['ndjson', 'json', 'csv', 'parquet'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Writes reports as JSON, each in a line: as they are for `ndjson`, in a list for `json`. */
export function jsonSink(format: 'ndjson' | 'json', write: (text: string) => Promise<void>): Pick<Sink, 'add' | 'end'> {
  const isList = format === 'json';
  let count = 0;
  return {
    add: (report) => {
      const before = isList ? (count === 0 ? '[\n' : ',\n') : '';
      count++;
      return write(`${before}${JSON.stringify(report)}${isList ? '' : '\n'}`);
    },
    end: () => (isList ? write(count === 0 ? '[]\n' : '\n]\n') : Promise.resolve()),
  };
}
