import type { CsvRow } from '../read-csv.ts';

/** What a section of the mapping does with a row of its file. */
export type TakeRow = (row: CsvRow, account: string) => void;
