import type { Activity, ActivityRow } from '@hale/core/report';

const list = new Intl.ListFormat('en-GB');

/** What a customer is told of its own teams: a headline, and a sentence or two below it. */
export interface TeamWords {
  readonly headline: string;
  readonly lead: string;
}

const sum = (counts: readonly (number | null)[]) => counts.reduce<number>((total, count) => total + (count ?? 0), 0);
const isQuiet = (row: ActivityRow) => sum(row.counts.slice(-7)) === 0;

/** Says which teams were active in the last week, the busiest of four weeks, and what has gone unused. */
export function teamWords(activity: Activity | null): TeamWords {
  const rowsBy = (by: string) => activity?.grids.find((grid) => grid.by === by)?.rows ?? [];
  const teams = rowsBy('team');
  if (teams.length === 0)
    return { headline: 'Nobody has signed in yet', lead: 'Your teams appear here with their first day of work.' };
  const active = teams.filter((team) => !isQuiet(team));
  const sentences = [
    busiest(teams, weekdaysFrom(activity?.start ?? '')),
    unused('team', teams),
    unused('feature', rowsBy('feature')),
  ];
  return {
    headline: headlineOf(active.length, teams.length),
    lead: sentences.filter((words) => words !== null).join(' '),
  };
}

function headlineOf(active: number, all: number): string {
  if (active === 0) return 'None of your teams worked here this week';
  if (active === all)
    return all === 1 ? 'Your team worked here this week' : `All ${all} of your teams worked here this week`;
  return `${active} of your ${all} teams worked here this week`;
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
  return `${first.label} was here on ${days(first)} of the last ${first.counts.filter((_, place) => isWeekday(place)).length} weekdays.`;
}

function unused(kind: 'team' | 'feature', rows: readonly ActivityRow[]): string | null {
  const quiet = rows.filter(isQuiet).map((row) => row.label);
  if (quiet.length === 0 || quiet.length === rows.length) return null;
  const named = quiet.length > 4 ? [...quiet.slice(0, 3), `${quiet.length - 3} more`] : quiet;
  const verb = quiet.length === 1 ? 'has' : 'have';
  return kind === 'team'
    ? `${list.format(named)} ${verb} not been here for a week.`
    : `${list.format(named)} ${verb} not been used for a week.`;
}
