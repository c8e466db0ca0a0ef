import { ask, type Received, type Transport } from './ask.ts';
import { backoff, tries } from './backoff.ts';
import type { SourceError, SourceState } from './health-source.ts';
import type { Feed } from './share.ts';
import { patience } from './transport.ts';

/** The last good report of an account, and when it came, in ms since 1970. */
export interface Kept extends Received {
  readonly receivedAt: number;
}

/** What a feed needs of its client, asked for anew each time: it may have changed. */
export interface LiveSetting {
  transport(): Transport;
  readonly random: () => number;
  /** Whether anybody looks and the network is there. */
  isAwake(): boolean;
  /** Since when each change is heard of, so that nobody need ask for it, in ms since 1970; null where it is not. */
  toldSince(): number | null;
  /** ms after which a report is asked for again; null for never. */
  readonly refreshEvery: number | null;
  /** ms for which a report needs no other one. */
  readonly freshFor: number;
  /** What an earlier page left of the account; null where nothing is kept beyond a page. */
  recall(): Promise<Kept | null> | null;
  /** Takes what is to be known when somebody comes back to the account; null when nothing is. */
  keep(kept: Kept | null): void;
}

/** One account that is looked at. */
export interface LiveFeed extends Feed {
  /** Somebody looks again, or the network is back: asks for what is late. */
  wake(): void;
  /** The report is another one: asks for it, after what is under way. */
  changed(): void;
  /** Nobody looks: what is under way comes to its end, and nothing else is asked for. */
  rest(): void;
  /** Asks again with what the client has now; `forget` where what is shown belongs to somebody else. */
  restart(forget: boolean): void;
  /** Stops, and takes away what is shown. */
  end(): void;
}

export const ended: SourceError = { code: 'ended', message: 'The client was destroyed.', retryAt: null };

/** Another answer may be readable: it is asked for when a newer report would have been. */
const unreadable: ReadonlySet<SourceError['code']> = new Set(['malformed', 'too-large']);

/** Keeps one account's report up to date, and tells each change. */
export function openLiveFeed(
  setting: LiveSetting,
  accountId: string,
  kept: Kept | null,
  tell: (state: SourceState) => void,
): LiveFeed {
  let last = kept;
  /** Nobody has said since the page was loaded that `last` may be seen. */
  let isRecalled = false;
  let attempt = 0;
  /** When the last good answer was asked for: a change from before is in it. */
  let askedAt = 0;
  /** What is under way may be late. */
  let isLate = false;
  let abort: AbortController | null = null;
  let forgetPatience = () => {};
  let forgetTimer = () => {};
  /** When the next request is due; null when none is. */
  let due: number | null = null;
  /** The server asked not to be asked before. */
  let notBefore = 0;
  const now = () => setting.transport().clock.now();

  /** Waits for the next request, if anybody looks: a timer where one sleeps would only fire late. */
  function wait(): void {
    forgetTimer();
    if (due !== null && setting.isAwake())
      forgetTimer = setting.transport().clock.after(Math.max(0, due - now()), onDue);
  }

  function onDue(): void {
    const told = setting.toldSince();
    if (told !== null && askedAt > told) later(setting.refreshEvery);
    else void request();
  }

  function stop(): void {
    forgetTimer();
    forgetPatience();
    due = null;
    const own = abort;
    abort = null;
    own?.abort();
  }

  function later(ms: number | null): void {
    due = ms === null ? null : now() + ms;
    wait();
  }

  async function request(): Promise<void> {
    stop();
    const transport = setting.transport();
    isLate = false;
    const began = now();
    const own = new AbortController();
    abort = own;
    const recalling = last ? null : setting.recall();
    if (recalling) {
      const found = await recalling;
      if (abort !== own) return;
      if (found) {
        last = found;
        isRecalled = true;
        tellAsking();
      }
    }
    forgetPatience = transport.clock.after(patience, () => own.abort('timeout'));
    const answer = await ask(transport, accountId, last, own.signal);
    if (abort !== own || answer === null) return;
    forgetPatience();
    abort = null;
    if (answer.status === 'failed') return failed(answer);
    attempt = 0;
    isRecalled = false;
    askedAt = began;
    last = answer.status === 'ready' ? { report: answer.report, etag: answer.etag, receivedAt: now() } : null;
    setting.keep(last);
    tell(last ? { status: 'ready', report: last.report, receivedAt: last.receivedAt } : { status: 'empty' });
    if (isLate) void request();
    else later(setting.refreshEvery);
  }

  function failed({
    error,
    isPassing,
    retryAfter,
  }: Extract<Awaited<ReturnType<typeof ask>>, { status: 'failed' }>): void {
    askedAt = 0;
    if (error.status === 401 || error.status === 403) {
      // Whoever may not see it any more is not shown what an earlier page left.
      if (isRecalled) last = null;
      setting.keep(null);
    }
    // Somebody looks for as long as this goes on: it stays at the longest pauses.
    const passing = () => backoff(Math.min(attempt++, tries - 1), setting.random, retryAfter);
    const pause = isPassing ? passing() : unreadable.has(error.code) ? setting.refreshEvery : null;
    notBefore = retryAfter === null ? 0 : now() + retryAfter;
    later(pause);
    // Asleep nobody can say when: it goes on as soon as somebody looks.
    const retryAt = setting.isAwake() ? due : null;
    tell({ status: 'error', error: { ...error, retryAt }, ...(last && { report: last.report }) });
  }

  const age = () => (last ? now() - last.receivedAt : Number.POSITIVE_INFINITY);
  /** Whether it is older than one that somebody has looked at all the while. */
  const isStale = () => isRecalled || age() >= (setting.refreshEvery ?? setting.freshFor);

  function tellAsking(): void {
    if (last) tell({ status: 'loading', report: last.report, ...(isStale() && { isStale: true }) });
    else tell({ status: 'loading' });
  }

  function askNow(): void {
    tellAsking();
    void request();
  }

  if (last && age() < setting.freshFor) {
    tell({ status: 'ready', report: last.report, receivedAt: last.receivedAt });
    if (setting.refreshEvery !== null) later(Math.max(0, setting.refreshEvery - age()));
  } else askNow();

  return {
    refresh() {
      if (abort) return;
      attempt = 0;
      if (!last) tell({ status: 'loading' });
      void request();
    },
    wake() {
      if (abort) return;
      if (now() < notBefore) due = notBefore;
      else if (age() >= setting.freshFor) {
        attempt = 0;
        if (last && isStale()) tellAsking();
        return void request();
      }
      wait();
    },
    changed() {
      if (abort) isLate = true;
      else if (now() >= notBefore) void request();
      else {
        due = notBefore;
        askedAt = 0;
        wait();
      }
    },
    rest: () => forgetTimer(),
    restart(forget) {
      if (forget) last = null;
      attempt = 0;
      notBefore = 0;
      stop();
      askNow();
    },
    end() {
      stop();
      last = null;
      tell({ status: 'error', error: ended });
    },
    stop,
  };
}
