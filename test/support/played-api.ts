import type { Report } from '@hale/core';
import { reportOf } from './reports.ts';

/** A request that waits for its answer. */
export interface Asked {
  /** Empty where it is for many. */
  readonly account: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Whether nobody wants the answer any more. */
  readonly isAborted: boolean;
  /** Whether it was answered. */
  readonly isOver: boolean;
  answer(response: Response): void;
  /** The network gives out. */
  fail(): void;
}

/** An API that answers when the test says so. */
export class PlayedApi {
  /** All that was asked for, oldest first. */
  readonly asked: Asked[] = [];

  fetch: typeof fetch = (input, init) =>
    new Promise((resolve, reject) => {
      let isOver = false;
      const end = (finish: () => void) => {
        isOver = true;
        finish();
      };
      const signal = init?.signal;
      const [, account = ''] = /accounts\/([^/]+)\//.exec(String(input)) ?? [];
      this.asked.push({
        account: decodeURIComponent(account),
        url: new URL(String(input), 'https://page.example'),
        headers: new Headers(init?.headers),
        get isAborted() {
          return signal?.aborted ?? false;
        },
        get isOver() {
          return isOver;
        },
        answer: (response) => end(() => resolve(response)),
        fail: () => end(() => reject(new TypeError('failed'))),
      });
      signal?.addEventListener('abort', () => end(() => reject(signal.reason)));
    });

  /** Requests that are neither answered nor given up. */
  get waiting(): Asked[] {
    return this.asked.filter(({ isOver }) => !isOver);
  }

  get last(): Asked {
    const last = this.asked.at(-1);
    if (!last) throw new Error('Nothing was asked for.');
    return last;
  }
}

/** The answer with a report of an account, and its tag. */
export function reportFor(account: string, changes: Partial<Report> = {}, etag = '"one"'): Response {
  const report = reportOf({ account: { id: account, name: account }, ...changes });
  return new Response(JSON.stringify(report), { headers: { 'content-type': 'application/json', etag } });
}

/** Lets everything that is settled be told: answers pass through a few promises, and a stream, on their way. */
export async function told(): Promise<void> {
  for (const _ of [1, 2]) await new Promise((resolve) => setTimeout(resolve, 0));
}
