import { formatsOf } from '../../ui/formats.ts';
import { instant, items } from '../../ui/loose.ts';
import { defaultTiers, type GivenReport } from '../../ui/score-reading.ts';
import { scoreText } from '../../ui/summary.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { ahead } from './ahead.ts';
import { type FlagMark, layoutAxis, layoutTrend, type TrendLettering } from './layout-trend.ts';
import type { TrendReading } from './read-trend.ts';
import type { TrendSpeech } from './say-trend.ts';
import { trendFrame } from './trend-frame.ts';
import type { TrendPicture } from './trend-plot.ts';

/** The room a picture has. */
export interface TrendRoom {
  readonly width: number;
  readonly reaches: (from: number) => boolean;
  readonly measure: (text: string, size: number, weight?: number) => number;
  readonly isMirrored: boolean;
}

const tones = { high: 'at-risk', medium: 'watch', low: null } as const;

/** The picture of a snapshot: the same axis in every state, and whatever of a history there is. */
export function trendPicture(
  { state, report, reading }: Snapshot,
  trend: TrendReading | null,
  { words, formats }: TrendSpeech,
  room: TrendRoom,
): TrendPicture {
  const figure = reading && trend ? scoreText({ ...reading, score: trend.last.score }, formats) : '';
  const figureWidth = room.measure(figure, 15, 600);
  const frame = trendFrame(room.width, figureWidth, room.reaches);
  const tiers = reading?.tiers ?? defaultTiers;
  const plain = formatsOf(formats.lang, 'UTC');
  const lettering: TrendLettering = {
    number: formats.number,
    tick: (at, unit) => plain[unit](at),
    ahead: trend ? ahead(formats.timeZone, trend.last.at) : 0,
    noData: words.noData,
    forecast: words.forecast,
    figure,
    figureWidth,
    model: words.model,
    flags: (count) => words.flags(count, formats.number(count)),
    measure: (text) => room.measure(text, 12),
  };
  const layout = trend && layoutTrend(trend, frame, lettering, report ? flags(report) : []);
  const isUnseen = state === 'empty' || state === 'not-enough' || report !== null;
  return {
    frame,
    axis: layoutAxis(tiers, frame, trend, lettering.number),
    layout,
    look: layout ? (state === 'stale' ? 'hollow' : 'solid') : isUnseen ? 'dashed' : 'faint',
    figure,
    isMirrored: room.isMirrored,
  };
}

function flags(report: GivenReport): FlagMark[] {
  return items(report.signals, 200).flatMap(({ effect, severity, since }): FlagMark[] => {
    const at = instant(since);
    return effect !== 'risk' || at === null ? [] : [{ at, tone: tones[severity ?? 'low'] ?? null }];
  });
}
