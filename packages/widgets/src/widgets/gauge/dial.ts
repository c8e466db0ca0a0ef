import { arc } from '../../draw/arc.ts';
import { hollowArc } from '../../draw/hollow-arc.ts';
import { round } from '../../draw/path.ts';
import type { Formats } from '../../ui/formats.ts';
import type { Mark } from '../../ui/marks.ts';
import type { GaugePicture } from './picture.ts';
import { circle, plot, scaleMarks } from './scale-marks.ts';

/** The measures of a dial in px. */
export interface DialForm {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  /** Of the middle of the circle, from the top. */
  readonly middle: number;
  readonly band: number;
  /** Height of the figure's type. */
  readonly figure: number;
  /** How far outside the arc the edges are labelled; null for not at all. */
  readonly labels: number | null;
}

const forms: readonly DialForm[] = [
  { width: 300, height: 214, radius: 112, middle: 138, band: 9, figure: 64, labels: 19.5 },
  { width: 240, height: 182, radius: 90, middle: 114, band: 8, figure: 54, labels: 19 },
  { width: 200, height: 156, radius: 76, middle: 98, band: 7, figure: 44, labels: 16.5 },
];

/** The dial that fits into `width` px: one of three sizes, or below them a bare one of at most 120 px. */
export function dialForm(width: number): DialForm {
  const form = forms.find((each) => each.width <= width);
  if (form) return form;
  const bare = Math.min(120, Math.max(72, width));
  const radius = bare / 2 - 12;
  const middle = radius + 10;
  const height = Math.round(middle + radius / 2 + 6);
  return { width: bare, height, radius, middle, band: 6, figure: Math.round(radius * 0.625), labels: null };
}

/** The scale bent to 240° with the score on it, clockwise in every writing direction. */
export function dial(picture: GaugePicture, form: DialForm, formats: Formats): Mark {
  const { look, edges, earlier, possible, hand } = picture;
  const { width, height, radius, middle, band, figure } = form;
  const isBare = form.labels === null;
  const score = picture.score ?? 0;
  const ring = arc(width / 2, middle, radius);
  const outer = arc(width / 2, middle, radius + (isBare ? band / 2 + 6 : 9));
  const beyond = band / 2 + (isBare ? 3 : 4);
  const needle = picture.score === null ? '' : ring.across(score, beyond, beyond);
  const baseline = round(middle + figure * 0.3);
  const filled = look === 'hollow' ? [0, 0] : hand ? [hand.from, hand.to] : [0, score];
  const outlined = hand && look !== 'hollow' ? hand.computed : look === 'hollow' ? score : 0;
  const marks = scaleMarks(
    {
      track: ring.pieces(score, 100, edges).join(''),
      reach: ring.pieces(filled[0] ?? 0, filled[1] ?? 0, edges).join(''),
      outline: hollowArc(width / 2, middle, radius, band - 1.5, outlined, edges).join(''),
      possible: possible ? outer.path(possible.low, possible.high) : '',
      ends: possible ? outer.across(possible.low, 2.5, 2.5) + outer.across(possible.high, 2.5, 2.5) : '',
      earlier: earlier === null ? '' : circle(ring.point(earlier), isBare ? 3 : 4),
      halo: needle,
      needle,
      band,
    },
    picture,
  );
  return plot(look, width, height, [
    ...marks,
    ...(isBare ? [] : labels(edges, form, (form.labels ?? 0) + (possible ? 7 : 0), formats)),
    picture.isWaiting
      ? [
          'rect',
          {
            class: 'skeleton',
            x: width / 2 - figure * 0.667,
            y: round(baseline - figure * 0.767),
            width: round(figure * 1.333),
            height: round(figure * 0.8),
            rx: 4,
          },
        ]
      : [
          'text',
          { class: 'figure', part: 'figure', x: width / 2, y: baseline, 'font-size': figure, 'text-anchor': 'middle' },
          picture.figure,
        ],
  ]);
}

/** Labels closer than this along the arc would touch. */
const room = 26;

function labels(edges: readonly number[], form: DialForm, out: number, formats: Formats): Mark[] {
  const { radius, middle, width } = form;
  const ring = arc(width / 2, middle, radius);
  const pxPerPoint = ((radius + out) * ((240 / 180) * Math.PI)) / 100;
  let last = 0;
  const shown = edges.filter((edge) => {
    const fits = (edge - last) * pxPerPoint > room && (100 - edge) * pxPerPoint > room;
    if (fits) last = edge;
    return fits;
  });
  const foot = ring.point(0).y + 17;
  const label = (x: number, y: number, score: number): Mark => [
    'text',
    { class: 'tick', x: round(x), y: round(y), 'text-anchor': 'middle' },
    formats.number(score),
  ];
  return [
    ...shown.map((edge) => label(ring.point(edge, out).x, ring.point(edge, out).y + 4, edge)),
    label(ring.point(0).x, foot, 0),
    label(ring.point(100).x, foot, 100),
  ];
}
