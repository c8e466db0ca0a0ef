import type { Transport } from './ask.ts';
import { readText } from './read-body.ts';

/** ms that a request waits for others: rows of a table do not come to life in one breath. */
const gathering = 10;
/** Accounts in one request at most. */
const most = 100;

interface Waiting {
  readonly account: string;
  readonly url: URL;
  readonly init: RequestInit;
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A `fetch` in the place of a transport's own that makes one request, `{address}?ids=a,b`, of those for single accounts
 * that come at about the same time, and gives each of them its part of the answer (`{ reports, missing }`). Who asks alone
 * is not touched.
 */
export function batched(transport: Transport, address: URL): typeof fetch {
  const { root, path, clock } = transport;
  const [before = '', after = ''] = (root.href + path).split('{id}');
  const waiting = new Set<Waiting>();
  let forgetTimer = () => {};

  function flush(): void {
    const all = [...waiting];
    waiting.clear();
    // A token that has changed in between parts them, and so does an id that would read as two.
    const groups = new Map<string, Waiting[]>();
    for (const one of all) {
      const headers = [...withoutTag(one.init)].join('\n');
      const key = one.account.includes(',') ? one.account : headers;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
    for (const group of groups.values()) {
      for (let start = 0; start < group.length; start += most) void send(group.slice(start, start + most));
    }
  }

  async function send(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    if (group.length === 1) return void transport.fetch(first.url, first.init).then(first.resolve, first.reject);
    const own = new AbortController();
    const isLeft = () => group.some(({ init }) => !init.signal?.aborted);
    for (const { init } of group) init.signal?.addEventListener('abort', () => isLeft() || own.abort());
    const url = new URL(address);
    url.searchParams.set('ids', group.map(({ account }) => account).join(','));
    try {
      const init = { ...first.init, headers: withoutTag(first.init), signal: own.signal };
      const response = await transport.fetch(url, init);
      const text = await readText(response, transport.maxBytes * group.length);
      const part = response.ok ? partsOf(text) : () => again(response, text);
      for (const { account, resolve } of group) resolve(part(account));
    } catch (thrown) {
      for (const { reject } of group) reject(thrown);
    }
  }

  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input));
      const account = decodeURIComponent(url.href.slice(before.length, url.href.length - after.length));
      const own: Waiting = { account, url, init, resolve, reject };
      init.signal?.addEventListener('abort', () => {
        reject(init.signal?.reason);
        waiting.delete(own);
        if (waiting.size === 0) forgetTimer();
      });
      if (waiting.size === 0) forgetTimer = clock.after(gathering, flush);
      waiting.add(own);
    });
}

/** A tag is of one account's answer. */
function withoutTag({ headers }: RequestInit): Headers {
  const rest = new Headers(headers);
  rest.delete('if-none-match');
  return rest;
}

/** Finds an account's part in an answer; text that is none is what everybody gets. */
function partsOf(text: string): (account: string) => Response {
  const reports = new Map<unknown, unknown>();
  const missing = new Set<unknown>();
  try {
    const answer = Object(JSON.parse(text));
    for (const report of list(answer.reports)) reports.set(Object(Object(report).account).id, report);
    for (const id of list(answer.missing)) missing.add(id);
  } catch {
    return () => new Response(text);
  }
  return (account) => {
    if (missing.has(account)) return new Response(null, { status: 404 });
    return new Response(JSON.stringify(reports.get(account) ?? null));
  };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An answer that is none, once more for each. */
function again({ status, headers }: Response, text: string): Response {
  const kept = ['content-type', 'retry-after'].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as [string, string]];
  });
  return new Response(text || null, { status, headers: kept });
}
