import { render } from 'lit/html.js';
import { isDeveloping, listOf } from '#developing';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { glyphMark } from '../../ui/glyph-mark.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { number, text } from '../../ui/loose.ts';
import { elementOf, type Mark, type Shape } from '../../ui/marks.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { keyMarks, readMarks, toggleMark } from '../../ui/plot-marks.ts';
import { type Place, PlotReader } from '../../ui/plot-reader.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { numberFrom, oneOf, tierList } from '../../ui/properties.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { type GivenReport, readScore, type ScoreReading, type Tier } from '../../ui/score-reading.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { asOfLine, stateReason, stateWord, withAge } from '../../ui/state-words.ts';
import { changeSentence, joined, scoreSentence } from '../../ui/summary.ts';
import { Widget } from '../../ui/widget.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { attributeReport, type GivenPoint, type TrendAttributes } from './attribute-report.ts';
import { readTrend } from './read-trend.ts';
import { describeTrend, type Known, sayForecast, sayPoint, saySpan, sayTrend, type TrendSpeech } from './say-trend.ts';
import { trendWidths } from './trend-frame.ts';
import { trendMessages } from './trend-line.messages.ts';
import { trendStyles } from './trend-line.styles.ts';
import { trendPicture } from './trend-picture.ts';
import { type TrendPicture, trendPlot } from './trend-plot.ts';
import { trendTable } from './trend-table.ts';

/** What `TrendLine.fallback` makes its sentence of. */
export interface TrendFallback extends TrendAttributes {
  readonly report?: GivenReport | GivenView | null | undefined;
}

/**
 * The score of an account over time, on the scale of tiers: a sentence, a line with its gaps, the score then and now.
 * Read by pointer, by keyboard, or as a table.
 *
 * @element hale-trend-line
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr label - What the line is of; "Health" where absent.
 * @attr scores - A history without a report, as text: `62 64 null 70`, or as JSON writes a list, oldest first. `null` or `-` is a gap, never 0; so is anything else that is no score, of which the console tells.
 * @attr start - The date of the first of `scores`: `2026-01-05`.
 * @attr step - The time between `scores`: `12h`, `7d`, `1w`; a week by default.
 * @attr {number} days - How many days back `scores` or `points` are compared with, 28 by default: with the score nearest to that day, at most a quarter of the time off it, and what is said is how many days lie between the two.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 * @attr {'auto'|'row'} layout - `row` draws the line alone, at any width, as for a table that says the rest elsewhere.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source, which goes before attributes.
 * @prop {HealthSource | null} source - A source of this widget's own.
 * @prop {GivenPoint[] | null} points - A history without a report, in any order; before `scores`.
 * @prop {Tier[] | null} tiers - The scale of `scores` or `points`, worst first; at risk, watch from 40, healthy from 70 by default.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the line is of, and over how long.
 * @csspart headline - The generated sentence, or the point being read.
 * @csspart plot - The drawing.
 * @csspart line - The line itself.
 * @csspart description - All that the plot shows in words, for assistive technology.
 * @csspart tier - Glyph and word.
 * @csspart glyph - The shape that stands for the tier.
 * @csspart as-of - Date, share observed, state.
 * @csspart keys - The keys that read the plot, while it has the keyboard.
 * @csspart table-toggle - The words that open and close the table.
 * @csspart table - The table.
 * @csspart download - The button that saves the table as CSV.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-surface, --hale-wash - Behind the widget: halos, hollow marks, hovered buttons.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words and lines.
 * @cssprop --hale-{tier}-mark, --hale-{tier}-text - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-accent, --hale-accent-text - The point read, focus, and what is pressed.
 * @cssprop --hale-radius - Corner of buttons.
 */
export class TrendLine extends Widget {
  static readonly tag = 'hale-trend-line';
  static override styles = [base, plotStyles, tableStyles, trendStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    points: {
      attribute: false,
      ...(isDeveloping &&
        listOf(
          ({ at, score }) =>
            !Number.isNaN(new Date(at as string).getTime()) && (score === null || number(score, 0, 100) !== null),
          '{ at, score } with a date and 0 to 100, or null',
        )),
    },
    scores: {},
    start: {},
    step: {},
    tiers: tierList,
    days: numberFrom(0, 3660),
    layout: oneOf('auto', 'row'),
  };

