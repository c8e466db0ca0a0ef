import type { Model } from '../model/define-model.ts';
import type { HistoryPoint, Override } from '../schema/account.ts';
import { toInstant } from '../schema/time.ts';
import type { Dialect } from '../sql/dialect.ts';
import { type Fragment, name, sql } from '../sql/fragment.ts';
import { PastRows } from './past-rows.ts';
import type { RowSets } from './row-sets.ts';
import { jsonIn, numberIn, type Row } from './row-values.ts';
import type { Column } from './staged-columns.ts';

/** What was set of an account by hand, and what it was before, in columns of the table that all begins with. */
export interface PastColumns {
  /** The override in force; instants in milliseconds. */
  readonly override: Readonly<Record<'score' | 'tier' | 'reason' | 'author' | 'begun' | 'ends', Column>>;
  readonly tierBefore: Column;
  /** The score that today's is compared with. */
  readonly earlier: Readonly<Record<'score' | 'seen', Column>>;
}

/** Has them gathered. */
export function pastColumns(model: Model, dialect: Dialect, now: number, rows: RowSets): PastColumns {
  const past = new PastRows(model, dialect, now);
  // There is one row an account, so any aggregate takes its value.
  const taker = (select: Fragment) => (column: string) => gathered(rows.over(select, sql`max(e.${name(column)})`));
  const [override, before, earlier] = [past.overrideInForce(), past.tierBefore(), past.earlier()].map(taker) as [
    (column: string) => Column,
    (column: string) => Column,
    (column: string) => Column,
  ];
  return {
    override: {
      score: override('score'),
      tier: override('tier'),
      reason: override('reason'),
      author: override('author'),
      begun: override('begun'),
      ends: override('ends'),
    },
    tierBefore: before('tier'),
    earlier: { score: earlier('score'), seen: earlier('seen') },
  };
}

/** A column of the table that all begins with: the first select can read it. */
export const gathered = (column: string): Column => ({ read: sql`a.${name(column)}`, name: column, stage: -1 });

/** The override in force that a row tells of; null for none. */
export function overrideIn(row: Row, { override }: PastColumns): Override | null {
  const begun = numberIn(row, override.begun);
  if (begun === null) return null;
  const score = numberIn(row, override.score);
  const ends = numberIn(row, override.ends);
  const tier = row[override.tier.name];
  return {
    ...(score === null ? {} : { score }),
    ...(typeof tier === 'string' ? { tier } : {}),
    reason: String(row[override.reason.name]),
    author: String(row[override.author.name]),
    at: toInstant(begun),
    ...(ends === null ? {} : { expires: toInstant(ends) }),
  };
}

/** An account's history and overrides as text, for reports. */
export interface PastLists {
  readonly history: Column;
  readonly overrides: Column;
}

/** Has them gathered: all of before now. */
export function pastLists(dialect: Dialect, now: number, rows: RowSets): PastLists {
  const before = (table: Fragment) => sql`(select p.* from ${table} p where p.at < ${dialect.instant(now)})`;
  const list = (table: Fragment, fields: Readonly<Record<string, Fragment>>) =>
    gathered(rows.over(before(table), dialect.jsonRows(Object.entries(fields))));
  return {
    history: list(sql`history`, {
      at: dialect.epochMs(sql`e.at`),
      score: sql`e.score`,
      coverage: sql`e.coverage`,
      tier: sql`e.tier`,
      version: sql`e.version`,
      computed: sql`e.computed`,
      has_computed: sql`e.has_computed`,
      dimensions: sql`e.dimensions`,
      signals: sql`e.signals`,
    }),
    overrides: list(sql`overrides`, {
      at: dialect.epochMs(sql`e.at`),
      expires: dialect.epochMs(sql`e.expires`),
      score: sql`e.score`,
    }),
  };
}

/** What is read of a point of history. */
interface StoredPoint extends Omit<HistoryPoint, 'at' | 'computed' | 'dimensions' | 'signals'> {
  readonly at: number;
  readonly computed?: number | null;
  readonly has_computed?: boolean;
  /** Some engines write JSON within JSON as text. */
  readonly dimensions?: HistoryPoint['dimensions'] | string | null;
  readonly signals?: string[] | null;
}

/** The points of history that a row tells of. */
export const historyIn = (row: Row, { history }: PastLists): HistoryPoint[] =>
  jsonIn<StoredPoint>(row, history).map(
    ({ at, score, coverage, tier, version, computed, has_computed, dimensions, signals }) => ({
      at: toInstant(at),
      score: score ?? null,
      coverage,
      tier: tier ?? null,
      version,
      ...(has_computed ? { computed: computed ?? null } : {}),
      ...(dimensions ? { dimensions: typeof dimensions === 'string' ? JSON.parse(dimensions) : dimensions } : {}),
      ...(signals ? { signals } : {}),
    }),
  );

/** The overrides that a row tells of, as far as a trend asks for them. */
export const overridesIn = (row: Row, { overrides }: PastLists): Override[] =>
  jsonIn<{ at: number; expires?: number | null; score?: number | null }>(row, overrides).map(
    ({ at, expires, score }) => ({
      at: toInstant(at),
      ...(typeof expires === 'number' ? { expires: toInstant(expires) } : {}),
      ...(typeof score === 'number' ? { score } : {}),
      reason: '',
      author: '',
    }),
  );
