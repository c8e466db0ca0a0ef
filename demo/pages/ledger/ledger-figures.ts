import { apportion } from '@hale/core';
import type { Contribution, Report } from '@hale/core/report';

/** What one metric gave, of how much; in tenths of a point. Points are null where there is no score. */
export interface LedgerLine {
  readonly label: string;
  /** What was observed, or that nothing was. */
  readonly words: string;
  /** How that counts; null where nothing was observed. */
  readonly how: string | null;
  readonly points: number | null;
  readonly of: number;
  readonly isMissing: boolean;
}

/** A dimension with its metrics, whose figures add up to its own. */
export interface LedgerGroup extends Pick<LedgerLine, 'label' | 'points' | 'of'> {
  readonly lines: readonly LedgerLine[];
}

/** All of a score; the groups' figures add up to the total. */
export interface Ledger {
  readonly groups: readonly LedgerGroup[];
  readonly points: number | null;
  readonly of: number;
}

/**
 * Numbers as whole tenths that add up to their sum rounded to tenths: each is rounded down, and what is then left goes
 * to those with the largest remainders (Hare's method).
 */
export function inTenths(values: readonly number[]): number[] {
  const total = Math.round(values.reduce((sum, value) => sum + value, 0) * 10);
  return apportion(
    values.map((value) => value * 10),
    total,
  );
}

/** The contributions of a report as figures to be shown, which add up at every level. */
export function ledgerOf({
  contributions,
  dimensions,
  score,
}: Pick<Report, 'contributions' | 'dimensions' | 'score'>): Ledger {
  const points = score === null ? null : inTenths(contributions.map((metric) => metric.points ?? 0));
  // Without a score nobody's weight was handed on: the model's own weights are the ones to show.
  const mosts = contributions.map(({ role, points, weight, effectiveWeight, most = 100 * effectiveWeight }) =>
    // What a group begins with is all that it can give by it.
    score === null ? 100 * weight : role === 'start' ? (points ?? 0) : most,
  );
  const of = inTenths(mosts);
  const lines = contributions.map((metric, index) => ({
    dimension: metric.dimension,
    line: lineOf(metric, points?.[index] ?? null, of[index] ?? 0),
  }));
  const isBeyond = (id: string | null, share: number) =>
    sum(mosts.filter((_, place) => contributions[place]?.dimension === id)) > 100 * share + 1e-6;
  const groupOf = (id: string | null, label: string, share: number): LedgerGroup => {
    const own = lines.filter(({ dimension }) => dimension === id).map(({ line }) => line);
    return {
      label,
      lines: own,
      points: points && sum(own.map((line) => line.points ?? 0)),
      // Points that are added are held to the dimension's share of the scale.
      of: isBeyond(id, share) ? Math.round(share * scale) : sum(own.map((line) => line.of)),
    };
  };
  const groups = [
    ...dimensions.map((one) => groupOf(one.id, one.label, shareOf(one))),
    // What a person set, or the limits of the scale took, is of no dimension.
    ...(lines.some(({ dimension }) => dimension === null) ? [groupOf(null, 'Besides the metrics', 1)] : []),
  ];
  return { groups, points: points && sum(points), of: scale };
}

/** A dimension's share of the whole: what a point of its own score is worth. */
const shareOf = ({ score, points, weight }: Report['dimensions'][number]) =>
  score && points !== null ? points / score : weight;

/** The whole scale, in tenths. */
const scale = 1000;

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** What parts the value from how it counts in a contribution's sentence. */
const scores = ' scores ';

function lineOf({ label, sentence, status, role }: Contribution, points: number | null, of: number): LedgerLine {
  // “Set by Mira: …” after “Set by hand” would say it twice.
  const given = role === 'override' ? sentence.replace(/^Set by /, `${label} by `) : sentence;
  const said = given.startsWith(label) ? given.slice(label.length).replace(/^:? /, '') : given;
  const isMissing = status !== 'observed';
  const cut = isMissing ? -1 : said.indexOf(scores);
  const words = cut < 0 ? said.replace(/\.$/, '') : said.slice(0, cut);
  return {
    label,
    words,
    how: cut < 0 ? null : said.slice(cut + scores.length).replace(/\.$/, ''),
    points,
    of,
    isMissing,
  };
}
