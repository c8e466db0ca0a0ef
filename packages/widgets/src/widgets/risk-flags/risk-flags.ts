import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { HealthSource } from '../../source/health-source.ts';
import { base } from '../../ui/base.styles.ts';
import { tableStyles } from '../../ui/data-table.styles.ts';
import { formatsOf } from '../../ui/formats.ts';
import { LocaleController, localeProperties } from '../../ui/locale-controller.ts';
import { text } from '../../ui/loose.ts';
import { plotStyles } from '../../ui/plot.styles.ts';
import { ReportController, reportProperties } from '../../ui/report-controller.ts';
import type { GivenReport } from '../../ui/score-reading.ts';
import { SizeController } from '../../ui/size-controller.ts';
import { asOfLine, retryButton, stateReason, stateWord } from '../../ui/state-view.ts';
import type { Snapshot } from '../../ui/widget-state.ts';
import { flagMark } from './flag-marks.ts';
import { flagRow } from './flag-row.ts';
import { askForPlaybook } from './playbook-event.ts';
import { type Effect, readSignals, type Severity, type SignalReading, unobserved } from './read-signals.ts';
import { flagMessages } from './risk-flags.messages.ts';
import { flagStyles } from './risk-flags.styles.ts';
import { type FlagSpeech, sayCount, sayEvidence, saySeverity } from './say-signals.ts';

/** Width, in px, from which there is room for sentences. */
const sentencesFrom = 240;
/** Metrics named at most as not observed. */
const mostNamed = 5;

/**
 * The risk flags of an account, severest first: the fact, the evidence and since when, and what is suggested.
 *
 * With `layout="row"` it is the severest flag on one line, for a table. Without a report: `signals`. Asking for a playbook sends `hale-playbook`; unless the page prevents it, the steps
 * unfold in place. Parts: base, label, headline, list, flag, severity, title, evidence, playbook, steps, more, as-of, retry.
 *
 * @fires hale-playbook - A reader asks for a playbook: `{ playbook, signal, account }`.
 */
export class RiskFlags extends LitElement {
  static readonly tag = 'hale-risk-flags';
  static override styles = [base, plotStyles, tableStyles, flagStyles];
  static override properties = {
    ...reportProperties,
    ...localeProperties,
    label: {},
    effect: {},
    max: { type: Number },
    signals: { attribute: false },
    layout: {},
  };

  /** The flags as one sentence, for where there is no drawing: server rendering, and text inside the tag. */
  static fallback(props: {
    readonly report?: GivenReport | null | undefined;
    readonly signals?: GivenReport['signals'] | undefined;
    readonly label?: string | null | undefined;
    readonly effect?: Effect | 'all' | null | undefined;
  }): string {
    const report = props.report ?? (props.signals ? { signals: props.signals } : null);
    const words = flagMessages.english;
    const said = effectsOf(props.effect).flatMap((effect) => {
      const signals = report && readSignals(report, effect);
      if (!signals) return [];
      const count = signals.length ? sayCount(signals, { words, formats: formatsOf('en', 'UTC') }) : words.none[effect];
      return [[`${props.label ?? words[effect]}: ${count}`, ...signals.map(({ label }) => label)].join('. ')];
    });
    return said.length ? `${said.join('. ')}.` : (props.label ?? '');
  }

  declare report: GivenReport | null;
  declare source: HealthSource | null;
  declare account: string | null;
  declare timeZone: string;
  /** What the list is called; "Risk flags" or "Growth signals" where nothing is said. */
  declare label: string | null;
  /** Which signals are shown: `risk`, `growth` or `all`. */
  declare effect: Effect | 'all';
  /** Signals shown until the reader asks for the rest; all where nothing is said. */
  declare max: number | null;
  /** The signals themselves, as a report has them. */
  declare signals: GivenReport['signals'] | null;
  /** `row` for the severest on one line. */
  declare layout: 'auto' | 'row';

  #report = new ReportController(this, () => (Array.isArray(this.signals) ? { signals: this.signals } : null));
  #size = new SizeController(this);
  #locale = new LocaleController(this);
  /** Effects of which all signals are shown, and signals whose steps are. */
  #open = new Set<string>();

  constructor() {
    super();
    this.report = this.source = this.account = null;
    this.timeZone = 'UTC';
    this.label = this.max = this.signals = null;
    this.effect = 'risk';
    this.layout = 'auto';
  }

  #toggle(name: string): void {
    if (!this.#open.delete(name)) this.#open.add(name);
    this.requestUpdate();
  }

