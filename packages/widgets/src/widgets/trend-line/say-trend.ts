import type { Formats } from '../../ui/formats.ts';
import { type GivenReport, type ScoreReading, type Tier, tierAt } from '../../ui/score-reading.ts';
import { changeSentence, summary } from '../../ui/summary.ts';
import type { ForecastReading, Foreseen } from './read-forecast.ts';
import type { TrendReading } from './read-trend.ts';
import type { trendMessages } from './trend-line.messages.ts';

const day = 86_400_000;

/** The trend line's words in some language, with that language's numbers and dates. */
export interface TrendSpeech {
  readonly words: (typeof trendMessages)['english'];
  readonly formats: Formats;
}

/** A history that is there to be told, with the report it is from. */
export interface Known {
  readonly trend: TrendReading;
  readonly report: GivenReport;
  readonly reading: ScoreReading;
}

/** How long a history is, in the unit people would use: `3 days`, `8 weeks`, `12 months`, `3 years`. */
export function saySpan({ first, points }: TrendReading, { words }: TrendSpeech): string {
  const end = points[points.length - 1]?.at ?? first.at;
  const days = Math.max(1, Math.round((end - first.at) / day));
  if (days < 14) return words.days(days);
  if (days < 85) return words.weeks(Math.round(days / 7));
  const months = Math.round(days / 30.44);
  return months <= 36 ? words.months(months) : words.years(Math.round(days / 365.25));
}

/** The headline: that there is no score any more, or what the score did. `brief` leaves out since when. */
export function sayTrend({ trend, report, reading }: Known, { words, formats }: TrendSpeech, brief: boolean): string {
  if (trend.stopped !== null) return words.stopped(formats.day(trend.stopped), formats.number(trend.last.score));
  return (brief && changeSentence(reading, formats)) || summary(report, reading, formats);
}

/** One point in words: its day, score and tier. */
export function sayPoint(
  { at, score, foreseen }: { at: number; score: number | null; foreseen?: Foreseen },
  tiers: readonly Tier[],
  { words, formats }: TrendSpeech,
): string {
  if (foreseen) return words.foreseen(formats.day(at), ...figures(foreseen, formats, 1));
  if (score === null) return words.unread(formats.day(at));
  return words.reading(formats.day(at), formats.number(score, 1), tierAt(tiers, score).label);
}

/** Where the score is likely to be at the end of a forecast, or why there is none; null where nothing is said of it. */
export function sayForecast(forecast: ForecastReading | null, { words, formats }: TrendSpeech): string | null {
  if (!forecast) return null;
  const { points, reason, confidence } = forecast;
  const end = points[points.length - 1];
  if (!end) return reason && words.notAhead[reason];
  const [score, low, high] = figures(end, formats, 0);
  return words.ahead(formats.day(end.at), score, formats.share(confidence), low, high);
}

const figures = ({ score, low, high }: Foreseen, { number }: Formats, digits: number) =>
  [number(score, digits), number(low, digits), number(high, digits)] as const;

/** All of the plot in words: start, end, change, extremes, gaps, changes of the model. */
export function describeTrend({ trend, reading }: Known, { words, formats }: TrendSpeech): string {
  const change = changeSentence(reading, formats);
  const { first, last, low, high, gaps, versions } = trend;
  const number = (score: number) => formats.number(score, 1);
  const said = [words.range(number(first.score), formats.day(first.at), number(last.score), formats.day(last.at))];
  if (change) said.push(`${change}.`);
  if (high.score > low.score) {
    said.push(words.extremes(number(high.score), formats.day(high.at), number(low.score), formats.day(low.at)));
  }
  for (const gap of gaps.slice(0, 3)) said.push(words.gap(formats.day(gap.from), formats.day(gap.to)));
  if (gaps.length > 3) said.push(words.moreGaps(gaps.length - 3, formats.number(gaps.length - 3)));
  if (trend.stopped !== null) said.push(`${words.stopped(formats.day(trend.stopped), number(last.score))}.`);
  for (const { at, version } of versions.slice(-3)) said.push(words.changed(version, formats.day(at)));
  const ahead = sayForecast(trend.forecast, { words, formats });
  if (ahead) said.push(words.sentence(ahead));
  return said.join(' ');
}
