import { ask, type Received, type Transport } from './ask.ts';
import { backoff } from './backoff.ts';
import type { HealthSource, SourceState } from './health-source.ts';
import { type Feed, share } from './share.ts';
import { type FetchSourceOptions, patience, transportOf } from './transport.ts';

export type { FetchSourceOptions } from './transport.ts';

/**
 * Gets reports from a JSON API: one request for all widgets on an account, aborted when the last of them leaves;
 * failures of the network, 408, 425, 429 and 5xx are tried again with growing pauses, as `Retry-After` asks; a 401 once,
 * with a new token.
 * Throws a HealthError when `baseUrl` is not an http or https address, or `path` does not lead to an account below it.
 */
export function fetchSource(options: FetchSourceOptions): Required<HealthSource> {
  const transport = transportOf(options);
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
