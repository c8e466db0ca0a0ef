import type { Report } from '../schema/report.ts';
import { cut, toSentence, toTenths } from '../schema/say.ts';
import { english, type HeadlineArgs, type Phrases } from './phrases.ts';
import type { Ground, ReasonArgs, ReasonCode } from './reason.ts';
import { situateGrounds, tierName } from './situate-grounds.ts';
import { finite, weighGrounds } from './weigh-grounds.ts';

/** One reason why a score is what it is, in words. Its `args` are what the words were made of. */
export type Reason<C extends ReasonCode = ReasonCode> = Ground<C> & { readonly sentence: string };

/** A report in words. Plain JSON. */
export interface Explanation {
  /** The whole in a breath, at most 300 characters: "62, watch, down 12 in 28 days: seats in use fell from 71% to 48%." */
  readonly headline: string;
  /** The most helpful first. */
  readonly reasons: readonly Reason[];
}

const codes: readonly ReasonCode[] = [
  'override',
  'no-score',
  'signal',
  'fell',
  'rose',
  'limit',
  'costs',
  'stale',
  'missing',
  'tier-held',
  'carries',
  'segment',
  'stage',
  'maturity',
];

/** What the headline says by itself, before it gives reasons. */
const inOpening: readonly ReasonCode[] = ['override', 'no-score', 'tier-held', 'segment', 'stage', 'maturity'];

const isMove: readonly ReasonCode[] = ['fell', 'rose'];

const longest = 300;

/**
 * The whole score in sentences. Reasons go by the points at stake: points lost, points held beyond an even share of the
 * score, points a change brought; a signal counts 10, 5 or 2 more by its severity, what is unknown a quarter of its
 * weight. Ties go by code, then by id, so the same report always reads the same. At most `most` are given.
 */
export function explainReport(report: Report, words: Phrases = english, most = 5): Explanation {
  const grounds = [...situateGrounds(report), ...weighGrounds(report)].sort(
    (a, b) =>
      b.weight - a.weight ||
      codes.indexOf(a.code) - codes.indexOf(b.code) ||
      ((a.subjects[0] ?? '') < (b.subjects[0] ?? '') ? -1 : 1),
  );
  return {
    headline: headlineOf(report, grounds, words),
    reasons: grounds.slice(0, most).map((ground) => ({
      ...ground,
      sentence: toSentence(words.sentence(clauseOf(ground, words), stakeOf(ground.args), words)),
    })),
  };
}

/** The clause of a reason. */
function clauseOf<C extends ReasonCode>({ code, args }: Ground<C>, words: Phrases): string {
  // Sound: a ground holds the arguments of its own code.
  return words.clauses[code as C](args as ReasonArgs[C], words);
}

const stakeOf = (args: Ground['args']) => ({
  points: 'points' in args ? args.points : null,
  most: 'most' in args ? args.most : null,
});

function headlineOf(report: Report, grounds: readonly Ground[], words: Phrases): string {
  const { score, tier, held, trend } = report;
  const change = score === null ? null : trend.change;
  const args: Omit<HeadlineArgs, 'reasons'> = {
    score: roundedScore(report),
    tier: tierName(report, tier),
    held: !!held,
    move: change === null ? null : moveOf(report, change),
    override: grounds.find((one) => one.code === 'override')?.args ?? null,
    noScore: grounds.find((one) => one.code === 'no-score')?.args ?? null,
  };
  const reasons = choose(report, grounds).map((ground) => ({ code: ground.code, clause: clauseOf(ground, words) }));
  for (let count = reasons.length; count >= 0; count--) {
    const text = words.headline({ ...args, reasons: reasons.slice(0, count) }, words);
    if (text.length <= longest) return text;
  }
  return `${cut(words.headline({ ...args, reasons: [] }, words), longest - 1)}…`;
}

/**
 * The one or two for the headline. Of a score that moves, first what moved it; then troubles, or, where the score is
 * good, one thing that helps and one that does not. What gives a good score more than it costs it is no trouble.
 */
function choose(report: Report, grounds: readonly Ground[]): Ground[] {
  const told = grounds.filter((ground) => !inOpening.includes(ground.code) && !saysTheScore(report, ground));
  const helps = told.filter(({ effect }) => effect === 'helps');
  const rest = told.filter(({ effect }) => effect !== 'helps');
  const { change, direction } = report.trend;
  const moves = direction === 'up' ? helps : direction === 'down' ? rest : [];
  const mover = moves.find(({ code, weight }) => isMove.includes(code) && weight >= Math.abs(change ?? 0) / 4);
  const tone = report.tiers.find(({ id }) => id === report.tier)?.tone;
  const isGood = tone === 'healthy' || tone === 'thriving';
  const gives = rest.flatMap((ground) => (isGood || tone === undefined ? carrying(ground) : []));
  const slight = new Set(gives.flatMap(({ subjects }) => subjects));
  const trouble = rest.filter(
    (ground) => ground !== mover && !(ground.code === 'costs' && ground.subjects.some((id) => slight.has(id))),
  );
  if (mover) return [mover, ...trouble.slice(0, 1)];
  if (trouble.length > 0 && !isGood) return trouble.slice(0, 2);
  const help = helps[0] ?? gives.toSorted((a, b) => b.weight - a.weight)[0];
  return [...(help ? [help] : []), ...trouble.slice(0, 1)];
}

/** What costs points and gives more than it costs, told by what it gives; none where it does not. */
function carrying(ground: Ground): Ground<'carries'>[] {
  if (ground.code !== 'costs') return [];
  const { args, subjects } = ground;
  const given = finite(args.most + (args.points ?? 0));
  if (given <= args.most / 2) return [];
  const weight = Math.min(100, given);
  return [{ code: 'carries', subjects, args: { ...args, points: given }, weight, effect: 'helps' }];
}

/** A signal on the score itself says what the opening says. */
function saysTheScore({ signals, score, trend, coverage }: Report, { code, subjects }: Ground): boolean {
  const figures = new Map<string, unknown>(Object.entries({ value: score, change: trend.change, coverage }));
  const [first] = signals.find(({ id }) => code === 'signal' && id === subjects[0])?.evidence ?? [];
  return first !== undefined && figures.has(first.subject) && figures.get(first.subject) === first.value;
}

/** How far the model's own score has moved, between the two as they are written: in whole points. */
function moveOf({ score, override, trend }: Report, change: number): HeadlineArgs['move'] {
  const { direction, days, earlier } = trend;
  const own = override && override.score !== null ? override.computed.score : score;
  const points = Math.abs(own === null || !earlier ? Math.round(change) : Math.round(own) - Math.round(earlier.score));
  return direction && { direction, points, days };
}

/** A whole number; with one decimal where rounding would lift it into a tier it is not in. */
function roundedScore({ score, tiers }: Report): number | null {
  if (score === null) return null;
  const isLifted = (rounded: number) => tiers.some(({ from }) => score < from && from <= rounded);
  const [whole, tenths] = [Math.round(score), toTenths(score)];
  if (!isLifted(whole)) return whole;
  return (isLifted(tenths / 10) ? tenths - 1 : tenths) / 10;
}
