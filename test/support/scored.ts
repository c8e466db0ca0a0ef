import type { Engine } from '@hale/cli';
import { type Account, buildReport, type Model, type Report } from '@hale/core';
import { compileScores, reportFromRow, type ScoreStatement } from '@hale/core/sql';
import { differences } from './vectors.ts';

type Row = Record<string, unknown>;

/** An account as a statement scored it: a row, what its columns tell, and the report made of it. */
interface Scored {
  readonly statement: ScoreStatement;
  readonly row: Row;
  readonly report: Report;
}

/** Every account that an engine holds, or those asked for, as one statement scores them as of an instant, by their ids. */
export async function scoredBy(
  engine: Engine,
  model: Model,
  now: number,
  accounts?: readonly string[],
): Promise<Map<string, Scored>> {
  const statement = compileScores(model, engine.dialect, { now, reports: true, ...(accounts ? { accounts } : {}) });
  const rows = await engine.run(statement);
  return new Map(
    rows.map((row) => [statement.accountOf(row), { statement, row, report: reportFromRow(statement, row) }]),
  );
}

/** Where what a statement made of an account differs from the report of the account itself: in the report, or in a column. */
export function differing(scored: Scored | undefined, model: Model, account: Account, now: number): string[] {
  if (!scored) return ['there is no row'];
  const expected = buildReport(model, account, { now: new Date(now) });
  return [
    ...differences(expected, scored.report),
    ...differences(cellsOf(expected), cellsIn(scored, expected), 'columns'),
  ];
}

/** What a report tells that has a column of its own. */
function cellsOf(report: Report): Record<string, unknown> {
  const { score, tier, held, override, coverage, possible, trend, segment, stage, maturity } = report;
  const computed = override ? override.computed : { score, tier };
  const cells: [string, unknown][] = [
    ['score', score],
    ['tier', tier],
    ['coverage', coverage],
    ...(override ? [] : [['reason', report.reason?.code ?? null] as [string, unknown]]),
    ['score_change', trend.change],
    ['score_low', possible?.low ?? null],
    ['score_high', possible?.high ?? null],
    ['tier_of_score_alone', held],
    ['computed_score', computed.score],
    ['computed_tier', computed.tier],
    ['override_score', override?.score ?? null],
    ['override_reason', override?.reason ?? null],
    ['override_author', override?.author ?? null],
    ...(segment ? [['segment', segment.id] as [string, unknown]] : []),
    ...(stage ? [['stage', stage.id] as [string, unknown]] : []),
    ...(maturity ? [['maturity', maturity.id] as [string, unknown]] : []),
    ...report.dimensions.map(({ id, score }): [string, unknown] => [`dimension ${id} score`, score]),
    ...report.signals.map(({ id }): [string, unknown] => [`signal ${id}`, true]),
    ['signals that fire', report.signals.length],
    ...report.contributions.flatMap(({ role, id, status, normalized, effectiveWeight, points }): [string, unknown][] =>
      role
        ? []
        : [
            [`metric ${id} status`, status],
            [`metric ${id} score`, normalized],
            [`metric ${id} weight`, effectiveWeight],
            [`metric ${id} points`, points],
          ],
    ),
  ];
  return Object.fromEntries(cells);
}

/** The same from a row. */
function cellsIn({ statement, row }: Scored, report: Report): Record<string, unknown> {
  const all = Object.fromEntries(
    statement.columns.map(({ name, of, id, part }) => [
      [of, id, part].filter((one) => one !== null).join(' '),
      row[name],
    ]),
  );
  const fire = statement.columns.filter(({ of, name }) => of === 'signal' && row[name] === true).length;
  const told = Object.keys(cellsOf(report));
  return { ...Object.fromEntries(told.map((key) => [key, all[key]])), 'signals that fire': fire };
}
