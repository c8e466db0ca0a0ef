import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FetchToken } from '../../source/bearer.ts';
import { sourceMessages } from '../../source/source.messages.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { DocumentController } from '../../ui/document-controller.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { keyHelp, PlotReader } from '../../ui/plot-reader.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { layoutScatter } from './layout-scatter.ts';
import { type GivenPoints, measureName, measureNamed, readScatter, type ScatterReading } from './read-scatter.ts';
import {
  describeScatter,
  type ScatterSpeech,
  sayCorrelation,
  sayFigure,
  sayPoint,
  sayScatter,
  sayTitle,
} from './say-scatter.ts';
import { scatterMessages } from './scatter.messages.ts';
import { scatterStyles } from './scatter.styles.ts';
import { scatterKey, scatterPlot } from './scatter-plot.ts';
import { scatterTable } from './scatter-table.ts';

/** Width, in px, from which there is room for a plot. */
const plotFrom = 240;
/** A pointer farther off than this, in px, reads no point. */
const reach = 40;

/** What `Scatter.fallback` makes its sentence of. */
export interface ScatterFallback {
  readonly portfolio?: GivenPoints | null | undefined;
  readonly label?: string | null | undefined;
  readonly x?: string | null | undefined;
  readonly y?: string | null | undefined;
}

/**
 * The accounts of a portfolio by two of their figures, each as the shape of its tier, with a line that outliers hardly
 * bend and how far the two rise together. More than 500 accounts are gathered, and the widget says so.
 *
 * @element hale-scatter
 *
 * @attr {'score'|'seat-use'|'seats'|'active-users'|'value'|'coverage'|'change'} x - The figure that runs across; `seat-use` by default.
 * @attr {'score'|'seat-use'|'seats'|'active-users'|'value'|'coverage'|'change'} y - The figure that runs up; `score` by default.
 * @attr subject - Id of the account that is ringed and named.
 * @attr src - The address of a portfolio with its accounts as JSON, asked for once and without cookies.
 * @attr label - What is shown; the two figures and how many accounts where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {PortfolioSummary | null} portfolio - A portfolio with its accounts at hand. It goes before `src`, which goes before JSON in a `<script type="application/json">` inside.
 * @prop {FetchToken | null} fetchToken - Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
 *
 * @fires {CustomEvent<ErrorDetail>} hale-error - A portfolio did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What is shown.
 * @csspart headline - The generated sentence, or the account being read.
 * @csspart plot - The drawing.
 * @csspart description - All that the plot shows in words, for assistive technology.
 * @csspart legend - The tiers by name and count.
 * @csspart as-of - Date, what is not drawn, or why there is nothing.
 * @csspart keys - The keys that read the plot, while it has the keyboard.
 * @csspart table-toggle - The words that open and close the table.
 * @csspart table - The table.
 * @csspart download - The button that saves the table as CSV.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-{tier}-mark - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-surface, --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Outlines, words, rules and lines.
 * @cssprop --hale-accent, --hale-accent-text - The subject, accounts gathered, focus, and what is pressed.
 */
export class Scatter extends TemplateWidget {
  static readonly tag = 'hale-scatter';
  static override styles = [base, plotStyles, tableStyles, scatterStyles];
  static override properties = {
    ...localeProperties,
    portfolio: { attribute: false },
    fetchToken: { attribute: false },
    src: {},
    label: {},
    x: measureName,
    y: measureName,
    subject: {},
  };

