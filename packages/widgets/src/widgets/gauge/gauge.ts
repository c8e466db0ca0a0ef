import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { glyph } from '../../ui/glyph.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { numberAttribute } from '../../ui/number-attribute.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { attributeReport, type ScoreAttributes } from '../../ui/score-attributes.ts';
import { type GivenReport, readScore, type Tier } from '../../ui/score-reading.ts';
import { type Size, SizeController } from '../../ui/size-controller.ts';
import { stateWord } from '../../ui/state-view.ts';
import { summaryMessages } from '../../ui/summary.messages.ts';
import { changeSentence, joined, scoreSentence } from '../../ui/summary.ts';
import { SweepController } from '../../ui/sweep-controller.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { warnOnce } from '../../ui/warn.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { type DialForm, dial, dialForm } from './dial.ts';
import { gaugeMessages } from './gauge.messages.ts';
import { gaugeStyles } from './gauge.styles.ts';
import { changeRow, handText, notes, story, type Wordiness } from './gauge-words.ts';
import { lyingScale } from './lying-scale.ts';
import { type GaugePicture, picture } from './picture.ts';

/** The width in px from which the dial is drawn at its largest, until words come beside it. */
const roomy = 320;

/** What `Gauge.fallback` makes its sentence of. */
export interface GaugeFallback extends ScoreAttributes {
  readonly report?: GivenReport | GivenView | null | undefined;
}

/**
 * The score of an account on its scale, with its tier, its change, and how much was seen.
 *
 * @element hale-gauge
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr {number} score - 0–100, for a gauge without a report. Absent or empty is no score, never 0.
 * @attr label - Whose score: shown above the dial, and spoken. The report's account where absent.
 * @attr tier - Id or label of the tier; by default the one the score falls in.
 * @attr {number} change - Points gained or lost over `days`.
 * @attr {number} days - What `change` looks back over; 28 by default.
 * @attr {number} coverage - Share observed, 0–1.
 * @attr as-of - When the score is of: `2026-11-14T09:00:00Z`.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 * @attr {'auto'|'row'} layout - `row` lays the scale down at any width, as for a table; by default below 96 px only.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source, which goes before attributes.
 * @prop {HealthSource | null} source - A source of this gauge's own.
 * @prop {Tier[] | null} tiers - The scale, worst first; at risk, watch from 40, healthy from 70 by default.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - Whose score it is.
 * @csspart dial - The dial, or the row, with its figure and tier.
 * @csspart plot - The drawing.
 * @csspart figure - The score as a number.
 * @csspart tier - Glyph and word.
 * @csspart glyph - The shape that stands for the tier.
 * @csspart hand - That a person set it, in a row.
 * @csspart change - Arrow and points.
 * @csspart headline - The generated sentence.
 * @csspart reasons-label - What the list of reasons is.
 * @csspart reasons - The largest reasons.
 * @csspart note - A line of small print: date, share observed, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-surface - Behind the widget: the needle's halo, hollow marks.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words and lines.
 * @cssprop --hale-{tier}-mark, --hale-{tier}-text - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-accent - Focus.
 * @cssprop --hale-radius - Corner of the button.
 */
export class Gauge extends TemplateWidget {
  static readonly tag = 'hale-gauge';
  static override styles = [base, gaugeStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    score: numberAttribute,
    tier: {},
    tiers: { attribute: false },
    change: numberAttribute,
    days: numberAttribute,
    coverage: numberAttribute,
    asOf: { attribute: 'as-of' },
    layout: {},
  };

  /** The gauge as one sentence, for where nothing can be drawn: "Acme: 72 of 100, Healthy". Empty when given nothing. */
  static fallback(given: GaugeFallback): string {
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
  declare layout: 'auto' | 'row';

  #report = new ReportController(this, () => attributeReport(this));
  #size = new SizeController(this, [roomy]);
  #locale = new LocaleController(this);
  #sweep = new SweepController(this);

  constructor() {
    super();
    this.report = this.source = this.account = null;
    this.label = this.score = this.tier = this.tiers = this.change = this.days = this.coverage = this.asOf = null;
    this.timeZone = 'UTC';
    this.layout = 'auto';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { width, size } = this.#size;
    if (width === null || size === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width, size));
  }

  protected override updated(): void {
    const { reading } = this.#report.snapshot;
    if (reading && !this.label && !reading.name) {
      warnOnce('hale: a <hale-gauge> has no label, so nobody can tell whose score it is. Give it label="…".');
    }
  }

