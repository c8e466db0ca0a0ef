/** What went wrong, for a program; `problems` says what each means to people. */
export type ProblemCode = keyof typeof problems;

const problems = {
  'invalid-body': { status: 400, title: 'What was sent cannot be used' },
  'invalid-parameter': { status: 400, title: 'A parameter is wrong' },
  'unknown-account': { status: 404, title: 'There is no such account' },
  'unknown-address': { status: 404, title: 'There is nothing at this address' },
  'wrong-method': { status: 405, title: 'This address can only be read' },
  unexpected: { status: 500, title: 'Something went wrong here' },
} as const;

/** An error that a client is told of: a code, and a sentence that says what, where, and how to mend it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;

  constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** The answer to a request that failed, as RFC 9457 has it. `instance` is the path that was asked for. */
export function problemAnswer({ code, message }: Problem, instance: string): Response {
  const { status, title } = problems[code];
  const body = { type: `urn:problem-type:hale:${code}`, title, status, detail: message, instance };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', ...(status === 405 ? { allow: 'GET, HEAD' } : {}) },
  });
}
