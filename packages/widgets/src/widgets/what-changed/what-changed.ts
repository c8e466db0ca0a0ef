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
import { type GivenReport, readScore } from '../../ui/score-reading.ts';
import { asOfLine, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { scoreSentence } from '../../ui/summary.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { toCome } from '../../ui/to-come.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { changeTable } from './change-table.ts';
import { type ChangeReading, readChange } from './read-change.ts';
import { type ChangeSpeech, sayChange } from './say-change.ts';
import { waterfall } from './waterfall.ts';
import { changeMessages } from './what-changed.messages.ts';
import { changeStyles } from './what-changed.styles.ts';

/** Widths, in px, from which there is room for steps and words, and for wider steps. */
const wordsFrom = 240;
const wideFrom = 480;

/** What `WhatChanged.fallback` makes its sentence of. */
export interface ChangeFallback {
  readonly report?: GivenReport | GivenView | null | undefined;
  readonly earlier?: GivenReport | GivenView | null | undefined;
  readonly label?: string | null | undefined;
}

/**
 * Why a score is not what it was: what the customer did, what is observed, its segment or stage, the model and what was
 * set by hand, in points that add up to the change.
 *
 * @element hale-what-changed
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr label - What it is called; "What changed" where absent. The two dates follow.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {Report | CustomerView | null} report - The later report, or customer's view. It goes before a source.
 * @prop {HealthSource | null} source - A source of the later report.
 * @prop {Report | CustomerView | null} earlier - The earlier report, of the same account.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What it is called, and the two dates.
 * @csspart headline - The generated sentence.
 * @csspart waterfall - The table from the score that was to the score that is.
 * @csspart before - The row of the score that was.
 * @csspart after - The row of the score that is.
 * @csspart score - A score.
 * @csspart cause - The row of a cause.
 * @csspart mover - The row of what moved the score.
 * @csspart how - What became of it.
 * @csspart step - Its step on the scale.
 * @csspart points - Points it gained or lost.
 * @csspart table-toggle - The words that open the table.
 * @csspart table - The table of all that moved.
 * @csspart download - The button that saves it.
 * @csspart as-of - Date, share observed, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-rows - How many lines, both ends among them it keeps room for, at any time; as are usual while it waits for a report, where absent.
 * @cssprop --hale-at-risk-mark, --hale-healthy-mark - What the customer lost and gained.
 * @cssprop --hale-surface, --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, rules and steps.
 * @cssprop --hale-accent, --hale-accent-text - Focus, and what is pressed.
 */
export class WhatChanged extends TemplateWidget {
  static readonly tag = 'hale-what-changed';
  static override styles = [base, roomStyles, plotStyles, tableStyles, changeStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    earlier: { attribute: false },
  };

  /** The change in one sentence, for where there is no drawing; without an earlier report, the score. */
  static fallback({ report, earlier, label }: ChangeFallback): string {
    if (!report) return label ?? '';
    const formats = formatsOf('en', 'UTC');
    const after = readScore(asReport(report));
    const name = label ?? after.name;
    if (!earlier) return scoreSentence(after, formats, name);
    const change = readChange(asReport(report), asReport(earlier));
    const said = sayChange(change, { words: changeMessages.english, formats });
    return name ? summaryMessages.english.named(name, said) : said;
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare earlier: GivenReport | GivenView | null;

  #report = new ReportController(this);
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #table = new DataTable(this, this.#locale);

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const speech = { words: this.#locale.say(changeMessages), formats: this.#locale.formats };
    const { words } = speech;
    const { report, state } = snapshot;
    const earlier = this.earlier !== null && typeof this.earlier === 'object' ? asReport(this.earlier) : null;
    const change = report && earlier && readChange(report, earlier);
    const moved = change?.moved ?? null;
    const hasWords = this.#size.reaches(wordsFrom);
    const share = this.#size.reaches(wideFrom) ? 0.36 : 0.28;
    const bars = hasWords ? Math.round(Math.min(280, width * share)) : null;
    const title = this.#title(change, speech);
    const isTold = change !== null && moved !== null && moved.causes.length > 0;
    return html`<div class="${hasWords ? 'room' : ''} ${state}" part="base">
      <div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${change ? sayChange(change, speech) : report ? words.noBefore : stateWord(snapshot, this.#locale)}</bdi></p>
      </div>
      ${isTold ? waterfall(change, moved, { speech, bars }) : hasWords && state === 'loading' ? toCome : nothing}
      <div class="foot">
        <p class="small">
          ${isTold && hasWords ? html`<bdi>${change.isCertain ? words.sums : words.estimates}</bdi>` : nothing}
          <bdi part="as-of">${this.#notes(snapshot, hasWords)}</bdi>${retryButton(this.#report)}
        </p>
        ${isTold && hasWords ? html`<p>${this.#table.toggle()}</p>` : nothing}
      </div>
      ${isTold && hasWords ? this.#table.render(() => changeTable(change, title, speech)) : nothing}
    </div>`;
  }

  #title(change: ChangeReading | null, { words, formats }: ChangeSpeech): string {
    const title = this.label ?? words.title;
    const [before, after] = [change?.before.asOf ?? null, change?.after.asOf ?? null];
    if (before === null || after === null) return title;
    const [from, to] = [formats.day(before), formats.day(after)];
    return from === to ? title : words.between(title, from, to);
  }

  #notes(snapshot: Snapshot, hasWords: boolean): string {
    if (!snapshot.report || snapshot.reading?.score === null) return stateReason(snapshot, this.#locale);
    return hasWords || snapshot.state !== 'ready' ? asOfLine(snapshot, this.#locale) : '';
  }
}
