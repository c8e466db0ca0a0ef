import type { Contribution, Report } from '../schema/report.ts';
import { onGrid } from '../stats/exact-points.ts';
import { type Cause, type CauseParts, causes, type Path, pointsOf, rowsOf } from './comparison.ts';

/** What one contribution gained or lost, by cause; without a report that does not have it. Null without a score in either. */
export interface RowChange {
  readonly before: Contribution | undefined;
  readonly after: Contribution | undefined;
  readonly parts: CauseParts | null;
}

/** A change told apart by cause and by contribution, in points that sum to it exactly. */
export interface SplitChange {
  /** Null where one of the reports has no score. */
  readonly change: number | null;
  readonly parts: CauseParts | null;
  /** Points that the contributions do not account for; counted as data. */
  readonly rest: number;
  readonly rows: readonly RowChange[];
}

/** Nothing gained, nothing lost. */
const nothing: CauseParts = { model: 0, group: 0, coverage: 0, data: 0, override: 0 };

/** The change between two reports along the steps from one to the other, each row's and the whole's. */
export function splitChange(before: Report, after: Report, { steps }: Path): SplitChange {
  const change = before.score === null || after.score === null ? null : onGrid(after.score) - onGrid(before.score);
  const rows = rowChanges(before, after, change === null ? null : steps);
  if (change === null) return { change, parts: null, rest: 0, rows };
  const parts: Record<Cause, number> = { ...nothing };
  for (const row of rows) for (const cause of causes) parts[cause] += row.parts?.[cause] ?? 0;
  const rest = change - causes.reduce((sum, cause) => sum + parts[cause], 0);
  parts.data += rest;
  return { change, parts, rest, rows };
}

function rowChanges(before: Report, after: Report, steps: Path['steps'] | null): RowChange[] {
  const [from, to] = [rowsOf(before), rowsOf(after)];
  const start = pointsOf(from);
  const rows = [...new Set([...to.keys(), ...from.keys()])].map((key): RowChange => {
    const parts: Record<Cause, number> = { ...nothing };
    let points = start.get(key) ?? 0;
    for (const [cause, next] of steps ?? []) {
      const reached = next.get(key) ?? 0;
      parts[cause] += onGrid(reached) - onGrid(points);
      points = reached;
    }
    return { before: from.get(key), after: to.get(key), parts: steps && parts };
  });
  const [was, is] = [before, after].map(({ contributions }) => contributions.find(({ role }) => role === 'override'));
  if (!was && !is) return rows;
  const override = onGrid(is?.points ?? 0) - onGrid(was?.points ?? 0);
  return [...rows, { before: was, after: is, parts: steps && { ...nothing, override } }];
}
