import { kindOf, type Metric } from '../metrics/kinds.ts';
import { measureIdOf } from '../metrics/own-measures.ts';
import { sqlOf } from '../metrics/sql-kinds.ts';
import { ago } from '../schema/time.ts';
import { boundsOf, staleAfterOf, standInOf } from '../score/score-metric.ts';
import { weightOf } from '../score/weight.ts';
import type { Dialect } from '../sql/dialect.ts';
import { double } from '../sql/double.ts';
import { withoutDust } from '../sql/dust.ts';
import { isFiniteSql } from '../sql/finite.ts';
import { sql } from '../sql/fragment.ts';
import { type Expression, express, type Held, joined, plain, reading } from './expression.ts';
import type { Column } from './staged-columns.ts';

/** What a metric is to an account, as a number in a column. */
export const statuses = ['observed', 'missing', 'stale', 'not-applicable'] as const;

/** Whether the value was there, though the metric may have nothing to say of it. */
export const isSeen = (status: Expression): Expression => express`(${status} = 0 or ${status} = 3)`;

/** Whether it was not, or was no longer. */
export const isMissing = (status: Expression): Expression => express`(${status} = 1 or ${status} = 2)`;

/** What `ScoredMetric` is to one account. */
export interface MetricColumns {
  /** The place of its status in `statuses`. */
  readonly status: Expression;
  /** 0–100; null when it does not count. */
  readonly normalized: Expression;
  /** Whether some values do not apply. */
  readonly mayNotApply: boolean;
  /** For a kind that says points of its own: those of a value that was seen. */
  readonly points?: Expression;
}

/** Where the observation of a measure is. */
export type Observations = (measureId: string) => { readonly value: Column; readonly at: Column };

/** Writes metrics, each that is the same once, wherever and under whatever name and weight it stands. */
export class MetricWriter {
  readonly #dialect: Dialect;
  readonly #held: Held;
  readonly #observation: Observations;
  readonly #now: number;
  readonly #zone: string | null;
  /** Plans share what they do not change. */
  readonly #columns = new Map<Metric, MetricColumns>();

  constructor(dialect: Dialect, held: Held, observation: Observations, now: number, zone: string | null) {
    this.#dialect = dialect;
    this.#held = held;
    this.#observation = observation;
    this.#now = now;
    this.#zone = zone;
  }

  /** The status and the score of a metric. */
  columns(metric: Metric): MetricColumns {
    const columns = this.#columns.get(metric) ?? this.#write(metric);
    this.#columns.set(metric, columns);
    return columns;
  }

  #write(metric: Metric): MetricColumns {
    const { value, at } = this.#observation(measureIdOf(metric));
    const [number, seen] = [reading(value), reading(at)];
    const { score, applies, points } = sqlOf(metric)(metric, number.sql, this.#dialect);
    const limit = staleAfterOf(metric);
    const oldest = limit === undefined ? null : double(this.#dialect, ago(this.#now, limit, this.#zone));
    const cases = [
      ...(oldest ? [express` when ${seen} < ${oldest} then 2`] : []),
      ...(applies ? [express` when not (${applies}) then 3`] : []),
    ];
    const known = cases.length ? express`case${joined(cases, sql``)} else 0 end` : plain(sql`0`);
    const isKnown = { ...number, sql: isFiniteSql(number.sql) };
    const status = this.#hold(express`case when ${isKnown} then ${known} else 1 end`);
    const standIn = standInOf(metric);
    const instead = standIn === null ? sql`null` : double(this.#dialect, standIn);
    const none = applies ? sql` when 3 then null` : sql``;
    const normalized = this.#hold(express`case ${status} when 0 then ${withoutDust(score)}${none} else ${instead} end`);
    return {
      status,
      normalized,
      mayNotApply: applies !== undefined,
      ...(points ? { points: { sql: points, stage: number.stage } } : {}),
    };
  }

  /** What it gives or costs in a group that adds points; null when it does not count there. */
  given(metric: Metric, { status, normalized, points }: MetricColumns): Expression {
    const one = (number: number) => double(this.#dialect, number);
    if (!points) return express`(${one(weightOf(metric))} * ${normalized} / 100)`;
    const [least, most] = boundsOf(metric);
    const standIn = standInOf(metric);
    const instead = standIn === null ? sql`null` : one(least + ((most - least) * standIn) / 100);
    const held = { ...points, sql: withoutDust(sql`least(${one(most)}, greatest(${one(least)}, ${points.sql}))`) };
    return this.#hold(express`case when ${isSeen(status)} then ${held} else ${instead} end`);
  }

  #hold(expression: Expression): Expression {
    return reading(this.#held.column(expression));
  }
}

/** Whether a metric gives points in a group that adds them even where it does not apply. */
export const givesPoints = (metric: Metric): boolean => kindOf(metric).points !== undefined;
