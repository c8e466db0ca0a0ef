import type { Contribution, Evidence, Report, Signal } from '../schema/report.ts';
import { cut, labelFrom } from '../schema/say.ts';
import { dayMs } from '../schema/time.ts';
import type { Figure, Ground } from './reason.ts';

/**
 * What a signal is worth knowing by itself, in points, beside what its metric costs. So that a rule somebody wrote down
 * as grave comes before the metrics that cost little, and a slight one does not come before those that cost much.
 */
const signalWorth = { high: 10, medium: 5, low: 2 } as const;

/** How far, on average, a value that nobody knows would move the score: a quarter of its share of 100 points. */
const unknownWorth = 25;

/** Less than this cannot be seen in one decimal. */
const least = 0.05;

/** Metrics, dimensions and signals that speak for or against the score, or are not known; in no order. */
export function weighGrounds(report: Report): Ground[] {
  const metrics = report.contributions.flatMap((one) => ofContribution(report, one));
  const signals = report.signals.toSorted(
    (a, b) => signalWorth[b.severity] - signalWorth[a.severity] || (a.id < b.id ? -1 : 1),
  );
  const fired = signals.map((signal) => {
    // What a risk shows is not told again as a metric: the signal takes over its points. A chance to grow earns none.
    const index = metrics.findIndex(
      ({ effect, measure }) => signal.effect === 'risk' && effect === 'harms' && tells(signal, measure),
    );
    const [metric] = index === -1 ? [] : metrics.splice(index, 1);
    return ofSignal(report, signal, metric);
  });
  return [...metrics.map(({ measure: _, ...ground }) => ground), ...fired, ...unseen(report), ...moved(report)];
}

type OfMetric = Ground<'costs' | 'carries' | 'fell' | 'rose' | 'limit'> & { readonly measure: string | null };

/** The score that the contributions of metrics add up to. */
const computedScore = ({ score, override }: Report): number | null => (override ? override.computed.score : score);

function ofContribution(report: Report, one: Contribution): OfMetric[] {
  const { id, role, points, measure, parts = {}, partsUnit = 'number' } = one;
  const score = computedScore(report);
  if (points === null || score === null || role === 'start' || role === 'override') return [];
  const subjects = [id];
  if (role === 'limit') {
    const groups = report.dimensions.flatMap(({ groups = [], ...dimension }) => [dimension, ...groups]);
    const group = groups.find((group) => group.id === (one.group ?? one.dimension));
    const args =
      one.dimension === null
        ? { name: null, score, points }
        : { name: nameOf(one), score: group?.score ?? null, points };
    return weighed({ code: 'limit', subjects, args, measure, ...stakes(points) });
  }
  // What is missing or too old is told as such, with what it costs.
  if (one.status !== 'observed') return [];
  const most = mostOf(one);
  const lost = finite(most - points);
  // What it gives beyond an even share of the score is what holds the score up.
  const lifts = finite(points - (most / 100) * score);
  const carries = lifts > lost;
  const stake = carries
    ? { ...stakes(lifts), effect: 'helps' as const }
    : { ...stakes(-lost), effect: 'harms' as const };
  const named = { name: nameOf(one), of: role === 'account' ? ('account' as const) : ('metric' as const) };
  const { now, before } = parts;
  // What moved is a reason where it moved the way of its points: a change that is good and not yet best is not to blame.
  const isWhy = carries || (one.normalized ?? 0) < 50;
  if (now !== undefined && before !== undefined && now !== before && isWhy) {
    const args = { ...named, before, now, unit: partsUnit, points: carries ? points : -lost };
    return weighed({ code: now < before ? 'fell' : 'rose', subjects, args, measure, ...stake });
  }
  const args = { ...named, figure: figureOf(one), most, points: carries ? points : -lost };
  return weighed({ code: carries ? 'carries' : 'costs', subjects, args, measure, ...stake });
}

/** Points of any size can be in a report from elsewhere; what they add up to must be a number still. */
export const finite = (points: number): number => Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, points));

/** The most points of the score that it could give. */
const mostOf = ({ most, effectiveWeight }: Contribution): number => most ?? effectiveWeight * 100;

const weighed = <G extends { readonly weight: number }>(ground: G): G[] => (ground.weight < least ? [] : [ground]);

const stakes = (points: number) =>
  ({ weight: Math.min(100, Math.abs(points)), effect: points < 0 ? 'harms' : 'helps' }) as const;

const effectOf = ({ effect }: Signal) => (effect === 'risk' ? 'harms' : 'helps');

const tells = ({ evidence: [first] }: Signal, measure: string | null) => measure !== null && first?.subject === measure;

