import { type Arc, arc } from '../../draw/arc.ts';
import { hollowArc } from '../../draw/hollow-arc.ts';
import { round } from '../../draw/path.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Mark } from '../../ui/marks.ts';
import type { GaugePicture } from './picture.ts';
import { path, plot, scaleMarks } from './scale-marks.ts';

/**
 * The measures of a dial in px: of all of it, of the circle and its middle from the top, of the band and the figure's
 * type, and how far outside the arc the edges are labelled; 0 for not at all.
 */
export type DialForm = readonly [
  width: number,
  height: number,
  radius: number,
  middle: number,
  band: number,
  figure: number,
  labels: number,
];

const forms: readonly DialForm[] = [
  [300, 214, 112, 138, 9, 64, 19.5],
  [240, 182, 90, 114, 8, 54, 19],
  [200, 156, 76, 98, 7, 44, 16.5],
];

/** The dial of `width` px or a little less: one of three sizes, or below them a bare one. */
export function dialForm(width: number): DialForm {
  const form = forms.find(([each]) => each <= width);
  if (form) return form;
  const radius = width / 2 - 12;
  const middle = radius + 10;
  return [width, Math.round(middle + radius / 2 + 6), radius, middle, 6, Math.round(radius * 0.625), 0];
}

/** The scale bent to 240° with the score on it, clockwise in every writing direction. */
export function dial(
  picture: GaugePicture,
  [width, height, radius, middle, band, figure, labels]: DialForm,
  formats: Formats,
): Mark {
  const { look, edges, possible } = picture;
  const center = width / 2;
  const ring = arc(center, middle, radius);
  const range = arc(center, middle, radius + (labels ? 9 : band / 2 + 6));
  const beyond = band / 2 + (labels ? 4 : 3);
  const baseline = round(middle + figure * 0.3);
  const track = {
    at: ring.point,
    pieces: (from: number, to: number) => ring.pieces(from, to, edges),
    outlines: (to: number) => hollowArc(center, middle, radius, band - 1.5, to, edges),
    across: (score: number) => ring.across(score, beyond),
  };
  return plot(possible ? look : `${look} contained`, width, height, [
    possible && [
      'g',
      { class: 'possible' },
      path('between', range.path(possible.low, possible.high)),
      path('', range.across(possible.low, 2.5) + range.across(possible.high, 2.5)),
    ],
    ...scaleMarks(track, picture, [band, beyond, beyond, labels ? 4 : 3]),
    ...(labels ? ticks(ring, arc(center, middle, radius + labels + (possible ? 7 : 0)), edges, formats) : []),
    picture.isWaiting
      ? [
          'rect',
          {
            class: 'skeleton',
            x: center - figure * 0.667,
            y: round(baseline - figure * 0.767),
            width: round(figure * 1.333),
            height: round(figure * 0.8),
            rx: 4,
          },
        ]
      : ['text', { class: 'figure', part: 'figure', x: center, y: baseline, 'font-size': figure }, picture.figure],
  ]);
}

/** Labels closer than this along the arc would touch. */
const room = 26;

/** The scores at the ends of a dial, below them, and where tiers begin, on an arc around it. */
function ticks(ring: Arc, around: Arc, edges: readonly number[], formats: Formats): Mark[] {
  let last = 0;
  return [0, ...edges, 100].map((score, place) => {
    const isEnd = place === 0 || place > edges.length;
    const fits = Math.min(score - last, 100 - score) * around.perPoint > room;
    if (!isEnd && !fits) return null;
    last = score;
    const { x, y } = (isEnd ? ring : around).point(score);
    return ['text', { class: 'tick', x: round(x), y: round(y + (isEnd ? 17 : 4)) }, formats.number(score)];
  });
}
