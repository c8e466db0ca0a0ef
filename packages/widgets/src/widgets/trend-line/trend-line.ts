import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { nearest } from '../../draw/line.ts';
import type { HealthSource } from '../../source/health-source.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { glyph } from '../../ui/glyph.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { keyHelp, readable } from '../../ui/reader.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { type GivenReport, readScore, type ScoreReading, type Tier } from '../../ui/score-reading.ts';
import { SizeController } from '../../ui/size-controller.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { asOfLine, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import { changeSentence, scoreSentence } from '../../ui/summary.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { attributeReport, type GivenPoint, type TrendAttributes } from './attribute-report.ts';
import type { DrawnPoint } from './layout-trend.ts';
import { readTrend, type TrendReading } from './read-trend.ts';
import { describeTrend, type Known, sayPoint, saySpan, sayTrend, type TrendSpeech } from './say-trend.ts';
import { trendWidths } from './trend-frame.ts';
import { trendMessages } from './trend-line.messages.ts';
import { trendStyles } from './trend-line.styles.ts';
import { trendPicture } from './trend-picture.ts';
import { type TrendPicture, trendPlot } from './trend-plot.ts';
import { trendTable } from './trend-table.ts';

/**
 * The score of an account over time, on the scale of tiers: a sentence, a line with its gaps, the score then and now.
 *
 * Without a report: `points`, or `scores="62 64 null 70" start="2026-01-05" step="7d"`. With `layout="row"` it is the
 * line alone, as wide as its container and without a word: for a table that says the rest in its other cells.
 * Parts: base, label, headline, plot, line, tier, as-of, keys, table-toggle, table, download, retry.
 */
export class TrendLine extends LitElement {
  static readonly tag = 'hale-trend-line';
  static override styles = [base, plotStyles, tableStyles, trendStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    points: { attribute: false },
    scores: {},
    start: {},
    step: {},
    tiers: { attribute: false },
    days: { type: Number },
    layout: {},
  };

  /** The trend as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(props: TrendAttributes & { readonly report?: GivenReport | null }): string {
    const report = props.report ?? attributeReport(props);
    if (!report) return props.label ?? '';
    const reading = readScore(report);
    const formats = formatsOf('en', 'UTC');
    const score = scoreSentence(reading, formats, props.label ?? reading.name);
    const change = changeSentence(reading, formats);
    return change ? `${score}. ${change}.` : score;
  }

  declare report: GivenReport | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  /** What the line is of; "Health" where nothing is said. */
  declare label: string | null;
  /** The history itself, in any order. */
  declare points: readonly GivenPoint[] | null;
  /** The history as text: scores from `start` on, one every `step`, with `null` where there was none. */
  declare scores: string | null;
  /** The date of the first of `scores`, as `2026-01-05`. */
  declare start: string | null;
  /** The time between `scores`: `7d`, `1w`, `12h`. */
  declare step: string | null;
  /** The scale, where no report brings one. */
  declare tiers: readonly Tier[] | null;
  /** How many days back `points` or `scores` are compared with; 28 where nothing is said. */
  declare days: number | null;
  /** `row` for the line alone. */
  declare layout: 'auto' | 'row';

