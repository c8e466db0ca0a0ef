import { answerTo, isPassing, retryAfterOf, type Transport } from './ask.ts';
import { backoff, tries } from './backoff.ts';

/** What a stream needs of its client. */
export interface StreamSetting {
  readonly url: URL;
  /** Asked for anew at each connection: it may have changed. */
  transport(): Transport;
  readonly random: () => number;
  /** Told whose reports are other ones; null where any of them may be. */
  changed(accounts: readonly string[] | null): void;
}

/** Hears from the server which reports change, where the server tells. */
export interface LiveStream {
  /** Since when all that changes is heard of, in ms since 1970; null while it is not. */
  readonly liveSince: number | null;
  /** Listens from now on, and comes back by itself when the connection ends; where the server refused, the next time that it is started. */
  start(): void;
  stop(): void;
  /** Begins anew, as somebody else where `forget`. */
  restart(forget: boolean): void;
}

/** ms without a byte after which a connection counts as lost: three heartbeats. */
const silence = 45_000;
/** ms after which a connection that ends was a good one. */
const proven = 10_000;
/** Characters of one event at most: ids of some thousand accounts, read in one breath. */
const longest = 64_000;
const lineEnd = /\r\n|\n|\r(?!$)/;

/** Server-sent events read through `fetch`, so that the token goes in a header. Begins when it is started. */
export function openLiveStream(setting: StreamSetting): LiveStream {
  let abort: AbortController | null = null;
  let forgetTimer = () => {};
  let forgetWatch = () => {};
  let lastId: string | null = null;
  let attempt = 0;
  let isWanted = false;
  let isLive = false;
  /** When the first id was heard: whoever goes on from there misses nothing. */
  let since = 0;
  /** Whether the server may have one: where it has none it is asked again only when something has changed. */
  let isOffered = true;

  function stop(): void {
    isWanted = false;
    isLive = false;
    forgetTimer();
    forgetWatch();
    const own = abort;
    abort = null;
    own?.abort();
  }

  function start(): void {
    if (isWanted || !isOffered) return;
    isWanted = true;
    void run();
  }

  async function run(): Promise<void> {
    const own = new AbortController();
    abort = own;
    // The network, a token, the silence: what went wrong is told by the reports' own requests.
    const refused = await follow(own).catch(() => null);
    own.abort();
    if (abort !== own) return;
    abort = null;
    isLive = false;
    forgetWatch();
    if (refused && !isPassing(refused.status)) {
      isOffered = refused.status === 401 || refused.status === 403;
      return;
    }
    const { clock } = setting.transport();
    const asked = refused && retryAfterOf(refused, clock);
    const pause = backoff(Math.min(attempt++, tries - 1), setting.random, asked);
    if (pause !== null) forgetTimer = clock.after(pause, run);
  }

  /** Listens until the connection ends; the answer, where it is no stream. */
  async function follow(own: AbortController): Promise<Response | null> {
    const transport = setting.transport();
    const { clock } = transport;
    const watch = () => {
      forgetWatch();
      forgetWatch = clock.after(silence, () => own.abort());
    };
    watch();
    const headers = { accept: 'text/event-stream', ...(lastId !== null && { 'last-event-id': lastId }) };
    const response = await answerTo(transport, setting.url, headers, own.signal);
    if (abort !== own) return null;
    if (!response.ok || !/^text\/event-stream\b/.test(response.headers.get('content-type') ?? '')) {
      return response;
    }
    const began = clock.now();
    isLive = lastId !== null;
    const reader = response.body?.getReader();
    own.signal.addEventListener('abort', () => void reader?.cancel().catch(() => {}));
    const decoder = new TextDecoder();
    const read = eventsTo(heard);
    let rest = '';
    for (;;) {
      const { done = true, value } = (await reader?.read()) ?? {};
      if (done || abort !== own) return null;
      watch();
      if (clock.now() - began > proven) attempt = 0;
      rest += decoder.decode(value, { stream: true });
      for (let end = lineEnd.exec(rest); end; end = lineEnd.exec(rest)) {
        if (read(rest.slice(0, end.index)) > longest) return tooMuch();
        rest = rest.slice(end.index + end[0].length);
      }
      if (rest.length > longest) return tooMuch();
    }
  }

  /** What it would have said is not known: from where it was, the same would come again. */
  function tooMuch(): null {
    lastId = null;
    setting.changed(null);
    return null;
  }

  function heard({ event, id, data }: ServerEvent): void {
    if (id !== null) {
      if (lastId === null) since = setting.transport().clock.now();
      lastId = id;
      isLive = true;
    }
    if (event === 'reset') setting.changed(null);
    if (event !== 'changed') return;
    try {
      const accounts: unknown = Object(JSON.parse(data)).accounts;
      if (Array.isArray(accounts)) setting.changed(accounts);
    } catch {
      setting.changed(null);
    }
  }

  return {
    get liveSince() {
      return isLive ? since : null;
    },
    start,
    stop,
    restart(forget) {
      const was = isWanted;
      stop();
      if (forget) lastId = null;
      attempt = 0;
      isOffered = true;
      if (was) start();
    },
  };
}

interface ServerEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** Reads lines of a stream, and says how many characters wait for the end of their event. */
function eventsTo(tell: (event: ServerEvent) => void): (line: string) => number {
  let [event, data]: [string, string] = ['', ''];
  let id: string | null = null;
  return (line) => {
    if (line === '') {
      tell({ event, id, data });
      [event, data, id] = ['', '', null];
    }
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (name === 'event') event = value;
    if (name === 'data') data += `${value}\n`;
    // It goes back in a header.
    if (name === 'id' && /^[\x21-\x7e]{1,200}$/.test(value)) id = value;
    return data.length;
  };
}