  /** The trend as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(given: TrendFallback): string {
    const report = given.report ? asReport(given.report) : attributeReport(given);
    if (!report) return given.label ?? '';
    const reading = readScore(report);
    const formats = formatsOf('en', 'UTC');
    const score = scoreSentence(reading, formats, given.label ?? reading.name);
    const change = changeSentence(reading, formats);
    return change ? `${score}. ${change}.` : score;
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare points: readonly GivenPoint[] | null;
  declare scores: string | null;
  declare start: string | null;
  declare step: string | null;
  declare tiers: readonly Tier[] | null;
  declare days: number | null;
  declare layout: 'auto' | 'row';

  #report = new ReportController(this, () => attributeReport(this));
  #size = new PrintedSize(this, Object.values(trendWidths));
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);
  #reader = new PlotReader(this);
  #form: Form | null = null;
  #box: Element | null = null;

  protected override paint(root: ShadowRoot): void {
    const { width } = this.#size;
    if (width === null) return;
    const form = this.layout === 'row' ? 'row' : this.#size.reaches(trendWidths.plot) ? 'full' : 'compact';
    const [mark, kind] = this.#report.draw((snapshot) => this.#draw(snapshot, width, form));
    // What has another form is another drawing, of which nothing stays.
    const base = elementOf(mark, form === this.#form ? root.firstElementChild : null, kind);
    this.#form = form;
    if (base !== root.firstChild) root.replaceChildren(base);
  }

  #draw(snapshot: Snapshot, width: number, form: Form): readonly [mark: Shape, kind: string] {
    const { report, reading } = snapshot;
    const trend = report && reading ? readTrend(report, reading) : null;
    const speech = { words: this.#locale.say(trendMessages), formats: this.#locale.formats };
    const picture = trendPicture(snapshot, trend, speech, {
      width,
      reaches: (from) => form !== 'row' && this.#size.reaches(from),
      measure: (text, size, weight) => this.#letters.width(text, size, weight),
      isMirrored: isRightToLeft(this),
    });
    const known = trend && report && reading ? { trend, report, reading } : null;
    const view = { snapshot, known, speech, picture };
    const held = form === 'row' ? [this.#row(view)] : form === 'compact' ? this.#compact(view) : this.#full(view);
    const base: Shape = ['div', { class: reading?.tier?.tone ?? 'no-score', part: 'base' }, ...held];
    return [base, `trend ${form} ${picture.layout?.ticks.length}`];
  }

  #row({ snapshot, known, speech, picture }: View): Mark {
    const { words } = speech;
    const said = known
      ? withAge(sayTrend(known, speech, true), snapshot, this.#locale)
      : stateWord(snapshot, this.#locale);
    const label = words.title(this.#name(snapshot, words), said);
    return ['div', { part: 'plot', role: 'img', 'aria-label': label }, trendPlot(picture)];
  }

  #compact({ snapshot, known, speech, picture }: View): Mark[] {
    const figure = known && (known.trend.stopped === null ? picture.figure : '–');
    const headline = known
      ? [['b', { class: 'figure-now' }, figure] as const, ...this.#tier(known.reading)]
      : [bdi(stateWord(snapshot, this.#locale))];
    return [
      ['p', { class: 'figures', part: 'headline' }, ...headline],
      trendPlot(picture),
      [
        'p',
        { class: 'small caption', part: 'as-of' },
        bdi(
          known ? withAge(sayTrend(known, speech, true), snapshot, this.#locale) : stateReason(snapshot, this.#locale),
        ),
        ' ',
        this.#retry(),
      ],
    ];
  }

  #full({ snapshot, known, speech, picture }: View): Mark[] {
    const { words } = speech;
    const label = this.#name(snapshot, words);
    const title = known ? words.title(label, saySpan(known.trend, speech)) : label;
    const said = known ? sayTrend(known, speech, !picture.frame.versions) : stateWord(snapshot, this.#locale);
    const points = picture.layout?.points ?? [];
    const place = this.#reader.over(
      points.map(({ x }) => x),
      [0],
      undefined,
      (picture.layout?.happened ?? 1) - 1,
    );
    const say = ({ column }: Place) => {
      const point = points[column];
      return point && known ? sayPoint(point, known.reading.tiers, speech) : '';
    };
    const plot = trendPlot(picture, (place && points[place.column]) ?? null);
    const notes = known ? this.#notes(known, picture, speech) : stateReason(snapshot, this.#locale);
    const told = known && { label: words.read(title), description: describeTrend(known, speech), say };
    return [
      [
        'div',
        { class: 'head' },
        ['p', { class: 'label', part: 'label' }, bdi(title)],
        ['p', { class: 'headline', part: 'headline' }, bdi(place ? say(place) : said)],
      ],
      ...(told ? readMarks(this.#reader, plot, told) : [plot]),
      [
        'div',
        { class: picture.frame.versions ? 'foot' : 'foot narrow' },
        [
          'p',
          { class: 'small notes', part: 'as-of' },
          ...(known ? this.#tier(known.reading) : []),
          bdi(notes),
          ' ',
          this.#retry(),
        ],
        ...(known ? [this.#keys(words), toggleMark(this.#table, this.#locale)] : []),
      ],
      known && this.#table.isOpen ? this.#tableOf(known, title, speech) : null,
    ];
  }

  #tableOf(known: Known, title: string, speech: TrendSpeech): Element {
    this.#box ??= elementOf(['div', { class: 'table-place' }], null, 'table-place');
    render(
      this.#table.render(() => trendTable(known, title, speech)),
      this.#box as HTMLElement,
    );
    return this.#box;
  }

  #retry(): Mark {
    const word = this.#report.retryWord;
    return word && ['button', { class: 'button', part: 'retry', type: 'button', onclick: this.#report.retry }, word];
  }

  #keys(words: TrendSpeech['words']): Mark {
    return keyMarks(this.#reader, [
      [['←', '→'], words.move],
      [['Home', 'End'], words.ends],
      [['Esc'], words.leave],
    ]);
  }

  #name({ report }: Snapshot, words: TrendSpeech['words']): string {
    return this.label ?? text(report?.title, 120) ?? words.health;
  }

  #notes({ trend }: Known, { layout }: TrendPicture, speech: TrendSpeech): string {
    const { words } = speech;
    const average = layout?.every ? words.average(words.days(layout.every)) : null;
    const notes = [asOfLine(this.#report.snapshot, this.#locale), average, sayForecast(trend.forecast, speech)];
    return joined(notes, words.both);
  }

  #tier({ tier }: ScoreReading): Mark[] {
    const tone = tier?.tone ?? null;
    if (tone === 'plain') return [];
    const word = tier?.label ?? this.#locale.say(stateMessages).noScore;
    return [['span', { class: 'tier-word', part: 'tier' }, glyphMark(tone), bdi(word)], ' '];
  }
}

/** The line alone; with words above and below it; with an axis, and all there is to say. */
type Form = 'row' | 'compact' | 'full';

const bdi = (text: string): Mark => ['bdi', {}, text];

/** What is drawn from, in one hand. */
interface View {
  readonly snapshot: Snapshot;
  readonly known: Known | null;
  readonly speech: TrendSpeech;
  readonly picture: TrendPicture;
}
