import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { DataRow } from '@hale/core/validation';
import { root } from '../workspace.ts';

/** Beside the repository, where those who have the real data keep it; it is not part of the project. */
export const realSets = join(root, '..', 'shared', 'data');

/** Why there is nothing to look back on; null where the real sets are at hand. */
export const realSetsMissing = (): string | null =>
  existsSync(realSets)
    ? null
    : 'The real sets are not at ../shared/data, beside the repository, so that nothing is tried on them.';

export const dayMs = 86_400_000;

/** When each account did something, in milliseconds. */
export type Uses = ReadonlyMap<string, readonly number[]>;

const linesOf = (text: string): string[] => text.trim().split(/\r?\n/);
const read = (file: string): string => readFileSync(join(realSets, file), 'utf8');

function usesFrom(pairs: Iterable<readonly [account: string, at: number]>): Uses {
  const uses = new Map<string, number[]>();
  for (const [account, at] of pairs) {
    const own = uses.get(account);
    if (own) own.push(at);
    else uses.set(account, [at]);
  }
  return uses;
}

/** Days on which each customer of a wholesaler bought. */
export const wholesaler = (): Uses =>
  usesFrom(
    linesOf(read('online-retail/online_retail_daily_by_customer.csv'))
      .slice(1)
      .map((line) => {
        const [customer = '', from = ''] = line.split(',');
        return [customer, Date.UTC(2009, 11, 1 + Number(from), 12)];
      }),
  );

/** Days on which every fourth customer of CDNOW bought. */
export const musicBuyers = (): Uses =>
  usesFrom(
    linesOf(read('cdnow/CDNOW_master.txt')).flatMap((line): [string, number][] => {
      const [customer = '', on = ''] = line.trim().split(/\s+/);
      const at = Date.UTC(Number(on.slice(0, 4)), Number(on.slice(4, 6)) - 1, Number(on.slice(6, 8)), 12);
      return /^\d{8}$/.test(on) && Number(customer) % 4 === 0 ? [[customer, at]] : [];
    }),
  );

/** A student in one presentation of a course. */
export interface Enrolment {
  readonly start: number;
  /** When the student withdrew formally; null for those who did not. */
  readonly left: number | null;
  /** The day from which nothing of this presentation is recorded. */
  readonly recordedUntil: number;
}

/** The first day of each presentation. */
export const presentations = {
  '2013B': Date.UTC(2013, 1, 4),
  '2013J': Date.UTC(2013, 9, 7),
  '2014J': Date.UTC(2014, 9, 6),
} as const;

const startOf = (presentation: string): number =>
  new Map<string, number>(Object.entries(presentations)).get(presentation) ?? Number.NaN;

/** Students of courses, by presentation, and the last day of each week on which they clicked on something. */
export interface Students {
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly uses: Uses;
}

export function students(): Students {
  const weeks = linesOf(gunzipSync(readFileSync(join(realSets, 'oulad/oulad_weekly.csv.gz'))).toString()).slice(1);
  const uses = usesFrom(
    weeks.map((line) => {
      const [course, presentation = '', student, , , , , , lastDay = ''] = line.split(',');
      return [`${course} ${presentation} ${student}`, startOf(presentation) + (Number(lastDay) + 0.5) * dayMs];
    }),
  );
  const enrolments = new Map<string, Enrolment>();
  for (const line of linesOf(read('oulad/oulad_enrolments.csv')).slice(1)) {
    const [course, presentation = '', student, , , , , left = ''] = line.split(',');
    const start = startOf(presentation);
    // Of this one, the clicks of all students end on day 132; the others are whole, and run to day 240 and beyond.
    const days = `${course} ${presentation}` === 'BBB 2013J' ? 132 : 240;
    enrolments.set(`${course} ${presentation} ${student}`, {
      start,
      left: left === '' ? null : start + Number(left) * dayMs,
      recordedUntil: start + days * dayMs,
    });
  }
  return { enrolments, uses };
}

/** The numbers of a table as rows of accounts that have nothing but a number to be told apart by. */
export function tableRows(file: string, columns: readonly number[]): DataRow[] {
  const [, ...lines] = linesOf(read(file));
  return lines.map((line, row) => {
    const cells = line.split(',');
    const values = columns.map((column) => Number(cells[column]));
    return { account: `${row}`, cutOff: 0, values, observed: values.map(() => 0), happened: cells.at(-1) === '1' };
  });
}
