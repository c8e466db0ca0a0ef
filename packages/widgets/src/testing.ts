import { delay, HttpResponse, http, type RequestHandler } from 'msw';
import type { Sourced } from './source/health-source.ts';

/** How one account's requests are answered in the place of its report. The argument gives the usual answer. */
export type Answering = (usual: () => Response) => Response | Promise<Response>;

/** What the API of a test knows, and how it behaves. */
export interface HealthHandlerOptions {
  /** Where the page under test asks: the `baseUrl` of its source. */
  readonly baseUrl: string | URL;
  /** The `path` of its source; `v1/accounts/{id}/health` where absent. */
  readonly path?: string;
  /** Reports or customers' views, found by `account.id` at each request; other accounts are not there (404). */
  readonly reports?: Iterable<Sourced>;
  /** Accounts that are answered otherwise, by id. `failing`, `slow` and the others make such answers. */
  readonly answers?: Readonly<Record<string, Answering>>;
  /** Whether a token still holds; where it does not, and where there is none, the answer is 401. Absent, no token is asked for. */
  readonly takes?: (token: string) => boolean;
}

/**
 * Handlers for msw that play the API of the widgets, so that a page can be tested without a server: reports with their
 * ETag, many of them at `v1/health?ids=`, problems (RFC 9457) as a real one sends them, tokens that end.
 */
export function healthHandlers(options: HealthHandlerOptions): RequestHandler[] {
  const { path = 'v1/accounts/{id}/health', answers = {}, takes } = options;
  const root = new URL(options.baseUrl, globalThis.location?.href).href.replace(/\/*$/, '/');
  const find = (id: string) => [...(options.reports ?? [])].find(({ account }) => account.id === id);
  const refused = (request: Request): Response | null => {
    if (!takes) return null;
    const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
    if (token !== undefined && takes(token)) return null;
    const why = token === undefined ? 'A token is needed' : 'The token has ended';
    return problem(401, why, { 'www-authenticate': token === undefined ? 'Bearer' : 'Bearer error="invalid_token"' });
  };
  return [
    http.get(root + path.replace('{id}', ':id'), ({ request, params }) => {
      const id = String(params.id);
      const usual = () => {
        const report = find(id);
        return report ? tagged(request, report) : problem(404, 'There is no such account');
      };
      const answer = Object.hasOwn(answers, id) ? answers[id] : undefined;
      return refused(request) ?? answer?.(usual) ?? usual();
    }),
    http.get(`${root}v1/health`, ({ request }) => {
      const ids = (new URL(request.url).searchParams.get('ids') ?? '').split(',');
      const reports = ids.flatMap((id) => find(id) ?? []);
      const missing = ids.filter((id) => !find(id));
      return refused(request) ?? tagged(request, { reports, missing });
    }),
  ];
}

/** An account that the API cannot answer for: 500, 503, 429 and the like, with `Retry-After` in seconds where there is one. */
export const failing =
  (status: number, title = 'Something went wrong', retryAfter?: number): Answering =>
  () =>
    problem(status, title, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });

/** An account whose answer takes so many ms, or for ever; then it is the usual one, or `then`. */
export const slow =
  (ms: number | 'infinite', then?: Answering): Answering =>
  async (usual) => {
    await delay(ms);
    return then ? then(usual) : usual();
  };

/** An account for which the connection breaks. */
export const unreachable = (): Answering => () => HttpResponse.error();

const json = { headers: { 'content-type': 'application/json' } };

/** An account whose answer is cut off in the middle. */
export const cutOff = (): Answering => async (usual) => {
  const text = await usual().text();
  return new HttpResponse(text.slice(0, text.length / 2), json);
};

/** An account whose answer is JSON and no report. */
export const malformed =
  (body: unknown = { score: 'high' }): Answering =>
  () =>
    new HttpResponse(JSON.stringify(body), json);

/** An account that is answered otherwise so many times, and then as usual: a fault that passes. */
export function first(times: number, answering: Answering): Answering {
  let left = times;
  return (usual) => (left-- > 0 ? answering(usual) : usual());
}

function problem(status: number, title: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body = JSON.stringify({ type: 'about:blank', title, status });
  return new HttpResponse(body, { status, headers: { 'content-type': 'application/problem+json', ...headers } });
}

/** A JSON answer with its tag, or 304 to whoever has it. */
function tagged(request: Request, value: object): Response {
  const text = JSON.stringify(value);
  const etag = `"${text.length}-${hash(text)}"`;
  if (request.headers.get('if-none-match') === etag) return new HttpResponse(null, { status: 304, headers: { etag } });
  return new HttpResponse(text, { headers: { ...json.headers, etag } });
}

/** FNV-1a: tells texts apart, and is no secret. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) value = Math.imul(value ^ text.charCodeAt(place), 0x01000193);
  return (value >>> 0).toString(36);
}
