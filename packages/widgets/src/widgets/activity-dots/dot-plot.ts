import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { stepsFrom } from '../../draw/dot-grid.ts';
import { type DotCell, type DotMarks, dotMarks } from '../../draw/dot-marks.ts';
import { round } from '../../draw/path.ts';
import { say } from '../../ui/messages.ts';
import type { Place } from '../../ui/plot-reader.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { joined } from '../../ui/summary.ts';
import { cellsOf, type DotLayout } from './layout-dots.ts';
import type { ActivitySpeech } from './say-activity.ts';

/** What is drawn of a grid. */
export interface DotPicture {
  readonly layout: DotLayout;
  /** Hollow: as it was. Faint: not known to us, or not observed. */
  readonly look: 'solid' | 'hollow' | 'faint';
  /** The day being read: its row and its place among the days shown. */
  readonly read: Place | null;
  readonly isMirrored: boolean;
}

/** The plot as SVG: marks mirrored whole, words set at mirrored places. */
export function dotPlot({ layout, look, read, isMirrored }: DotPicture): TemplateResult {
  const { width, height } = layout;
  const letter = (name: string, x: number, y: number, text: string, anchor: 'start' | 'end' = 'start') =>
    svg`<text class=${name} x=${round(isMirrored ? width - x : x)} y=${y} text-anchor=${anchor}>${text}</text>`;
  const here = read && { x: layout.xs[read.column] ?? 0, y: layout.rows[read.row]?.y ?? 0 };
  return svg`<svg class="plot-svg ${look}" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    <g transform=${isMirrored ? `translate(${width} 0) scale(-1 1)` : nothing}>
      ${marks(dotMarks(cellsOf(layout)))}
      ${here ? svg`<rect class="here" x=${round(here.x - 7)} y=${here.y - 7} width="14" height="14" rx="2" />` : nothing}
    </g>
    ${layout.weeks.map(({ x, text }) => letter('tick', x, 11, text))}
    ${layout.column === null ? nothing : letter('tick', width, 11, layout.column, 'end')}
    ${layout.rows.map(({ row, y, label, end }) => [
      letter(row.quiet !== null || row.isIdle ? 'name quiet' : 'name', 0, y + 4, label),
      letter('tick', width, y + 4, end, 'end'),
    ])}
  </svg>`;
}

/** What the dots mean; only those that occur. */
export function dotLegend(layout: DotLayout, { words, formats }: ActivitySpeech): TemplateResult {
  const found = dotMarks(cellsOf(layout));
  const [, one, some, many] = stepsFrom;
  const ranges = [
    words.range(formats.number(one), formats.number(some - 1)),
    words.range(formats.number(some), formats.number(many - 1)),
    words.from(formats.number(many)),
  ];
  const cell = (x: number, count: number | null, isKey = false): DotCell => ({ x, y: 5, count, isKey });
  const entry = (width: number, cells: DotCell[], text: string) =>
    html`<li>
      <svg width=${width} height="10" viewBox="0 0 ${width} 10" aria-hidden="true">${marks(dotMarks(cells))}</svg><bdi>${text}</bdi>
    </li>`;
  return html`<ul class="legend" part="legend">
    ${entry(10, [cell(5, 0)], words.speck)}
    ${entry(30, [cell(4, one), cell(13, some), cell(25, many)], words.steps(joined(ranges, say(summaryMessages, formats.lang).list)))}
    ${found.key ? entry(10, [cell(5, many, true)], words.key) : nothing}
    ${found.missing ? entry(10, [cell(5, null)], words.noData) : nothing}
  </ul>`;
}

function marks({ key, other, rest, missing }: DotMarks): TemplateResult {
  return svg`<path class="rest" d=${rest} /><path class="other" d=${other} /><path class="key" d=${key} /><path class="missing" d=${missing} />`;
}
