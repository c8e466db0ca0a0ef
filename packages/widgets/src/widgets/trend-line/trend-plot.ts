import { nothing, svg, type TemplateResult } from 'lit/html.js';
import { round, stroke } from '../../draw/path.ts';
import type { AxisLayout, DrawnPoint, PlacedText, TrendLayout } from './layout-trend.ts';
import type { TrendFrame } from './trend-frame.ts';

/** What is drawn in a frame; without a layout the axis stands alone. */
export interface TrendPicture {
  readonly frame: TrendFrame;
  readonly axis: AxisLayout;
  readonly layout: TrendLayout | null;
  /** Faint: not known to us. Dashed: nothing observed. Hollow: as it was. */
  readonly look: 'solid' | 'hollow' | 'dashed' | 'faint';
  /** The figure beside the last point. */
  readonly figure: string;
  readonly isMirrored: boolean;
}

type Drawn = TemplateResult | typeof nothing;
type Letter = (place: PlacedText, name?: string) => TemplateResult;

/** The plot as SVG, with a crosshair at the point read. Marks are mirrored whole; words are set at mirrored places. */
export function trendPlot(picture: TrendPicture, read: DrawnPoint | null = null): TemplateResult {
  const { frame, axis, layout, look, isMirrored } = picture;
  const { width, height } = frame;
  const letter: Letter = ({ x, y, text, anchor }, name = 'tick') =>
    svg`<text class=${name} x=${round(isMirrored ? width - x : x)} y=${round(y)} text-anchor=${anchor}>${text}</text>`;
  return svg`<svg class="plot-svg ${look}" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <g transform=${isMirrored ? `translate(${width} 0) scale(-1 1)` : nothing}>
      ${scale(frame, axis)}
      ${layout ? marks(picture, layout, read) : look === 'dashed' ? svg`<path class="gap" d=${stroke(frame.left, (frame.top + frame.bottom) / 2, frame.right, (frame.top + frame.bottom) / 2)} />` : nothing}
    </g>
    ${axis.labels.map((label) => letter(label))}
    ${layout ? words(picture, layout, letter) : nothing}
  </svg>`;
}

function scale(frame: TrendFrame, { stretches, rules }: AxisLayout): Drawn[] {
  const from = frame.axis === null ? 0 : frame.axis + 6;
  const to = frame.axis === null ? frame.width : frame.right + 4;
  return [
    ...rules.map((y) => svg`<path class="rule" d=${stroke(from, y, to, y)} />`),
    ...stretches.map(
      ({ tier, start, end }) =>
        svg`<path class="axis ${tier.tone}" d=${stroke(frame.axis ?? 0, start, frame.axis ?? 0, end)} />`,
    ),
  ];
}

function marks({ frame, look }: TrendPicture, layout: TrendLayout, read: DrawnPoint | null): Drawn[] {
  const { line, earlier, now, tail } = layout;
  const { top, bottom } = frame;
  const isSpark = frame.axis === null;
  const isHollow = look === 'hollow' || tail !== null;
  return [
    ...layout.ticks.map(({ x }) => svg`<path class="notch" d=${stroke(x, bottom, x, bottom + 4)} />`),
    ...layout.versions.map(
      (x) => svg`<path class="version" d=${stroke(x, top - 4, x, layout.flags.length ? bottom - 34 : bottom)} />`,
    ),
    frame.lane ? svg`<path class="base" d=${stroke(frame.left, bottom, frame.right, bottom)} />` : nothing,
    ...layout.flags.map(
      ({ x, tone }) => svg`<path class="flag ${tone ?? 'no-score'}" d=${stroke(x, bottom, x, bottom - 8)} />`,
    ),
    ...ahead(layout),
    svg`<path class="line" part="line" d=${line.solid} />`,
    ...line.alone.map(({ x, y }) => svg`<circle class="alone" cx=${round(x)} cy=${round(y)} r="2" />`),
    ...line.gaps.map(({ path }) => svg`<path class="gap" d=${path} />`),
    tail === null ? nothing : svg`<path class="gap" d=${stroke(now.x, now.y, tail, now.y)} />`,
    earlier ? svg`<circle class="earlier" cx=${round(earlier.x)} cy=${round(earlier.y)} r="4" />` : nothing,
    ...dot(now.x, now.y, isHollow ? 'earlier' : 'now', isSpark ? 2.5 : 4.5, isSpark),
    read ? svg`<path class="cross" d=${stroke(read.x, top, read.x, bottom)} />` : nothing,
    ...(read && read.y !== null ? dot(read.x, read.y, 'read', 4.5) : []),
  ];
}

function ahead({ forecast }: TrendLayout): Drawn[] {
  if (!forecast) return [];
  return [
    svg`<path class="band" d=${forecast.band} />`,
    ...forecast.edges.map((edge) => svg`<path class="edge" d=${edge} />`),
    svg`<path class="gap" d=${forecast.line} />`,
  ];
}

function dot(x: number, y: number, name: string, radius: number, bare = false): Drawn[] {
  const at = (name: string, r: number) => svg`<circle class=${name} cx=${round(x)} cy=${round(y)} r=${r} />`;
  return [bare ? nothing : at('halo', radius + 2), at(name, radius)];
}

function words({ figure, frame }: TrendPicture, layout: TrendLayout, letter: Letter): Drawn[] {
  if (frame.axis === null) return [];
  const { now, tail, earlierLabel, forecast } = layout;
  const end: PlacedText = layout.figure
    ? { ...layout.figure, text: figure }
    : tail === null
      ? { x: now.x + 10, y: now.y + 5, text: figure, anchor: 'start' }
      : { x: now.x, y: now.y - 12, text: figure, anchor: 'middle' };
  return [
    ...layout.ticks.map(({ x, text, anchor }) => letter({ x, y: frame.bottom + 17, text, anchor })),
    ...layout.labels.map((label) => letter(label)),
    earlierLabel ? letter(earlierLabel, 'tick strong') : nothing,
    letter(end, 'end'),
    forecast ? letter(forecast.end) : nothing,
  ];
}
