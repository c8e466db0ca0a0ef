import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { HealthSource, SourceState } from '../source/health-source.ts';
import { type ContextEvent, sendUp, sourceContext, type TakeSource } from '../source/source-context.ts';
import type { GivenView } from './as-report.ts';
import { announce } from './events.ts';
import { formatsOf } from './formats.ts';
import { langOf } from './locale-controller.ts';
import { spoken } from './messages.ts';
import type { GivenReport } from './score-reading.ts';
import { scoreSentence } from './summary.ts';
import { fromReport, fromSource, idle, type Snapshot } from './widget-state.ts';

/** What a widget declares so that it can be given a report: spread `reportProperties` into its properties. */
export interface ReportHost extends ReactiveControllerHost, HTMLElement {
  report: GivenReport | GivenView | null;
  source: HealthSource | null;
  account: string | null;
  readonly hasUpdated: boolean;
  readonly hasNews: boolean;
}

/** The properties of every widget that shows a report. */
export const reportProperties = {
  report: { attribute: false },
  source: { attribute: false },
  account: {},
} as const;

/**
 * Finds a widget's report and says what state the widget is in. A report comes, in this order, from the `report`
 * property, from a source (the widget's own, or that of the nearest `<hale-provider>`) once there is an `account`,
 * or from the widget's own attributes, which `fromAttributes` makes into a report.
 */
export class ReportController implements ReactiveController {
  #host: ReportHost;
  #fromAttributes: () => GivenReport | null;
  /** The source of the nearest provider, and how to take leave of it. */
  #provided: HealthSource | null = null;
  #leaveProvider: (() => void) | undefined;
  #internals: ElementInternals | null = null;
  #source: HealthSource | null = null;
  #account: string | null = null;
  #stop: (() => void) | null = null;
  #said: SourceState | null = null;
  /** The tier that the account was last shown in. */
  #tier: string | null = null;
  #pressed = false;
  /** The report or failure last told of by an event. */
  #announced: GivenReport | GivenView | SourceState | string | null = null;

  /** What to draw from, settled before each render. */
  snapshot: Snapshot = idle;

