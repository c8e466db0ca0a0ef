import { type Formats, formatsOf } from '../../ui/formats.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import type { activityMessages } from './activity-dots.messages.ts';
import { type ActivityReading, attendance, type DotRow, dayAt, idleDays, namedRows } from './read-activity.ts';

/** Days back that count as lately. */
export const lately = 7;

/** The activity dots' words in some language, with that language's numbers; dates are UTC, as the days are. */
export interface ActivitySpeech {
  readonly words: (typeof activityMessages)['english'];
  readonly formats: Formats;
}

/** How many of the rows were active lately. */
export function activeLately({ rows, days }: ActivityReading): number {
  return rows.filter(({ counts }) => counts.slice(Math.max(0, days - lately)).some((count) => (count ?? 0) > 0)).length;
}

/** The headline: who has gone quiet, or how many were active lately. */
export function sayActivity(activity: ActivityReading, { words, formats }: ActivitySpeech): string {
  const { rows } = activity;
  const quiet = rows.filter((row) => row.quiet !== null);
  const all = formats.number(rows.length);
  if (rows.every((row) => row.quiet !== null || row.isIdle)) return words.allQuiet(all, rows.length);
  if (quiet.length > 0) {
    const named = namedRows(activity).map(({ label }) => short(label));
    if (named.length < quiet.length) named.push(words.others(formats.number(quiet.length - named.length)));
    return words.quiet(words.list(named), quiet.length);
  }
  const active = activeLately(activity);
  return active === rows.length
    ? words.allActive(all, rows.length, lately)
    : words.someActive(formats.number(active), all, lately);
}

/** What stands at the end of a row: quiet for how long, or on how many of the working days from `from` on it was active. */
export function sayRow(
  row: DotRow,
  { weekday }: ActivityReading,
  from: number,
  { words, formats }: ActivitySpeech,
  brief = false,
): string {
  if (row.quiet !== null) {
    const shown = formats.number(row.quiet);
    return brief ? words.quietShort(shown) : words.quietFor(shown, row.quiet);
  }
  return sayAttendance(row, weekday, from, { words, formats }, words.attendance);
}

function sayAttendance(
  row: DotRow,
  weekday: number,
  from: number,
  { words, formats }: ActivitySpeech,
  say: (active: string, of: string) => string,
): string {
  const { active, of } = attendance(row, weekday, from);
  return of === 0 ? words.noData : say(formats.number(active), formats.number(of));
}

/** The headline where there are no rows: that nothing happened, where that is known. */
export function sayNone(report: GivenReport, { words, formats }: ActivitySpeech): string {
  const days = idleDays(report);
  return days === null ? words.none : words.idle(formats.number(days), days);
}

/** One day of one row in words. */
export function sayDay(
  activity: ActivityReading,
  row: DotRow,
  day: number,
  { words, formats }: ActivitySpeech,
): string {
  const count = row.counts[day] ?? null;
  const done =
    count === null ? words.noData : count === 0 ? words.nothing : words.actions(formats.number(count), count);
  const weekday = formatsOf(formats.lang, 'UTC').weekday(dayAt(activity, day));
  return words.reading(short(row.label), weekday, row.key[day] ? words.withKey(done) : done);
}

/** The whole plot in words: its rows and dates, and how each row stands. */
export function describeActivity(activity: ActivityReading, from: number, speech: ActivitySpeech): string {
  const { words, formats } = speech;
  const utc = formatsOf(formats.lang, 'UTC');
  const span = [dayAt(activity, from), dayAt(activity, activity.days - 1)].map((at) => utc.day(at));
  const rows = activity.rows.slice(0, 20).map((row) => {
    // Read aloud, no heading says of what so many are.
    const { weekday } = activity;
    const state =
      row.quiet === null
        ? sayAttendance(row, weekday, from, speech, words.attended)
        : sayRow(row, activity, from, speech);
    return words.row(short(row.label), state);
  });
  return [words.summary(formats.number(activity.rows.length), span[0] ?? '', span[1] ?? ''), ...rows].join(' ');
}

const short = (label: string) => (label.length > 40 ? `${label.slice(0, 39)}…` : label);
