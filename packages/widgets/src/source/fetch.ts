import { HealthError } from '@hale/core/report';
import { ask, type Received, type Transport } from './ask.ts';
import { backoff } from './backoff.ts';
import { bearer, type FetchToken } from './bearer.ts';
import { type Clock, pageClock } from './clock.ts';
import type { HealthSource, SourceState } from './health-source.ts';
import { type Feed, share } from './share.ts';

/** How reports are fetched. Only `baseUrl` is needed. */
export interface FetchSourceOptions {
  /** Where the API is, absolute or relative to the page: reports are at `{baseUrl}/v1/accounts/{id}/health`. Fixed. */
  readonly baseUrl: string | URL;
  /** Where below it a report is, such as `v1/accounts/{id}/adoption` for customers' views; `v1/accounts/{id}/health` where absent. */
  readonly path?: string;
  /** Whether cookies go along; `omit` where absent. */
  readonly credentials?: RequestCredentials;
  /**
   * Gets the token that goes along in `Authorization: Bearer`: asked once for all accounts and widgets of the source, and
   * again when the API refuses a token (401). Kept in memory, and nowhere else.
   */
  readonly fetchToken?: FetchToken;
  /** Sent with each request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In the place of the page's own `fetch`. */
  readonly fetch?: typeof fetch;
  /** Bytes of an answer that are read at most; 1,000,000 where absent. */
  readonly maxBytes?: number;
  readonly clock?: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random?: () => number;
}

/** ms after which a request without an answer is given up. */
const patience = 30_000;

/**
 * Gets reports from a JSON API: one request for all widgets on an account, aborted when the last of them leaves;
 * failures of the network, 408, 425, 429 and 5xx are tried again with growing pauses, as `Retry-After` asks; a 401 once,
 * with a new token.
 * Throws a HealthError when `baseUrl` is not an http or https address, or `path` does not lead to an account below it.
 */
export function fetchSource(options: FetchSourceOptions): Required<HealthSource> {
  const clock = options.clock ?? pageClock;
  const root = rootOf(options.baseUrl);
  const transport: Transport = {
    root,
    path: pathBelow(root, options.path ?? 'v1/accounts/{id}/health'),
    credentials: options.credentials ?? 'omit',
    headers: { ...options.headers },
    bearer: options.fetchToken ? bearer(options.fetchToken) : null,
    // Called without its own object, the page's fetch refuses.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    maxBytes: options.maxBytes ?? 1_000_000,
    clock,
  };
  const random = options.random ?? Math.random;
  return share((accountId, tell) => openFeed(transport, random, accountId, tell));
}

function openFeed(
  transport: Transport,
  random: () => number,
  accountId: string,
  tell: (state: SourceState) => void,
): Feed {
  const { clock } = transport;
  let last: Received | null = null;
  let attempt = 0;
  let abort: AbortController | null = null;
  let forgetRetry = () => {};
  let forgetPatience = () => {};

  async function request(): Promise<void> {
    forgetRetry();
    const own = new AbortController();
    abort = own;
    forgetPatience = clock.after(patience, () => own.abort('timeout'));
    const answer = await ask(transport, accountId, last, own.signal);
    if (abort !== own || answer === null) return;
    forgetPatience();
    abort = null;
    if (answer.status !== 'failed') {
      last = answer.status === 'ready' ? answer : null;
      tell(last ? { status: 'ready', report: last.report, receivedAt: clock.now() } : { status: 'empty' });
      return;
    }
    const wait = answer.isPassing ? backoff(attempt++, random, answer.retryAfter) : null;
    if (wait !== null) forgetRetry = clock.after(wait, request);
    const error = { ...answer.error, retryAt: wait === null ? null : clock.now() + wait };
    tell({ status: 'error', error, ...(last && { report: last.report }) });
  }

  void request();
  return {
    refresh() {
      if (abort) return;
      attempt = 0;
      if (!last) tell({ status: 'loading' });
      void request();
    },
    stop() {
      forgetRetry();
      forgetPatience();
      const own = abort;
      abort = null;
      own?.abort();
    },
  };
}

function rootOf(baseUrl: string | URL): URL {
  let root: URL | null = null;
  try {
    root = new URL(baseUrl, globalThis.location?.href);
  } catch {
    // Told below, with what was given.
  }
  if (root?.protocol !== 'https:' && root?.protocol !== 'http:') {
    const message = `baseUrl must be an http or https address, not ${JSON.stringify(String(baseUrl))}.`;
    throw new HealthError({ code: 'invalid-url', path: 'baseUrl', message });
  }
  root.pathname = root.pathname.replace(/\/*$/, '/');
  return root;
}

function pathBelow(root: URL, path: string): string {
  if (path.includes('{id}') && new URL(path.replace('{id}', 'id'), root).href.startsWith(root.href)) return path;
  const message = `path must hold {id} and lead below ${root.href}, not ${JSON.stringify(path)}: for example v1/accounts/{id}/health.`;
  throw new HealthError({ code: 'invalid-url', path: 'path', message });
}