  #report = new ReportController(this, () => attributeReport(this));
  #size = new SizeController(this, Object.values(trendWidths));
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);
  /** The point read, among those drawn. */
  #read: number | null = null;
  #drawn: readonly DrawnPoint[] = [];

  constructor() {
    super();
    this.report = this.source = this.account = null;
    this.timeZone = 'UTC';
    this.label = this.points = this.scores = this.start = this.step = this.tiers = this.days = null;
    this.layout = 'auto';
  }

  #move = (event: PointerEvent): void => {
    const plot = event.currentTarget as HTMLElement;
    const { left, right } = plot.getBoundingClientRect();
    const x = this.#locale.isMirrored ? right - event.clientX : event.clientX - left;
    this.#readAt(
      nearest(
        this.#drawn.map((point) => point.x),
        x,
      ),
    );
  };

  #leave = (): void => this.#readAt(null);

  #key = (event: KeyboardEvent): void => {
    const last = this.#drawn.length - 1;
    const here = this.#read ?? last;
    const later = this.#locale.isMirrored ? 'ArrowLeft' : 'ArrowRight';
    const to: Record<string, number | null> = {
      ArrowRight: here + (later === 'ArrowRight' ? 1 : -1),
      ArrowLeft: here + (later === 'ArrowLeft' ? 1 : -1),
      ArrowUp: here + 1,
      ArrowDown: here - 1,
      PageUp: here - 10,
      PageDown: here + 10,
      Home: 0,
      End: last,
      Escape: null,
    };
    const next = to[event.key];
    // Escape with nothing read is the page's own, to close a dialog for example.
    if (next === undefined || (next === null && this.#read === null)) return;
    event.preventDefault();
    event.stopPropagation();
    this.#readAt(next === null ? null : Math.min(last, Math.max(0, next)));
  };

  #readAt(index: number | null): void {
    const next = index === -1 ? null : index;
    if (next === this.#read) return;
    this.#read = next;
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const { report, reading } = snapshot;
    const trend = report && reading ? readTrend(report, reading) : null;
    const speech = { words: this.#locale.say(trendMessages), formats: this.#locale.formats };
    const picture = trendPicture(snapshot, trend, speech, {
      width,
      reaches: (from) => this.layout !== 'row' && this.#size.reaches(from),
      measure: (text, size, weight) => this.#letters.width(text, size, weight),
      isMirrored: this.#locale.isMirrored,
      read: this.#read,
    });
    this.#drawn = picture.layout?.points ?? [];
    const view = { snapshot, trend, speech, picture };
    return html`<div class=${reading?.tier?.tone ?? 'no-score'} part="base">
      ${this.layout === 'row' ? this.#row(view) : picture.frame.axis === null ? this.#compact(view) : this.#full(view)}
    </div>`;
  }

  #row({ snapshot, trend, speech, picture }: View): TemplateResult {
    const { report, reading } = snapshot;
    const said =
      trend && report && reading
        ? sayTrend({ trend, report, reading }, speech, true)
        : stateWord(snapshot, this.#locale);
    return html`<div part="plot" role="img" aria-label=${speech.words.title(this.label ?? speech.words.health, said)}>${trendPlot(picture)}</div>`;
  }

  #compact({ snapshot, trend, speech, picture }: View): TemplateResult {
    const { report, reading } = snapshot;
    const known = trend && report && reading && { trend, report, reading };
    return html`<p class="figures" part="headline">
        ${
          known
            ? html`<b class="figure-now">${trend.stopped === null ? picture.figure : '–'}</b> ${this.#tier(reading)}`
            : stateWord(snapshot, this.#locale)
        }
      </p>
      ${trendPlot(picture)}
      <p class="small" part="as-of">
        <bdi>${known ? sayTrend(known, speech, true) : stateReason(snapshot, this.#locale)}</bdi>
        ${retryButton(this.#report, this.#locale)}
      </p>`;
  }

  #full({ snapshot, trend, speech, picture }: View): TemplateResult {
    const { words } = speech;
    const { report, reading } = snapshot;
    const label = this.label ?? words.health;
    const title = trend ? words.title(label, saySpan(trend, speech)) : label;
    const known = trend && report && reading && { trend, report, reading };
    const headline = picture.read
      ? sayPoint(picture.read, reading?.tiers ?? [], speech)
      : known
        ? sayTrend(known, speech, !picture.frame.versions)
        : stateWord(snapshot, this.#locale);
    return html`<div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${headline}</bdi></p>
      </div>
      ${known ? this.#readable(title, known, picture, speech) : trendPlot(picture)}
      <div class=${picture.frame.versions ? 'foot' : 'foot narrow'}>
        <p class="small notes" part="as-of">
          ${known ? this.#tier(reading) : nothing}
          <bdi>${known ? this.#notes(picture, speech) : stateReason(snapshot, this.#locale)}</bdi>
          ${retryButton(this.#report, this.#locale)}
        </p>
        ${known ? [keys(words), this.#table.toggle()] : nothing}
      </div>
      ${known ? this.#table.render(() => trendTable(known, title, speech)) : nothing}`;
  }

  #readable(title: string, known: Known, picture: TrendPicture, speech: TrendSpeech): TemplateResult {
    const last = this.#drawn.length - 1;
    const at = Math.min(last, this.#read ?? last);
    const point = this.#drawn[at];
    return readable(trendPlot(picture), {
      label: speech.words.read(title),
      description: describeTrend(known, speech),
      at,
      last,
      text: point ? sayPoint(point, known.reading.tiers, speech) : null,
      onKey: this.#key,
      onMove: this.#move,
      onLeave: this.#leave,
    });
  }

  #notes({ layout }: TrendPicture, { words }: TrendSpeech): string {
    const asOf = asOfLine(this.#report.snapshot, this.#locale);
    return layout?.every ? words.both(asOf, words.average(words.days(layout.every))) : asOf;
  }

  #tier(reading: ScoreReading | null): TemplateResult | typeof nothing {
    const tone = reading?.tier?.tone ?? null;
    if (tone === 'plain') return nothing;
    const none = this.#locale.say(stateMessages).noScore;
    return html`<span class="tier-word" part="tier">${glyph(tone)}${reading?.tier?.label ?? none}</span>`;
  }
}

/** What is drawn from, in one hand. */
interface View {
  readonly snapshot: Snapshot;
  readonly trend: TrendReading | null;
  readonly speech: TrendSpeech;
  readonly picture: TrendPicture;
}

function keys(words: TrendSpeech['words']): TemplateResult {
  return keyHelp([
    [['←', '→'], words.move],
    [['Home', 'End'], words.ends],
    [['Esc'], words.leave],
  ]);
}
