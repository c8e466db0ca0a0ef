import type { MemberSql } from '../methods/method-sql.ts';
import { mostOf } from '../score/score-group.ts';
import { boundsOf } from '../score/score-metric.ts';
import { double } from '../sql/double.ts';
import { sql } from '../sql/fragment.ts';
import { Combining, type Writing } from './combining.ts';
import { type Expression, express, plain, reading } from './expression.ts';
import { isMissing, type MetricColumns, type MetricWriter } from './metric-columns.ts';
import { type GroupSlot, type MetricSlot, weightsIn } from './slots.ts';
import type { Column } from './staged-columns.ts';

/** The columns of a metric in its place. */
export interface MetricNode {
  readonly kind: 'metric';
  readonly slot: MetricSlot;
  readonly status: Column;
  readonly normalized: Column;
  /** Of each plan, whether some values do not apply to the metric it has here. */
  readonly mayNotApply: readonly boolean[];
  /** Points in a group that adds them; null in others. */
  readonly given: Expression | null;
}

/** The columns of a group in its place: what `GroupScore` is to one account. All but the score are written when asked for. */
export interface GroupNode {
  readonly kind: 'group';
  readonly slot: GroupSlot;
  readonly members: ReadonlyMap<string, Member>;
  readonly score: Column;
  /** What holding the score to its limits adds or costs; null where no plan's method holds it. */
  readonly limit: Column | null;
  /** What it begins with, in each plan. */
  readonly starts: readonly number[];
}

/** A member of a group, and its part in the group's score. */
export interface Member {
  readonly node: Node;
  /** Share of the group's score that it decides, 0–1. */
  readonly share: Column;
  /** What it gives or costs where that is not its share of its score; null where no plan's method says so. */
  readonly part: Column | null;
}

export type Node = MetricNode | GroupNode;

/** How all that is missing turns out. */
type End = 'low' | 'high';

/** Writes the figures of a tree of groups, from the innermost out. */
export class TreeWriter {
  readonly #writing: Writing;
  readonly #metrics: MetricWriter;

  constructor(writing: Writing, metrics: MetricWriter) {
    this.#writing = writing;
    this.#metrics = metrics;
  }

  /** The columns of a group and of all in it. */
  group(slot: GroupSlot): GroupNode {
    const adds = addsPoints(slot);
    const nodes = [...slot.members].map(
      ([key, member]) => [key, member.kind === 'group' ? this.group(member) : this.#metric(member, adds)] as const,
    );
    const combined = this.#combined(
      slot,
      nodes.map(([, node]) => node),
      null,
    );
    const score = combined.score();
    const shares = once(() => combined.shares(score));
    const parts = once(() => combined.parts());
    const limit = once(() => combined.limit(score));
    const members = nodes.map(([key, node], index): [string, Member] => [
      key,
      {
        node,
        get share() {
          return shares()[index] as Column;
        },
        get part() {
          return parts()?.[index] ?? null;
        },
      },
    ]);
    return {
      kind: 'group',
      slot,
      members: new Map(members),
      score,
      starts: combined.starts(),
      get limit() {
        return limit();
      },
    };
  }

  /** The score of a group if all that is missing turned out worst, or best. */
  turnedOut({ slot, members }: GroupNode, end: End): Column {
    return this.#combined(
      slot,
      [...members.values()].map(({ node }) => node),
      end,
    ).score();
  }

  #combined(slot: GroupSlot, nodes: readonly Node[], end: End | null): Combining {
    const members = nodes.map((node) => this.#member(node, end, slot));
    const stage = Math.max(0, ...members.map((one) => one.stage));
    return new Combining(
      this.#writing,
      slot,
      members.map((one) => one.sql),
      stage,
    );
  }

  #metric(slot: MetricSlot, adds: boolean): MetricNode {
    const each = slot.each.map((metric) => metric && this.#metrics.columns(metric));
    const pick = (of: (columns: MetricColumns, plan: number) => Expression) =>
      this.#writing.by.pick(each.map((columns, plan) => columns && of(columns, plan)));
    // In plans that do not have it, it may be as in any other: it has no weight there.
    const some = each.find((columns) => columns !== null) as MetricColumns;
    const anywhere = (of: (columns: MetricColumns) => Expression) =>
      this.#writing.held.column(this.#writing.by.pick(each.map((columns) => of(columns ?? some))));
    return {
      kind: 'metric',
      slot,
      status: anywhere(({ status }) => status),
      normalized: anywhere(({ normalized }) => normalized),
      mayNotApply: each.map((columns) => columns?.mayNotApply ?? false),
      given: adds
        ? pick((columns, plan) =>
            this.#metrics.given(slot.each[plan] as NonNullable<MetricSlot['each'][number]>, columns),
          )
        : null,
    };
  }

  #member(node: Node, end: End | null, slot: GroupSlot): { sql: MemberSql; stage: number } {
    const adds = addsPoints(slot);
    const weights = weightsIn(node.slot);
    const weight = this.#writing.by.write(weights);
    const score = this.#scoreOf(node, end);
    const isWeighed = weights.every((one) => one > 0);
    const weighed = isWeighed ? score : express`case when ${weight} > 0 then ${score} end`;
    const none = plain(sql`null`);
    const points = !adds
      ? none
      : node.kind === 'group'
        ? express`(${weight} * ${score} / 100)`
        : this.#points(node, end);
    const most = !adds
      ? none
      : this.#writing.by.write(
          node.kind === 'group'
            ? weights
            : node.slot.each.map((metric, plan) =>
                metric && slot.each[plan]?.method === 'points' ? mostOf(metric) : 0,
              ),
        );
    const all = { weight, score, weighed, points, most };
    return {
      sql: {
        weight: weight.sql,
        score: score.sql,
        weighed: weighed.sql,
        points: points.sql,
        most: most.sql,
      },
      stage: Math.max(...Object.values(all).map((one) => one.stage)),
    };
  }

  #scoreOf(node: Node, end: End | null): Expression {
    if (node.kind === 'group') return reading(end ? this.turnedOut(node, end) : node.score);
    const normalized = reading(node.normalized);
    if (!end) return normalized;
    const worst = end === 'low' ? sql`0` : sql`100`;
    return express`case when ${isMissing(reading(node.status))} then ${worst} else ${normalized} end`;
  }

  #points(node: MetricNode, end: End | null): Expression {
    const given = node.given ?? plain(sql`null`);
    if (!end) return given;
    const { by, dialect } = this.#writing;
    // In plans that do not have it, it gives nothing, whatever it would be there.
    const bound = by.pick(
      node.slot.each.map((metric) => metric && plain(double(dialect, boundsOf(metric)[end === 'low' ? 0 : 1]))),
    );
    return express`case when ${isMissing(reading(node.status))} then ${bound} else ${given} end`;
  }
}

const addsPoints = ({ each }: GroupSlot): boolean => each.some((group) => group?.method === 'points');

/** Does something when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