  #ask({ id, playbook }: SignalReading): void {
    if (!playbook) return;
    const account = text(this.#report.snapshot.report?.account?.id) ?? this.account;
    const isOurs = askForPlaybook(this, { playbook: playbook.id, signal: id, account });
    if (isOurs && playbook.steps.length) this.#toggle(`steps ${id}`);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#size.width === null) return nothing;
    return this.#report.draw((snapshot) => this.#draw(snapshot));
  }

  #draw(snapshot: Snapshot): TemplateResult {
    const speech = { words: this.#locale.say(flagMessages), formats: this.#locale.formats };
    if (this.layout === 'row') {
      return html`<div part="base">
        ${effectsOf(this.effect).map((effect) => {
          const signals = snapshot.report ? readSignals(snapshot.report, effect) : null;
          return flagRow(signals ?? [], this.#headline(snapshot, effect, signals, speech), speech);
        })}
      </div>`;
    }
    const isCompact = !this.#size.reaches(sentencesFrom);
    const notes = snapshot.report
      ? isCompact
        ? ''
        : asOfLine(snapshot, this.#locale)
      : stateReason(snapshot, this.#locale);
    return html`<div class=${snapshot.state === 'stale' ? 'stale' : ''} part="base">
      ${effectsOf(this.effect).map((effect) => {
        const signals = snapshot.report ? readSignals(snapshot.report, effect) : null;
        return isCompact
          ? this.#counts(snapshot, effect, signals, speech)
          : this.#section(snapshot, effect, signals, speech);
      })}
      <div class="foot">
        <p class="small" part="as-of"><bdi>${notes}</bdi>${retryButton(this.#report, this.#locale)}</p>
      </div>
    </div>`;
  }

  #section(snapshot: Snapshot, effect: Effect, signals: SignalReading[] | null, speech: FlagSpeech): TemplateResult {
    const { words, formats } = speech;
    const isOpen = this.#open.has(effect);
    const shown =
      signals && !isOpen && this.max !== null && this.max >= 0 ? signals.slice(0, this.max) : (signals ?? []);
    const hidden = (signals?.length ?? 0) - shown.length;
    return html`<section>
      <div class="head">
        <p class="label" part="label"><bdi>${this.label ?? words[effect]}</bdi></p>
        <p class="headline" part="headline"><bdi>${this.#headline(snapshot, effect, signals, speech)}</bdi></p>
        ${signals?.length === 0 ? this.#unseen(snapshot, speech) : nothing}
      </div>
      ${snapshot.state === 'loading' ? skeleton : nothing}
      ${shown.length ? html`<ul class="flags" part="list">${shown.map((signal) => this.#flag(signal, speech))}</ul>` : nothing}
      ${
        hidden > 0 || isOpen
          ? html`<button class="link press" part="more" type="button" aria-expanded=${isOpen} @click=${() => this.#toggle(effect)}>
              ${isOpen ? words.fewer : words.more(formats.number(hidden))}
            </button>`
          : nothing
      }
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
    const isOpen = this.#open.has(`steps ${id}`);
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

  /** In a narrow column: how many, and how severe. */
  #counts(snapshot: Snapshot, effect: Effect, signals: SignalReading[] | null, speech: FlagSpeech): TemplateResult {
    const { words, formats } = speech;
    if (!signals?.length) {
      return html`<section><p class="figures" part="headline"><bdi>${this.#headline(snapshot, effect, signals, speech)}</bdi></p></section>`;
    }
    const name = (effect === 'risk' ? words.flags : words.signals)(signals.length);
    // Growth is not told apart by severity.
    const counts = (effect === 'growth' ? [] : (['high', 'medium', 'low'] as const)).map((severity: Severity) => ({
      severity,
      count: signals.filter((signal) => signal.severity === severity).length,
    }));
    return html`<section>
      <p class="figures" part="headline"><b class="figure-now">${formats.number(signals.length)}</b> <span>${name}</span></p>
      <ul class="counts" part="list">
        ${counts
          .filter(({ count }) => count > 0)
          .map(
            ({ severity, count }) => html`<li>
              ${flagMark({ effect, severity })}<bdi>${words.count(formats.number(count), severity)}</bdi>
            </li>`,
          )}
      </ul>
    </section>`;
  }
}

/** Three flags that are still to come. */
const skeleton = html`<ul class="flags" aria-hidden="true">
  ${[0, 1, 2].map(() => html`<li class="flag">${flagMark({ effect: 'risk', severity: null })}<i class="skeleton"></i></li>`)}
</ul>`;

function effectsOf(effect: string | null | undefined): readonly Effect[] {
  return effect === 'all' ? ['risk', 'growth'] : [effect === 'growth' ? 'growth' : 'risk'];
}
