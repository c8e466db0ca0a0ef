import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { HealthSource } from '../../source/health-source.ts';
import { isView } from '../../source/is-view.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { text } from '../../ui/loose.ts';
import { moneyIn } from '../../ui/money.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { type GivenReport, readScore } from '../../ui/score-reading.ts';
import { sparkLine } from '../../ui/spark-line.ts';
import { asOfLine, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import { summary } from '../../ui/summary.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { composeRole, mostReadings, roleNamed } from './compose-role.ts';
import type { RoleFacts, RoleName, RoleReading } from './read-role.ts';
import { type FigureFrame, scoreFigure } from './role-figure.ts';
import { roleMessages } from './role-view.messages.ts';
import { roleStyles } from './role-view.styles.ts';

/** Widths, in px, from which the figure is drawn, and from which it stands beside the readings. */
const figureFrom = 240;
const besideFrom = 840;

/** What `RoleView.fallback` makes its sentence of. */
export interface RoleFallback {
  readonly report?: GivenReport | GivenView | null | undefined;
  readonly view?: RoleName | null | undefined;
  readonly label?: string | null | undefined;
}

/**
 * One account as one reader needs it: a sentence, one figure and up to five readings, for customer success, for sales, for
 * product, or for the customer itself. What is not known is dashed and says so.
 *
 * @element hale-role-view
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr {'success'|'sales'|'product'|'customer'} view - Who reads; `success` by default, and `customer`, which tells least, for a word that is none of these. `customer` takes a customer's view alone, and refuses a report.
 * @attr label - What the view is called; the reader's role where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {Report | CustomerView | null} report - A report, or a customer's view, at hand. It goes before a source.
 * @prop {HealthSource | null} source - A source of this widget's own.
 * @prop {RoleFacts | null} facts - What the vendor's records say, for `sales`: `{ renewal, seats, activeUsers, yearlyValue, currency }`, as `listAccount` of `@hale/core` takes them.
 *
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the view is called.
 * @csspart headline - The generated sentence.
 * @csspart figure - The drawing.
 * @csspart readings - The list of readings.
 * @csspart reading - One of them.
 * @csspart as-of - Date, share observed, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-{tier}-mark - The scale: of at-risk, watch, healthy, thriving.
 * @cssprop --hale-surface - Behind the widget.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, lines, and what is dashed.
 * @cssprop --hale-accent - Seats and features in use, and the scale of a customer's view.
 * @cssprop --hale-radius - Corner of the button.
 */
export class RoleView extends TemplateWidget {
  static readonly tag = 'hale-role-view';
  static override styles = [base, plotStyles, roleStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    view: {},
    label: {},
    facts: { attribute: false },
  };

  /** The view as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({ report, view, label }: RoleFallback): string {
    const role = roleNamed(view);
    const title = label ?? roleMessages.english.views[role];
    if (!report || (role === 'customer' && !isView(report))) return title;
    const given = asReport(report);
    return `${title}: ${summary(given, readScore(given), formatsOf('en', 'UTC'))}`;
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare view: RoleName;
  declare label: string | null;
  declare facts: RoleFacts | null;

  #report = new ReportController(this);
  #size = new PrintedSize(this, [besideFrom]);
  #locale = new LocaleController(this);

  constructor() {
    super();
    this.report = this.source = this.account = this.label = this.facts = null;
    this.timeZone = 'UTC';
    this.view = 'success';
  }

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot, width));
  }

  #draw(snapshot: Snapshot, width: number): TemplateResult {
    const view = roleNamed(this.view);
    const { report, reading, given, state } = snapshot;
    // A report tells of tiers, flags and people: none of it is the customer's to see.
    if (view === 'customer' && given && !isView(given))
      throw new TypeError('The view for customers takes hale.customer/1.');
    const words = this.#locale.say(roleMessages);
    const { formats } = this.#locale;
    const isMirrored = isRightToLeft(this);
    const isBeside = this.#size.reaches(besideFrom);
    const room = isBeside ? Math.floor(((width - 40) * 5) / 11) : width;
    const frame = (name: string): FigureFrame => ({ width: room, isMirrored, formats, name });
    const currency = text(this.facts?.currency, 3);
    const money = moneyIn(currency && /^[A-Z]{3}$/.test(currency) ? currency : null, formats);
    const role =
      report && reading ? composeRole(view, { report, reading, speech: { words, formats } }, this.facts, money) : null;
    const sentence = role?.sentence ?? stateWord(snapshot, this.#locale);
    const figure = role ? role.figure(frame(sentence)) : scoreFigure(null, null, frame(sentence));
    const notes = report ? asOfLine(snapshot, this.#locale) : stateReason(snapshot, this.#locale);
    const size = this.#size.reaches(480) ? 'medium large' : this.#size.reaches(figureFrom) ? 'medium' : '';
    return html`<div class="${size} ${state === 'stale' ? 'stale' : ''}" part="base">
      <div class="head">
        <p class="label" part="label"><bdi>${this.label ?? words.views[view]}</bdi></p>
        <p class="headline" part="headline"><bdi>${sentence}</bdi></p>
      </div>
      <div class=${isBeside ? 'beside' : ''}>
        ${this.#size.reaches(figureFrom) ? html`<div>${figure}</div>` : nothing}
        ${role ? list(role.readings, size !== '', words.noMore) : state === 'loading' ? toCome : nothing}
      </div>
      <div class="foot"><p class="small notes" part="as-of"><bdi>${notes}</bdi>${retryButton(this.#report)}</p></div>
    </div>`;
  }
}

const list = (readings: readonly RoleReading[], hasSparks: boolean, noMore: string): TemplateResult =>
  html`<ul class="readings" part="readings">${readings.map(
    ({ label, spark, value, comparison }) => html`<li class="reading" part="reading">
      <span class="name"><bdi>${label}</bdi></span>
      ${hasSparks && spark.length > 0 ? sparkLine(spark) : nothing}
      ${value === null ? html`<span class="value missing"></span>` : html`<span class="value"><bdi>${value}</bdi></span>`}
      <span class="comparison"><bdi>${comparison}</bdi></span>
    </li>`,
  )}${readings.length < mostReadings ? html`<li class="reading"><span class="no-more"><bdi>${noMore}</bdi></span></li>` : nothing}</ul>`;

/** What holds the place of the readings. */
const toCome = html`<ul class="readings" aria-hidden="true">${Array.from(
  { length: mostReadings },
  () => html`<li class="reading"><span class="to-come"></span></li>`,
)}</ul>`;
