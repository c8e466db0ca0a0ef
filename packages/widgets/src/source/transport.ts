import { HealthError } from '@hale/core/report';
import type { Transport } from './ask.ts';
import { bearer, type FetchToken } from './bearer.ts';
import { type Clock, pageClock } from './clock.ts';

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
export const patience = 30_000;

/**
 * What requests are made with. Throws a HealthError when `baseUrl` is not an http or https address, or `path` does not
 * lead to an account below it.
 */
export function transportOf(options: FetchSourceOptions): Transport {
  const root = rootOf(options.baseUrl);
  return {
    root,
    path: pathBelow(root, options.path ?? 'v1/accounts/{id}/health'),
    credentials: options.credentials ?? 'omit',
    headers: { ...options.headers },
    bearer: options.fetchToken ? bearer(options.fetchToken, options.clock ?? pageClock) : null,
    // Called without its own object, the page's fetch refuses.
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    maxBytes: options.maxBytes ?? 1_000_000,
    clock: options.clock ?? pageClock,
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

/** An address below the root. Throws a HealthError when it leads elsewhere. */
export function below(root: URL, option: 'batch' | 'stream', given: string): URL {
  const url = new URL(given, root);
  if (url.href.startsWith(root.href)) return url;
  const message = `${option} must lead below ${root.href}, not ${JSON.stringify(given)}: for example v1/${option === 'batch' ? 'health' : option}.`;
  throw new HealthError({ code: 'invalid-url', path: option, message });
}
