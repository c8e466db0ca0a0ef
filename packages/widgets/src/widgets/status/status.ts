import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { HealthSource } from '../../source/health-source.ts';
import { arrow } from '../../ui/arrow.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { glyph } from '../../ui/glyph.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { dateText, daysBack, numberAttribute, numberFrom, oneOf, tierList } from '../../ui/properties.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { attributeReport, type ScoreAttributes } from '../../ui/score-attributes.ts';
import { type GivenReport, readScore, type Tier } from '../../ui/score-reading.ts';
import { ageText, observedText, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { changeSentence, joined, scoreSentence, scoreText } from '../../ui/summary.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { statusMessages } from './status.messages.ts';
import { statusStyles } from './status.styles.ts';

/** What `Status.fallback` makes its sentence of. */
export interface StatusFallback extends ScoreAttributes {
  readonly report?: GivenReport | GivenView | null | undefined;
}

/**
 * The tier of an account in a line of text: its shape, its word, and where asked for its score and how that moved.
 *
 * @element hale-status
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr {number} score - 0–100, for a status without a report. Absent or empty is no score, never 0.
 * @attr label - Whose status: spoken, not shown. The report's account where absent.
 * @attr tier - Id or label of the tier; by default the one the score falls in.
 * @attr {number} change - Points gained or lost over `days`.
 * @attr {number} days - What `change` looks back over; 28 by default.
 * @attr {number} coverage - Share observed, 0–1.
 * @attr as-of - When the score is of: `2026-11-14T09:00:00Z`.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 * @attr {'word'|'score'|'change'} show - The word alone, with the score, or with the score and its change; `score` by default.
 * @attr {'pill'|'plain'|'glyph'} layout - `plain` has no ground, as for a table; `glyph` is the shape alone. `pill` by default.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source, which goes before attributes.
 * @prop {HealthSource | null} source - A source of this status' own.
 * @prop {Tier[] | null} tiers - The scale, worst first; at risk, watch from 40, healthy from 70 by default.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart pill - Shape, word, score and change.
 * @csspart glyph - The shape that stands for the tier.
 * @csspart tier - The word.
 * @csspart figure - The score as a number.
 * @csspart change - Arrow and points.
 * @csspart note - What is to be known beside it: share observed, age, that a person set it.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-{tier}-mark, --hale-{tier}-text, --hale-{tier}-wash - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-ink-muted, --hale-line-strong, --hale-wash - Where there is no score.
 * @cssprop --hale-accent, --hale-accent-wash - Of a score without tiers.
 */
export class Status extends TemplateWidget {
  static readonly tag = 'hale-status';
  static override styles = [base, statusStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    score: numberAttribute,
    tier: {},
    tiers: tierList,
    change: numberFrom(-100, 100),
    days: daysBack,
    coverage: numberFrom(0, 1),
    asOf: { attribute: 'as-of', ...dateText },
    show: oneOf('score', 'word', 'change'),
    layout: oneOf('pill', 'plain', 'glyph'),
  };

  /** The status as one sentence, for where nothing can be drawn: "Acme: 72 of 100, Healthy". Empty when given nothing. */
  static fallback(given: StatusFallback): string {
    const report = given.report ? asReport(given.report) : attributeReport(given);
    if (!report) return given.label ?? '';
    const reading = readScore(report);
    return scoreSentence(reading, formatsOf('en', 'UTC'), given.label ?? reading.name);
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare score: number | null;
  declare tier: string | null;
  declare tiers: readonly Tier[] | null;
  declare change: number | null;
  declare days: number | null;
  declare coverage: number | null;
  declare asOf: string | null;
  declare show: 'word' | 'score' | 'change';
  declare layout: 'pill' | 'plain' | 'glyph';

  #report = new ReportController(this, () => attributeReport(this));
  #locale = new LocaleController(this);

  protected override render(): TemplateResult {
    return this.#report.draw((snapshot) => this.#draw(snapshot));
  }

  #draw(snapshot: Snapshot): TemplateResult {
    const tone = snapshot.reading?.tier?.tone ?? 'no-score';
    const isGlyph = this.layout === 'glyph';
    const ground = isGlyph || this.layout === 'plain' ? 'bare' : '';
    return html`<span class="base ${tone} ${snapshot.state}" part="base">
      <span class="pill ${ground}" part="pill" role="img" aria-label=${this.#name(snapshot)}>
        ${tone === 'plain' ? nothing : glyph(tone === 'no-score' ? null : tone)} ${this.#words(snapshot, isGlyph)}
      </span>
      ${isGlyph ? nothing : this.#note(snapshot)}
    </span>`;
  }

  #words(snapshot: Snapshot, isGlyph: boolean): TemplateResult | typeof nothing {
    const { reading } = snapshot;
    const { formats } = this.#locale;
    const score = reading && reading.score !== null ? scoreText(reading, formats) : null;
    // A scale without tiers has no shape and no word: there the figure is all there is.
    if (score !== null && reading?.tier?.tone === 'plain') {
      return html`<bdi part="figure">${this.#locale.say(summaryMessages).scoreOf(score)}</bdi>`;
    }
    if (isGlyph) return nothing;
    const word = reading?.tier?.label ?? stateWord(snapshot, this.#locale);
    return html`<bdi class="word" part="tier">${word}</bdi>
      ${score === null || this.show === 'word' ? nothing : html`<b part="figure">${score}</b>`}
      ${this.#change(snapshot)}`;
  }

  #change({ state, reading }: Snapshot): TemplateResult | typeof nothing {
    const change = reading?.score == null ? null : reading.change;
    if (this.show !== 'change' || change === null || state === 'stale') return nothing;
    const points = Math.round(Math.abs(change));
    const said = points === 0 ? this.#locale.say(statusMessages).steady : this.#locale.formats.number(points);
    return html`<span class="change" part="change">${points === 0 ? nothing : arrow(change)}<bdi>${said}</bdi></span>`;
  }

  #note(snapshot: Snapshot): TemplateResult {
    const { state, reading } = snapshot;
    const notes = [
      reading?.override ? this.#locale.say(statusMessages).byHand : '',
      state === 'partial' ? observedText(snapshot, this.#locale) : '',
      ageText(snapshot),
    ];
    return html`${notes.filter(Boolean).map((note) => html`<bdi class="small" part="note">${note}</bdi>`)}
    ${state === 'error' ? retryButton(this.#report) : nothing}`;
  }

  #name(snapshot: Snapshot): string {
    const { reading, state } = snapshot;
    const { formats } = this.#locale;
    const name = this.label ?? reading?.name ?? null;
    const words = this.#locale.say(summaryMessages);
    if (!reading || reading.score === null) {
      const word = stateWord(snapshot, this.#locale);
      const reason = stateReason(snapshot, this.#locale);
      const said = name ? words.named(name, word) : word;
      return joined([said, reason], words.next);
    }
    // Beside a pill the age is read as text.
    const age = this.layout === 'glyph' ? ageText(snapshot) : null;
    const second = state === 'stale' ? age : changeSentence(reading, formats);
    return joined([scoreSentence(reading, formats, name), second], words.next);
  }
}
