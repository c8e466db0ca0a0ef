import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isDeveloping, listOf } from '#developing';
import type { HealthSource } from '../../source/health-source.ts';
import { asReport, type GivenView } from '../../ui/as-report.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { text } from '../../ui/loose.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { PrintedSize } from '../../ui/printed-size.ts';
import { numberFrom, oneOf } from '../../ui/properties.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import { roomStyles } from '../../ui/room.styles.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { ageText, asOfLine, retryButton, stateReason, stateWord, withAge } from '../../ui/state-view.ts';
import { Stepwise } from '../../ui/stepwise.ts';
import { TemplateWidget } from '../../ui/template-widget.ts';
import { toCome } from '../../ui/to-come.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { flagCounts } from './flag-counts.ts';
import { flagMark } from './flag-marks.ts';
import { flagRow } from './flag-row.ts';
import { askForPlaybook } from './playbook-event.ts';
import { type Effect, readSignals, type SignalReading, unobserved } from './read-signals.ts';
import { flagMessages } from './risk-flags.messages.ts';
import { flagStyles } from './risk-flags.styles.ts';
import { type FlagSpeech, sayCount, sayEvidence, saySeverity } from './say-signals.ts';

/** Width, in px, from which there is room for sentences. */
const sentencesFrom = 240;
/** Signals drawn at first, and with each press. */
const most = 40;
/** Metrics named at most as not observed. */
const mostNamed = 5;

/** What `RiskFlags.fallback` makes its sentence of. */
export interface FlagFallback {
  readonly report?: GivenReport | GivenView | null | undefined;
  readonly signals?: GivenReport['signals'] | undefined;
  readonly label?: string | null | undefined;
  readonly effect?: Effect | 'all' | null | undefined;
}

/**
 * The risk flags of an account, severest first: the fact, how severe, since when and why, and what is suggested.
 *
 * @element hale-risk-flags
 *
 * @attr account - Id of the account to show, with a source of one's own or of `<hale-provider>`.
 * @attr label - What the list is called; "Risk flags" or "Growth signals" where absent.
 * @attr {'risk'|'growth'|'all'} effect - Which signals are shown; `risk` by default.
 * @attr {number} max - Signals shown until the reader asks for more; 40, which is the most, where absent.
 * @attr time-zone - In which dates are written: an IANA name, `UTC` by default.
 * @attr {'auto'|'row'} layout - `row` shows the severest in one line and how many more there are, as for a table.
 *
 * @prop {Report | CustomerView | null} report - A report at hand; a customer's view has no flags to show. It goes before a source, which goes before `signals`.
 * @prop {HealthSource | null} source - A source of this widget's own.
 * @prop {Signal[] | null} signals - Signals without a report, as a report has them: each with a `label`, and `id`, `severity` (`low`, `medium` or `high`; any other word counts as high), `effect` (`risk` or `growth`), `since`, `evidence` where there are any.
 *
 * @fires {CustomEvent<PlaybookDetail>} hale-playbook - A reader asks for a playbook. Unless prevented, its steps unfold in place.
 * @fires {CustomEvent<ReportDetail>} hale-report - Another report is shown.
 * @fires {CustomEvent<ErrorDetail>} hale-error - A report did not come, or cannot be read.
 *
 * @csspart base - All of it.
 * @csspart label - What the list is called.
 * @csspart headline - The generated sentence.
 * @csspart unobserved - What a list without flags does not speak for.
 * @csspart list - The flags.
 * @csspart flag - One of them.
 * @csspart severity - Its three bars, or the rising line of growth.
 * @csspart title - The fact.
 * @csspart evidence - How severe, since when and why.
 * @csspart playbook - The words that ask for what is suggested.
 * @csspart steps - The steps, unfolded.
 * @csspart more - The words that show the rest.
 * @csspart as-of - Date, share observed, state.
 * @csspart retry - The button that asks again.
 *
 * @cssprop --hale-rows - How many flags it keeps room for, at any time; as are usual while it waits for a report, where absent.
 * @cssprop --hale-surface, --hale-wash - Behind the widget: hollow marks, hovered buttons.
 * @cssprop --hale-ink, --hale-ink-muted, --hale-line, --hale-line-strong - Words and lines.
 * @cssprop --hale-at-risk-mark, --hale-watch-mark, --hale-healthy-mark - Bars of high and medium severity; growth.
 * @cssprop --hale-accent, --hale-accent-text - Focus, and what is pressed.
 * @cssprop --hale-radius - Corner of the button.
 */
export class RiskFlags extends TemplateWidget {
  static readonly tag = 'hale-risk-flags';
  static override styles = [base, roomStyles, plotStyles, tableStyles, flagStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    effect: oneOf('risk', 'growth', 'all'),
    max: numberFrom(0, Infinity),
    signals: {
      attribute: false,
      ...(isDeveloping && listOf(({ label, id }) => Boolean(label || id), '{ label, severity, effect }')),
    },
    layout: oneOf('auto', 'row'),
  };

  /** The flags as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback({ report, signals, label, effect }: FlagFallback): string {
    const given = report ? asReport(report) : signals ? { signals } : null;
    const words = flagMessages.english;
    const said = effectsOf(effect).flatMap((each) => {
      const found = given && readSignals(given, each);
      if (!found) return [];
      if (found.length === 0) return [words.none[each]];
      const count = sayCount(found, { words, formats: formatsOf('en', 'UTC') });
      return [[`${label ?? words[each]}: ${count}`, ...found.map((signal) => signal.label)].join('. ')];
    });
    return said.length ? `${said.join('. ')}.` : (label ?? '');
  }

  declare report: GivenReport | GivenView | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  declare label: string | null;
  declare effect: Effect | 'all';
  declare max: number | null;
  declare signals: GivenReport['signals'] | null;
  declare layout: 'auto' | 'row';

  #report = new ReportController(this, () => (Array.isArray(this.signals) ? { signals: this.signals } : null));
  #size = new PrintedSize(this);
  #locale = new LocaleController(this);
  #shown: Readonly<Record<Effect, Stepwise>> = { risk: new Stepwise(this, most), growth: new Stepwise(this, most) };
  /** Signals whose steps are shown. */
  #open = new Set<string>();

