import type { GivenReport } from '../../ui/score-reading.ts';

/** What one person, feature or team did on each day from `start` on; null where the day was not observed. */
export interface GivenRow {
  readonly label: string;
  /** Of each day from `start` on, how much; 0 for nothing, null where nobody looked. */
  readonly counts: readonly (number | null)[];
  /** 1, or true, on days a key feature was used. */
  readonly key?: readonly (0 | 1 | boolean)[];
}

/** What activity dots may be told without any report. */
export interface ActivityAttributes {
  readonly rows?: readonly GivenRow[] | null | undefined;
  readonly start?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly by?: string | null | undefined;
}

/** A widget's own rows as a report; null without rows or a start. */
export function attributeReport({ rows, start, by }: ActivityAttributes): GivenReport | null {
  if (!Array.isArray(rows) || !start) return null;
  const days = rows.reduce((most, row) => Math.max(most, Array.isArray(row?.counts) ? row.counts.length : 0), 0);
  return { activity: { start, days: Math.min(366, days), grids: [{ by: by ?? 'user', rows, more: 0 }] } };
}
