import { html, nothing, type TemplateResult } from 'lit/html.js';
import { DataTable } from '../../ui/data-table.ts';
import type { LocaleController } from '../../ui/locale-controller.ts';
import { keyHelp, PlotReader } from '../../ui/plot-reader.ts';
import type { Widget } from '../../ui/widget.ts';
import type { PanelContent } from './panels.ts';
import type { Speech } from './say-backtest.ts';

/** One of the plots of a backtest: its sentence, itself read by pointer or keyboard, and its table. */
export class PlotPanel {
  #reader: PlotReader;
  #table: DataTable;
  #name: string;

  /** `name` tells it from the others, and is the name of its part. */
  constructor(host: Widget, locale: LocaleController, name: string) {
    this.#reader = new PlotReader(host);
    this.#table = new DataTable(host, locale);
    this.#name = name;
  }

  render<Row>({ title, said, plot, say, table }: PanelContent<Row>, { words }: Speech): TemplateResult {
    const xs = plot?.xs ?? [];
    const place = this.#reader.over(xs, [0]);
    const drawn = plot?.draw(place?.column ?? null) ?? nothing;
    return html`<section part=${this.#name}>
      <div class="head">
        <p class="label"><bdi>${title}</bdi></p>
        <p class="said"><bdi>${place ? say(place.column) : said}</bdi></p>
      </div>
      ${
        xs.length && drawn !== nothing
          ? this.#reader.render(drawn, {
              label: words.read(title),
              description: said,
              say: ({ column }) => say(column),
              id: `about-${this.#name}`,
            })
          : drawn
      }
      ${
        xs.length
          ? html`<div class="foot">
              <span class="notes">${this.#table.toggle()}</span>
              ${keyHelp([
                [['←', '→'], words.move],
                [['Home', 'End'], words.ends],
                [['Esc'], words.leave],
              ])}
            </div>`
          : nothing
      }
      ${xs.length ? this.#table.render(table) : nothing}
    </section>`;
  }
}
