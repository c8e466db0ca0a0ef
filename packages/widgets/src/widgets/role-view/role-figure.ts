import { nothing, svg, type TemplateResult } from 'lit/html.js';
import { line } from '../../draw/line.ts';
import { stroke } from '../../draw/path.ts';
import { edges, position, tierStretches } from '../../draw/scale.ts';
import type { Formats } from '../../ui/formats.ts';
import { instant, items, number } from '../../ui/loose.ts';
import type { GivenReport, ScoreReading } from '../../ui/score-reading.ts';
import { scoreText } from '../../ui/summary.ts';
import type { SalesFacts } from './read-role.ts';

/** What a figure is drawn in: its room in px, its direction, its numbers, and the sentence that says it. */
export interface FigureFrame {
  readonly width: number;
  readonly isMirrored: boolean;
  readonly formats: Formats;
  readonly name: string;
}

/** A row of bars: what it is of, and how much; null where it was not measured. */
export interface Bar {
  readonly label: string;
  readonly value: number | null;
}

const height = 148;
const plot = { top: 8, bottom: 124, left: 46, end: 38 } as const;

const picture = ({ width, name }: FigureFrame, height: number, drawn: unknown): TemplateResult =>
  svg`<svg class="figure" part="figure" role="img" aria-label=${name} width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}>${drawn}</svg>`;

/** The score over time beside the whole scale; null stands for what has not come yet. */
export function scoreFigure(
  report: GivenReport | null,
  reading: ScoreReading | null,
  frame: FigureFrame,
): TemplateResult {
  const { width, isMirrored, formats } = frame;
  const y = position(plot.bottom, plot.top);
  const x = (at: number) => (isMirrored ? width - at : at);
  const tiers = reading?.tiers ?? [];
  const points = items(report?.trend?.points, 2000).flatMap((point) => {
    const at = instant(point.at);
    return at === null ? [] : [{ at, score: number(point.score, 0, 100) }];
  });
  const from = points[0]?.at ?? 0;
  const to = points.at(-1)?.at ?? 0;
  const right = width - plot.end;
  const place = (at: number) =>
    x(to > from ? plot.left + 4 + ((right - plot.left - 4) * (at - from)) / (to - from) : right);
  const drawn = line(points.map(({ at, score }) => ({ x: place(at), y: score === null ? null : y(score) })));
  const last = points.findLast(({ score }) => score !== null);
  const isToday = last !== undefined && last.at === to;
  return picture(
    frame,
    height,
    svg`
    ${
      reading
        ? tierStretches(tiers, plot.bottom, plot.top).map(
            ({ tier, start, end }) => svg`<path class="axis ${tier.tone}" d=${stroke(x(38), start, x(38), end)} />`,
          )
        : svg`<path class="axis faint" d=${stroke(x(38), plot.bottom, x(38), plot.top)} />`
    }
    ${edges(tiers).map((edge) => svg`<path class="rule" d=${stroke(x(plot.left), y(edge), x(right), y(edge))} />`)}
    ${
      reading
        ? [0, ...edges(tiers), 100].map(
            (edge) =>
              svg`<text class="tick" x=${x(30)} y=${y(edge) + 4} text-anchor="end">${formats.number(edge)}</text>`,
          )
        : nothing
    }
    ${drawn.gaps.map(({ path }) => svg`<path class="gap" d=${path} />`)}
    <path class="line" d=${drawn.solid} />
    ${drawn.alone.map(({ x, y }) => svg`<circle class="now" cx=${x} cy=${y} r="1.75" />`)}
    ${
      last
        ? svg`<circle class="now" cx=${place(last.at)} cy=${y(last.score ?? 0)} r="4" />`
        : reading
          ? svg`<path class="gap" d=${stroke(x(plot.left + 4), y(50), x(right), y(50))} />`
          : nothing
    }
    ${
      last && isToday && reading?.score != null
        ? svg`<text class="end" x=${place(last.at) + (isMirrored ? -10 : 10)} y=${y(last.score ?? 0) + 5} text-anchor="start">${scoreText(reading, formats)}</text>`
        : nothing
    }
    ${
      points.length > 1
        ? svg`<text class="tick" x=${x(plot.left)} y=${height - 4} text-anchor="start">${formats.day(from)}</text><text class="tick" x=${x(right)} y=${height - 4} text-anchor="end">${formats.day(to)}</text>`
        : nothing
    }`,
  );
}

/** Seats: those in use filled, the others hollow; dashed where they are not known. */
export function seatFigure({ seats, used }: SalesFacts, frame: FigureFrame): TemplateResult {
  const { width, isMirrored, formats } = frame;
  const full = width - 1;
  const isKnown = seats !== null && used !== null && seats > 0;
  const filled = isKnown ? full * Math.min(1, used / seats) : 0;
  const x = (start: number, length: number) => (isMirrored ? width - start - length : start);
  return picture(
    frame,
    40,
    svg`<rect class=${isKnown ? 'box' : 'box missing'} x="0.5" y="2.5" width=${full} height="32" rx="2" />
    ${
      isKnown
        ? svg`<rect class="used" x=${x(0.5, filled)} y="2.5" width=${filled} height="32" rx="2" />
      ${filled > 60 ? svg`<text class="on-used" x=${x(12, 0)} y="23" text-anchor="start">${formats.number(used)}</text>` : nothing}
      ${full - filled > 60 ? svg`<text class="on-box" x=${x(width - 12, 0)} y="23" text-anchor="end">${formats.number(seats - used)}</text>` : nothing}`
        : nothing
    }`,
  );
}

/** Bars from the same foot, the longest first; what was not measured is dashed. */
export function barFigure(bars: readonly Bar[], frame: FigureFrame): TemplateResult {
  const { width, isMirrored, formats } = frame;
  const row = 30;
  const from = Math.round(Math.min(150, width * 0.38));
  const room = Math.max(20, width - from - 58);
  const most = bars.reduce((top, { value }) => Math.max(top, value ?? 0), 0);
  const x = (start: number, length: number) => (isMirrored ? width - start - length : start);
  return picture(
    frame,
    Math.max(1, bars.length) * row,
    bars.map(({ label, value }, place) => {
      const length = value === null || most === 0 ? 0 : (room * value) / most;
      const top = place * row;
      return svg`<text class="bar-label" x=${x(0, 0)} y=${top + 19} text-anchor="start">${cut(label, from)}</text>
      <rect class=${value === null ? 'box missing' : 'box'} x=${x(from, room)} y=${top + 9.5} width=${room} height="11" rx="1" />
      <rect class="used" x=${x(from, length)} y=${top + 9.5} width=${length} height="11" rx="1" />
      <text class="bar-value" x=${x(width, 0)} y=${top + 19} text-anchor="end">${value === null ? '–' : formats.number(value)}</text>`;
    }),
  );
}

/** A name in as many letters as `room` px surely hold. */
const cut = (label: string, room: number) => {
  const most = Math.max(4, Math.floor(room / 7.4));
  return [...label].length > most ? `${[...label].slice(0, most - 1).join('')}…` : label;
};
