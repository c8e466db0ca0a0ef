import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long a slice lasts, in ms: then what else the page has to do goes first. */
const slice = 8;

/** Something to be read a part at a time; it yields between parts. */
export type Reading<Result> = Generator<undefined, Result>;

/** Reads what may be long in slices, each a task of its own, so that nothing else in a page waits for all of it. What is short is read at once. */
export class InSlices<Result> implements ReactiveController {
  #host: ReactiveControllerHost;
  #of: unknown = null;
  #work: Reading<Result> | null = null;
  #result: Result | null = null;
  #thrown: { readonly what: unknown } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#later();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /**
   * What `read` makes of this document; null while it is being read, and then the widget is drawn anew. Another document
   * takes the place of one that is being read. Throws what `read` throws.
   */
  read(of: unknown, read: () => Reading<Result>): Result | null {
    if (of !== this.#of) {
      clearTimeout(this.#timer);
      this.#of = of;
      this.#result = this.#thrown = null;
      this.#work = read();
      this.#advance();
      this.#later();
    }
    if (this.#thrown) throw this.#thrown.what;
    return this.#result;
  }

  #later(): void {
    if (!this.#work) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#advance();
      this.#later();
      if (!this.#work) this.#host.requestUpdate();
    });
  }

  #advance(): void {
    const until = performance.now() + slice;
    try {
      do {
        const { done, value } = this.#work?.next() ?? { done: true, value: undefined };
        if (!done) continue;
        this.#result = value ?? null;
        this.#work = null;
      } while (this.#work && performance.now() < until);
    } catch (what) {
      this.#thrown = { what };
      this.#work = null;
    }
  }
}
