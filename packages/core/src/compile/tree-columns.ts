import type { MemberSql } from '../methods/method-sql.ts';
import { mostOf } from '../score/score-group.ts';
import { boundsOf } from '../score/score-metric.ts';
import { sql } from '../sql/fragment.ts';
import { Combining, type Writing } from './combining.ts';
import { type Expression, express, plain, reading } from './expression.ts';
import { isMissing, type MetricColumns, type MetricWriter } from './metric-columns.ts';
import type { GroupSlot, MetricSlot } from './slots.ts';
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

/** The columns of a group in its place: what `GroupScore` is to one account. */
export interface GroupNode {
  readonly kind: 'group';
  readonly slot: GroupSlot;
  readonly members: ReadonlyMap<string, Member>;
  readonly score: Column;
  /** The score if all that is missing turned out worst, or best. */
  readonly low: Column;
  readonly high: Column;
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

type End = 'score' | 'low' | 'high';

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
    const adds = slot.each.some((group) => group?.method === 'points');
    const nodes = [...slot.members].map(([key, member]) => ({
      key,
      node: member.kind === 'group' ? this.group(member) : this.#metric(member, adds),
    }));
    const at = (end: End) => {
      const members = nodes.map(({ node }) => this.#member(node, end, slot, adds));
      const stage = Math.max(0, ...members.map((one) => one.stage));
      return new Combining(
        this.#writing,
        slot,
        members.map((one) => one.sql),
        stage,
      );
    };
    const combined = at('score');
    const score = combined.score();
    const shares = combined.shares(score);
    const parts = combined.parts();
    return {
      kind: 'group',
      slot,
      members: new Map(
        nodes.map(({ key, node }, index) => [
          key,
          { node, share: shares[index] as Column, part: parts?.[index] ?? null },
        ]),
      ),
      score,
      low: at('low').score(),
      high: at('high').score(),
      starts: combined.starts(),
      limit: combined.limit(score),
    };
  }

  #metric(slot: MetricSlot, adds: boolean): MetricNode {
    const each = slot.each.map((metric) => metric && this.#metrics.columns(metric));
    const pick = (of: (columns: MetricColumns, plan: number) => Expression) =>
      this.#writing.by.pick(each.map((columns, plan) => columns && of(columns, plan)));
    return {
      kind: 'metric',
      slot,
      status: this.#writing.held.column(pick(({ status }) => status)),
      normalized: this.#writing.held.column(pick(({ normalized }) => normalized)),
      mayNotApply: each.map((columns) => columns?.mayNotApply ?? false),
      given: adds
        ? pick((columns, plan) =>
            this.#metrics.given(slot.each[plan] as NonNullable<MetricSlot['each'][number]>, columns),
          )
        : null,
    };
  }

  #member(node: Node, end: End, { each: groups }: GroupSlot, adds: boolean): { sql: MemberSql; stage: number } {
    const { each } = node.slot as { each: readonly ({ weight?: number | undefined } | null)[] };
    const weights = each.map((one) => (one ? (one.weight ?? 1) : 0));
    const weight = this.#writing.by.write(weights);
    const score = node.kind === 'group' ? reading(node[end]) : turnedOut(node, end);
    // What is not there has no score either.
    const isWeighed = each.every((one, plan) => !one || (weights[plan] as number) > 0);
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
            : node.slot.each.map((metric, plan) => (metric && groups[plan]?.method === 'points' ? mostOf(metric) : 0)),
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

  #points(node: MetricNode, end: End): Expression {
    const given = node.given ?? plain(sql`null`);
    if (end === 'score') return given;
    const bound = node.slot.each.map((metric) => (metric ? boundsOf(metric)[end === 'low' ? 0 : 1] : 0));
    return express`case when ${isMissing(reading(node.status))} then ${this.#writing.by.write(bound)} else ${given} end`;
  }
}

const turnedOut = ({ status, normalized }: MetricNode, end: End): Expression =>
  end === 'score'
    ? reading(normalized)
    : express`case when ${isMissing(reading(status))} then ${end === 'low' ? sql`0` : sql`100`} else ${reading(normalized)} end`;
