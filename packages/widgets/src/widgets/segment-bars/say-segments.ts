import type { Formats } from '../../ui/formats.ts';
import type { PortfolioReading, SegmentReading } from './read-segments.ts';
import type { segmentMessages } from './segment-bars.messages.ts';

/** The widget's words in some language, with that language's numbers and dates. */
export interface SegmentSpeech {
  readonly words: (typeof segmentMessages)['english'];
  readonly formats: Formats;
}

/** The portfolio in one sentence: "7 of 48 at risk, 4 of them in Mid-market; 3 without a score". */
export function saySegments({ tiers, segments, all }: PortfolioReading, { words, formats }: SegmentSpeech): string {
  const { total, counts } = all;
  if (total === 0 || segments.length === 0) return words.none;
  const worst = counts[0] ?? null;
  const missing = counts.at(-1) ?? null;
  if (total === null || worst === null || missing === null || !tiers[0]) return words.untold;
  const written = formats.number(total);
  if (missing === total) return words.noneScored(written);
  const tier = tiers[0].label;
  const said = worst === 0 ? words.noneWorst(written, tier) : words.worst(formats.number(worst), written, tier);
  const [first, second] = [...segments].sort((a, b) => (b.counts[0] ?? 0) - (a.counts[0] ?? 0));
  const most = first?.counts[0] ?? 0;
  const hasMost = second !== undefined && most > (second.counts[0] ?? 0);
  const placed = first && hasMost ? words.most(said, formats.number(most), sayName(first, { words })) : said;
  return missing > 0 ? words.missing(placed, formats.number(missing)) : placed;
}

/** What a segment is called. */
export const sayName = ({ label }: SegmentReading, { words }: Pick<SegmentSpeech, 'words'>): string =>
  label ?? words.noSegment;

/** A count as written; in words where it is not told. */
export const sayCount = (count: number | null, { words, formats }: SegmentSpeech): string =>
  count === null ? words.unknown : formats.number(count);

/** The share of a segment that is at a place of its counts: "21%", "under 1%"; empty without one. */
export function sayShare({ shares, counts }: SegmentReading, place: number, { words, formats }: SegmentSpeech): string {
  const share = shares?.[place];
  if (share === undefined) return '';
  return share === 0 && counts[place] ? words.less(formats.share(0.01)) : formats.share(share / 100);
}
