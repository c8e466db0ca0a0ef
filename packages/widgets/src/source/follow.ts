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
  page.follow = follower;
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

function follower(widget: Followed): Follower {
  let lang = 'en';
  let isAsking = false;
  /** The source of the nearest provider, and how to take leave of it. */
  let provided: HealthSource | null = null;
  let leaveProvider: (() => void) | undefined;
  let source: HealthSource | null = null;
  let account: string | null = null;
  let stop: (() => void) | null = null;
  let said: SourceState | null = null;
  let isPressed = false;
  /** The tier that the account was last shown in. */
  let tier: string | null = null;

  const take: TakeSource = (given, leave) => {
    // A provider nearer by has taken over.
    if (leave !== leaveProvider) leaveProvider?.();
    leaveProvider = leave;
    provided = given;
    widget.requestUpdate();
  };

  const ask = () => sendUp('context-request', widget, take);

  // A provider that comes to life after its children announces itself; those without a source ask again.
  const askLate = (event: Event): void => {
    if ((event as ContextEvent).context === sourceContext && !provided) ask();
  };

  const unhear = (): void => {
    const end = stop;
    stop = null;
    end?.();
  };

  function hear(from: HealthSource, id: string): void {
    let isOpen = true;
    let leave = () => {};
    const listen = (state: SourceState) => {
      if (!isOpen) return;
      said = state;
      widget.requestUpdate();
    };
    try {
      leave = from.subscribe(id, listen);
    } catch (thrown) {
      console.error(`hale: the source of <${widget.localName}> failed.`, thrown);
      listen({ status: 'error', error: { code: 'refused', message: 'The source failed.', retryAt: null } });
    }
    stop = () => {
      isOpen = false;
      leave();
    };
  }

  function settle(wholly: boolean): void {
    if (!isAsking) {
      isAsking = true;
      widget.ownerDocument.addEventListener('context-provider', askLate);
      ask();
    }
    if (!wholly) return;
    const asked = (widget.report ?? null) === null && widget.account ? widget.account : null;
    const from = asked === null ? null : (widget.source ?? provided);
    const next = from && asked;
    if (from === source && next === account && (stop !== null) === (from !== null)) return;
    // Another account's figure must not stand for a moment under this one's name.
    if (from !== source || next !== account) said = tier = null;
    unhear();
    source = from;
    account = next;
    if (from && next !== null) hear(from, next);
  }

  return {
    get account() {
      return account;
    },
    get said() {
      return stop ? said : undefined;
    },
    get retryWord() {
      return source && say(sourceMessages, lang).retry;
    },
    retry() {
      if (!source || account === null) return;
      if (source.refresh) source.refresh(account);
      else {
        unhear();
        settle(true);
      }
    },
    settle,
    leave() {
      widget.ownerDocument.removeEventListener('context-provider', askLate);
      isAsking = false;
      // Wherever it comes to life next, another provider may be above it.
      leaveProvider?.();
      leaveProvider = undefined;
      provided = null;
      unhear();
    },
    look() {
      isPressed = widget.shadowRoot?.activeElement?.matches('[part~="retry"]') ?? false;
    },
    read(inLang, read) {
      lang = inLang;
      return stop && toldBy(said, lang, read);
    },
    drawn(now, sentence) {
      // The button that was pressed goes when the widget loads; the reader's place in the page must not go with it.
      const root = widget.shadowRoot;
      const base = isPressed && !root?.activeElement && root?.querySelector<HTMLElement>('[part~="base"]');
      if (base) {
        base.tabIndex = -1;
        base.focus({ preventScroll: true });
      }
      // Who cannot see that an account came to be in another tier hears it; nothing else is worth an interruption.
      if (!now || !stop || account === null) return;
      const before = tier;
      tier = now;
      if (before === null || before === now) return;
      const spokenLang = spoken(lang);
      const announcement = { sentence: sentence(spokenLang, account), lang: spokenLang, page: widget.ownerDocument };
      source?.announce?.(account, announcement);
    },
  };
}