  #draw(snapshot: Snapshot, width: number, size: Size): TemplateResult {
    const { reading } = snapshot;
    const drawn = picture(snapshot, this.#sweep.toward(reading?.score ?? null), this.#locale.formats);
    const tone = reading?.tier?.tone ?? 'no-score';
    // No white space between elements: each stretch of it would be a node of its own, in each gauge.
    if (size === 'tiny' || this.layout === 'row') {
      const isStack = width < 150;
      const length = isStack ? width : Math.min(92, Math.max(40, width - 130));
      return html`<div class="base ${isStack ? 'stack' : 'row'} ${tone}" part="base">${this.#line(snapshot, drawn, length)}<div
        class="beyond">${this.#tierWord(snapshot, true)}${this.#notes(drawn, 'least')}</div></div>`;
    }
    if (size === 'small') {
      const isQuiet = snapshot.state === 'ready' && !reading?.override;
      return html`<div class="base narrow ${tone}" part="base">${this.#dial(snapshot, drawn, dialForm(Math.min(width, 120)))}${
        isQuiet ? nothing : this.#notes(drawn, 'little')
      }</div>`;
    }
    // What comes from a source takes its room before it is there.
    const held = this.account === null ? '' : 'held';
    const label = this.label ? html`<p class="label" part="label"><bdi>${this.label}</bdi></p>` : nothing;
    if (size === 'medium') {
      const form = dialForm(this.#size.reaches(roomy) ? 300 : 240);
      return html`<div class="base ${tone}" part="base">${label}${this.#dial(snapshot, drawn, form)}<div
        class="notes ${held}">${this.#notes(drawn, 'more')}</div></div>`;
    }
    const isLarge = size === 'large';
    return html`<div class="base ${tone}" part="base">${label}<div
      class="beside ${size}">${this.#dial(snapshot, drawn, dialForm(isLarge ? 200 : 240))}<div
      class="words ${held}">${story(this.#report, this.#locale, isLarge ? 3 : 6)}<div
      class="notes">${this.#notes(drawn, 'all')}</div></div></div></div>`;
  }

  #notes(drawn: GaugePicture, much: Wordiness): TemplateResult {
    return notes(this.#report, this.#locale, drawn, much);
  }

  #dial(snapshot: Snapshot, drawn: GaugePicture, form: DialForm): TemplateResult {
    const within = form.labels === null ? '' : 'within';
    return html`<div class="dial w${form.width} ${within}" part="dial" role="img" aria-label=${this.#name(snapshot)}>${dial(
      drawn,
      form,
      this.#locale.formats,
    )}${this.#tierWord(snapshot)}${form.width < 240 ? nothing : changeRow(snapshot, this.#locale)}</div>`;
  }

  #line(snapshot: Snapshot, drawn: GaugePicture, length: number): TemplateResult {
    return html`<div class="line" part="dial" role="img" aria-label=${this.#name(snapshot)}><b
      class="value" part="figure">${drawn.figure || '–'}</b>${lyingScale(drawn, length)}</div>`;
  }

  #tierWord(snapshot: Snapshot, isRow = false): TemplateResult | typeof nothing {
    const tier = snapshot.reading?.tier ?? null;
    if (tier?.tone === 'plain') return nothing;
    const hasGlyph = tier !== null || snapshot.state === 'not-enough';
    const words = this.#locale.say(gaugeMessages);
    const isSet = tier !== null && snapshot.reading?.override != null;
    const word = tier?.label ?? stateWord(snapshot, this.#locale);
    return html`<p class="tier-word ${tier ? '' : 'none'}" part="tier">${
      hasGlyph ? glyph(tier?.tone ?? null) : nothing
    }<bdi>${isSet && !isRow ? words.byHand(word) : word}</bdi></p>${
      isSet && isRow ? html`<p class="small" part="hand">${words.hand}</p>` : nothing
    }`;
  }

  #name(snapshot: Snapshot): string {
    const { reading } = snapshot;
    const { formats } = this.#locale;
    const name = this.label ?? reading?.name ?? this.#locale.say(gaugeMessages).health;
    if (!reading || reading.score === null) {
      return this.#locale.say(summaryMessages).named(name, stateWord(snapshot, this.#locale));
    }
    const set = handText(reading, this.#locale);
    const said = [scoreSentence(reading, formats, name), changeSentence(reading, formats), set];
    return joined(said, this.#locale.say(summaryMessages).next);
  }
}
