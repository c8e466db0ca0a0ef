import type { TableContent } from '../../ui/data-table.ts';
import type { PortfolioReading, SegmentReading } from './read-segments.ts';
import { type SegmentSpeech, sayCount, sayName, sayShare } from './say-segments.ts';

/** Every segment with its counts and shares. */
export function segmentTable(
  { tiers, segments }: PortfolioReading,
  title: string,
  speech: SegmentSpeech,
): TableContent<SegmentReading> {
  const { words } = speech;
  const names = [...tiers.map(({ label }) => label || words.accounts), words.noScore];
  const name = (segment: SegmentReading) => sayName(segment, speech);
  return {
    caption: words.caption,
    columns: [
      { name: words.segment, text: name, value: name },
      ...names.map((name, place) => ({
        name,
        text: ({ counts }: SegmentReading) => sayCount(counts[place] ?? null, speech),
        value: ({ counts }: SegmentReading) => counts[place] ?? null,
      })),
      { name: words.total, text: ({ total }) => sayCount(total, speech), value: ({ total }) => total },
      ...names.map((name, place) => ({
        name: words.shareOf(name),
        text: (segment: SegmentReading) => sayShare(segment, place, speech),
        value: ({ shares }: SegmentReading) => shares?.[place] ?? null,
      })),
    ],
    rows: segments,
    file: title,
  };
}
