import { readText } from './read-body.ts';

const longest = 300;

/** What a failed response says of itself (problem+json, RFC 9457), as words for people; null when it says nothing. */
export async function readProblem(response: Response): Promise<string | null> {
  if (!/\bproblem\+json\b/i.test(response.headers.get('content-type') ?? '')) return null;
  try {
    const problem: unknown = JSON.parse(await readText(response, 16_000));
    if (problem === null || typeof problem !== 'object') return null;
    const said = ['title', 'detail'].flatMap((key) => {
      const value = (problem as Record<string, unknown>)[key];
      return typeof value === 'string' && value.trim() ? [value.trim().replace(/[.:]$/, '')] : [];
    });
    const words = said.length ? `${said.join(': ')}.` : null;
    return words && words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
  } catch {
    return null;
  }
}
