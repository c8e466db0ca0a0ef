import type { Report, Tone } from '@hale/core/report';
import { instant, items, type Loose, number, text } from './loose.ts';
import { say } from './messages.ts';
import { summaryMessages } from './summary.messages.ts';

/** A report as it comes to a widget: checked by a source, or handed over by the page in whatever shape. */
export type GivenReport = Loose<Omit<Report, 'tiers'> & { readonly tiers: readonly Tier[]; readonly title: string }>;

/** A named band of the scale, as drawn. */
export interface Tier {
  readonly id: string;
  readonly label: string;
  /** The score it begins at, 0–100: the worst one at 0. */
  readonly from: number;
  /** `at-risk`, `watch`, `healthy` or `thriving`, whose mark and colour it has; any other word, and it has those of its place. `plain` is the accent: the one stretch of a scale without tiers, which has no name. */
  readonly tone: Tone | 'plain';
}

/** What nearly every widget says first of a report: whose it is, the score with its tier, how much was seen, and when. */
export interface ScoreReading {
  /** Whose health it is; of a customer's view, what the score is of. */
  readonly name: string | null;
  /** ms since 1970. */
  readonly asOf: number | null;
  /** 0–100; null for none. */
  readonly score: number | null;
  readonly tier: Tier | null;
  /** The whole scale, worst first; never empty. */
  readonly tiers: readonly Tier[];
  /** 0–1. */
  readonly coverage: number | null;
  readonly minimumCoverage: number | null;
  /** Why there is no score. */
  readonly reason: string | null;
  /** Points gained or lost over `days`, between the two scores as they are shown: whole. And the score then. */
  readonly change: number | null;
  readonly days: number;
  readonly earlier: number | null;
  /** What a person has set in place of what was computed; null for nothing. */
  readonly override: OverrideReading | null;
}

/** What a person has set: of a score, of a tier, or of both. */
export interface OverrideReading {
  readonly reason: string | null;
  /** ms since 1970; null where it holds until it is taken back. */
  readonly expires: number | null;
  /** What the model says by itself, 0–100; null for no score. */
  readonly computed: number | null;
  /** Where the tier alone was set: the one that the model says by itself; null for a score that was set. */
  readonly computedTier: Tier | null;
}

const tones: readonly Tone[] = ['at-risk', 'watch', 'healthy', 'thriving'];

/** The scale where none is given: at risk below 40, watch below 70, healthy from there. */
export const defaultTiers: readonly Tier[] = scale(summaryMessages.english);

function scale({ tiers }: typeof summaryMessages.english): Tier[] {
  const tier = (tone: keyof typeof tiers, from: number): Tier => ({ id: tone, label: tiers[tone], from, tone });
  return [tier('at-risk', 0), tier('watch', 40), tier('healthy', 70)];
}

/** The scale of a report whose list of tiers is empty, such as the one made for the customer: one stretch, no name. */
const plainScale: readonly Tier[] = [{ id: '', label: '', from: 0, tone: 'plain' }];

/** Reads the head of a report. Whatever is absent or wrong comes out as null, never as 0; it does not throw. Tiers have their names in `lang` where the report names none. */
export function readScore(report: GivenReport, lang = 'en'): ScoreReading {
  const tiers = readTiers(report.tiers, lang);
  const score = number(report.score, 0, 100);
  const given = number(report.trend?.change, -100, 100);
  // What a person sets moves nothing: the change is that of what the model says.
  const own = number(report.override?.score) === null ? score : number(report.override?.computed?.score, 0, 100);
  const earlier =
    number(report.trend?.earlier?.score, 0, 100) ??
    (own === null || given === null ? null : number(own - given, 0, 100));
  return {
    name: text(report.title ?? report.account?.name, 200),
    asOf: instant(report.asOf),
    score,
    tier: score === null ? null : (tierNamed(tiers, report.tier) ?? tierAt(tiers, score)),
    tiers,
    coverage: number(report.coverage, 0, 1),
    minimumCoverage: number(report.minimumCoverage, 0, 1),
    reason: text(report.reason?.code),
    change: given === null || own === null || earlier === null ? given : Math.round(own) - Math.round(earlier),
    days: number(report.trend?.days, 1, 3660) ?? 28,
    earlier,
    override: readOverride(report.override, tiers),
  };
}

function readOverride(given: GivenReport['override'], tiers: readonly Tier[]): OverrideReading | null {
  if (given === null || typeof given !== 'object') return null;
  const isTierAlone = number(given.score) === null && text(given.tier) !== null;
  return {
    reason: text(given.reason, 200),
    expires: instant(given.expires),
    computed: number(given.computed?.score, 0, 100),
    computedTier: isTierAlone ? (tierNamed(tiers, given.computed?.tier) ?? null) : null,
  };
}

/** The tier a score falls in: the last whose `from` it reaches. */
export function tierAt(tiers: readonly Tier[], score: number): Tier {
  let found = tiers[0] ?? (defaultTiers[0] as Tier);
  for (const tier of tiers) if (score >= tier.from) found = tier;
  return found;
}

function tierNamed(tiers: readonly Tier[], name: unknown): Tier | undefined {
  const known = (list: readonly Tier[]) => list.find(({ label }) => label === name);
  const id = (known(tiers) ?? known(defaultTiers))?.id ?? name;
  return tiers.find((tier) => tier.id === name) ?? tiers.find((tier) => tier.id === id);
}

function readTiers(given: GivenReport['tiers'], lang: string): readonly Tier[] {
  if (Array.isArray(given) && given.length === 0) return plainScale;
  const tiers = items(given, 12).flatMap((tier) => {
    const from = number(tier.from, 0, 100);
    const label = text(tier.label, 60) ?? text(tier.id, 60);
    return from === null || !label ? [] : [{ id: text(tier.id) ?? label, label, from, tone: tier.tone }];
  });
  if (tiers.length === 0) return scale(say(summaryMessages, lang));
  // One whose tone is none of those has that of its place: it is left out of no scale.
  return tiers
    .sort((a, b) => a.from - b.from)
    .map((tier, place, { length }) => ({
      ...tier,
      tone:
        tones.find((name) => name === tier.tone) ??
        tones[Math.round(((length > 3 ? 3 : 2) * place) / (length - 1))] ??
        'healthy',
    }));
}
