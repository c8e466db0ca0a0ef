import { svg, type TemplateResult } from 'lit/html.js';
import { round, stroke } from '../../draw/path.ts';
import { axisEnd, type UnitFrame, unitFrame } from '../../draw/unit-frame.ts';
import type { Area, BandReading, CurvePoint, LiftReading, PredictorReading } from './backtest-reading.ts';
import { shares } from './read-backtest.ts';
import type { Speech } from './say-backtest.ts';
import { axes, axisWords, sheet, type Word } from './sheet.ts';

/** A plot, where its points are across, and which of them is read. */
export interface Plot {
  readonly xs: readonly number[];
  readonly draw: (read: number | null) => TemplateResult;
}

/** The room a plot has, and which way it is read. */
export interface PlotRoom {
  readonly width: number;
  readonly isMirrored: boolean;
  /** Width in px of words at 12 px. */
  readonly measure: (text: string) => number;
}

const dot = (name: string, x: number, y: number, r: number) =>
  svg`<circle class=${name} cx=${round(x)} cy=${round(y)} r=${r} />`;

/** The ROC curve, with the place on it where warnings begin today. */
export function curvePlot(
  { curve, calls }: Pick<PredictorReading, 'curve' | 'calls'>,
  room: PlotRoom,
  speech: Speech,
): Plot {
  const frame = unitFrame(room.width);
  const { words, formats, did, not } = speech;
  const place = ({ alarms, caught }: CurvePoint) => [frame.x(alarms), frame.y(caught)] as const;
  const path = curve.map(place);
  const now = calls && curve.length ? shares(calls) : null;
  const [x, y] = now ? place(now) : [0, 0];
  // Beside the place and below the curve, which only rises from there.
  const under = Math.max(y, heightAt(path, x + 9));
  const isLow = under + 18 > frame.bottom;
  const here: Word[] = now
    ? [
        {
          x: x > frame.width / 2 ? x - 9 : x + 9,
          y: isLow ? y - 6 : under + 15,
          text: words.here,
          anchor: x > frame.width / 2 ? 'end' : 'start',
          name: 'tick strong',
        },
      ]
    : [];
  return {
    xs: path.map(([at]) => at),
    draw: (read) =>
      sheet(
        frame,
        room.isMirrored,
        [
          axes(frame),
          path.length
            ? svg`<path class="line" part="line" d="M${path.map(([px, py]) => `${round(px)} ${round(py)}`).join('L')}" />`
            : null,
          now ? [dot('halo', x, y, 6.5), dot('now', x, y, 4.5)] : null,
          ...readAt(frame, path, read),
        ],
        [...axisWords(frame, formats.share, words.caughtAxis(did), words.alarmAxis(not)), ...here],
      ),
  };
}

/** How far down a line is at `x`, which lies between two of its points; 0 beside them. */
function heightAt(path: readonly (readonly [number, number])[], x: number): number {
  const next = path.findIndex(([px]) => px >= x);
  const [before, after] = [path[next - 1], path[next]];
  if (!before || !after) return 0;
  return before[1] + ((after[1] - before[1]) * (x - before[0])) / (after[0] - before[0] || 1);
}

/** What was said against what came, band by band, with the interval of each and how many were in it. */
export function bandsPlot(bands: readonly BandReading[], room: PlotRoom, { words, formats, did }: Speech): Plot {
  const greatest = Math.max(0, ...bands.map(({ predicted, high }) => Math.max(predicted, high)));
  const frame = unitFrame(room.width, axisEnd(greatest));
  const path = bands.map(({ predicted, observed }) => [frame.x(predicted), frame.y(observed)] as const);
  const counts: Word[] = [];
  let free = frame.left - 12;
  for (const { predicted, high, rows } of bands) {
    const text = formats.number(rows);
    const half = room.measure(text) / 2;
    const x = Math.max(frame.x(predicted), frame.left + half - 4);
    if (x - half < free || x + half > frame.width) continue;
    counts.push({ x, y: frame.y(high) - 5, text, anchor: 'middle', name: 'tick strong' });
    free = x + half + 4;
  }
  return {
    xs: path.map(([x]) => x),
    draw: (read) =>
      sheet(
        frame,
        room.isMirrored,
        [
          axes(frame),
          ...bands.map(({ low, high }, i) => {
            const [x = 0, y = 0] = path[i] ?? [];
            return [svg`<path class="whisker" d=${stroke(x, frame.y(low), x, frame.y(high))} />`, dot('now', x, y, 4)];
          }),
          ...readAt(frame, path, read),
        ],
        [...axisWords(frame, formats.share, words.cameAxis(did), words.saidAxis), ...counts],
      ),
  };
}