  constructor(host: ReportHost, fromAttributes: () => GivenReport | null = () => null) {
    this.#host = host;
    this.#fromAttributes = fromAttributes;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.ownerDocument.addEventListener('context-provider', this.#askLate);
    sendUp('context-request', this.#host, this.#take);
    // The first time, properties set before upgrade are not in place yet: `hostUpdate` follows at once.
    if (this.#host.hasUpdated) {
      this.#settle();
      this.#host.requestUpdate();
    }
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('context-provider', this.#askLate);
    // Wherever it comes to life next, another provider may be above it.
    this.#leaveProvider?.();
    this.#leaveProvider = undefined;
    this.#provided = null;
    this.#leave();
  }

  hostUpdate(): void {
    this.#pressed = this.#host.shadowRoot?.activeElement?.matches('[part~="retry"]') ?? false;
    if (!this.#host.hasNews) return;
    if (this.#host.isConnected) this.#settle();
    try {
      this.snapshot = this.#read();
    } catch (thrown) {
      this.snapshot = this.#unreadable(thrown);
    }
  }

  hostUpdated(): void {
    this.#reflect();
    this.#keepFocus();
    this.#sayTier();
    const { given: report, error, state } = this.snapshot;
    const account = this.#source ? this.#account : null;
    const isOwn = !this.#stop && report !== this.#host.report;
    const subject = error ? (this.#stop ? this.#said : error.message) : isOwn ? null : report;
    if (subject === this.#announced) return;
    this.#announced = subject;
    if (error) announce(this.#host, 'hale-error', { account, error, report });
    else if (report && subject) announce(this.#host, 'hale-report', { account, report, state });
  }

  /** Whether there is a source to ask again. */
  get canRetry(): boolean {
    return this.#source !== null;
  }

  /** Asks the source again, now. Nothing where there is no source to ask. */
  retry = (): void => {
    if (!this.#source || this.#account === null) return;
    if (this.#source.refresh) this.#source.refresh(this.#account);
    else {
      this.#leave();
      this.#settle();
    }
  };

  /** Runs a widget's drawing; should the report defeat it, draws the failure instead of throwing. */
  draw<Drawn>(draw: (snapshot: Snapshot) => Drawn): Drawn {
    try {
      return draw(this.snapshot);
    } catch (thrown) {
      this.snapshot = this.#unreadable(thrown);
      return draw(this.snapshot);
    }
  }

  #unreadable(thrown: unknown): Snapshot {
    console.error(`hale: <${this.#host.localName}> cannot read its report.`, thrown);
    return { ...idle, state: 'error', error: { code: 'malformed', message: 'The report cannot be read.' } };
  }

  #read(): Snapshot {
    const { report } = this.#host;
    const lang = langOf(this.#host);
    if (report !== null && report !== undefined) return fromReport(report, lang);
    if (this.#stop) return fromSource(this.#said, lang);
    const own = this.#fromAttributes();
    return own ? fromReport(own, lang) : idle;
  }

  #take: TakeSource = (source, leave) => {
    // A provider nearer by has taken over.
    if (leave !== this.#leaveProvider) this.#leaveProvider?.();
    this.#leaveProvider = leave;
    this.#provided = source;
    this.#host.requestUpdate();
  };

  // A provider that comes to life after its children announces itself; those without a source ask again.
  #askLate = (event: Event): void => {
    const { context } = event as ContextEvent;
    if (context === sourceContext && !this.#provided) sendUp('context-request', this.#host, this.#take);
  };

  #settle(): void {
    const host = this.#host;
    const given = host.report !== null && host.report !== undefined;
    const account = given || !host.account ? null : host.account;
    const source = account === null ? null : (host.source ?? this.#provided);
    if (source === this.#source && account === this.#account && (this.#stop !== null) === (source !== null)) return;
    // Another account's figure must not stand for a moment under this one's name.
    if (source !== this.#source || account !== this.#account) this.#said = this.#tier = null;
    this.#leave();
    this.#source = source;
    this.#account = account;
    if (source && account !== null) this.#join(source, account);
  }

  #join(source: HealthSource, account: string): void {
    let open = true;
    const hear = (state: SourceState) => {
      if (!open) return;
      this.#said = state;
      this.#host.requestUpdate();
    };
    let leave = () => {};
    try {
      leave = source.subscribe(account, hear);
    } catch (thrown) {
      console.error(`hale: the source of <${this.#host.localName}> failed.`, thrown);
      hear({ status: 'error', error: { code: 'refused', message: 'The source failed.', retryAt: null } });
    }
    this.#stop = () => {
      open = false;
      leave();
    };
  }

  #leave(): void {
    const stop = this.#stop;
    this.#stop = null;
    stop?.();
  }

  // Who cannot see that an account came to be in another tier hears it; nothing else is worth an interruption.
  #sayTier(): void {
    const { reading } = this.snapshot;
    const tier = reading?.tier?.id;
    if (!tier || !this.#stop || this.#account === null) return;
    const before = this.#tier;
    this.#tier = tier;
    if (before === null || before === tier) return;
    const lang = spoken(langOf(this.#host));
    const sentence = scoreSentence(reading, formatsOf(lang, 'UTC'), reading.name ?? this.#account);
    this.#source?.announce?.(this.#account, { sentence, lang, page: this.#host.ownerDocument });
  }

  // The button that was pressed goes when the widget loads; the reader's place in the page must not go with it.
  #keepFocus(): void {
    const root = this.#host.shadowRoot;
    const base = this.#pressed && !root?.activeElement && root?.querySelector<HTMLElement>('[part~="base"]');
    if (!base) return;
    base.tabIndex = -1;
    base.focus({ preventScroll: true });
  }

  #reflect(): void {
    try {
      this.#internals ??= this.#host.attachInternals();
      const { states } = this.#internals;
      if (states.has(this.snapshot.state)) return;
      states.clear();
      states.add(this.snapshot.state);
    } catch {
      // Engines without custom states show everything else.
    }
  }
}