  /** The plot in one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({ portfolio, label, x, y }: ScatterFallback): string {
    if (!portfolio) return label ?? '';
    const reading = readScatter(portfolio, measureNamed(x, 'seat-use'), measureNamed(y, 'score'));
    const speech = { words: scatterMessages.english, formats: formatsOf('en', 'UTC') };
    return `${label ?? sayTitle(reading, speech)}: ${sayScatter(reading, speech)}`;
  }

  declare portfolio: GivenPoints | null;
  declare src: string | null;
  declare fetchToken: FetchToken | null;
  declare label: string | null;
  declare x: string | null;
  declare y: string | null;
  declare subject: string | null;
  declare timeZone: string;

  #document = new DocumentController<GivenPoints>(this, {
    name: 'portfolio',
    format: 'hale.portfolio/1',
    by: 'countPortfolio',
    given: () => this.portfolio,
    isTold: ({ accounts }) => Array.isArray(accounts) && accounts.length > 0,
  });
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);
  #reader = new PlotReader(this);
  /** What was read last: the line takes long, and a pointer draws often. */
  #read: { readonly of: GivenPoints; readonly reading: ScatterReading } | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    const { found, state } = this.#document;
    try {
      // Read while it waits to be told its width: with ten thousand accounts, reading and drawing are a task each.
      const reading = found && state === 'ready' ? this.#reading(found) : null;
      return width === null ? nothing : this.#draw(reading, width);
    } catch (thrown) {
      this.#document.refuse(thrown);
      return width === null ? nothing : this.#draw(null, width);
    }
  }

  #reading(given: GivenPoints): ScatterReading {
    const [x, y] = [measureNamed(this.x, 'seat-use'), measureNamed(this.y, 'score')];
    const known = this.#read;
    if (known && known.of === given && known.reading.x === x && known.reading.y === y) return known.reading;
    const reading = readScatter(given, x, y);
    this.#read = { of: given, reading };
    return reading;
  }

  #draw(reading: ScatterReading | null, width: number): TemplateResult {
    const speech: ScatterSpeech = { words: this.#locale.say(scatterMessages), formats: this.#locale.formats };
    const { state } = this.#document;
    return html`<div part="base" aria-busy=${state === 'loading' ? 'true' : nothing}>
      ${this.#size.reaches(plotFrom) ? this.#full(reading, width, speech) : this.#compact(reading, speech)}
    </div>`;
  }

  #compact(reading: ScatterReading | null, speech: ScatterSpeech): TemplateResult {
    const { words, formats } = speech;
    if (!reading || reading.correlation === null) {
      return html`<p class="figures" part="headline">${reading ? sayScatter(reading, speech) : this.#word(speech)}</p>
        <p class="small" part="as-of">${this.#notes(reading, false, speech)} ${this.#retry()}</p>`;
    }
    return html`<p class="figures"><b class="figure-now">${sayCorrelation(reading.correlation, formats)}</b> <span>${words.correlation}</span></p>
      <p class="small" part="headline"><bdi>${this.label ?? sayTitle(reading, speech)}: ${sayScatter(reading, speech)}</bdi></p>`;
  }

  #full(reading: ScatterReading | null, width: number, speech: ScatterSpeech): TemplateResult {
    const { words } = speech;
    const isTold = reading !== null && reading.points.length > 0;
    const [x, y] = [measureNamed(this.x, 'seat-use'), measureNamed(this.y, 'score')];
    const layout = layoutScatter(reading ?? { ...blank, x, y }, Math.min(width, 720), this.subject, {
      measure: (text, size, weight) => this.#letters.width(text, size, weight),
      figure: (value, measure) => sayFigure(value, measure, speech),
    });
    const { drawn } = layout;
    const heights = drawn.map((point) => point.y);
    const place = isTold
      ? this.#reader.over(
          drawn.map((point) => point.x),
          [0],
          reach,
          0,
          heights,
        )
      : null;
    const say = (column: number) => {
      const point = drawn[column];
      return point && reading ? sayPoint(point, reading, speech) : '';
    };
    const plot = scatterPlot({
      layout,
      look: isTold ? 'solid' : 'faint',
      xLabel: words.measures[x],
      yLabel: words.measures[y],
      read: place ? (drawn[place.column] ?? null) : null,
      isMirrored: isRightToLeft(this),
    });
    const title = this.label ?? (reading ? sayTitle(reading, speech) : `${words.measures[y]}, ${words.measures[x]}`);
    const said = reading ? sayScatter(reading, speech) : this.#word(speech);
    return html`<div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${place ? say(place.column) : said}</bdi></p>
      </div>
      ${
        isTold
          ? this.#reader.render(plot, {
              label: words.read(title),
              description: describeScatter(reading, speech),
              say: ({ column }) => say(column),
            })
          : plot
      }
      ${isTold ? scatterKey(reading, speech) : nothing}
      <div class="foot">
        <p class="small notes"><bdi part="as-of">${this.#notes(reading, layout.isGathered, speech)}</bdi>${this.#retry()}</p>
        ${isTold ? [keys(words), this.#table.toggle()] : nothing}
      </div>
      ${isTold ? this.#table.render(() => scatterTable(reading, title, speech)) : nothing}`;
  }

  #word({ words }: ScatterSpeech): string {
    const { state } = this.#document;
    return state === 'empty' || state === 'ready' ? words.none : this.#locale.say(stateMessages)[state];
  }

  #notes(reading: ScatterReading | null, isGathered: boolean, { words, formats }: ScatterSpeech): string {
    if (!reading) return this.#document.why(this.#locale.lang);
    const notes = [
      reading.asOf === null ? null : this.#locale.say(stateMessages).asOf(formats.moment(reading.asOf)),
      isGathered ? words.gathered(formats.number(reading.points.length)) : null,
      reading.unplaced > 0 ? words.unplaced(formats.number(reading.unplaced)) : null,
    ].filter((note) => note !== null);
    return notes.length ? notes.reduce((said, note) => words.both(said, note)) : '';
  }

  #retry(): TemplateResult | typeof nothing {
    const { canRetry, retry } = this.#document;
    if (!canRetry) return nothing;
    return html`<button class="button" part="retry" type="button" @click=${retry}>${this.#locale.say(sourceMessages).retry}</button>`;
  }
}

/** What stands there before, or instead of, accounts: the axes. */
const blank = readScatter({}, 'seat-use', 'score');

function keys(words: ScatterSpeech['words']): TemplateResult {
  return keyHelp([
    [['←', '→'], words.move],
    [['Home', 'End'], words.ends],
    [['Esc'], words.leave],
  ]);
}
