import type { DatedFact } from '../measures/account-index.ts';
import type { AccountReading } from '../report/account-reading.ts';
import { type ActivityCell, activityGrids } from '../report/activity-grid.ts';
import { subjectsOf, trendOf, writeReport } from '../report/write-report.ts';
import type { Report } from '../schema/report.ts';
import type { Settled } from '../score/settle.ts';
import { detectSignals } from '../signals/detect-signals.ts';
import { name, sql } from '../sql/fragment.ts';
import { activityCells, cellFields, toCell } from './activity.ts';
import { plain } from './expression.ts';
import { groupsIn } from './group-columns.ts';
import type { ObservationQuery } from './observation-query.ts';
import { toObservation } from './observations.ts';
import { gathered, historyIn, overrideIn, overridesIn, type PastLists, pastLists } from './past-columns.ts';
import { jsonIn, numberIn, type Row, toTruth } from './row-values.ts';
import type { ScoreTable } from './score-table.ts';
import type { Column } from './staged-columns.ts';
import type { FactColumns, StandingColumns } from './standing-columns.ts';

/** What a report needs beside the figures. */
export interface KeptColumns {
  readonly lists: PastLists;
  /** Null where the model has no activity grids. */
  readonly activity: Readonly<Record<'cells' | 'since' | 'tracked', Column>> | null;
}

/** Keeps all that reports need in a table. */
export function keepForReports(table: ScoreTable, standing: StandingColumns, query: ObservationQuery): KeptColumns {
  const { model, dialect, now, rows, held, measures, facts, groups, scores, past, settled, signals } = standing;
  const lists = pastLists(dialect, now, rows);
  const cells = activityCells(model, dialect, query);
  const fields = cellFields.map((field) => [field, sql`e.${name(field)}`] as const);
  const asked = model.activity?.event;
  const tracked = asked === undefined ? null : dialect.includes(sql`a.tracked`, asked);
  const activity = cells &&
    tracked && {
      cells: gathered(rows.over(sql`(${cells})`, dialect.jsonRows(fields))),
      since: held.column(plain(dialect.epochMs(sql`a.since`))),
      tracked: held.column(plain(sql`coalesce(${tracked}, true)`)),
    };
  const columns = [
    groups.plan,
    ...[...groups.groupings.values()].flatMap(({ place, truths }) => [place, truths]),
    ...scores.columns,
    ...Object.values(settled),
    ...Object.values(past.override),
    ...signals.values(),
    ...[...facts.values()].flatMap((fact) => Object.values(fact)),
    ...[...measures.values()].flatMap(({ value, at, parts }) =>
      [value, at, ...parts.map(([, part]) => part)].map(gathered),
    ),
    ...Object.values(lists),
    ...(activity ? Object.values(activity) : []),
  ];
  for (const column of columns) table.keep(column);
  return { lists, activity };
}

/** The report of the account in a row, whose columns go by their own names. */
export function readReport(row: Row, standing: StandingColumns, kept: KeptColumns): Report {
  const { model, now, plans, groups: columns, scores, settled: places, past, signals } = standing;
  const reading = readingIn(row, standing, kept);
  const groups = groupsIn(model, columns, row, reading);
  const resolved = plans[numberIn(row, columns.plan) ?? 0];
  if (!resolved) throw new TypeError(`The row is of no plan of ${model.id}: it was not made by this statement.`);
  const scored = scores.accountScoreOf(row, resolved, reading.observations);
  const textIn = ({ name }: Column): string | null => (row[name] ?? null) as string | null;
  const settled: Settled = {
    score: numberIn(row, places.score),
    tier: textIn(places.tier),
    held: textIn(places.held),
    set: overrideIn(row, past),
    computed: { score: scored.score, tier: textIn(places.computedTier) },
  };
  const trend = trendOf(model, reading, { scored, settled, now });
  const subjects = subjectsOf(reading, { scored, settled, trend });
  const fired = detectSignals(model, subjects, reading.history, now, (signal) => {
    const column = signals.get(signal);
    return column !== undefined && toTruth(row[column.name]) === true;
  });
  return writeReport(model, reading, { now, groups, resolved, scored, settled, trend, fired });
}

function readingIn(
  row: Row,
  { model, now, measures, facts }: StandingColumns,
  { lists, activity }: KeptColumns,
): AccountReading {
  const id = String(row.id);
  const grids = () => {
    if (!activity) return null;
    const cells: ActivityCell[] = jsonIn<Row>(row, activity.cells).map(toCell);
    const account = { since: numberIn(row, activity.since), tracked: toTruth(row[activity.tracked.name]) === true };
    return activityGrids(model, cells, account, now);
  };
  return {
    id,
    name: typeof row.name === 'string' ? row.name : id,
    observations: new Map([...measures].map(([measure, columns]) => [measure, toObservation(row, columns)])),
    facts: new Map([...facts].map(([fact, columns]) => [fact, factIn(row, columns)])),
    activity: grids(),
    history: historyIn(row, lists),
    overrides: overridesIn(row, lists),
  };
}

function factIn(row: Row, { number, text, boolean, at }: FactColumns): DatedFact {
  const [words, truth] = [row[text.name], toTruth(row[boolean.name])];
  const value = truth !== null ? truth : typeof words === 'string' ? words : numberIn(row, number);
  return { value, at: numberIn(row, at) };
}
