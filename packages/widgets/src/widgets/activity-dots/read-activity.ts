import { instant, items, number, text } from '../../ui/loose.ts';
import type { GivenReport } from '../../ui/score-reading.ts';

const day = 86_400_000;
/** Days without any action after which a row is called quiet. */
const quietFrom = 7;

/** One row of a grid: what one person, feature or team did on each day. */
export interface DotRow {
  readonly id: string;
  readonly label: string;
  /** Actions on each day; null where the day was not observed. */
  readonly counts: readonly (number | null)[];
  /** Whether a key feature was used, by day. */
  readonly key: readonly boolean[];
  /** Days on which anything was done. */
  readonly active: number;
  /** Days since the last action, if that is long ago; null for a row that is active, was never, or is no longer observed. */
  readonly quiet: number | null;
  /** Whether nothing was done on any observed day. */
  readonly isIdle: boolean;
}

/** A grid of who, or what, was active on which day. */
export interface ActivityReading {
  /** What the rows are told apart by: `user`, `feature`, `team`. */
  readonly by: string;
  readonly label: string | null;
  /** The first day, in ms since 1970; days are UTC. */
  readonly start: number;
  readonly days: number;
  /** Weekday of the first day, 0 for Monday. */
  readonly weekday: number;
  /** Most active days first. */
  readonly rows: readonly DotRow[];
  /** Rows that exist and are not among them. */
  readonly more: number;
}

/** Days worked, of the days on which work was due and observed: Monday to Friday. */
export interface Attendance {
  readonly active: number;
  readonly of: number;
}

/** Reads the grid told apart `by` a property, or the first one; null where there is none with rows. */
export function readActivity(report: GivenReport, by: string | null): ActivityReading | null {
  const start = instant(report.activity?.start);
  const grids = items(report.activity?.grids, 10);
  const grid = by === null ? grids[0] : grids.find((each) => each.by === by);
  if (start === null || !grid) return null;
  const rows = items(grid.rows, 200);
  const longest = rows.reduce((most, row) => Math.max(most, Array.isArray(row.counts) ? row.counts.length : 0), 0);
  const days = Math.min(366, number(report.activity?.days, 1, 366) ?? longest);
  if (rows.length === 0 || days === 0) return null;
  return {
    by: text(grid.by, 60) ?? '',
    label: text(grid.label, 60),
    start,
    days,
    weekday: (new Date(start).getUTCDay() + 6) % 7,
    rows: rows
      .map((row, i) => readRow(row, i, days))
      .sort((a, b) => b.active - a.active || total(b.counts) - total(a.counts)),
    more: number(grid.more, 0) ?? 0,
  };
}

/** How many days are known to be without activity: null where there was some, or nobody can say. */
export function idleDays({ activity }: GivenReport): number | null {
  const isIdle = instant(activity?.start) !== null && Array.isArray(activity?.grids) && activity.grids.length === 0;
  return isIdle ? number(activity?.days, 1, 366) : null;
}

/** Four weeks of nine rows that say nothing: what stands there before, or instead of, a grid. `isUnseen` dashes them. */
export function blankActivity(isUnseen: boolean): ActivityReading {
  const counts = Array.from({ length: 28 }, () => (isUnseen ? null : 0));
  const rows = Array.from({ length: 9 }, (_, i) => readRow({ id: String(i), label: ' ', counts }, i, 28));
  return { by: '', label: null, start: 0, days: 28, weekday: 0, rows, more: 0 };
}

/** How many of the working days from `from` on a row was active on. */
export function attendance({ counts }: DotRow, weekday: number, from: number): Attendance {
  let active = 0;
  let of = 0;
  for (let i = from; i < counts.length; i++) {
    const count = counts[i] ?? null;
    if ((i + weekday) % 7 > 4 || count === null) continue;
    of++;
    if (count > 0) active++;
  }
  return { active, of };
}

/** Those who have gone quiet, as many as a headline names: three, or two where there are more. */
export function namedRows({ rows }: Pick<ActivityReading, 'rows'>): readonly DotRow[] {
  const quiet = rows.filter((row) => row.quiet !== null);
  return quiet.slice(0, quiet.length > 3 ? 2 : 3);
}

/** When a day of a grid begins, in ms since 1970. */
export function dayAt({ start }: ActivityReading, index: number): number {
  return start + index * day;
}

function readRow(
  row: { id?: unknown; label?: unknown; counts?: unknown; key?: unknown },
  i: number,
  days: number,
): DotRow {
  const given: readonly unknown[] = Array.isArray(row.counts) ? row.counts : [];
  const keys: readonly unknown[] = Array.isArray(row.key) ? row.key : [];
  const counts = Array.from({ length: days }, (_, d) => number(given[d], 0));
  const seen = counts.findLastIndex((count) => count !== null);
  const acted = counts.findLastIndex((count) => count !== null && count > 0);
  const silent = seen - acted;
  return {
    id: text(row.id, 200) ?? String(i),
    label: text(row.label, 200) ?? text(row.id, 200) ?? '–',
    counts,
    key: counts.map((count, d) => count !== null && count > 0 && (keys[d] === 1 || keys[d] === true)),
    active: counts.filter((count) => count !== null && count > 0).length,
    // A row that was not observed lately may be anything but quiet.
    quiet: acted >= 0 && silent >= quietFrom && days - 1 - seen < 3 ? silent : null,
    isIdle: acted < 0,
  };
}

const total = (counts: readonly (number | null)[]): number =>
  counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
