import { type ErrorDetail, type SourceError, sourceMessages } from '@hale/widgets';
import { createHealthClient } from '@hale/widgets/client.js';
import '@hale/widgets/define';
import { FakeClock } from './fake-clock.ts';
import { textOf } from './mount.ts';
import { pretend } from './pretend.ts';

/** What a widget of the page shows. */
export interface Shown {
  readonly state: string;
  /** What it says of why there is no report, or no newer one; empty where it says nothing. */
  readonly says: string;
}

/** How the widgets of the page are opened. */
export interface Opening {
  /** ms by which the page believes that it is later. */
  readonly ahead?: number;
  /** Hears of changes by a stream. */
  readonly streams?: boolean;
}

/** A page that the test opens with a client, and winds on. */
export interface FaultyPage {
  /** Puts widgets on one account into the page, all behind one client. */
  open(account: string, how?: Opening): void;
  wind(ms: number): Promise<void>;
  /** Has the page believe that there is a network, or none. */
  net(isOnline: boolean): void;
  /** What all widgets show, when they have come to the same. */
  shown(): readonly Shown[];
  /** In how many ms the client asks again by itself, as it told; null when it does not say. */
  due(): number | null;
  /** In how many ms each thing comes due that waits. */
  waits(): readonly number[];
}

const clock = new FakeClock();
const tags = ['hale-gauge', 'hale-trend-line', 'hale-risk-flags', 'hale-activity-dots'] as const;
const states = ['idle', 'loading', 'ready', 'partial', 'not-enough', 'empty', 'stale', 'error'];
let last: SourceError | null = null;

/** The token as hosts get it: from their own server, which knows who is signed in. */
async function fetchToken(account: string): Promise<string> {
  const body = JSON.stringify({ audience: 'internal', account });
  const response = await fetch('/session/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  if (!response.ok) throw new Error(`The server gave no token (${response.status}).`);
  return (await response.json()).token;
}

/** What of a widget's text is about its failure. */
function said(text: string): string {
  const again = /Trying again (?:soon|in \d+ min)/.exec(text)?.[0];
  return [
    ...new Set(['Could not load', ...Object.values(sourceMessages.english.why), last?.message, again, 'Try again']),
  ]
    .filter((words) => words && text.includes(words))
    .join(' · ');
}

const page: FaultyPage = {
  open(account, { ahead = 0, streams = false } = {}) {
    clock.wind(ahead);
    // Chance gives the longest pause that it may.
    const random = () => 1;
    const source = createHealthClient({
      baseUrl: '/',
      subject: 'mira',
      clock,
      random,
      fetchToken: () => fetchToken(account),
      ...(streams && { stream: 'v1/stream' }),
    });
    const provider = document.createElement('hale-provider');
    provider.source = source;
    provider.addEventListener('hale-error', (event) => {
      // Of a source's failure, it has all that the source told.
      last = (event as CustomEvent<ErrorDetail>).detail.error as SourceError;
    });
    for (const tag of tags) {
      const widget = document.createElement(tag);
      widget.setAttribute('account', account);
      widget.setAttribute('label', 'Health');
      provider.append(widget);
    }
    document.body.append(provider);
  },
  async wind(ms) {
    clock.wind(ms);
    await new Promise(requestAnimationFrame);
  },
  net(isOnline) {
    pretend(navigator, 'onLine', isOnline);
    dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  },
  shown: () =>
    [...document.querySelectorAll(tags.join())].map((widget) => ({
      state: states.find((state) => widget.matches(`:state(${state})`)) ?? '',
      says: said(textOf(widget)),
    })),
  due: () => (last?.retryAt == null ? null : last.retryAt - clock.now()),
  waits: () => clock.waits,
};

Date.now = clock.now;
// A browser without a window, on a machine without a network, says so.
pretend(document, 'visibilityState', 'visible');
pretend(navigator, 'onLine', true);
Object.assign(globalThis, { faulty: page });
