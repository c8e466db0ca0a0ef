import { HealthError, readCustomerView, readReport } from '@hale/core/report';
import { readRetryAfter } from './backoff.ts';
import { type Bearer, NoToken } from './bearer.ts';
import type { Clock } from './clock.ts';
import type { Sourced, SourceError } from './health-source.ts';
import { isView } from './is-view.ts';
import { readProblem } from './problem.ts';
import { BodyTooLarge, readText } from './read-body.ts';

/** All that a request is made with; settled when the source is made. */
export interface Transport {
  readonly root: URL;
  /** Below the root, with `{id}` in the place of the account's id. */
  readonly path: string;
  readonly credentials: RequestCredentials;
  readonly headers: Readonly<Record<string, string>>;
  /** null where the API asks for no token. */
  readonly bearer: Bearer | null;
  readonly fetch: typeof fetch;
  readonly maxBytes: number;
  readonly clock: Clock;
}

/** A report, with the tag by which the server knows it again. */
export interface Received {
  readonly report: Sourced;
  readonly etag: string | null;
}

/** What came of one request. `isPassing` failures are worth another try. */
export type Answer =
  | ({ readonly status: 'ready' } & Received)
  | { readonly status: 'empty' }
  | {
      readonly status: 'failed';
      readonly error: Omit<SourceError, 'retryAt'>;
      readonly isPassing: boolean;
      readonly retryAfter: number | null;
    };

/** Asks for an account's report once; null when it was aborted for anything but its time. Never throws. */
export async function ask(
  transport: Transport,
  accountId: string,
  last: Received | null,
  signal: AbortSignal,
): Promise<Answer | null> {
  const url = addressOf(transport, accountId);
  if (url === null) return failed('refused', `${JSON.stringify(accountId)} cannot be the id of an account.`);
  const { maxBytes, clock } = transport;
  try {
    const known = last?.etag ? { 'if-none-match': last.etag } : {};
    const response = await answerTo(transport, url, { accept: 'application/json', ...known }, signal);
    if (response.status === 304 && last) return { status: 'ready', ...last };
    if (response.status === 404 || response.status === 410) return { status: 'empty' };
    if (!response.ok) return await refusal(response, clock);
    const report = readEither(JSON.parse(await carried(() => readText(response, maxBytes))));
    if (report.account.id !== accountId) return failed('malformed', mistaken(accountId, report.account.id));
    return { status: 'ready', report, etag: response.headers.get('etag') };
  } catch (thrown) {
    if (signal.aborted && signal.reason !== 'timeout') return null;
    return failure(thrown, signal.aborted);
  }
}

/** The answer at an address, asked for with the token in force and, where that is refused, once more with a new one. */
export async function answerTo(
  transport: Transport,
  url: URL,
  own: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Response> {
  const { bearer, fetch, credentials } = transport;
  const headers = new Headers({ ...own, ...transport.headers });
  // The browser's own cache knows nothing of subjects, and outlives the page.
  const init = { headers, credentials, signal, redirect: 'error', cache: 'no-store' } as const;
  const send = () => carried(() => fetch(url, init));
  if (!bearer) return send();
  const token = await unless(signal, bearer(null));
  headers.set('authorization', `Bearer ${token}`);
  const response = await send();
  if (response.status !== 401) return response;
  void response.body?.cancel().catch(() => {});
  headers.set('authorization', `Bearer ${await unless(signal, bearer(token))}`);
  return send();
}

/** Waits for what others wait for too: whoever gives up leaves it to them. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const give = () => reject(signal.reason);
    if (signal.aborted) give();
    signal.addEventListener('abort', give, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', give));
  });
}

/** A report, or the customer's view that its name says it is. */
export const readEither = (value: unknown): Sourced => (isView(value) ? readCustomerView(value) : readReport(value));

/** The network gave out, before the answer or in the middle of it. */
class Unreached extends Error {
  override readonly name = 'Unreached';
}

/** What fetch carries over the network. It tells of a failure there by a TypeError, as any slip of a program does. */
async function carried<T>(transfer: () => Promise<T>): Promise<T> {
  try {
    return await transfer();
  } catch (thrown) {
    throw thrown instanceof TypeError ? new Unreached(thrown.message, { cause: thrown }) : thrown;
  }
}

function mistaken(asked: string, given: string): string {
  return `The answer is about another account: account.id must be ${JSON.stringify(asked)}, as asked for, not ${JSON.stringify(given)}.`;
}

/** The address of an account's report; null for an id that would lead elsewhere. */
function addressOf({ root, path }: Transport, accountId: string): URL | null {
  // Dots alone climb up the path, encoded or not.
  if (accountId === '.' || accountId === '..') return null;
  try {
    const id = encodeURIComponent(accountId);
    return new URL(
      path.replace('{id}', () => id),
      root,
    );
  } catch {
    // Half of a surrogate pair has no encoding.
    return null;
  }
}

/** Whether a status is worth another try. */
export const isPassing = (status: number): boolean =>
  status >= 500 || status === 408 || status === 425 || status === 429;

/** How long an answer asks to wait, in ms; null where it does not say. */
export const retryAfterOf = (response: Response, clock: Clock): number | null =>
  readRetryAfter(response.headers.get('retry-after'), saidNow(response) ?? clock.now());

async function refusal(response: Response, clock: Clock): Promise<Answer> {
  const { status } = response;
  const mayPass = isPassing(status);
  const retryAfter = retryAfterOf(response, clock);
  const plain = mayPass ? `The server could not answer (${status}).` : `The server refused the request (${status}).`;
  const said = await readProblem(response);
  if (said === null) void response.body?.cancel().catch(() => {});
  return { ...failed(mayPass ? 'server' : 'refused', said ?? plain, status), isPassing: mayPass, retryAfter };
}

/** What time it was where the answer comes from, which may have another one than the page; null where it is not told. */
function saidNow({ headers }: Response): number | null {
  const at = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(at) ? null : at;
}

function failure(thrown: unknown, isLate: boolean): Answer {
  if (isLate) return { ...failed('timeout', 'The server took too long to answer.'), isPassing: true };
  if (thrown instanceof BodyTooLarge) return failed('too-large', thrown.message);
  if (thrown instanceof SyntaxError) return failed('malformed', 'The answer is not JSON.');
  if (thrown instanceof HealthError) {
    return failed('malformed', `The answer is not a report: ${thrown.issues[0]?.message}`);
  }
  if (thrown instanceof NoToken) return { ...failed('network', 'No token could be had.'), isPassing: true };
  if (thrown instanceof Unreached) return { ...failed('network', 'The server could not be reached.'), isPassing: true };
  return failed('malformed', 'The answer could not be read.');
}

function failed(code: SourceError['code'], message: string, status?: number): Extract<Answer, { status: 'failed' }> {
  const error = status === undefined ? { code, message } : { code, message, status };
  return { status: 'failed', error, isPassing: false, retryAfter: null };
}
