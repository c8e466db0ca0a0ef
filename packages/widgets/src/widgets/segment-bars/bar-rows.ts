import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { glyph } from '../../ui/glyph.ts';
import { say } from '../../ui/messages.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { joined } from '../../ui/summary.ts';
import { layoutBars, type Piece } from './layout-bars.ts';
import type { PortfolioReading, SegmentReading } from './read-segments.ts';
import { type SegmentSpeech, sayCount, sayName, sayShare } from './say-segments.ts';

/** How the bars are drawn. */
export interface DrawnBars {
  readonly speech: SegmentSpeech;
  /** Of a bar, in px. */
  readonly width: number;
  /** Names stand beside their bars; else above. */
  readonly isWide: boolean;
  /** Each bar is all of its segment. */
  readonly isShare: boolean;
  readonly isMirrored: boolean;
  readonly measure: (text: string) => number;
}

/** Segments drawn at most; the table has them all. */
export const mostBars = 12;
const height = 36;

const toneOf = ({ tiers }: PortfolioReading, place: number) => tiers[place]?.tone ?? 'no-score';
const shapeOf = (tone: ReturnType<typeof toneOf>, size: number) =>
  tone === 'plain' ? nothing : glyph(tone === 'no-score' ? null : tone, size);
const labelOf = ({ tiers }: PortfolioReading, place: number, { words }: SegmentSpeech) =>
  place < tiers.length ? tiers[place]?.label || words.accounts : words.noScore;

/** A row for each segment: what it is called, how many are in each tier, and how many there are. */
export function barRows(reading: PortfolioReading, drawn: DrawnBars): TemplateResult {
  const { speech, isWide, isShare } = drawn;
  const { words } = speech;
  const shown = reading.segments.slice(0, mostBars);
  const isAlone = shown.length === 1 && shown[0]?.label === null;
  const bars = layoutBars(
    shown.map(({ counts }) => counts),
    drawn.width,
    isShare,
  );
  const cells = (segment: SegmentReading, row: number) => {
    const name = html`<bdi class="name">${isAlone ? words.all : sayName(segment, speech)}</bdi>
      ${segment.about ? html`<span class="small"><bdi>${segment.about}</bdi></span>` : nothing}`;
    const total = html`<bdi part="total">${sayCount(segment.total, speech)}</bdi>`;
    const picture = bar(bars[row] ?? [], segment, reading, drawn);
    return isWide
      ? html`<th scope="row">${name}</th><td class="bars">${picture}</td><td class="amount">${total}</td>`
      : html`<th scope="row">${name}</th><td class="amount">${total}</td><td class="bars below">${picture}</td>`;
  };
  const heads = [words.segment, isWide ? words.caption : words.total, isWide ? words.total : words.caption];
  return html`<table class=${isWide ? 'bar-rows' : 'bar-rows folded'} part="bars" role="table">
    <caption class="unseen">${words.caption}</caption>
    <thead class="unseen" role="rowgroup"><tr role="row">${heads.map((head) => html`<th scope="col" role="columnheader">${head}</th>`)}</tr></thead>
    <tbody role="rowgroup">${shown.map((segment, row) => html`<tr part="segment">${cells(segment, row)}</tr>`)}</tbody>
  </table>`;
}

/** All tiers by name, and how many are in each: the key to the shapes. */
export function barKey(reading: PortfolioReading, speech: SegmentSpeech): TemplateResult {
  return html`<ul class="key" part="key">
    ${reading.all.counts.map((count, place) => {
      const tone = toneOf(reading, place);
      // That nobody is without a score needs no words.
      if (tone === 'no-score' && count === 0) return nothing;
      return html`<li class=${tone}>${shapeOf(tone, 11)}<bdi>${labelOf(reading, place, speech)}</bdi> <b>${sayCount(count, speech)}</b></li>`;
    })}
  </ul>`;
}

/** Bars of nothing known, where it loads or cannot be told. */
export function blankBars(width: number, isMirrored: boolean): TemplateResult {
  return html`<div class="blank no-score" aria-hidden="true">
    ${[0.6, 0.9, 0.4].map((share) => {
      const length = Math.round(width * share);
      return html`<svg class="bar" width=${width} height=${height}><rect class="wash missing" x=${isMirrored ? width - length : 0.5} y="0.5" width=${length - 1} height=${height - 1} rx="1" /></svg>`;
    })}
  </div>`;
}

function bar(
  pieces: readonly Piece[],
  segment: SegmentReading,
  reading: PortfolioReading,
  drawn: DrawnBars,
): TemplateResult {
  const { speech, width, isShare, isMirrored } = drawn;
  const said = segment.counts.map((count, place) => {
    const share = sayShare(segment, place, speech);
    const words = `${labelOf(reading, place, speech)} ${sayCount(count, speech)}`;
    return place === reading.tiers.length && count === 0 ? null : share && count ? `${words} (${share})` : words;
  });
  return html`<span class="unseen">${joined(said, say(summaryMessages, speech.formats.lang).both)}</span>
    <svg class="bar" part="bar" width=${width} height=${height} aria-hidden="true">
      ${pieces.map((piece) => {
        const text = isShare
          ? sayShare(segment, piece.place, speech)
          : sayCount(segment.counts[piece.place] ?? null, speech);
        const x = isMirrored ? width - piece.x - piece.width : piece.x;
        return drawnPiece(toneOf(reading, piece.place), x, piece.width, text, drawn);
      })}
    </svg>`;
}

function drawnPiece(
  tone: ReturnType<typeof toneOf>,
  x: number,
  width: number,
  text: string,
  { measure, isMirrored }: DrawnBars,
): TemplateResult {
  const letters = measure(text);
  const at = (from: number, length: number) => (isMirrored ? x + width - from - length : x + from);
  const shape = (from: number, y: number, size: number) =>
    svg`<g transform="translate(${at(from, size)} ${y})">${shapeOf(tone, size)}</g>`;
  const words = (from: number, y: number) =>
    svg`<text class="count" text-anchor="middle" x=${at(from, letters) + letters / 2} y=${y}>${text}</text>`;
  const middle = (length: number) => (width - length) / 2;
  const marks =
    width >= letters + 30
      ? [shape(9, 11, 10), words(24, 20.5)]
      : width >= Math.max(8, letters) + 4
        ? [shape(middle(8), 4, 8), words(middle(letters), 26)]
        : width >= 10
          ? shape(middle(8), 12, 8)
          : nothing;
  return tone === 'no-score'
    ? svg`<g class=${tone} part="piece"><rect class="wash missing" x=${x + 0.5} y="0.5" width=${Math.max(1, width - 1)} height=${height - 1} />${marks}</g>`
    : svg`<g class=${tone} part="piece"><rect class="wash" x=${x} y="0" width=${width} height="32" /><rect class="mark" x=${x} y="32" width=${width} height="4" />${marks}</g>`;
}
