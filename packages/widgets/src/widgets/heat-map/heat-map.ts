import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isDeveloping } from '#developing';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { heatMessages } from '../../ui/grid.messages.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { keyHelp, type Place, PlotReader } from '../../ui/plot-reader.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { numberFrom } from '../../ui/properties.ts';
import { type GivenGrid, type GridReading, readGrid, readWeeks } from '../../ui/read-grid.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { describeHeat, type HeatSpeech, sayCell, sayColumn, sayFigure, sayHeat, sayWhole } from '../../ui/say-grid.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { ageText, asOfLine, retryButton, stateReason, stateWord, withAge } from '../../ui/state-view.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { heatStyles } from './heat-map.styles.ts';
import { heatKey, heatPlot } from './heat-plot.ts';
import { heatTable } from './heat-table.ts';
import { cellHeight, layoutHeat } from './layout-heat.ts';

/** Rows drawn where nothing is said. */
const mostRows = 15;
/** Width, in px, from which there is room for cells. */
const cellsFrom = 240;

/** What `HeatMap.fallback` makes its sentence of. */
export interface HeatFallback {
  readonly report?: GivenReport | GivenView | null | undefined;
  readonly grid?: GivenGrid | null | undefined;
  readonly by?: string | null | undefined;
  readonly label?: string | null | undefined;
}

/**
 * How much each feature is used, by week, or by whatever a grid of one's own tells apart: a number in every cell, five
 * steps of one colour, the most used first. Zero is outlined, and what was not measured dashed. Read by pointer, by
 * keyboard, or as a table.
 *
 * @element hale-heat-map
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr label - What the figures are; "Feature use" where absent.
 * @attr by - Which activity of the report is shown by weeks, by what its rows are told apart by; `feature` by default.
 * @attr {number} max - Rows drawn at most, 15 by default; the table has them all.
 * @attr time-zone - In which the report's date is written: an IANA name, `UTC` by default. The weeks themselves are UTC.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source, which goes before `grid`.
 * @prop {HealthSource | null} source - A source of this widget's own.
 * @prop {FigureGrid | null} grid - Figures of one's own, by teams, segments or anything else: `hale.grid/1`, see `parseGrid` of `@hale/core`.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the figures are, and over how many weeks.
 * @csspart headline - The generated sentence, or the cell being read.
 * @csspart plot - The drawing.
 * @csspart description - All that the plot shows in words, for assistive technology.
 * @csspart more - How many rows and columns are not drawn.
 * @csspart legend - What the fills mean.
 * @csspart as-of - Date, share observed, state.
 * @csspart keys - The keys that read the plot, while it has the keyboard.
 * @csspart table-toggle - The words that open and close the table.
 * @csspart table - The table.
 * @csspart download - The button that saves the table as CSV.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-surface, --hale-wash - Behind the widget: the lighter steps, hovered buttons.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, and cells of zero or not measured.
 * @cssprop --hale-accent, --hale-accent-text - The fullest step, focus, and what is pressed.
 * @cssprop --hale-radius - Corner of buttons.
 */
export class HeatMap extends TemplateWidget {
  static readonly tag = 'hale-heat-map';
  static override styles = [base, plotStyles, tableStyles, heatStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    by: {},
    max: numberFrom(1, Infinity),
    grid: {
      attribute: false,
      ...(isDeveloping && {
        takes: (grid: unknown) => [Object(grid).columns, Object(grid).rows].every(Array.isArray),
        expected: '{ columns, rows }, as hale.grid/1 has them',
      }),
    },
  };

