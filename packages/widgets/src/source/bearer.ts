import type { Clock } from './clock.ts';

/**
 * Gets a token from the host's own server. `refused` is the one that the API has just turned away, so that a host that
 * keeps tokens gives another; null when none was. What it throws is told as a failure to reach the server.
 */
export type FetchToken = (refused: string | null) => string | Promise<string>;

/** No token could be had, or none that a header takes. What came instead is told to nobody. */
export class NoToken extends Error {
  override readonly name = 'NoToken';
}

/** The token in force, for all who need it; a new one where `refused` was turned away or there is none. Rejects with NoToken. */
export type Bearer = (refused: string | null) => Promise<string>;

/** ms after which a token that has not come is given up: a call that never ends must not stand in the way of the next. */
const patience = 30_000;

/** Keeps one token in memory. However many ask at once, one request for a token is under way. */
export function bearer(fetchToken: FetchToken, clock: Clock): Bearer {
  let kept: string | null = null;
  let coming: Promise<string> | null = null;

  async function renew(refused: string | null): Promise<string> {
    let forget = () => {};
    try {
      const token = await new Promise<string>((resolve, reject) => {
        forget = clock.after(patience, () => reject(new NoToken()));
        Promise.resolve(fetchToken(refused)).then(resolve, reject);
      });
      if (typeof token !== 'string' || !/^[\x21-\x7e]+$/.test(token)) throw new NoToken();
      kept = token;
      return token;
    } catch {
      throw new NoToken();
    } finally {
      forget();
      coming = null;
    }
  }

  return async (refused) => {
    // Another one has come since: it is tried before a further one is asked for.
    if (kept !== null && kept !== refused) return kept;
    kept = null;
    coming ??= renew(refused);
    return coming;
  };
}
