import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { FetchToken } from '../../source/bearer.ts';
import { sourceMessages } from '../../source/source.messages.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { DocumentController } from '../../ui/document-controller.ts';
import { localeProperties } from '../../ui/locale-controller.ts';
import { text } from '../../ui/loose.ts';
import { TextMeasure } from '../../ui/measure-text.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { backtestMessages } from './backtest.messages.ts';
import { backtestStyles } from './backtest.styles.ts';
import type { BacktestReading, HorizonReading, PredictorReading } from './backtest-reading.ts';
import type { LedgerRoom } from './ledgers.ts';
import { bandsPanel, curvePanel, liftPanel } from './panels.ts';
import { PlotPanel } from './plot-panel.ts';
import { type GivenBacktest, readBacktest } from './read-backtest.ts';
import { type Speech, sayCautions } from './say-backtest.ts';
import { basis, beside, calls, cautionList, distances, feedback, scale, weights, whom } from './sections.ts';
import { WholeLocale } from './whole-locale.ts';

/** Widths, in px, from which a backtest is drawn, and from which two and three plots stand side by side. */
const from = { plots: 240, large: 480, two: 600, three: 900 } as const;
const gap = 32;

/**
 * Whether a score told the truth: what it said of accounts on days gone by against what became of them. The verdict
 * first, then how often it was wrong, which way, for whom, and whether its weights should change.
 *
 * @element hale-backtest
 *
 * @attr src - The address of a backtest as JSON, asked for once and without cookies.
 * @attr label - What was checked; the backtest's own title where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 *
 * @prop {BacktestReport | null} report - A backtest at hand, as `runBacktest` of `@hale/core/validation` gives it. It goes before `src`, which goes before JSON in a `<script type="application/json">` inside.
 *
 * @prop {FetchToken | null} fetchToken - Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
 *
 * @fires {CustomEvent<ErrorDetail>} hale-error - A backtest did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What was checked.
 * @csspart headline - The verdict.
 * @csspart horizons - The choice of how far ahead.
 * @csspart calls - How often it was wrong, and which way.
 * @csspart curve - The ROC curve.
 * @csspart bands - What was said against what came.
 * @csspart lift - What calling the riskiest gives.
 * @csspart whom - By segment and stage.
 * @csspart beside - Other ways to tell, and other distances.
 * @csspart weights - Today's weights beside learned ones.
 * @csspart cautions - What to be careful of.
 * @csspart plot - The drawing of a plot.
 * @csspart table-toggle - The words that open and close its table.
 * @csspart table - The table of a plot.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-surface, --hale-wash - Behind the widget: hollow marks, hovered buttons.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words and lines.
 * @cssprop --hale-accent, --hale-accent-text, --hale-accent-wash - Bars, focus, and what is chosen.
 * @cssprop --hale-radius - Corner of buttons.
 */
export class Backtest extends TemplateWidget {
  static readonly tag = 'hale-backtest';
  static override styles = [base, plotStyles, tableStyles, backtestStyles];
  static override properties = {
    ...localeProperties,
    report: { attribute: false },
    fetchToken: { attribute: false },
    src: {},
    label: {},
  };

  /** The verdict as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({
    report,
    label,
  }: {
    report?: GivenBacktest | null | undefined;
    label?: string | null | undefined;
  }): string {
    const verdict = text(report?.verdict?.sentence);
    const title = label ?? text(report?.title) ?? '';
    return verdict ? (title ? `${title}: ${verdict}` : verdict) : title;
  }

  declare report: GivenBacktest | null;
  declare src: string | null;
  declare fetchToken: FetchToken | null;
  declare label: string | null;
  declare timeZone: string;

  #document = new DocumentController<GivenBacktest>(this, {
    name: 'backtest',
    format: 'hale.backtest/1',
    by: 'runBacktest',
    given: () => this.report,
    isTold: ({ horizons }) => Array.isArray(horizons) && horizons.some((horizon) => (horizon?.test?.rows ?? 0) > 0),
  });
  #size = new PrintedSize(this, Object.values(from));
  #locale = new WholeLocale(this, backtestMessages);
  #letters = new TextMeasure(this);
  #curve = new PlotPanel(this, this.#locale, 'curve');
  #bands = new PlotPanel(this, this.#locale, 'bands');
  #lift = new PlotPanel(this, this.#locale, 'lift');
  /** The days ahead chosen by the reader; null for those of the verdict. */
  #days: number | null = null;

