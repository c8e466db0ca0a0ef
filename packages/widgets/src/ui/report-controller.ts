import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Follower } from '../source/follower.ts';
import type { HealthSource, SourceState } from '../source/health-source.ts';
import { page } from '../source/page.ts';
import type { GivenView } from './as-report.ts';
import { announce } from './events.ts';
import { formatsOf } from './formats.ts';
import { langOf } from './locale-controller.ts';
import type { GivenReport } from './score-reading.ts';
import { scoreSentence } from './summary.ts';
import { fromReport, idle, type Snapshot, unreadable } from './widget-state.ts';

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
 * or from the widget's own attributes, which `fromAttributes` makes into a report. How a source is listened to comes
 * with the source (`connect`).
 */
export class ReportController implements ReactiveController {
  #host: ReportHost;
  #fromAttributes: () => GivenReport | null;
  #follower: Follower | undefined;
  #internals: ElementInternals | null = null;
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
    // The first time, `hostUpdate` follows at once, with all the properties that a page sets meanwhile.
    const { hasUpdated } = this.#host;
    this.#settle(hasUpdated);
    if (hasUpdated) this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#follower?.leave();
  }

  hostUpdate(): void {
    this.#follower?.look();
    if (!this.#host.hasNews) return;
    if (this.#host.isConnected) this.#settle(true);
    try {
      this.snapshot = this.#read();
    } catch (thrown) {
      this.snapshot = this.#defeatedBy(thrown);
    }
  }

  hostUpdated(): void {
    const { given: report, error, state, reading } = this.snapshot;
    const follower = this.#follower;
    this.#reflect();
    follower?.drawn(reading?.tier?.id, (lang, account) =>
      // Called where there is a tier only.
      reading ? scoreSentence(reading, formatsOf(lang, 'UTC'), reading.name ?? account) : '',
    );
    const account = follower?.account ?? null;
    const said = follower?.said;
    const isOwn = said === undefined && report !== this.#host.report;
    const subject = error ? (said ?? error.message) : isOwn ? null : report;
    if (subject === this.#announced) return;
    this.#announced = subject;
    if (error) announce(this.#host, 'hale-error', { account, error, report });
    else if (report && subject) announce(this.#host, 'hale-report', { account, report, state });
  }

  /** The word of the button that asks again, where an answer failed; null where none did, or without a source to ask. */
  get retryWord(): string | null {
    return (this.snapshot.error && this.#follower?.retryWord) ?? null;
  }

  /** Asks the source again, now. Nothing where there is no source to ask. */
  retry = (): void => this.#follower?.retry();

  /** Runs a widget's drawing; should the report defeat it, draws the failure instead of throwing. */
  draw<Drawn>(draw: (snapshot: Snapshot) => Drawn): Drawn {
    try {
      return draw(this.snapshot);
    } catch (thrown) {
      this.snapshot = this.#defeatedBy(thrown);
      return draw(this.snapshot);
    }
  }

  #defeatedBy(thrown: unknown): Snapshot {
    console.error(`hale: <${this.#host.localName}> cannot read its report.`, thrown);
    return unreadable('The report cannot be read.');
  }

  #settle(wholly: boolean): void {
    this.#follower ??= page.follow?.(this.#host);
    this.#follower?.settle(wholly);
  }

  #read(): Snapshot {
    const { report, account, source } = this.#host;
    const lang = langOf(this.#host);
    if (report !== null && report !== undefined) return fromReport(report, lang);
    const told = this.#follower?.read(lang, (given) => fromReport(given, lang));
    if (told) return { ...idle, ...told };
    if (account && source && !this.#follower) return unreadable(unconnected);
    const own = this.#fromAttributes();
    if (!own) return idle;
    const read = fromReport(own, lang);
    // What is given without a word of a score is all there is to show: none is missing.
    return own.score === undefined && !read.error ? { ...read, state: 'ready' } : read;
  }

  #reflect(): void {
    try {
      this.#internals ??= this.#host.attachInternals();
      const { states } = this.#internals;
      const { state } = this.snapshot;
      if (states.has(state)) return;
      const isAwaited = state === 'loading' || states.has('awaited');
      states.clear();
      states.add(state);
      if (isAwaited) states.add('awaited');
    } catch {
      // Engines without custom states show everything else.
    }
  }
}

const unconnected = 'Nothing here listens to sources: give this one to ownSource of @hale/widgets/sources/own.js.';