function readAt({ top, bottom }: UnitFrame, path: readonly (readonly [number, number])[], read: number | null) {
  const [x, y] = (read === null ? undefined : path[read]) ?? [];
  return x === undefined || y === undefined
    ? []
    : [svg`<path class="cross" d=${stroke(x, top, x, bottom)} />`, dot('read', x, y, 4.5)];
}

/** The bars there is room for: of the riskier half, every second where all would touch. */
export function shownLifts(lifts: readonly LiftReading[], width: number): readonly LiftReading[] {
  const half = lifts.filter(({ share }) => share <= 0.5);
  return half.length * 34 > width - 54 ? half.filter((_, place) => place % 2 === 1 || half.length < 3) : half;
}

/** A bar for each share of the riskiest, against what chance gives. */
export function liftPlot(lifts: readonly LiftReading[], room: PlotRoom, { words, formats }: Speech): Plot {
  const frame = unitFrame(room.width, Math.max(2, ...lifts.map(({ lift }) => lift)) * 1.15);
  const { left, right, bottom, height } = frame;
  const step = (right - left) / Math.max(1, lifts.length);
  const thick = Math.min(36, step * 0.6);
  const xs = lifts.map((_, i) => left + (i + 0.5) * step);
  const figures = lifts.flatMap(({ lift, share }, i): Word[] => {
    const x = xs[i] ?? 0;
    return [
      { x, y: frame.y(lift) - 6, text: formats.fixed(lift, 1), anchor: 'middle', name: 'tick strong' },
      { x, y: height - 20, text: formats.share(share), anchor: 'middle' },
    ];
  });
  return {
    xs,
    draw: (read) =>
      sheet(
        frame,
        room.isMirrored,
        [
          ...lifts.map(({ lift }, i) => {
            const [x, y] = [(xs[i] ?? 0) - thick / 2, frame.y(lift)];
            return svg`<rect class=${i === read ? 'bar read' : 'bar'} x=${round(x)} y=${round(y)} width=${round(thick)} height=${round(bottom - y)} rx="1" />`;
          }),
          svg`<path class="base" d=${stroke(left, bottom, right, bottom)} /><path class="gap over" d=${stroke(left, frame.y(1), right, frame.y(1))} />`,
        ],
        [
          { x: 0, y: 11, text: words.liftAxis, anchor: 'start' },
          { x: left - 8, y: frame.y(1) + 4, text: formats.number(1), anchor: 'end' },
          { x: left - 8, y: bottom + 4, text: formats.number(0), anchor: 'end' },
          { x: right, y: height - 3, text: words.riskiest, anchor: 'end' },
          ...figures,
        ],
      ),
  };
}

/** An AUC with its interval on the scale from 0.4 to 1: guessing dashed at 0.5, a tick at 0.6 from where it is of use. */
export function areaMark(area: Area | null, width: number, isMirrored: boolean): TemplateResult {
  const x = (value: number) => 4 + ((Math.max(0.4, value) - 0.4) / 0.6) * (width - 8);
  const marks = [
    svg`<path class="rule" d=${stroke(4, 10, width - 4, 10)} /><path class="gap" d=${stroke(x(0.5), 2, x(0.5), 18)} /><path class="notch" d=${stroke(x(0.6), 6, x(0.6), 14)} />`,
    area &&
      svg`<path class="whisker" d=${stroke(x(area.low), 10, x(area.high), 10)} />${dot('now', x(area.value), 10, 4)}`,
  ];
  return sheet({ width, height: 20 }, isMirrored, marks, []);
}

/** Of those called, or not: the share to which it happened, solid, and the rest, hollow. */
export function callBar(solid: number, hollow: number, width: number, isMirrored: boolean): TemplateResult {
  const whole = solid + hollow;
  const marks = [
    svg`<rect class="rest" x="0.5" y="0.5" width=${width - 1} height="13" rx="1" />`,
    svg`<rect class="bar" x="0" y="0" width=${round(whole > 0 ? (solid / whole) * width : 0)} height="14" rx="1" />`,
  ];
  return sheet({ width, height: 14 }, isMirrored, marks, []);
}