function ofSignal(report: Report, signal: Signal, metric: OfMetric | undefined): Ground<'signal'> {
  const [first] = signal.evidence;
  return {
    code: 'signal',
    subjects: [signal.id, ...(metric?.subjects ?? [])],
    args: {
      name: nameOf(signal),
      effect: signal.effect,
      severity: signal.severity,
      figure: first ? figureOf(first) : null,
      days: signal.since === null ? null : daysBetween(signal.since, report.asOf),
      points: metric?.args.points ?? null,
    },
    weight: Math.min(100, signalWorth[signal.severity] + (metric?.weight ?? 0)),
    effect: effectOf(signal),
  };
}

/** What is missing, together, and what is too old, one by one. */
function unseen(report: Report): Ground<'missing' | 'stale'>[] {
  const missing = ofStatus(report, 'missing');
  const stale = ofStatus(report, 'stale').flatMap((one) =>
    weighed<Ground<'stale'>>({
      code: 'stale',
      subjects: [one.id],
      args: {
        name: nameOf(one),
        of: one.role === 'account' ? 'account' : 'metric',
        days: one.at === null ? null : daysBetween(one.at, report.asOf),
        share: one.weight,
        points: costOf([one]),
      },
      weight: unknownStake(one),
      effect: 'neither',
    }),
  );
  const weight = Math.min(
    100,
    missing.reduce((all, one) => all + unknownStake(one), 0),
  );
  const args = { ...several(missing), of: missing[0]?.role === 'account' ? ('account' as const) : ('metric' as const) };
  const subjects = missing.map(({ id }) => id);
  return [...weighed<Ground<'missing'>>({ code: 'missing', subjects, args, weight, effect: 'neither' }), ...stale];
}

/** Contributions of a status that would count, the heaviest first. */
export const ofStatus = (report: Report, ...statuses: Contribution['status'][]): Contribution[] =>
  report.contributions
    .filter(({ status, weight }) => statuses.includes(status) && weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));

/** The first three by name, how many more, and their share of the weight. */
export function several(contributions: readonly Contribution[]) {
  return {
    names: contributions.slice(0, 3).map(nameOf),
    more: Math.max(0, contributions.length - 3),
    share: Math.min(
      1,
      contributions.reduce((all, { weight }) => all + weight, 0),
    ),
    points: costOf(contributions),
  };
}

/** What counting as 0 or as 50 costs; null where what is unknown counts as nothing. */
function costOf(contributions: readonly Contribution[]): number | null {
  const cost = contributions.reduce(
    (all, one) => finite(all + (one.points === null ? 0 : finite(mostOf(one) - one.points))),
    0,
  );
  return cost < least ? null : -cost;
}

/** What it is known to cost, or, where that is less, what it could be worth. */
const unknownStake = (one: Contribution): number =>
  Math.min(100, Math.max(-(costOf([one]) ?? 0), one.weight * unknownWorth));

/** Dimensions whose score is another than it was when the change of the whole is counted from. */
function moved({ trend, dimensions }: Report): Ground<'fell' | 'rose'>[] {
  const { earlier } = trend;
  const then = earlier && trend.points.find(({ at, dimensions }) => at === earlier.at && dimensions)?.dimensions;
  if (!then) return [];
  return dimensions.flatMap((dimension) => {
    const { id, score: now, effectiveWeight } = dimension;
    const before = Object.hasOwn(then, id) ? (then[id] ?? null) : null;
    if (now === null || before === null || Math.abs(now - before) < 1) return [];
    const points = (now - before) * effectiveWeight;
    const args = { name: nameOf(dimension), of: 'dimension' as const, before, now, unit: 'number' as const, points };
    return weighed<Ground<'fell' | 'rose'>>({
      code: now < before ? 'fell' : 'rose',
      subjects: [id],
      args,
      ...stakes(points),
    });
  });
}

/** A value as read, with its parts. */
export const figureOf = ({ value, unit, said, parts, partsUnit }: Contribution | Evidence): Figure => ({
  value,
  unit,
  ...(said === undefined ? {} : { said }),
  parts: parts ?? {},
  partsUnit: partsUnit ?? 'number',
});

/** What something is called, short enough to stand in a sentence. */
export function nameOf({ id, label }: { readonly id: string; readonly label: string }): string {
  const name = label.trim() || labelFrom(id);
  return name.length <= 60 ? name : `${cut(name, 59)}…`;
}

/** Whole days from one instant to another, at least 0. */
export const daysBetween = (from: string, to: string): number =>
  Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / dayMs));
