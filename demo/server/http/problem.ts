import * as z from 'zod/mini';
import { named, said } from '../openapi/parts.ts';

/** What went wrong, for a program; `problems` says what each means to people. */
export type ProblemCode = keyof typeof problems;

/** What each of them means: its HTTP status, and its title. */
export const problems = {
  'invalid-body': { status: 400, title: 'What was sent cannot be used' },
  'invalid-parameter': { status: 400, title: 'A parameter is wrong' },
  'no-token': { status: 401, title: 'A token is needed' },
  'token-expired': { status: 401, title: 'The token has ended' },
  'token-early': { status: 401, title: 'The token does not hold yet' },
  'token-invalid': { status: 401, title: 'The token is not one of this server' },
  'wrong-origin': { status: 403, title: 'The token is for other pages' },
  'wrong-audience': { status: 403, title: 'The token is for another audience' },
  'wrong-subject': { status: 403, title: 'The token is for one account' },
  'no-session': { status: 403, title: 'No such token for this session' },
  'unknown-account': { status: 404, title: 'There is no such account' },
  'unknown-address': { status: 404, title: 'There is nothing at this address' },
  'wrong-method': { status: 405, title: 'This address has no such method' },
  'too-large': { status: 413, title: 'What was sent is too long' },
  'key-reused': { status: 422, title: 'Another batch was sent under this key' },
  'too-many': { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something went wrong here' },
} as const;

/** An error that a client is told of: a code, and a sentence that says what, where, and how to mend it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** Sent along with the answer. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ProblemCode, detail: string, headers: Readonly<Record<string, string>> = {}) {
    super(detail);
    this.code = code;
    this.headers = headers;
  }
}

/** No account of that id that the bearer may read; whether anybody else may read one is not told. */
export const unknownAccount = (id: string): Problem =>
  new Problem('unknown-account', `No account that this token is for has the id ${shown(id)}.`);

/** What was given, as a sentence shows it: quoted, cut at 80 characters. */
export const shown = (value: string): string => JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);

/** A problem's own address, which leads nowhere. */
export const problemType = (code: string): string => `urn:problem-type:hale:${code}`;

/** What is sent of a problem (RFC 9457). */
export const problem = named(
  'Problem',
  'What went wrong (RFC 9457).',
  z.strictObject({
    type: said('What kind of problem it is, for a program.', z.string()),
    title: z.string(),
    status: z.int(),
    detail: said('What is wrong, where, and how to mend it, in a sentence or two.', z.string()),
    instance: said('The path that was asked for.', z.string()),
  }),
);

/** The answer to a request that failed, as RFC 9457 has it. `instance` is the path that was asked for. */
export function problemAnswer({ code, message, headers }: Problem, instance: string): Response {
  const { status, title } = problems[code];
  const body: z.infer<typeof problem> = { type: problemType(code), title, status, detail: message, instance };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...headers,
      // RFC 6750: a request without a token is told what to send, and no more.
      ...(status === 401
        ? { 'www-authenticate': code === 'no-token' ? 'Bearer' : 'Bearer error="invalid_token"' }
        : {}),
    },
  });
}
