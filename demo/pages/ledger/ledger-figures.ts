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
  return apportioned(values, Math.round(values.reduce((sum, value) => sum + value, 0) * 10));
}

/** The same for a total in tenths that was rounded elsewhere, and so may differ from the rounded sum by one. */
export function apportioned(values: readonly number[], total: number): number[] {
  const whole = values.map((value) => Math.floor(value * 10));
  const remainder = (place: number) => (values[place] ?? 0) * 10 - (whole[place] ?? 0);
  const places = values.map((_, place) => place).sort((a, b) => remainder(b) - remainder(a));
  let left = total - whole.reduce((sum, value) => sum + value, 0);
  // Where more than one each is left, or less than nothing, the same order is gone through again.
  for (let turn = 0; left !== 0 && places.length; turn = (turn + 1) % places.length) {
    const place = (left > 0 ? places[turn] : places[places.length - 1 - turn]) ?? 0;
    whole[place] = (whole[place] ?? 0) + Math.sign(left);
    left -= Math.sign(left);
  }
  return whole;
}

/** The contributions of a report as figures to be shown, which add up at every level. */
export function ledgerOf({
  contributions,
  dimensions,
  score,
}: Pick<Report, 'contributions' | 'dimensions' | 'score'>): Ledger {
  const points = score === null ? null : inTenths(contributions.map((metric) => metric.points ?? 0));
  // Without a score nobody's weight was handed on: the model's own weights are the ones to show.
  const of = inTenths(
    contributions.map(({ weight, effectiveWeight, most = 100 * effectiveWeight }) =>
      score === null ? 100 * weight : most,
    ),
  );
  const lines = contributions.map((metric, index) => ({
    dimension: metric.dimension,
    line: lineOf(metric, points?.[index] ?? null, of[index] ?? 0),
  }));
  const groupOf = (id: string | null, label: string): LedgerGroup => {
    const own = lines.filter(({ dimension }) => dimension === id).map(({ line }) => line);
    return {
      label,
      lines: own,
      points: points && sum(own.map((line) => line.points ?? 0)),
      of: sum(own.map((line) => line.of)),
    };
  };
  const groups = [
    ...dimensions.map(({ id, label }) => groupOf(id, label)),
    // What a person set, or the limits of the scale took, is of no dimension.
    ...(lines.some(({ dimension }) => dimension === null) ? [groupOf(null, 'Besides the metrics')] : []),
  ];
  return { groups, points: points && sum(points), of: scale };
}

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
