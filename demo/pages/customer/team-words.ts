import type { Activity, ActivityRow } from '@hale/core/report';

const list = new Intl.ListFormat('en-GB');

/** What a customer is told of its own use: a headline, and a sentence or two below it. */
export interface TeamWords {
  readonly headline: string;
  readonly lead: string;
}

const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((total, count) => total + (count ?? 0), 0);
const isQuiet = (row: ActivityRow) => sum(row.counts.slice(-7)) === 0;
const sentences = (...said: readonly (string | null)[]) => said.filter((words) => words !== null).join(' ');

/** The activity of one kind of thing; empty where none is recorded. */
export const rowsBy = (activity: Activity | null, by: string): readonly ActivityRow[] =>
  activity?.grids.find((grid) => grid.by === by)?.rows ?? [];

/**
 * Says which teams worked in the last week, the busiest of the time shown, and what has gone unused;
 * where no teams are known, which features were used. `hasWorked` says that there was activity before that time.
 */
export function teamWords(activity: Activity | null, hasWorked: boolean = false): TeamWords {
  const teams = rowsBy(activity, 'team');
  const features = rowsBy(activity, 'feature');
  if (teams.length > 0) {
    return {
      headline: headlineOf(teams, 'team', 'worked here'),
      lead: sentences(
        busiest(teams, weekdaysFrom(activity?.start ?? '')),
        unused(teams, 'been here'),
        unused(features, 'been used'),
      ),
    };
  }
  if (features.length > 0) {
    return {
      headline: headlineOf(features, 'feature', 'was used', 'were used'),
      lead: sentences(unused(features, 'been used')),
    };
  }
  if (hasWorked) {
    return {
      headline: 'Nobody has signed in for four weeks',
      lead: 'Your teams appear here again when they are back.',
    };
  }
  return { headline: 'Nobody has signed in yet', lead: 'Your teams appear here with their first day of work.' };
}

function headlineOf(rows: readonly ActivityRow[], noun: string, one: string, many: string = one): string {
  const active = rows.filter((row) => !isQuiet(row)).length;
  const all = rows.length;
  if (active === 0) return `None of your ${noun}s ${many} this week`;
  if (all === 1) return `Your ${noun} ${one} this week`;
  if (active === all) return `${all === 2 ? 'Both' : `All ${all}`} of your ${noun}s ${many} this week`;
  return `${active} of your ${all} ${noun}s ${active === 1 ? one : many} this week`;
}

/** Tells which places of a row are weekdays, as the widgets count them. */
function weekdaysFrom(start: string): (place: number) => boolean {
  const first = new Date(start).getUTCDay();
  return (place) => ![0, 6].includes((first + place) % 7);
}

function busiest(teams: readonly ActivityRow[], isWeekday: (place: number) => boolean): string | null {
  const days = ({ counts }: ActivityRow) => counts.filter((count, place) => count && isWeekday(place)).length;
  const [first] = [...teams].sort((a, b) => days(b) - days(a) || sum(b.counts) - sum(a.counts));
  if (!first || days(first) === 0) return null;
  const weekdays = first.counts.filter((_, place) => isWeekday(place)).length;
  return `${first.label} was here on ${days(first)} of the last ${weekdays} weekdays.`;
}

function unused(rows: readonly ActivityRow[], did: string): string | null {
  const quiet = rows.filter(isQuiet).map((row) => row.label);
  if (quiet.length === 0 || quiet.length === rows.length) return null;
  const named = quiet.length > 4 ? [...quiet.slice(0, 3), `${quiet.length - 3} more`] : quiet;
  return `${list.format(named)} ${quiet.length === 1 ? 'has' : 'have'} not ${did} for a week.`;
}
