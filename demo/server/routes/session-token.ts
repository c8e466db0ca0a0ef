import type { Context } from 'hono';
import * as z from 'zod/mini';
import { pagesOf } from '../http/access.ts';
import { atMost } from '../http/at-most.ts';
import { readParameters } from '../http/parameters.ts';
import { Problem } from '../http/problem.ts';
import { type Endpoint, json } from '../openapi/operation.ts';
import { instant, named, said } from '../openapi/parts.ts';
import type { Grant } from '../tokens/grant.ts';
import type { Minted, Tokens } from '../tokens/tokens.ts';

/** Whether whoever sends a request is signed in, and may have what is granted. */
export type Allows = (request: Request, grant: Grant) => boolean | Promise<boolean>;

/** Stands in for the vendor's session, which this demo has none of: whoever opens a page may have what it asks for. */
export const everybody: Allows = () => true;

const accountId = z.string().check(z.minLength(1), z.maxLength(200));

const wanted = named(
  'WantedToken',
  'What a token is to be for.',
  z.union([
    z.strictObject({
      audience: z.literal('internal'),
      account: said('The one account; null for the whole portfolio.', z.nullable(accountId)),
    }),
    z.strictObject({ audience: z.literal('customer'), account: said('The one account.', accountId) }),
  ]),
);

const minted: z.ZodMiniType<Minted> = named(
  'MintedToken',
  'A token, and when it ends.',
  z.strictObject({ token: z.string(), expiresAt: instant() }),
);

/**
 * `POST /session/token`: a token for the page that asks, of this origin. Nothing of the grant is taken at its word:
 * `allows` says by the request's own session whether it may be had, and the origin is the one the page is at.
 */
export const sessionToken = (tokens: Tokens, allows: Allows): Endpoint => ({
  tells: {
    id: 'mintToken',
    summary: 'Get a token for a page',
    description: 'For the pages of this server alone. Whether it may be had, the session of whoever asks decides.',
    body: wanted,
    gives: json('The token, which lives for minutes.', minted),
    problems: ['wrong-origin', 'no-session', 'too-many'],
  },
  answer: [
    atMost(1024),
    async (context) => {
      readParameters({}, new URL(context.req.url).searchParams);
      const own = new URL(context.req.url).origin;
      if (pagesOf(context) !== own)
        throw new Problem('wrong-origin', 'Tokens are given to the pages of this server alone.');
      const grant = { ...(await bodyOf(context)), origin: own };
      if (!(await allows(context.req.raw, grant))) {
        throw new Problem('no-session', 'This session may not have such a token.');
      }
      context.header('cache-control', 'no-store');
      return context.json(await tokens.mint(grant));
    },
  ],
});

async function bodyOf({ req }: Context): Promise<z.infer<typeof wanted>> {
  const isJson = /^application\/json\b/i.test(req.header('content-type') ?? '');
  const given = isJson ? wanted.safeParse(await req.json().catch(() => null)) : null;
  if (given?.success) return given.data;
  throw new Problem(
    'invalid-body',
    'Send JSON, as application/json: {"audience": "internal", "account": null} for the portfolio, {"audience": "customer", "account": "acct-1"} or the same with "internal" for one account.',
  );
}
