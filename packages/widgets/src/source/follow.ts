import type { Followed, Follower, ReadReport, Saying } from './follower.ts';
import type { HealthSource, Sourced, SourceState } from './health-source.ts';
import { redrawAll, say, spoken } from './messages.ts';
import { page } from './page.ts';
import { sourceMessages } from './source.messages.ts';
import { type ContextEvent, sendUp, sourceContext, type TakeSource } from './source-context.ts';

/**
 * Has the widgets on the page listen to sources. Whatever makes a source, or hands one down, calls it: a page that has
 * its reports at hand loads nothing of this.
 */
export function connect(): void {
  if (page.follow) return;
  page.follow = (widget) => new SourceFollower(widget);
  redrawAll();
}

/** What a widget is told by what a source says; null, before it said anything, is loading. */
export function toldBy<Known extends ReadReport>(
  said: SourceState | null,
  lang: string,
  read: (report: Sourced) => Known,
): Saying<Known> {
  const words = say(sourceMessages, lang);
  if (said?.status === 'empty') return { state: 'empty' } as Saying<Known>;
  const known = said?.report ? read(said.report) : null;
  const stale = known?.report ? { state: 'stale', age: ageOf(known.reading?.asOf ?? null, words) } : null;
  if (said?.status === 'error') {
    const { code, retryAt } = said.error;
    const why: Readonly<Record<string, string>> = words.why;
    const again = retryAt === null ? '' : words.again(Math.round((retryAt - Date.now()) / 60_000));
    return { ...known, state: 'error', ...stale, error: said.error, why: why[code], again } as Saying<Known>;
  }
  if (said?.status === 'loading' && said.isStale && stale) return { ...known, ...stale } as Saying<Known>;
  return known ?? ({ state: 'loading' } as Saying<Known>);
}

function ageOf(asOf: number | null, words: typeof sourceMessages.english): string {
  if (asOf === null) return '';
  const hours = Math.floor((Date.now() - asOf) / 3_600_000);
  if (hours < 1) return words.fresh;
  return hours < 24 ? words.hoursOld(hours) : words.daysOld(Math.floor(hours / 24));
}

class SourceFollower implements Follower {
  #widget: Followed;
  #lang = 'en';
  #isAsking = false;
  /** The source of the nearest provider, and how to take leave of it. */
  #provided: HealthSource | null = null;
  #leaveProvider: (() => void) | undefined;
  #source: HealthSource | null = null;
  #stop: (() => void) | null = null;
  #said: SourceState | null = null;
  #pressed = false;
  /** The tier that the account was last shown in. */
  #tier: string | null = null;

  account: string | null = null;

  constructor(widget: Followed) {
    this.#widget = widget;
  }

  get said(): SourceState | null | undefined {
    return this.#stop ? this.#said : undefined;
  }

  get retryWord(): string | null {
    return this.#source && say(sourceMessages, this.#lang).retry;
  }

  retry(): void {
    if (!this.#source || this.account === null) return;
    if (this.#source.refresh) this.#source.refresh(this.account);
    else {
      this.#unhear();
      this.settle(true);
    }
  }

  settle(wholly: boolean): void {
    const widget = this.#widget;
    if (!this.#isAsking) {
      this.#isAsking = true;
      widget.ownerDocument.addEventListener('context-provider', this.#askLate);
      sendUp('context-request', widget, this.#take);
    }
    if (!wholly) return;
    const given = widget.report !== null && widget.report !== undefined;
    const account = given || !widget.account ? null : widget.account;
    const source = account === null ? null : (widget.source ?? this.#provided);
    if (source === this.#source && account === this.account && (this.#stop !== null) === (source !== null)) return;
    // Another account's figure must not stand for a moment under this one's name.
    if (source !== this.#source || account !== this.account) this.#said = this.#tier = null;
    this.#unhear();
    this.#source = source;
    this.account = source && account;
    if (source && account !== null) this.#hear(source, account);
  }

  leave(): void {
    this.#widget.ownerDocument.removeEventListener('context-provider', this.#askLate);
    this.#isAsking = false;
    // Wherever it comes to life next, another provider may be above it.
    this.#leaveProvider?.();
    this.#leaveProvider = undefined;
    this.#provided = null;
    this.#unhear();
  }

  look(): void {
    this.#pressed = this.#widget.shadowRoot?.activeElement?.matches('[part~="retry"]') ?? false;
  }

  read<Known extends ReadReport>(lang: string, read: (report: Sourced) => Known): Saying<Known> | null {
    this.#lang = lang;
    return this.#stop && toldBy(this.#said, lang, read);
  }

  drawn(tier: string | undefined, sentence: (lang: string, account: string) => string): void {
    this.#keepFocus();
    // Who cannot see that an account came to be in another tier hears it; nothing else is worth an interruption.
    if (!tier || !this.#stop || this.account === null) return;
    const before = this.#tier;
    this.#tier = tier;
    if (before === null || before === tier) return;
    const lang = spoken(this.#lang);
    const announcement = { sentence: sentence(lang, this.account), lang, page: this.#widget.ownerDocument };
    this.#source?.announce?.(this.account, announcement);
  }

  // The button that was pressed goes when the widget loads; the reader's place in the page must not go with it.
  #keepFocus(): void {
    const root = this.#widget.shadowRoot;
    const base = this.#pressed && !root?.activeElement && root?.querySelector<HTMLElement>('[part~="base"]');
    if (!base) return;
    base.tabIndex = -1;
    base.focus({ preventScroll: true });
  }

  #take: TakeSource = (source, leave) => {
    // A provider nearer by has taken over.
    if (leave !== this.#leaveProvider) this.#leaveProvider?.();
    this.#leaveProvider = leave;
    this.#provided = source;
    this.#widget.requestUpdate();
  };

  // A provider that comes to life after its children announces itself; those without a source ask again.
  #askLate = (event: Event): void => {
    const { context } = event as ContextEvent;
    if (context === sourceContext && !this.#provided) sendUp('context-request', this.#widget, this.#take);
  };

  #hear(source: HealthSource, account: string): void {
    let open = true;
    const hear = (state: SourceState) => {
      if (!open) return;
      this.#said = state;
      this.#widget.requestUpdate();
    };
    let leave = () => {};
    try {
      leave = source.subscribe(account, hear);
    } catch (thrown) {
      console.error(`hale: the source of <${this.#widget.localName}> failed.`, thrown);
      hear({ status: 'error', error: { code: 'refused', message: 'The source failed.', retryAt: null } });
    }
    this.#stop = () => {
      open = false;
      leave();
    };
  }

  #unhear(): void {
    const stop = this.#stop;
    this.#stop = null;
    stop?.();
  }
}
