import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { round, stroke } from '../../draw/path.ts';
import { glyph } from '../../ui/glyph.ts';
import { glyphPaths } from '../../ui/glyph-paths.ts';
import type { Tier } from '../../ui/score-reading.ts';
import type { DrawnPoint, ScatterLayout } from './layout-scatter.ts';
import type { ScatterReading } from './read-scatter.ts';
import type { ScatterSpeech } from './say-scatter.ts';

/** What is drawn of a layout. */
export interface ScatterPicture {
  readonly layout: ScatterLayout;
  readonly look: 'solid' | 'faint';
  readonly xLabel: string;
  readonly yLabel: string;
  readonly read: DrawnPoint | null;
  readonly isMirrored: boolean;
}

type Anchor = 'start' | 'middle' | 'end';

/** The plot as SVG: marks mirrored whole, words set at mirrored places. */
export function scatterPlot({ layout, look, xLabel, yLabel, read, isMirrored }: ScatterPicture): TemplateResult {
  const { width, height, left, right, top, bottom, x, y, drawn, line, subject } = layout;
  const letter = (name: string, at: number, down: number, text: string, anchor: Anchor) =>
    svg`<text class=${name} x=${round(isMirrored ? width - at : at)} y=${round(down)} text-anchor=${anchor}>${text}</text>`;
  const path = (name: string, d: string) => svg`<path class=${name} d=${d} />`;
  const ring = (at: { x: number; y: number }, name: string, radius: number) =>
    svg`<circle class=${name} cx=${round(at.x)} cy=${round(at.y)} r=${radius} />`;
  // The worst are drawn last, over the others.
  const order = [...drawn].sort((a, b) => rank(b) - rank(a));
  return svg`<svg class="plot-svg ${look}" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <g transform=${isMirrored ? `translate(${width} 0) scale(-1 1)` : nothing}>
      ${y.parted.map((at) => path('rule', stroke(left, at, right + 8, at)))}
      ${x.parted.map((at) => path('rule', stroke(at, top, at, bottom)))}
      ${y.stretches.map(({ tier, start, end }) => path(`axis ${tier.tone}`, stroke(left - 6, start, left - 6, end)))}
      ${x.stretches.map(({ tier, start, end }) => path(`axis ${tier.tone}`, stroke(start, bottom, end, bottom)))}
      ${x.stretches.length ? nothing : path('base', stroke(left, bottom, right, bottom))}
      ${x.ticks.map(({ at }) => path('base', stroke(at, bottom, at, bottom + 4)))}
      ${line ? path('fit', stroke(line.x1, line.y1, line.x2, line.y2)) : nothing}
      ${order.map(marked)}
      ${subject ? [subject.name ? path('leader', leader(subject, subject.name)) : nothing, ring(subject, 'ring-halo', 9), ring(subject, 'subject', 9)] : nothing}
      ${read ? [ring(read, 'ring-halo', (read.radius ?? 6) + 3), ring(read, 'here', (read.radius ?? 6) + 3)] : nothing}
    </g>
    ${letter('tick', 0, 11, yLabel, 'start')}
    ${y.ticks.map(({ at, text }) => letter('tick', left - 14, at + 4, text, 'end'))}
    ${apart(x.ticks, (right - left) / 5).map(({ at, text }) => letter('tick', at, bottom + 17, text, 'middle'))}
    ${letter('tick', (left + right) / 2, height - 3, xLabel, 'middle')}
    ${subject?.name ? letter('pointed', subject.name.x, subject.name.y, subject.name.text, subject.name.anchor) : nothing}
  </svg>`;
}

const rank = ({ points: [first] }: DrawnPoint) => first?.tier?.from ?? -1;

/** The shape of an account's tier, 9 px, outlined by the surface; a disc where many are gathered. */
function marked({ x, y, points: [first], radius }: DrawnPoint): TemplateResult {
  if (radius !== null) return svg`<circle class="gathered" cx=${round(x)} cy=${round(y)} r=${round(radius)} />`;
  const tone = first?.tier?.tone;
  const name = !tone || tone === 'plain' ? 'no-score' : tone;
  const at = `translate(${round(x - 4.5)} ${round(y - 4.5)}) scale(0.75)`;
  return svg`<path class="mark ${name}" transform=${at} d=${glyphPaths[name]} />`;
}

/** From the edge of the ring to the beginning of the name. */
function leader(from: { x: number; y: number }, to: { x: number; y: number; anchor: 'start' | 'end' }): string {
  const side = to.anchor === 'start' ? 1 : -1;
  const down = to.y > from.y ? 1 : -1;
  return stroke(from.x + side * 6.4, from.y + down * 6.4, to.x - side * 3, down > 0 ? to.y - 9 : to.y + 1);
}

/** Ticks that stand clear of the one before. */
function apart<T extends { readonly at: number }>(ticks: readonly T[], least: number): T[] {
  let before = Number.NEGATIVE_INFINITY;
  const room = Math.min(least, 44);
  return ticks.filter(({ at }) => {
    if (at - before < room) return false;
    before = at;
    return true;
  });
}

/** The tiers by name and count: the key to the shapes. */
export function scatterKey({ tiers, points }: ScatterReading, { words, formats }: ScatterSpeech): TemplateResult {
  const row = (tier: Tier | null) => {
    const count = points.filter((point) => point.tier?.id === tier?.id).length;
    if (count === 0 || tier?.tone === 'plain') return nothing;
    const tone = tier ? (tier.tone as Exclude<Tier['tone'], 'plain'>) : null;
    return html`<li class=${tone ?? 'no-score'}>${glyph(tone, 9)}<bdi>${tier?.label ?? words.noScore}</bdi> <b>${formats.number(count)}</b></li>`;
  };
  return html`<ul class="legend" part="legend">${[...tiers, null].map(row)}</ul>`;
}
