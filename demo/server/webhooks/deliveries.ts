import { HealthError } from '@hale/core';
import type { Store } from '../database/session.ts';
import { dueMessages, type Message, nextDue, settle } from './outbox.ts';
import { signature, type WebhookKey } from './signature.ts';

/** Where messages go. */
export interface Receiver {
  readonly url: URL;
  readonly key: WebhookKey;
}

export interface DeliveryOptions {
  readonly store: Store;
  readonly receiver: Receiver;
  /** Told in words what was given up, without an address, a secret or what it said. */
  readonly failed: (line: string) => void;
  /** ms since 1970; `Date.now` when absent. */
  readonly now?: () => number;
  /** From 0 to 1; `Math.random` when absent. */
  readonly random?: () => number;
  /** ms to wait after each attempt that failed; after the last one it is given up. */
  readonly pauses?: readonly number[];
  /** ms that the receiver has for an answer. */
  readonly patience?: number;
}

/** Sends what waits in the outbox. */
export interface Deliveries {
  /** Something may have come to wait. */
  soon(): void;
  /** Begins nothing more, gives up what is under way, which stays in the outbox, and resolves when nothing is written any more. */
  close(): Promise<void>;
}

const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** Three days in all, as the specification proposes. */
const usualPauses = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];
/** Messages under way at once: one receiver that stalls does not keep the others for long. */
const atOnce = 5;
/** ms that a timer can wait. */
const longest = 2 ** 31 - 1;

/** An address that messages may go to. Throws a HealthError for any that the network could read along. */
export function receiverUrl(given: string): URL {
  const parsed = URL.canParse(given) ? new URL(given) : null;
  // fetch sends to none with a name or a password in it.
  const url = parsed?.username || parsed?.password ? null : parsed;
  const isNear = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isNear)) return url;
  throw new HealthError({
    code: 'invalid-option',
    path: 'webhook',
    message: 'HALE_WEBHOOK must be an https address, or an http one on this machine.',
  });
}

/** Sends each message until the receiver says that it has it, or all pauses are over; at least once, under one id. */
export function deliveries(options: DeliveryOptions): Deliveries {
  const { store, now = Date.now, pauses = usualPauses, random = Math.random, failed } = options;
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let isDue = false;

  function soon(): void {
    isDue = true;
    if (running || end.signal.aborted) return;
    clearTimeout(timer);
    running = all().finally(() => {
      running = null;
      if (isDue) soon();
    });
  }

  async function all(): Promise<void> {
    isDue = false;
    try {
      for (;;) {
        const messages = await dueMessages(store, now(), atOnce);
        if (messages.length === 0 || end.signal.aborted) break;
        await Promise.all(messages.map(tried));
      }
      const next = await nextDue(store);
      if (next !== null) wait(next - now());
    } catch {
      failed('webhooks: the database could not be read or written.');
      wait(minute);
    }
  }

  function wait(ms: number): void {
    if (!end.signal.aborted) timer = setTimeout(soon, Math.min(longest, Math.max(0, ms)));
  }

  async function tried(message: Message): Promise<void> {
    const answer = await send(options, message, end.signal, now());
    if (end.signal.aborted && !answer.ok) return;
    if (answer.ok) return settle(store, message, null);
    const pause = answer.isGone ? undefined : pauses[message.attempts];
    if (pause === undefined) {
      failed(`webhooks: given up after ${message.attempts + 1} attempts.`);
      return settle(store, message, null);
    }
    // Many that failed together do not come back together.
    return settle(store, message, now() + Math.max(pause * (1 + random() / 4), answer.retryAfter));
  }

  return {
    soon,
    async close() {
      end.abort();
      clearTimeout(timer);
      await running;
    },
  };
}

interface Answered {
  readonly ok: boolean;
  /** The receiver wants no more of them. */
  readonly isGone: boolean;
  readonly retryAfter: number;
}

async function send(
  { receiver, patience = 10 * second }: DeliveryOptions,
  { id, body }: Message,
  end: AbortSignal,
  at: number,
): Promise<Answered> {
  const timestamp = Math.floor(at / 1000);
  try {
    const response = await fetch(receiver.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature(receiver.key, id, timestamp, body),
      },
      body,
      // It is signed for this address and no other.
      redirect: 'manual',
      signal: AbortSignal.any([end, AbortSignal.timeout(patience)]),
    });
    void response.body?.cancel().catch(() => {});
    const seconds = Number(response.headers.get('retry-after') ?? 0);
    const retryAfter = seconds > 0 && seconds <= 86_400 ? seconds * 1000 : 0;
    return { ok: response.ok, isGone: response.status === 410, retryAfter };
  } catch {
    return { ok: false, isGone: false, retryAfter: 0 };
  }
}