  protected override render(): TemplateResult | typeof nothing {
    if (this.#size.width === null) return nothing;
    const { found: report } = this.#document;
    try {
      return this.#frame(report && readBacktest(report));
    } catch (thrown) {
      this.#document.refuse(thrown);
      return this.#frame(null);
    }
  }

  #frame(reading: BacktestReading | null): TemplateResult {
    const words = this.#locale.say(backtestMessages);
    const { formats } = this.#locale;
    const outcome = reading?.outcome ?? 'churned';
    const speech: Speech = { words, formats, did: words.did(outcome), not: words.not(outcome) };
    const horizon = reading && this.#chosen(reading);
    const title = this.label ?? reading?.title ?? words.untitled;
    const label = horizon ? words.label(title, speech.did, formats.number(horizon.days)) : title;
    const isKnown = this.#document.state === 'ready' && reading && horizon;
    const { isForeign } = this.#locale;
    return html`<div class=${this.#size.reaches(from.large) ? '' : 'narrow'} part="base" lang=${isForeign ? 'en' : nothing} dir=${isForeign ? 'ltr' : nothing}>
      <p class="label" part="label"><bdi>${label}</bdi></p>
      <p class="headline verdict" part="headline">
        <bdi>${isKnown ? (horizon.verdict ?? reading.verdict ?? words.unknown) : this.#word(words)}</bdi>
      </p>
      ${isKnown ? this.#body(reading, horizon, speech) : this.#instead(reading, words)}
    </div>`;
  }

  #chosen({ horizons, main }: BacktestReading): HorizonReading | null {
    return horizons.find(({ days }) => days === this.#days) ?? horizons[main] ?? null;
  }

  #word(words: Speech['words']): string {
    const { state } = this.#document;
    const common = this.#locale.say(stateMessages);
    return state === 'empty' || state === 'ready' ? words.empty : common[state];
  }

  #instead(reading: BacktestReading | null, words: Speech['words']): TemplateResult {
    const { state, canRetry, retry } = this.#document;
    const why = state === 'empty' ? (reading?.verdict ?? words.emptyWhy) : this.#document.why(this.#locale.lang);
    return html`<p class="small about"><bdi>${why}</bdi></p>
      ${
        canRetry
          ? html`<button class="button" part="retry" type="button" @click=${retry}>
              ${this.#locale.say(sourceMessages).retry}
            </button>`
          : nothing
      }
      ${reading ? this.#cautions(reading.cautions, words) : nothing}`;
  }

  #body(reading: BacktestReading, horizon: HorizonReading, speech: Speech): TemplateResult {
    const { words } = speech;
    const [subject] = horizon.predictors;
    const room: LedgerRoom = {
      width: this.#size.width ?? 0,
      isMirrored: !this.#locale.isForeign && isRightToLeft(this),
    };
    const wide = this.#size.reaches(from.plots);
    return html`${subject && wide ? scale(subject, room, speech) : nothing} ${basis(reading, horizon, speech)}
      ${reading.horizons.length > 1 ? this.#horizons(reading, horizon, speech) : nothing}
      ${subject ? this.#section('calls', words.calls, calls(subject, horizon, room, speech)) : nothing}
      ${subject && wide ? this.#pictures(subject, horizon, reading, room, speech) : nothing}
      ${reading.weights ? this.#section('weights', words.weights, weights(reading.weights, room, speech)) : nothing}
      ${feedback(reading, speech)} ${this.#cautions([...reading.cautions, ...sayCautions(horizon, speech)], words)}`;
  }

  #section(name: string, title: string, content: TemplateResult): TemplateResult {
    return html`<section part=${name}>
      <p class="label"><bdi>${title}</bdi></p>
      ${content}
    </section>`;
  }

  #horizons({ horizons }: BacktestReading, chosen: HorizonReading, { words, formats }: Speech): TemplateResult {
    return html`<fieldset part="horizons">
      <legend class="ahead">${words.ahead}</legend>
      ${horizons.map(
        ({ days }) => html`<label class="choice">
          <input
            type="radio"
            name="days"
            .checked=${days === chosen.days}
            @change=${() => {
              this.#days = days;
              this.requestUpdate();
            }}
          /><span><bdi>${words.days(formats.number(days))}</bdi></span>
        </label>`,
      )}
    </fieldset>`;
  }

  #pictures(
    subject: PredictorReading,
    horizon: HorizonReading,
    reading: BacktestReading,
    room: LedgerRoom,
    speech: Speech,
  ): TemplateResult {
    const { words } = speech;
    const columns = this.#size.reaches(from.three) ? 3 : this.#size.reaches(from.two) ? 2 : 1;
    const width = Math.min(420, Math.floor((room.width - gap * (columns - 1)) / columns));
    const plotRoom = { ...room, width, measure: (said: string) => this.#letters.width(said, 12) };
    return html`<div class="plots ${['', '', 'two', 'three'][columns] ?? ''}">
        ${this.#curve.render(curvePanel(subject, plotRoom, speech), speech)}
        ${this.#bands.render(bandsPanel(subject, plotRoom, speech), speech)}
        ${this.#lift.render(liftPanel(subject, plotRoom, speech), speech)}
      </div>
      ${this.#section('whom', words.whom, whom(subject, room, speech))}
      ${this.#section(
        'beside',
        words.beside,
        html`${beside(horizon, room, speech)} ${reading.horizons.length > 1 ? distances(reading, room, speech) : nothing}`,
      )}`;
  }

  #cautions(cautions: readonly string[], words: Speech['words']): TemplateResult | typeof nothing {
    if (cautions.length === 0) return nothing;
    return this.#section('cautions', words.cautions, cautionList(cautions));
  }
}
