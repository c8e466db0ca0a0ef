import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Bearer, bearer, type FetchToken, NoToken } from '../../source/bearer.ts';
import { BodyTooLarge, readText } from '../../source/read-body.ts';
import { announce, type ErrorDetail } from '../../ui/events.ts';
import type { GivenBacktest } from './read-backtest.ts';

/** The one state a backtest is in. Each has its own words and its own `:state()`. */
export type BacktestState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** A widget that is given a backtest: at hand, at an address, or as JSON inside of it. */
export interface DocumentHost extends ReactiveControllerHost, HTMLElement {
  report: GivenBacktest | null;
  src: string | null;
  fetchToken: FetchToken | null;
}

type Failure = ErrorDetail['error'];

/** A backtest is larger than a report: three distances ahead, four ways to tell, curves. */
const mostBytes = 8_000_000;

/**
 * Finds a widget's backtest: its `report`, else what is at `src`, asked for once, with a token of `fetchToken` and without cookies, else the JSON in a
 * `<script type="application/json">` inside of it.
 */
export class BacktestDocument implements ReactiveController {
  #host: DocumentHost;
  #internals: ElementInternals | null = null;
  #inside: MutationObserver | null = null;
  #abort: AbortController | null = null;
  /** The address asked last, whether it has answered or not. */
  #asked: string | null = null;
  #tokens: Bearer | null = null;
  #answer: GivenBacktest | Failure | null = null;
  #announced: Failure | null = null;

  state: BacktestState = 'idle';
  report: GivenBacktest | null = null;
  error: Failure | null = null;

  constructor(host: DocumentHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#inside = new MutationObserver(() => this.#host.requestUpdate());
    this.#inside.observe(this.#host, { childList: true, characterData: true, subtree: true });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#inside?.disconnect();
    // What was being asked for is asked for again, should the widget come back.
    if (this.#abort) this.#asked = null;
    this.#abort?.abort();
    this.#abort = null;
  }

  hostUpdate(): void {
    const { report, src, fetchToken = null, isConnected } = this.#host;
    // A function made anew, as components make them, is no reason to ask again: the newest is asked when a token is.
    if ((fetchToken === null) !== (this.#tokens === null)) {
      this.#tokens = fetchToken && bearer((refused) => this.#host.fetchToken?.(refused) ?? '');
      this.#asked = null;
    }
    const isGiven = report !== null && report !== undefined;
    if (isConnected && !isGiven && src && src !== this.#asked) void this.#ask(src);
    const found = isGiven ? report : src ? this.#answer : this.#written();
    this.error = found === null ? null : isFailure(found) ? found : whatIsWrong(found);
    this.report = found === null || this.error ? null : (found as GivenBacktest);
    this.state = this.error ? 'error' : this.report ? 'ready' : src && !isGiven ? 'loading' : 'idle';
    if (this.report && !hasRows(this.report)) this.state = 'empty';
  }

  hostUpdated(): void {
    try {
      this.#internals ??= this.#host.attachInternals();
      this.#internals.states.clear();
      this.#internals.states.add(this.state);
    } catch {
      // Engines without custom states show everything else.
    }
    if (this.error?.message === this.#announced?.message) return;
    this.#announced = this.error;
    if (this.error) announce(this.#host, 'hale-error', { account: null, error: this.error, report: null });
  }

  /** Whether there is an address to ask again. */
  get canRetry(): boolean {
    return this.state === 'error' && this.#asked !== null && this.#asked === this.#host.src;
  }

  retry = (): void => {
    this.#asked = null;
    this.#host.requestUpdate();
  };

  /** A report that defeats the drawing becomes the error state. */
  refuse(thrown: unknown): void {
    console.error(`hale: <${this.#host.localName}> cannot read its backtest.`, thrown);
    this.report = null;
    this.error = malformed('The backtest cannot be read.');
    this.state = 'error';
  }

  async #ask(src: string): Promise<void> {
    this.#abort?.abort();
    const own = new AbortController();
    this.#abort = own;
    this.#asked = src;
    this.#answer = null;
    const answer = await fetched(src, this.#host.ownerDocument.baseURI, this.#tokens, own.signal);
    if (this.#abort !== own) return;
    this.#abort = null;
    this.#answer = answer;
    this.#host.requestUpdate();
  }

  #written(): GivenBacktest | Failure | null {
    const script = this.#host.querySelector('script[type="application/json"]')?.textContent?.trim();
    return script ? parsed(script) : null;
  }
}

async function fetched(
  src: string,
  base: string,
  tokens: Bearer | null,
  signal: AbortSignal,
): Promise<GivenBacktest | Failure> {
  try {
    const address = new URL(src, base);
    if (!/^https?:$/.test(address.protocol)) throw new TypeError();
    const send = (token: string | null) =>
      fetch(address, {
        signal,
        credentials: 'omit',
        // A token is for the address that it was asked for.
        redirect: token === null ? 'follow' : 'error',
        headers: { accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      });
    const token = tokens && (await tokens(null));
    let response = await send(token);
    if (tokens && response.status === 401) {
      void response.body?.cancel().catch(() => {});
      response = await send(await tokens(token));
    }
    if (!response.ok) {
      return { code: 'refused', message: `The server answered ${response.status}.`, status: response.status };
    }
    return parsed(await readText(response, mostBytes));
  } catch (thrown) {
    const unreached = thrown instanceof NoToken ? 'No token could be had.' : 'The server could not be reached.';
    const message = thrown instanceof BodyTooLarge ? thrown.message : unreached;
    return { code: thrown instanceof BodyTooLarge ? 'too-large' : 'network', message };
  }
}

function parsed(text: string): GivenBacktest | Failure {
  try {
    const document: unknown = JSON.parse(text);
    // Read with care from here on, whatever it is.
    return (document ?? malformed('The backtest is empty.')) as GivenBacktest;
  } catch {
    return malformed('The backtest is not JSON.');
  }
}

const malformed = (message: string): Failure => ({ code: 'malformed', message });

const isFailure = (found: GivenBacktest | Failure): found is Failure =>
  'code' in Object(found) && 'message' in Object(found) && !('schema' in Object(found));

function whatIsWrong(found: unknown): Failure | null {
  if (typeof found !== 'object' || found === null || Array.isArray(found)) {
    return malformed('The backtest must be an object, as runBacktest gives it.');
  }
  return /^hale\.backtest\/1(\.|$)/.test(String((found as GivenBacktest).schema))
    ? null
    : malformed('The backtest is of another version: this widget reads hale.backtest/1.');
}

function hasRows({ horizons }: GivenBacktest): boolean {
  return Array.isArray(horizons) && horizons.some((horizon) => (horizon?.test?.rows ?? 0) > 0);
}