  #ask({ id, playbook }: SignalReading): void {
    if (!playbook) return;
    const account = text(this.#report.snapshot.report?.account?.id) ?? this.account;
    const isOurs = askForPlaybook(this, { playbook: playbook.id, signal: id, account });
    if (!isOurs || playbook.steps.length === 0) return;
    if (!this.#open.delete(id)) this.#open.add(id);
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#size.width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot));
  }

  #draw(snapshot: Snapshot): TemplateResult {
    const speech = { words: this.#locale.say(flagMessages), formats: this.#locale.formats };
    const isCompact = !this.#size.reaches(sentencesFrom);
    const notes = snapshot.report
      ? isCompact
        ? ageText(snapshot)
        : asOfLine(snapshot, this.#locale)
      : stateReason(snapshot, this.#locale);
    const found = effectsOf(this.effect).map((effect) => ({
      effect,
      signals: snapshot.report ? readSignals(snapshot.report, effect) : null,
    }));
    if (this.layout === 'row') {
      return html`<div part="base">
        ${found.map(({ effect, signals }) => {
          const none = withAge(this.#headline(snapshot, effect, signals, speech), snapshot, this.#locale);
          return flagRow(signals ?? [], none, ageText(snapshot), speech);
        })}
      </div>`;
    }
    return html`<div class="${isCompact ? '' : 'room'} ${snapshot.state}" part="base">
      ${found.map(({ effect, signals }) =>
        isCompact
          ? flagCounts(effect, signals ?? [], this.#headline(snapshot, effect, signals, speech), speech)
          : this.#section(snapshot, effect, signals, speech),
      )}
      <div class="foot">
        <p class="small" part="as-of"><bdi>${notes}</bdi>${retryButton(this.#report)}</p>
      </div>
    </div>`;
  }

  #section(snapshot: Snapshot, effect: Effect, signals: SignalReading[] | null, speech: FlagSpeech): TemplateResult {
    const { words, formats } = speech;
    const all = signals ?? [];
    const first = this.max !== null && this.max >= 0 ? this.max : undefined;
    const shown = all.slice(0, this.#shown[effect].most(first));
    return html`<section>
      <div class="head">
        <p class="label" part="label"><bdi>${this.label ?? words[effect]}</bdi></p>
        <p class="headline" part="headline"><bdi>${this.#headline(snapshot, effect, signals, speech)}</bdi></p>
        ${signals?.length === 0 ? this.#unseen(snapshot, speech) : nothing}
      </div>
      ${snapshot.state === 'loading' ? toCome : nothing}
      ${shown.length ? html`<ul class="flags" part="list">${shown.map((signal) => this.#flag(signal, speech))}</ul>` : nothing}
      ${this.#shown[effect].button({
        left: all.length - shown.length,
        part: 'more',
        more: (left) => words.more(formats.number(left)),
        fewer: words.fewer,
      })}
    </section>`;
  }

  #headline(snapshot: Snapshot, effect: Effect, signals: SignalReading[] | null, speech: FlagSpeech): string {
    const { words } = speech;
    if (!snapshot.report) return stateWord(snapshot, this.#locale);
    if (!signals) return words.unknown;
    if (signals.length) return sayCount(signals, speech);
    const coverage = snapshot.reading?.coverage ?? 1;
    return (coverage < 1 ? words.noneSeen : words.none)[effect];
  }

  /** What a clean bill does not speak for. */
  #unseen({ report }: Snapshot, { words, formats }: FlagSpeech): TemplateResult | typeof nothing {
    const names = report ? unobserved(report) : [];
    if (names.length === 0) return nothing;
    const named = names.slice(0, mostNamed);
    if (names.length > mostNamed) named.push(words.others(formats.number(names.length - mostNamed)));
    return html`<p class="evidence" part="unobserved"><bdi>${words.unobserved(words.list(named))}</bdi></p>`;
  }

  #flag(signal: SignalReading, speech: FlagSpeech): TemplateResult {
    const { label, playbook, id } = signal;
    const [first, ...rest] = sayEvidence(signal, speech);
    const isOpen = this.#open.has(id);
    return html`<li class="flag" part="flag">
      ${flagMark(signal)}
      <div>
        <p class="title" part="title"><bdi>${label}</bdi></p>
        <p class="evidence" part="evidence">
          <bdi><span class="severity-word">${saySeverity(signal, speech)}</span> ${first}</bdi>
        </p>
        ${rest.map((line) => html`<p class="evidence" part="evidence"><bdi>${line}</bdi></p>`)}
        ${
          playbook
            ? html`<button
                class="link press"
                part="playbook"
                type="button"
                aria-expanded=${playbook.steps.length ? isOpen : nothing}
                @click=${() => this.#ask(signal)}
              >
                <bdi>${playbook.label}</bdi>
              </button>`
            : nothing
        }
        ${
          playbook && isOpen
            ? html`<ol class="steps" part="steps">
                ${playbook.steps.map((step) => html`<li><bdi>${step}</bdi></li>`)}
              </ol>`
            : nothing
        }
      </div>
    </li>`;
  }
}

function effectsOf(effect: string | null | undefined): readonly Effect[] {
  return effect === 'all' ? ['risk', 'growth'] : [effect === 'growth' ? 'growth' : 'risk'];
}
