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
import { PrintedSize } from '../../ui/printed-size.ts';
import { oneOf } from '../../ui/properties.ts';
import { isRightToLeft } from '../../ui/right-to-left.ts';
import { stateMessages } from '../../ui/state.messages.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { barKey, barRows, blankBars, mostBars } from './bar-rows.ts';
import { type GivenPortfolio, type PortfolioReading, readSegments } from './read-segments.ts';
import { type SegmentSpeech, saySegments } from './say-segments.ts';
import { segmentMessages } from './segment-bars.messages.ts';
import { segmentStyles } from './segment-bars.styles.ts';
import { segmentTable } from './segment-table.ts';

/** The width, in px, from which names stand beside their bars. */
const wideFrom = 480;
/** Beside a bar: names before it, the sum behind it. */
const beside = 140 + 8;

/**
 * How the accounts of each segment are spread over the tiers: bars as long as there are accounts, the worst tier first,
 * and those without a score dashed at the end.
 *
 * @element hale-segment-bars
 *
 * @attr src - The address of a counted portfolio as JSON, asked for once and without cookies.
 * @attr label - What the bars are called; "Accounts by segment" where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 * @attr {'count'|'share'} measure - `share` has each bar be all of its segment, with percentages in it; `count` by default.
 *
 * @prop {PortfolioSummary | null} portfolio - A counted portfolio at hand, as `countPortfolio` of `@hale/core` gives it. It goes before `src`, which goes before JSON in a `<script type="application/json">` inside.
 * @prop {FetchToken | null} fetchToken - Gets a token from the host's own server, to be sent to `src`: asked once, and once more where the token is refused.
 *
 * @fires {CustomEvent<ErrorDetail>} hale-error - A portfolio did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the bars are called.
 * @csspart headline - The generated sentence.
 * @csspart bars - The table of bars.
 * @csspart segment - The row of a segment.
 * @csspart bar - The bar of a segment.
 * @csspart piece - A tier's part of a bar.
 * @csspart total - How many accounts a segment has.
 * @csspart key - The tiers by name, and how many accounts are in each.
 * @csspart table-toggle - The words that open the table.
 * @csspart table - The table of counts and shares.
 * @csspart download - The button that saves it.
 * @csspart as-of - Date, or why there is nothing.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-{tier}-mark, --hale-{tier}-text, --hale-{tier}-wash - Of at-risk, watch, healthy, thriving.
 * @cssprop --hale-surface, --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words, rules, and accounts without a score.
 * @cssprop --hale-accent, --hale-accent-text - Focus, and what is pressed.
 */
export class SegmentBars extends TemplateWidget {
  static readonly tag = 'hale-segment-bars';
  static override styles = [base, plotStyles, tableStyles, segmentStyles];
  static override properties = {
    ...localeProperties,
    portfolio: { attribute: false },
    fetchToken: { attribute: false },
    src: {},
    label: {},
    measure: oneOf('count', 'share'),
  };

  /** The portfolio in one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({
    portfolio,
    label,
  }: {
    portfolio?: GivenPortfolio | null | undefined;
    label?: string | null | undefined;
  }): string {
    if (!portfolio) return label ?? '';
    const words = segmentMessages.english;
    return `${label ?? words.title}: ${saySegments(readSegments(portfolio), { words, formats: formatsOf('en', 'UTC') })}`;
  }

  declare portfolio: GivenPortfolio | null;
  declare src: string | null;
  declare fetchToken: FetchToken | null;
  declare label: string | null;
  declare measure: 'count' | 'share';
  declare timeZone: string;

  #document = new DocumentController<GivenPortfolio>(this, {
    name: 'portfolio',
    format: 'hale.portfolio/1',
    by: 'countPortfolio',
    given: () => this.portfolio,
    isTold: ({ segments }) => Array.isArray(segments) && segments.length > 0,
  });
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #letters = new TextMeasure(this);
  #table = new DataTable(this, this.#locale);

  protected override render(): TemplateResult | typeof nothing {
    const { width } = this.#size;
    if (width === null) return nothing;
    const { found, state } = this.#document;
    try {
      return this.#draw(found && state === 'ready' ? readSegments(found, this.#locale.lang) : null, width);
    } catch (thrown) {
      this.#document.refuse(thrown);
      return this.#draw(null, width);
    }
  }

  #draw(reading: PortfolioReading | null, width: number): TemplateResult {
    const { formats } = this.#locale;
    const words = this.#locale.say(segmentMessages);
    const speech: SegmentSpeech = { words, formats };
    const title = this.label ?? words.title;
    const { state } = this.#document;
    // What is called ready may hold nobody.
    const isTold = reading !== null && reading.segments.length > 0 && reading.all.total !== 0;
    const said = reading ? saySegments(reading, speech) : this.#word(speech);
    return html`<div part="base" aria-busy=${state === 'loading' ? 'true' : nothing}>
      <div class="head">
        <p class="label" part="label"><bdi>${title}</bdi></p>
        <p class="headline" part="headline"><bdi>${said}</bdi></p>
      </div>
      ${isTold ? this.#bars(reading, width, speech) : blankBars(width, isRightToLeft(this))}
      <div class="foot">
        <p class="small"><bdi part="as-of">${this.#notes(reading)}</bdi>${this.#retry()}</p>
        ${isTold ? html`<p>${this.#table.toggle()}</p>` : nothing}
      </div>
      ${isTold ? this.#table.render(() => segmentTable(reading, title, speech)) : nothing}
    </div>`;
  }

  #bars(reading: PortfolioReading, width: number, speech: SegmentSpeech): TemplateResult {
    const isWide = this.#size.reaches(wideFrom);
    const measure = (text: string) => this.#letters.width(text, 13, 600);
    const sums = reading.segments.map(({ total }) =>
      total === null ? speech.words.unknown : speech.formats.number(total),
    );
    const sum = sums.reduce((most, text) => Math.max(most, measure(text)), 0);
    const left = reading.segments.length - mostBars;
    return html`${barRows(reading, {
      speech,
      isWide,
      width: Math.max(1, Math.min(900, isWide ? width - beside - Math.ceil(sum) - 4 : width)),
      isShare: this.measure === 'share',
      isMirrored: isRightToLeft(this),
      measure,
    })}
      ${left > 0 ? html`<p class="small">${speech.words.more(speech.formats.number(left))}</p>` : nothing}
      ${barKey(reading, speech)}`;
  }

  #word({ words }: SegmentSpeech): string {
    const { state } = this.#document;
    return state === 'empty' || state === 'ready' ? words.none : this.#locale.say(stateMessages)[state];
  }

  #notes(reading: PortfolioReading | null): string {
    if (!reading) return this.#document.why(this.#locale.lang);
    return reading.asOf === null ? '' : this.#locale.say(stateMessages).asOf(this.#locale.formats.moment(reading.asOf));
  }

  #retry(): TemplateResult | typeof nothing {
    const { canRetry, retry } = this.#document;
    if (!canRetry) return nothing;
    return html`<button class="button" part="retry" type="button" @click=${retry}>${this.#locale.say(sourceMessages).retry}</button>`;
  }
}
