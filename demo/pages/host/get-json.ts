import { fetchWith, type PageToken } from './token.ts';

/** What a failed request says to people: the server's own words where it sent any. */
class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly status: number | null;

  constructor(message: string, status: number | null) {
    super(message);
    this.status = status;
  }
}

/**
 * The JSON at an address of this server's API. `T` is the caller's word for its shape.
 * Throws a RequestFailed with a sentence for people, or an AbortError when it was given up.
 */
export async function getJson<T>(token: PageToken, address: string, signal?: AbortSignal): Promise<T> {
  const init = { ...(signal && { signal }), headers: { accept: 'application/json' } };
  return (await getReply(token, address, init)).json();
}

/** The answer of this server's API to a request that it grants. Throws as `getJson` does. */
export async function getReply(token: PageToken, address: string, init: RequestInit): Promise<Response> {
  const response = await fetchWith(token, address, init).catch((error: Error) => {
    if (init.signal?.aborted) throw error;
    throw new RequestFailed('The server could not be reached.', null);
  });
  if (!response.ok) throw new RequestFailed(await saidBy(response), response.status);
  return response;
}

/** The words of a problem+json answer (RFC 9457), or a plain sentence. */
async function saidBy(response: Response): Promise<string> {
  const plain = `The server could not answer (${response.status}).`;
  if (!response.headers.get('content-type')?.includes('problem+json')) return plain;
  const { title, detail }: { title?: string; detail?: string } = await response.json().catch(() => ({}));
  return detail ?? title ?? plain;
}