  /** The map as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({ report, grid, by, label }: HeatFallback): string {
    const read = report ? readWeeks(asReport(report), by ?? 'feature') : grid ? readGrid(grid) : null;
    const words = heatMessages.english;
    const said = read ? sayHeat(read, { words, formats: formatsOf('en', 'UTC') }) : report && words.unknown;
    return [label ?? read?.label, said].filter(Boolean).join(': ');
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare by: string | null;
  declare max: number | null;
  declare grid: GivenGrid | null;

  #report = new ReportController(this, () => this.#own());
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);
  #reader = new PlotReader(this);
  /** What stands for a grid of one's own where reports are told of; the same for the same grid. */
  #stand: { readonly grid: GivenGrid; readonly report: GivenReport } | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #own(): GivenReport | null {
    const { grid } = this;
    if (grid === null || typeof grid !== 'object') return null;
    if (this.#stand?.grid !== grid) this.#stand = { grid, report: { asOf: grid.asOf } };
    return this.#stand.report;
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const speech = { words: this.#locale.say(heatMessages), formats: this.#locale.formats };
    const { report } = snapshot;
    const own = this.#stand !== null && report === this.#stand.report ? this.#stand.grid : null;
    const grid = own ? readGrid(own) : report && readWeeks(report, this.by ?? 'feature');
    return html`<div part="base">
      ${this.#size.reaches(cellsFrom) ? this.#full(snapshot, grid, width, speech) : this.#compact(snapshot, grid, speech)}
    </div>`;
  }

  #compact(snapshot: Snapshot, grid: GridReading | null, speech: HeatSpeech): TemplateResult {
    const retry = retryButton(this.#report);
    const [first] = grid?.rows ?? [];
    if (!grid || !first) {
      return html`<p class="figures" part="headline">${this.#state(snapshot, speech)}</p>
        <p class="small" part="as-of">${ageText(snapshot) || stateReason(snapshot, this.#locale)} ${retry}</p>`;
    }
    return html`<p class="figures"><b class="figure-now"><bdi>${sayWhole(first.total, grid, speech)}</bdi></b> <span><bdi>${first.label}</bdi></span></p>
      <p class="small" part="headline"><bdi>${withAge(sayHeat(grid, speech), snapshot, this.#locale)}</bdi> ${retry}</p>`;
  }

  #full(snapshot: Snapshot, grid: GridReading | null, width: number, speech: HeatSpeech): TemplateResult {
    const { words } = speech;
    const drawn = grid ?? blank;
    const isTold = grid !== null;
    const layout = layoutHeat(drawn, width, Math.max(1, this.max ?? mostRows), {
      measure: (text, size, weight) => this.#letters.width(text, size, weight),
      figure: (value) => (isTold ? sayFigure(value, drawn, speech) : ''),
      total: (value) => (isTold ? sayWhole(value, drawn, speech) : ''),
      column: (column) => sayColumn(column, speech),
      all: isTold ? words.all : '',
    });
    const ys = layout.rows.map(({ y }) => y + cellHeight / 2);
    const place = grid && this.#reader.over(layout.xs, ys, layout.cell, grid.isTime ? undefined : 0);
    const say = ({ row, column }: Place) => {
      const at = layout.rows[row]?.row;
      return grid && at ? sayCell(at, layout.from + column, grid, speech) : '';
    };
    const isMirrored = isRightToLeft(this);
    const look = grid ? 'solid' : 'faint';
    const plot = heatPlot({ layout, look, all: isTold ? words.all : '', read: place, isMirrored });
    const title = this.#title(grid, speech);
    const head = place ? say(place) : grid ? sayHeat(grid, speech) : this.#state(snapshot, speech);
    const notes =
      grid || snapshot.state === 'stale' ? asOfLine(snapshot, this.#locale) : stateReason(snapshot, this.#locale);
    return html`<div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${head}</bdi></p>
      </div>
      ${
        grid
          ? this.#reader.render(plot, {
              label: words.read(title),
              description: describeHeat(
                grid,
                layout.rows.map(({ row }) => row),
                speech,
              ),
              say,
            })
          : plot
      }
      ${grid ? [this.#more(grid, layout.rows.length, layout.xs.length, speech), heatKey(grid, layout, speech)] : nothing}
      <div class="foot">
        <p class="small notes" part="as-of"><bdi>${notes}</bdi>${retryButton(this.#report)}</p>
        ${grid ? [keys(words), this.#table.toggle()] : nothing}
      </div>
      ${grid ? this.#table.render(() => heatTable(grid, title, speech)) : nothing}`;
  }

  #state(snapshot: Snapshot, { words }: HeatSpeech): string {
    return snapshot.report && snapshot.state !== 'empty' ? words.unknown : stateWord(snapshot, this.#locale);
  }

  #title(grid: GridReading | null, { words, formats }: HeatSpeech): string {
    const label = this.label ?? grid?.label ?? words.title;
    return grid?.isTime ? words.weeks(label, formats.number(grid.columns.length), grid.columns.length) : label;
  }

  #more(
    { rows, columns, more }: GridReading,
    shownRows: number,
    shownColumns: number,
    { words, formats }: HeatSpeech,
  ): TemplateResult | typeof nothing {
    const hidden = more + rows.length - shownRows;
    const said = [
      hidden > 0 ? words.moreRows(formats.number(hidden)) : null,
      shownColumns < columns.length
        ? words.columnsShown(formats.number(shownColumns), formats.number(columns.length))
        : null,
    ].filter((each) => each !== null);
    return said.length
      ? html`<p class="small more" part="more">${said.map((each) => html`<bdi>${each}</bdi> `)}</p>`
      : nothing;
  }
}

/** What stands there before, or instead of, a grid. */
const blank: GridReading = {
  label: null,
  of: null,
  unit: 'share',
  columns: ['', '', '', '', '', ''],
  isTime: false,
  rows: Array.from({ length: 5 }, () => ({ label: '', values: [0, 0, 0, 0, 0, 0], total: null })),
  more: 0,
  most: 1,
};

function keys(words: HeatSpeech['words']): TemplateResult {
  return keyHelp([
    [['←', '→'], words.move],
    [['↑', '↓'], words.moveRow],
    [['Home', 'End'], words.ends],
    [['Esc'], words.leave],
  ]);
}
