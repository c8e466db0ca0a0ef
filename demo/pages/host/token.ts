/** What a page asks for: the vendor's own people see the portfolio (`account: null`) or one account, a customer itself. */
export interface Wanted {
  readonly audience: 'internal' | 'customer';
  readonly account: string | null;
}

/** The token of a page: kept in its memory, asked for once however many need it, and anew when it is refused. */
export type PageToken = (refused: string | null) => Promise<string>;

/** Tokens from this page's own server, which knows who is signed in. */
export function pageToken(wanted: Wanted): PageToken {
  let kept: Promise<string> | null = null;
  let last: string | null = null;
  return async (refused) => {
    if (refused !== null && refused === last) kept = null;
    kept ??= askFor(wanted);
    try {
      last = await kept;
      return last;
    } catch (error) {
      kept = null;
      throw error;
    }
  };
}

async function askFor(wanted: Wanted): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch('/session/token', { method: 'POST', headers, body: JSON.stringify(wanted) });
  if (!response.ok) throw new Error(`The server gave no token (${response.status}).`);
  return (await response.json()).token;
}

/** A request to this server's API with a page's token; where that is refused, once more with a new one. */
export async function fetchWith(token: PageToken, address: string, init: RequestInit = {}): Promise<Response> {
  const send = (bearer: string) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${bearer}`);
    return fetch(address, { ...init, headers });
  };
  const first = await token(null);
  const response = await send(first);
  return response.status === 401 ? send(await token(first)) : response;
}
