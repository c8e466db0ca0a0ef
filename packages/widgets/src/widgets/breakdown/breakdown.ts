import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DataTable } from '../../ui/data-table.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { roomStyles } from '../../ui/room.styles.ts';
import { type GivenReport, readScore, type ScoreReading } from '../../ui/score-reading.ts';
import { asOfLine, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import { Stepwise } from '../../ui/stepwise.ts';
import { scoreSentence, scoreText } from '../../ui/summary.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { toCome } from '../../ui/to-come.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { breakdownMessages } from './breakdown.messages.ts';
import { breakdownStyles } from './breakdown.styles.ts';
import { breakdownTable } from './breakdown-table.ts';
import { foldDrawn, ledgerTable, unread } from './ledger-rows.ts';
import { type BreakdownReading, readBreakdown } from './read-breakdown.ts';
import { type BreakdownSpeech, sayBreakdown } from './say-breakdown.ts';

/** Widths, in px, from which there is room for bars and words, and for a row for each metric. */
const wordsFrom = 240;
const linesFrom = 480;

/** What `Breakdown.fallback` makes its sentence of. */
export interface BreakdownFallback {
  readonly report?: GivenReport | GivenView | null | undefined;
  readonly label?: string | null | undefined;
}

/**
 * What a score is made of: what each dimension and metric gave, of how much, in points that add up to the score; what
 * was not observed, and what became of its weight.
 *
 * @element hale-breakdown
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr label - What the ledger is called; "Why 62" where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source.
 * @prop {HealthSource | null} source - A source of this widget's own.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the ledger is called.
 * @csspart headline - The generated sentence.
 * @csspart ledger - The table of points.
 * @csspart dimension - A dimension's row.
 * @csspart metric - A metric's row, or that of what no metric gave.
 * @csspart value - What was read.
 * @csspart bar - How much of what could be given was.
 * @csspart scale - The score on its scale.
 * @csspart points - A figure.
 * @csspart total - The row of the score.
 * @csspart more - The words that show each metric where the ledger is narrow.
 * @csspart next - The words that show more lines of a long ledger, and the largest alone again.
 * @csspart table-toggle - The words that open the table.
 * @csspart table - The table with all there is to each line.
 * @csspart download - The button that saves it.
 * @csspart as-of - Date, share observed, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-rows - How many lines, dimensions among them it keeps room for, at any time; as are usual while it waits for a report, where absent.
 * @cssprop --hale-{tier}-mark - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-surface, --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, rules and boxes.
 * @cssprop --hale-accent, --hale-accent-text - Focus, what is pressed, and points on a scale without tiers.
 */
export class Breakdown extends TemplateWidget {
  static readonly tag = 'hale-breakdown';
  static override styles = [base, roomStyles, plotStyles, tableStyles, breakdownStyles];
  static override properties = { ...reportProperties, ...localeProperties, label: {} };

  /** The breakdown in two sentences, for where there is no drawing: the score, and where points are missing. */
  static fallback({ report, label }: BreakdownFallback): string {
    if (!report) return label ?? '';
    const given = asReport(report);
    const reading = readScore(given);
    const formats = formatsOf('en', 'UTC');
    const said = sayBreakdown(readBreakdown(given), { words: breakdownMessages.english, formats });
    return [scoreSentence(reading, formats, label ?? reading.name), said].filter(Boolean).join('. ');
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;

  #report = new ReportController(this);
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #table = new DataTable(this, this.#locale);
  #lines = new Stepwise(this);
  #isOpen = false;

  #toggle = (): void => {
    this.#isOpen = !this.#isOpen;
    this.requestUpdate();
  };

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const speech = { words: this.#locale.say(breakdownMessages), formats: this.#locale.formats };
    const { report, reading, state } = snapshot;
    const hasWords = this.#size.reaches(wordsFrom);
    const isWide = this.#size.reaches(linesFrom);
    const breakdown = report && readBreakdown(report);
    const isTold = breakdown !== null && breakdown.groups.length > 0;
    const title = this.label ?? this.#title(reading, speech);
    const drawn = {
      reading,
      speech,
      bars: hasWords ? Math.round(Math.min(240, width * (isWide ? 0.32 : 0.24))) : null,
      hasLines: isWide || (hasWords && this.#isOpen),
    };
    const folded = foldDrawn(isTold ? breakdown : unread, this.#lines.most(), drawn);
    return html`<div class="${hasWords ? 'room' : ''} ${state}" part="base">
      <div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class=${isTold && !hasWords ? 'unseen' : 'headline'} part="headline"><bdi>${this.#headline(snapshot, breakdown, speech)}</bdi></p>
      </div>
      ${hasWords && state === 'loading' ? toCome : html`<div aria-hidden=${isTold ? nothing : 'true'}>${ledgerTable(folded, drawn)}</div>`}
      <div class="foot">
        <p class="small">
          ${isTold && hasWords && reading?.score != null ? html`<bdi>${speech.words.sums}</bdi>` : nothing}
          <bdi part="as-of">${this.#notes(snapshot, hasWords)}</bdi>${retryButton(this.#report)}
        </p>
        ${isTold && hasWords ? html`<p class="presses">${isWide ? nothing : this.#more(speech)}${this.#next(folded.left, speech)}${this.#table.toggle()}</p>` : nothing}
      </div>
      ${isTold && reading && hasWords ? this.#table.render(() => breakdownTable(breakdown, reading, title, speech)) : nothing}
    </div>`;
  }

  #title(reading: ScoreReading | null, { words, formats }: BreakdownSpeech): string {
    if (!reading) return words.whyAny;
    return reading.score === null ? words.whyNone : words.why(scoreText(reading, formats));
  }

  #headline(snapshot: Snapshot, breakdown: BreakdownReading | null, speech: BreakdownSpeech): string {
    return (breakdown && sayBreakdown(breakdown, speech)) ?? stateWord(snapshot, this.#locale);
  }

  #notes(snapshot: Snapshot, hasWords: boolean): string {
    const { report, reading } = snapshot;
    if (!report || reading?.score === null) return stateReason(snapshot, this.#locale);
    return hasWords || snapshot.state !== 'ready' ? asOfLine(snapshot, this.#locale) : '';
  }

  #next(left: number, { words, formats }: BreakdownSpeech): TemplateResult | typeof nothing {
    return this.#lines.button({
      left,
      part: 'next',
      more: (_, next) => words.next(formats.number(next)),
      fewer: words.largest,
    });
  }

  #more({ words }: BreakdownSpeech): TemplateResult {
    return html`<button class="link press" part="more" type="button" aria-expanded=${this.#isOpen} @click=${this.#toggle}>
      ${this.#isOpen ? words.fewer : words.more}
    </button>`;
  }
}
