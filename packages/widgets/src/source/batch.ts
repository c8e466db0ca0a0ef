import type { Transport } from './ask.ts';
import { readText } from './read-body.ts';

/** ms that a request waits for others: rows of a table do not come to life in one breath. */
const gathering = 10;
/** Accounts in one request at most. */
const most = 100;
/** Characters of their ids at most, as an address has them: servers read sixteen thousand of all headers together. */
const longest = 6000;
/** As many times what one report may weigh do all together: what is read is parsed in one piece. */
const heaviest = 8;
/** Stands where an id would. */
const marker = '-hale-id-';
/** Answers that are known again by their tags, at most. */
const remembered = 20;
/** How the tags begin that parts of an answer are given. No server is told of one. */
const ours = '"hale-batch-';

/** An answer for many. */
interface Batch {
  readonly ids: string;
  readonly etag: string;
  readonly missing: ReadonlySet<unknown>;
}

interface Waiting {
  readonly account: string;
  readonly url: URL;
  readonly init: RequestInit;
  readonly resolve: (response: Response) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * A `fetch` in the place of a transport's own that makes one request, `{address}?ids=a,b`, of those for single accounts
 * that come at about the same time, and gives each of them its part of the answer (`{ reports, missing }`). The same ones
 * that ask again ask with the tag of that answer. Who asks alone is not touched.
 */
export function batched(transport: Transport, address: URL): typeof fetch {
  const { root, path, clock } = transport;
  // As an address is written, whatever the path is: with a slash before it, or letters that are encoded.
  const [before = '', after = ''] = new URL(path.replace('{id}', marker), root).href.split(marker);
  const waiting = new Set<Waiting>();
  /** By the tags of their parts, which may outlive the page: no other page makes the same. */
  const batches = new Map<string, Batch>();
  const page = `${ours}${Math.random().toString(36).slice(2)}-`;
  let count = 0;
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
      // The same ones make the same address, whoever came first.
      group.sort((one, other) => (one.account < other.account ? -1 : 1));
      for (const each of inPieces(group)) void send(each);
    }
  }

  async function send(group: readonly Waiting[]): Promise<void> {
    const [first] = group;
    if (!first) return;
    if (group.length === 1) return alone(first);
    const own = new AbortController();
    const isLeft = () => group.some(({ init }) => !init.signal?.aborted);
    for (const { init } of group) init.signal?.addEventListener('abort', () => isLeft() || own.abort());
    const url = new URL(address);
    const ids = group.map(({ account }) => account).join(',');
    url.searchParams.set('ids', ids);
    const last = lastOf(group, ids);
    const headers = withoutTag(first.init);
    if (last) headers.set('if-none-match', last.etag);
    try {
      const init = { ...first.init, headers, signal: own.signal };
      const response = await transport.fetch(url, init);
      if ([404, 405, 410].includes(response.status)) {
        // There are no batches here, which says nothing of the accounts.
        void response.body?.cancel().catch(() => {});
        return group.forEach(alone);
      }
      const text = await readText(response, transport.maxBytes * Math.min(group.length, heaviest));
      const part =
        last && response.status === 304
          ? (account: string) => new Response(null, { status: last.missing.has(account) ? 404 : 304 })
          : response.ok
            ? partsOf(text, (missing) => tagFor(ids, response.headers.get('etag'), missing))
            : () => again(response, text);
      for (const { account, resolve } of group) resolve(part(account));
    } catch (thrown) {
      for (const { reject } of group) reject(thrown);
    }
  }

  function alone(one: Waiting): void {
    const init = tagOf(one).startsWith(ours) ? { ...one.init, headers: withoutTag(one.init) } : one.init;
    void transport.fetch(one.url, init).then(one.resolve, one.reject);
  }

  /** The answer that all of these have their last report from, or were missing in. */
  function lastOf(group: readonly Waiting[], ids: string): Batch | null {
    const tags = new Set(group.map(tagOf).filter(Boolean));
    const [tag = ''] = tags;
    const last = batches.get(tag);
    const isOfAll = tags.size === 1 && last?.ids === ids;
    return isOfAll && group.every((one) => tagOf(one) || last.missing.has(one.account)) ? last : null;
  }

  /** The tag of the parts of an answer; empty where it has none itself. */
  function tagFor(ids: string, etag: string | null, missing: ReadonlySet<unknown>): string {
    if (etag === null) return '';
    const tag = `${page}${++count}"`;
    batches.set(tag, { ids, etag, missing });
    const [oldest = ''] = batches.keys();
    if (batches.size > remembered) batches.delete(oldest);
    return tag;
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

/** As many at once as an answer and an address are to hold. */
function* inPieces(group: readonly Waiting[]): Generator<readonly Waiting[]> {
  let piece: Waiting[] = [];
  let length = 0;
  for (const one of group) {
    const own = encodeURIComponent(one.account).length + 3;
    if (piece.length === most || (piece.length > 0 && length + own > longest)) {
      yield piece;
      piece = [];
      length = 0;
    }
    piece.push(one);
    length += own;
  }
  yield piece;
}

const tagOf = ({ init }: Waiting): string => new Headers(init.headers).get('if-none-match') ?? '';

/** A tag is of one account's answer. */
function withoutTag({ headers }: RequestInit): Headers {
  const rest = new Headers(headers);
  rest.delete('if-none-match');
  return rest;
}

/** Finds an account's part in an answer; text that is none is what everybody gets. */
function partsOf(text: string, tagFor: (missing: ReadonlySet<unknown>) => string): (account: string) => Response {
  const reports = new Map<unknown, unknown>();
  const missing = new Set<unknown>();
  try {
    const answer = Object(JSON.parse(text));
    for (const report of list(answer.reports)) reports.set(Object(Object(report).account).id, report);
    for (const id of list(answer.missing)) missing.add(id);
  } catch {
    return () => new Response(text);
  }
  const etag = tagFor(missing);
  const tagged = etag ? { headers: { etag } } : {};
  return (account) => {
    if (missing.has(account)) return new Response(null, { status: 404 });
    try {
      return new Response(JSON.stringify(reports.get(account) ?? null), tagged);
    } catch {
      // One that is nested too deeply is no report, and the others are none the worse for it.
      return new Response('null');
    }
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
