import type { ChangeLog } from './change-log.ts';

/** One reader of the log. */
export interface Reader {
  readonly reaches: (account: string) => boolean;
  /** The id it heard last; null where it hears the first time, NaN where what it sent is none. */
  readonly from: number | null;
  /** When its token ends, in ms since 1970: the stream does then, too. */
  readonly ends: number;
  /** ms since 1970, as `Date.now`. */
  readonly now: () => number;
  /** Called once, when the stream is over or its reader gone. */
  readonly left?: () => void;
}

/** ms of silence at most: proxies, and readers that watch for it, take a longer one for the end. */
const heartbeat = 15_000;
/** Characters of one event's data at most; whoever missed more is told to ask for everything. */
const most = 60_000;

/**
 * The changes as server-sent events, made when they are read: for a reader that is slow nothing piles up, it is told later,
 * and of each account once. https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export function eventStream(
  log: ChangeLog,
  { reaches, from, ends, now, left: over = () => {} }: Reader,
): ReadableStream<Uint8Array> {
  const left = new AbortController();
  const encoder = new TextEncoder();
  let at = from;
  let said = now();

  async function next(): Promise<string | null> {
    if (at === null) {
      at = log.begin();
      return `retry: 1000\nid: ${at}\n\n`;
    }
    while (!log.isEnded && now() < ends) {
      const news = log.after(at);
      at = news?.id ?? log.begin();
      const accounts = news?.accounts.filter(reaches) ?? [];
      const data = JSON.stringify({ accounts });
      if (!news || data.length > most) return `event: reset\nid: ${at}\ndata: {}\n\n`;
      if (accounts.length) return `event: changed\nid: ${at}\ndata: ${data}\n\n`;
      // Changes that are not for this reader do not put off its heartbeat.
      const due = said + heartbeat;
      await log.next(Math.max(0, Math.min(due, ends) - now()), left.signal);
      if (left.signal.aborted) return null;
      if (now() >= due) return ':\n\n';
    }
    return null;
  }

  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const text = await next();
        if (left.signal.aborted) return;
        said = now();
        if (text === null) {
          controller.close();
          over();
        } else controller.enqueue(encoder.encode(text));
      },
      cancel() {
        left.abort();
        over();
      },
    },
    // Nothing is made before somebody reads it.
    { highWaterMark: 0 },
  );
}
