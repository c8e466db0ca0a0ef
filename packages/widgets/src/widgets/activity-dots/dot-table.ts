import type { Column, TableContent } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { type ActivityReading, attendance, type DotRow, dayAt } from './read-activity.ts';
import { type ActivitySpeech, sayRow } from './say-activity.ts';

/** Every row, how it stands, and what it did on each day from `from` on. */
export function dotTable(
  activity: ActivityReading,
  from: number,
  title: string,
  speech: ActivitySpeech,
): TableContent<DotRow> {
  const { words, formats } = speech;
  const utc = formatsOf(formats.lang, 'UTC');
  const days = Array.from({ length: activity.days - from }, (_, i) => from + i);
  const columns: Column<DotRow>[] = [
    { name: activity.label ?? words.name, text: ({ label }) => label, value: ({ label }) => label },
    {
      name: words.days,
      text: (row) => sayRow({ ...row, quiet: null }, activity, from, speech),
      value: (row) => attendance(row, activity.weekday, from).active,
    },
    {
      name: words.quietColumn,
      text: ({ quiet }) => (quiet === null ? '' : formats.number(quiet)),
      value: ({ quiet }) => quiet,
    },
    ...days.map((day) => ({
      name: utc.day(dayAt(activity, day)),
      text: ({ counts }: DotRow) => (typeof counts[day] === 'number' ? formats.number(counts[day]) : words.noData),
      value: ({ counts }: DotRow) => counts[day] ?? null,
    })),
  ];
  return { caption: words.table(title), columns, rows: activity.rows, file: title };
}
