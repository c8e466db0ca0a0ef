import { round, stroke } from '../../draw/path.ts';
import type { Mark, Shape } from '../../ui/marks.ts';
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

type Letter = (place: PlacedText, name?: string) => Mark;

/** The plot as SVG, with a crosshair at the point read. Marks are mirrored whole; words are set at mirrored places. */
export function trendPlot(picture: TrendPicture, read: DrawnPoint | null = null): Shape {
  const { frame, axis, layout, look, isMirrored } = picture;
  const { width, height } = frame;
  const letter: Letter = ({ x, y, text, anchor }, name = 'tick') => [
    'text',
    { class: name, x: round(isMirrored ? width - x : x), y: round(y), 'text-anchor': anchor },
    text,
  ];
  const middle = (frame.top + frame.bottom) / 2;
  const unseen = look === 'dashed' ? path('gap', stroke(frame.left, middle, frame.right, middle)) : null;
  return [
    'svg',
    { class: `plot-svg ${look}`, width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    [
      'g',
      { transform: isMirrored ? `translate(${width} 0) scale(-1 1)` : null },
      ...scale(frame, axis),
      ...(layout ? marks(picture, layout, read) : [unseen]),
    ],
    ...axis.labels.map((label) => letter(label)),
    ...(layout ? words(picture, layout, letter) : []),
  ];
}

/** A path; nothing where there is nothing on it. */
const path = (name: string, d: string): Mark => d && ['path', { class: name, d }];
const circle = (name: string, x: number, y: number, r: number): Mark => {
  return ['circle', { class: name, cx: round(x), cy: round(y), r }];
};

function scale(frame: TrendFrame, { stretches, rules }: AxisLayout): Mark[] {
  const from = frame.axis === null ? 0 : frame.axis + 6;
  const to = frame.axis === null ? frame.width : frame.right + 4;
  const x = frame.axis ?? 0;
  return [
    path('rule', rules.map((y) => stroke(from, y, to, y)).join('')),
    ...stretches.map(({ tier, start, end }) => path(`axis ${tier.tone}`, stroke(x, start, x, end))),
  ];
}

function marks({ frame, look }: TrendPicture, layout: TrendLayout, read: DrawnPoint | null): Mark[] {
  const { line, earlier, now, tail } = layout;
  const { top, bottom } = frame;
  const isSpark = frame.axis === null;
  const isHollow = look === 'hollow' || tail !== null;
  return [
    path('notch', layout.ticks.map(({ x }) => stroke(x, bottom, x, bottom + 4)).join('')),
    ...layout.versions.map((x) => path('version', stroke(x, top - 4, x, layout.flags.length ? bottom - 34 : bottom))),
    frame.lane ? path('base', stroke(frame.left, bottom, frame.right, bottom)) : null,
    ...layout.flags.map(({ x, tone }) => path(`flag ${tone ?? 'no-score'}`, stroke(x, bottom, x, bottom - 8))),
    ...ahead(layout),
    ['path', { class: 'line', part: 'line', d: line.solid }],
    ...line.alone.map(({ x, y }) => circle('alone', x, y, 2)),
    ...line.gaps.map((gap) => path('gap', gap.path)),
    tail === null ? null : path('gap', stroke(now.x, now.y, tail, now.y)),
    earlier ? circle('earlier', earlier.x, earlier.y, 4) : null,
    ...dot(now.x, now.y, isHollow ? 'earlier' : 'now', isSpark ? 2.5 : 4.5, isSpark),
    read ? path('cross', stroke(read.x, top, read.x, bottom)) : null,
    ...(read && read.y !== null ? dot(read.x, read.y, 'read', 4.5) : []),
  ];
}

function ahead({ forecast }: TrendLayout): Mark[] {
  if (!forecast) return [];
  return [path('band', forecast.band), ...forecast.edges.map((edge) => path('edge', edge)), path('gap', forecast.line)];
}

const dot = (x: number, y: number, name: string, radius: number, bare = false): Mark[] => [
  bare ? null : circle('halo', x, y, radius + 2),
  circle(name, x, y, radius),
];

function words({ figure, frame }: TrendPicture, layout: TrendLayout, letter: Letter): Mark[] {
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
    earlierLabel ? letter(earlierLabel, 'tick strong') : null,
    letter(end, 'end'),
    forecast ? letter(forecast.end) : null,
  ];
}
