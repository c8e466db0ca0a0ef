import type { Formats } from './formats.ts';
import { instant, items, number } from './loose.ts';
import { say } from './messages.ts';
import { type GivenReport, type ScoreReading, tierAt } from './score-reading.ts';
import { summaryMessages } from './summary.messages.ts';

/** A score as a whole number; with one decimal where rounding would lift it into a tier it is not in. */
export function scoreText(reading: Pick<ScoreReading, 'score' | 'tiers'>, formats: Formats): string {
  const { score, tiers } = reading;
  if (score === null) return '–';
  const isLifted = (rounded: number) => tierAt(tiers, rounded) !== tierAt(tiers, score);
  if (!isLifted(Math.round(score))) return formats.number(score);
  const tenths = Math.round(score * 10);
  return formats.number((isLifted(tenths / 10) ? tenths - 1 : tenths) / 10, 1);
}

/** "Acme: 62 of 100, Watch": a score said in one breath. What there is not, the name or the score, is left out. */
export function scoreSentence(reading: ScoreReading, formats: Formats, name: string | null = reading.name): string {
  const words = say(summaryMessages, formats.lang);
  const score = reading.score === null ? null : words.scoreOf(scoreText(reading, formats));
  const rest = joined([score, reading.tier?.label], words.list);
  return name && rest ? words.named(name, rest) : name || rest;
}

/** What there is to say, the parts joined two by two as a language does it: `words.list`, `words.next`, `words.both`. */
export const joined = (parts: readonly (string | null | undefined)[], join: (a: string, b: string) => string): string =>
  parts.reduce<string>((said, part) => (said && part ? join(said, part) : said || part || ''), '');

/** "Down 12 in 28 days", "Steady over 28 days"; null where no earlier score is known. */
export function changeSentence({ change, days }: ScoreReading, formats: Formats): string | null {
  if (change === null) return null;
  const words = say(summaryMessages, formats.lang);
  const points = Math.round(Math.abs(change));
  if (points === 0) return words.steady(days);
  return change < 0 ? words.down(formats.number(points), days) : words.up(formats.number(points), days);
}

/** The headline of a score: how it moved, and since when it has been where it is. The same for every reader. */
export function summary(report: GivenReport, reading: ScoreReading, formats: Formats): string {
  const words = say(summaryMessages, formats.lang);
  const first = changeSentence(reading, formats) ?? scoreSentence(reading, formats, null);
  const second = sinceWhen(report, reading, formats);
  return second === null ? first : words.both(first, second);
}

function sinceWhen(report: GivenReport, { score, tier, tiers }: ScoreReading, formats: Formats): string | null {
  // A tier held by hysteresis, or by hand, is not the one the scores alone would give.
  if (score === null || tier === null || tierAt(tiers, score) !== tier) return null;
  const words = say(summaryMessages, formats.lang);
  let since: number | null = null;
  for (const point of items(report.trend?.points, 2000).reverse()) {
    const then = number(point.score, 0, 100);
    const at = instant(point.at);
    if (then === null || at === null) continue;
    const before = tierAt(tiers, then);
    if (before === tier) since = at;
    else if (since === null) return null;
    else if (before.from < tier.from) return words.since(tier.label, formats.day(since));
    else {
      const above = tiers[tiers.indexOf(tier) + 1] ?? before;
      return words.below(above.label, formats.day(since));
    }
  }
  return null;
}
