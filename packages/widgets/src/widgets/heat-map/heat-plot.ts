import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { round } from '../../draw/path.ts';
import type { Place } from '../../ui/plot-reader.ts';
import type { GridReading } from '../../ui/read-grid.ts';
import type { HeatSpeech } from '../../ui/say-grid.ts';
import { cellHeight, type HeatLayout, type Step } from './layout-heat.ts';

/** What is drawn of a grid. */
export interface HeatPicture {
  readonly layout: HeatLayout;
  readonly look: 'solid' | 'faint';
  /** The heading of the totals. */
  readonly all: string;
  readonly read: Place | null;
  readonly isMirrored: boolean;
}

const classOf = (step: Step) => (step === null ? 'unmeasured' : `step-${step}`);

/** The grid as SVG: a number in every cell. */
export function heatPlot({ layout, look, all, read, isMirrored }: HeatPicture): TemplateResult {
  const { width, height, cell, rows, heads, xs, headHeight, isUpright } = layout;
  const letter = (name: string, x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end') =>
    svg`<text class=${name} x=${round(isMirrored ? width - x : x)} y=${y} text-anchor=${anchor}>${text}</text>`;
  // From the cells upwards, in every script.
  const upright = (name: string, x: number, text: string) =>
    svg`<text class=${name} transform="translate(${round(isMirrored ? width - x : x) + 4} ${headHeight - 7}) rotate(-90)" text-anchor=${isMirrored ? 'end' : 'start'}>${text}</text>`;
  const box = (x: number, y: number, by: number): string => {
    const [across, down] = [Math.max(5, cell - 2 * by) - 4, cellHeight - 2 * by - 4];
    const corner = (to: string) => `a2 2 0 0 1${to}`;
    const start = `M${round((isMirrored ? width - x - cell : x) + by + 2)} ${y + by}h${across}`;
    return `${start}${corner(' 2 2')}v${down}${corner('-2 2')}h${-across}${corner('-2-2')}v${-down}${corner(' 2-2')}z`;
  };
  // All boxes that look the same are one path: hundreds of elements would take longer to place than there is in a frame.
  const boxes = new Map<Step, string>();
  for (const { cells, y } of rows) {
    for (const { x, step } of cells) boxes.set(step, (boxes.get(step) ?? '') + box(x, y, step ? 0 : 0.5));
  }
  const here = read && rows[read.row];
  return svg`<svg class="plot-svg ${look}" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true">
    ${heads.map(({ x, text }) => {
      const name = read && x === xs[read.column] ? 'tick strong' : 'tick';
      return isUpright ? upright(name, x, text) : letter(name, x, headHeight - 9, text, 'middle');
    })}
    ${letter('tick', width, headHeight - 9, all, 'end')}
    ${[...boxes].map(([step, d]) => svg`<path class=${classOf(step)} d=${d} />`)}
    ${rows.map((row, place) => [
      letter(place === read?.row ? 'name now' : 'name', 0, row.y + 18, row.label, 'start'),
      row.cells.map(({ x, step, text }) => letter(`in ${classOf(step)}`, x + cell / 2, row.y + 17.5, text, 'middle')),
      letter('sum', width, row.y + 18, row.total, 'end'),
    ])}
    ${here && read ? svg`<path class="here" d=${box(here.cells[read.column]?.x ?? 0, here.y, -1)} />` : nothing}
  </svg>`;
}

/** What the fills mean. */
export function heatKey(
  { unit, most }: GridReading,
  layout: HeatLayout,
  { words, formats }: HeatSpeech,
): TemplateResult {
  const swatches = (steps: readonly Step[]) => {
    const width = steps.length * 15 - 2;
    return html`<svg width=${width} height="10" viewBox="0 0 ${width} 10" aria-hidden="true">
      ${steps.map((step, i) => svg`<rect class=${classOf(step)} x=${i * 15 + (step ? 0 : 0.5)} y=${step ? 0 : 0.5} width=${step ? 13 : 12} height=${step ? 10 : 9} rx="1" />`)}
    </svg>`;
  };
  const has = (step: Step) => layout.rows.some(({ cells }) => cells.some((cell) => cell.step === step));
  return html`<ul class="legend" part="legend">
    ${has(0) ? html`<li>${swatches([0])}<bdi>${formats.number(0)}</bdi></li>` : nothing}
    <li>${swatches([1, 2, 3, 4, 5])}<bdi>${unit === 'share' ? words.steps(formats.share(0.2)) : words.fifths(formats.number(most))}</bdi></li>
    ${has(null) ? html`<li>${swatches([null])}<bdi>${words.notMeasured}</bdi></li>` : nothing}
  </ul>`;
}
