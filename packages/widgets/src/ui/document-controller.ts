import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Bearer, bearer, type FetchToken, NoToken } from '../source/bearer.ts';
import { pageClock } from '../source/clock.ts';
import { BodyTooLarge, readText } from '../source/read-body.ts';
import { sourceMessages } from '../source/source.messages.ts';
import { announce, type ErrorDetail } from './events.ts';
import { say } from './messages.ts';

/** The one state a widget with a document of its own is in. Each has its own words and its own `:state()`. */
export type DocumentState = 'idle' | 'loading' | 'ready' | 'empty' | 'error';

/** A widget that is given a document: at hand, at an address, or as JSON inside of it. */
export interface DocumentHost extends ReactiveControllerHost, HTMLElement {
  src: string | null;
  fetchToken: FetchToken | null;
}

/** Which documents a widget reads. */
export interface DocumentKind<Given> {
  /** What one is called: `backtest`. */
  readonly name: string;
  /** The name and version of its shape: `hale.backtest/1`. */
  readonly format: string;
  /** Who makes one: `runBacktest`. */
  readonly by: string;
  /** The document at hand; it goes before an address. */
  readonly given: () => Given | null | undefined;
  /** Whether there is anything in one to show. */
  readonly isTold: (document: Given) => boolean;
}

type Failure = ErrorDetail['error'];

/** What came, be it a document or why there is none; what is no object is told by what it is not. */
type Found = object | Failure | null;

/** A backtest, the largest of them: three distances ahead, four ways to tell, curves. */
const mostBytes = 8_000_000;

/**
 * Finds a widget's document: the one at hand, else what is at `src`, asked for once, with a token of `fetchToken` and
 * without cookies, else the JSON in a `<script type="application/json">` inside of it.
 */
export class DocumentController<Given extends object> implements ReactiveController {
  #host: DocumentHost;
  #kind: DocumentKind<Given>;
  #internals: ElementInternals | null = null;
  #inside: MutationObserver | null = null;
  #abort: AbortController | null = null;
  /** The address asked last, whether it has answered or not. */
  #asked: string | null = null;
  #tokens: Bearer | null = null;
  #answer: Found = null;
  #announced: Failure | null = null;

  state: DocumentState = 'idle';
  /** Null in every state but ready and empty. */
  found: Given | null = null;
  error: Failure | null = null;

  constructor(host: DocumentHost, kind: DocumentKind<Given>) {
    this.#host = host;
    this.#kind = kind;
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
    const { src, fetchToken = null, isConnected } = this.#host;
    const given = this.#kind.given();
    // A function made anew, as components make them, is no reason to ask again: the newest is asked when a token is.
    if ((fetchToken === null) !== (this.#tokens === null)) {
      this.#tokens = fetchToken && bearer((refused) => this.#host.fetchToken?.(refused) ?? '', pageClock);
      this.#asked = null;
    }
    const isGiven = given !== null && given !== undefined;
    if (isConnected && !isGiven && src && src !== this.#asked) void this.#ask(src);
    const found: Found = isGiven ? given : src ? this.#answer : this.#written();
    this.error = found === null ? null : isFailure(found) ? found : this.#whatIsWrong(found);
    // Sound as far as it goes: it says of itself that it is one, and is read with care.
    this.found = found === null || this.error ? null : (found as Given);
    this.state = this.error ? 'error' : this.found ? 'ready' : src && !isGiven ? 'loading' : 'idle';
    if (this.found && !this.#kind.isTold(this.found)) this.state = 'empty';
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

  /** Why there is none, as readers are told in their language; whoever looks for the cause finds it in `hale-error`. */
  why(lang: string): string {
    const { code, message } = this.error ?? { code: '', message: '' };
    // What is wrong with a document at hand is for who wrote the page.
    if (this.#asked === null || this.#asked !== this.#host.src || this.#kind.given()) return message;
    const why: Readonly<Record<string, string | undefined>> = say(sourceMessages, lang).why;
    return why[code] ?? message;
  }

  retry = (): void => {
    this.#asked = null;
    this.#host.requestUpdate();
  };

  /** A document that takes longer to read is still to come. */
  awaitReading(): void {
    this.state = 'loading';
  }

  /** A document that defeats the drawing becomes the error state. */
  refuse(thrown: unknown): void {
    console.error(`hale: <${this.#host.localName}> cannot read its ${this.#kind.name}.`, thrown);
    this.found = null;
    this.error = malformed(`The ${this.#kind.name} cannot be read.`);
    this.state = 'error';
  }

  async #ask(src: string): Promise<void> {
    this.#abort?.abort();
    const own = new AbortController();
    this.#abort = own;
    this.#asked = src;
    this.#answer = null;
    const answer = await this.#fetch(src, own.signal);
    if (this.#abort !== own) return;
    this.#abort = null;
    this.#answer = answer;
    this.#host.requestUpdate();
  }

  #written(): Found {
    const script = this.#host.querySelector('script[type="application/json"]')?.textContent?.trim();
    return script ? this.#parse(script) : null;
  }

  async #fetch(src: string, signal: AbortSignal): Promise<Found> {
    const tokens = this.#tokens;
    try {
      const address = new URL(src, this.#host.ownerDocument.baseURI);
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
      return this.#parse(await readText(response, mostBytes));
    } catch (thrown) {
      const unreached = thrown instanceof NoToken ? 'No token could be had.' : 'The server could not be reached.';
      const message = thrown instanceof BodyTooLarge ? thrown.message : unreached;
      return { code: thrown instanceof BodyTooLarge ? 'too-large' : 'network', message };
    }
  }

  #parse(text: string): Found {
    try {
      const document: unknown = JSON.parse(text);
      // Read with care from here on, whatever it is.
      return (document ?? malformed(`The ${this.#kind.name} is empty.`)) as Found;
    } catch {
      return malformed(`The ${this.#kind.name} is not JSON.`);
    }
  }

  #whatIsWrong(found: unknown): Failure | null {
    const { name, format, by } = this.#kind;
    if (typeof found !== 'object' || found === null || Array.isArray(found)) {
      return malformed(`The ${name} must be an object, as ${by} gives it.`);
    }
    const { schema } = found as { readonly schema?: unknown };
    return typeof schema === 'string' && (schema === format || schema.startsWith(`${format}.`))
      ? null
      : malformed(`The ${name} is of another version: this widget reads ${format}.`);
  }
}

const malformed = (message: string): Failure => ({ code: 'malformed', message });

const isFailure = (found: object): found is Failure =>
  'code' in Object(found) && 'message' in Object(found) && !('schema' in Object(found));
