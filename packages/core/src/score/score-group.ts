import { type Member, sum } from '../methods/method.ts';
import { methodOf } from '../methods/methods.ts';
import type { Metric } from '../metrics/kinds.ts';
import { type Group, isGroup } from '../model/dimension.ts';
import { boundsOf, type ScoredMetric } from './score-metric.ts';
import { counting, weightOf } from './weight.ts';

/** One part of a group's score, on the group's own scale: `value × factor`. Over all rows, the parts sum to the score. */
export interface Row {
  /** What a row is: a metric's part, what a group begins with, or what holding it to its limits did. */
  readonly role: 'metric' | 'start' | 'limit';
  readonly group: Group;
  /** The metric's place among all metrics, in the order of the model; −1 for the other roles. */
  readonly place: number;
  /** What it counts with on the scale of its own group: a score, points, or points held. */
  readonly value: number;
  /** How much of that reaches the score. */
  readonly factor: number;
  /** Share of the score that it decides, 0–1. */
  readonly share: number;
}

/** A group and what it came to, inner groups included. */
export interface GroupScore {
  readonly group: Group;
  readonly score: number | null;
  readonly rows: readonly Row[];
  readonly inner: readonly GroupScore[];
}

/** What a metric counts with: its score and its points; null when it does not count. */
export type Figure = Pick<ScoredMetric, 'normalized' | 'given'>;

/** The most points a metric can give or cost. */
export const mostOf = (metric: Metric): number => counting(Math.max(...boundsOf(metric).map(Math.abs)));

/** Scores a group whose metrics' figures are handed out by `figure`, in the order of the model from `first` on. */
export function scoreGroup(group: Group, figure: (place: number) => Figure, first = 0): GroupScore & { next: number } {
  const members: Member[] = [];
  const below: (GroupScore | number)[] = [];
  let next = first;
  const adds = group.method === 'points';
  for (const entry of group.metrics) {
    const weight = weightOf(entry);
    if (isGroup(entry)) {
      const inner = scoreGroup(entry, figure, next);
      next = inner.next;
      below.push(inner);
      members.push({ weight, score: inner.score, points: inner.score && (weight * inner.score) / 100, most: weight });
    } else {
      const { normalized, given } = figure(next);
      below.push(next++);
      members.push({ weight, score: normalized, points: given, most: adds ? mostOf(entry) : 0 });
    }
  }
  return { ...assemble(group, members, below), next };
}

/** The score of a group alone: what `scoreGroup` gives, without its rows. */
export function figureOf(
  group: Group,
  figure: (place: number) => Figure,
  first = 0,
): { score: number | null; next: number } {
  let next = first;
  const members = group.metrics.map((entry): Member => {
    const weight = weightOf(entry);
    if (isGroup(entry)) {
      const inner = figureOf(entry, figure, next);
      next = inner.next;
      return { weight, score: inner.score, points: inner.score && (weight * inner.score) / 100, most: weight };
    }
    const { normalized, given } = figure(next++);
    return { weight, score: normalized, points: given, most: 0 };
  });
  return { score: methodOf(group).combine(members, group).score, next };
}

/** Puts groups that have been scored together as the members of one more, such as dimensions into the score. */
export function combineGroups(group: Group, inner: readonly GroupScore[]): GroupScore {
  const members = inner.map(({ group, score }) => {
    const weight = weightOf(group);
    return { weight, score, points: score === null ? null : (weight * score) / 100, most: weight };
  });
  return assemble(group, members, inner);
}

function assemble(group: Group, members: readonly Member[], below: readonly (GroupScore | number)[]): GroupScore {
  const { score, parts, shares, start = 0, limit = 0 } = methodOf(group).combine(members, group);
  const rows: Row[] = [];
  for (const [index, one] of below.entries()) {
    const share = shares[index] ?? 0;
    if (typeof one !== 'number') {
      for (const row of one.rows) rows.push({ ...row, factor: row.factor * share, share: row.share * share });
      continue;
    }
    // What is not a share of the member's score, such as points, stands by itself.
    const score = members[index]?.score ?? 0;
    const [value, factor] = parts ? [parts[index] ?? 0, 1] : [score, share];
    rows.push({ role: 'metric', group, place: one, value, factor, share });
  }
  const held = (role: 'start' | 'limit', value: number) => {
    if (score !== null && value !== 0) rows.push({ role, group, place: -1, value, factor: 1, share: 0 });
  };
  held('start', start);
  held('limit', limit);
  return { group, score, rows, inner: below.filter((one) => typeof one !== 'number') };
}

/**
 * Share of a group that its model gives each metric in it, 0–1, in the order of the model. What does not apply has
 * none, and its neighbours share its weight; `adds` tells whether the metric's group adds points.
 */
export function nominalShares(group: Group, applies: (place: number, adds: boolean) => boolean, first = 0): number[] {
  let place = first;
  const members = group.metrics.map((entry) => {
    if (isGroup(entry)) {
      const shares = nominalShares(entry, applies, place);
      place += shares.length;
      return { weight: shares.some((share) => share > 0) ? weightOf(entry) : 0, shares };
    }
    const adds = group.method === 'points';
    const weight = adds ? mostOf(entry) : weightOf(entry);
    return { weight: applies(place++, adds) ? weight : 0, shares: [1] };
  });
  const whole = sum(members.map(({ weight }) => weight));
  return members.flatMap(({ weight, shares }) => shares.map((share) => (whole > 0 ? (share * weight) / whole : 0)));
}

/** Whether the score of a group is a mean of its metrics' whatever becomes of them, and so that of all groups in it. */
export const isMean = (group: Group): boolean =>
  (group.method ?? 'weighted') === 'weighted' && group.metrics.every((entry) => !isGroup(entry) || isMean(entry));
