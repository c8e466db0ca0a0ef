import type { Context, MiddlewareHandler } from 'hono';
import type { Audience, Grant } from '../tokens/grant.ts';
import type { Refusal, Tokens } from '../tokens/tokens.ts';
import { Problem, unknownAccount } from './problem.ts';

/** Who may ask for what lies behind a route. */
export interface Access {
  readonly audiences: readonly Audience[];
  /**
   * What the route tells of: the whole portfolio; the account of its `:id`; or several accounts that it is asked for,
   * and then it leaves out itself what `reaches` does not allow.
   */
  readonly of: 'portfolio' | 'account' | 'accounts';
}

const refusals: Readonly<Record<Refusal, string>> = {
  expired: 'The token has ended: get a new one.',
  early: 'The token does not hold yet: the clock of the server that made it is ahead.',
  invalid: 'The token was not made by this server, or was changed since: get a new one.',
};

/** Lets nobody pass but with a token of this server, used from the pages that it is for. */
export const identify =
  (tokens: Tokens): MiddlewareHandler =>
  async (context, next) => {
    const given = /^Bearer +([^\s,]+)$/i.exec(context.req.header('authorization') ?? '')?.[1];
    if (!given) throw new Problem('no-token', 'Send a token in the header Authorization: Bearer, and nowhere else.');
    const grant = await tokens.check(given);
    if (typeof grant === 'string') throw new Problem(`token-${grant}`, refusals[grant]);
    if (pagesOf(context) !== grant.origin) {
      throw new Problem('wrong-origin', 'The token is for the pages of another origin.');
    }
    context.set('grant', grant);
    context.set('ends', grant.ends);
    await next();
  };

/** Lets pass who may ask what the route tells. An account that is out of reach is answered as one that is not there. */
export const admit =
  ({ audiences, of }: Access): MiddlewareHandler =>
  async (context, next) => {
    const grant = grantIn(context);
    if (!audiences.includes(grant.audience)) {
      throw new Problem('wrong-audience', `This is for the audience ${audiences.join(' or ')}, not ${grant.audience}.`);
    }
    if (of === 'portfolio' && grant.account !== null) {
      throw new Problem('wrong-subject', 'This tells of the whole portfolio: the token is for one account.');
    }
    const id = of === 'account' ? (context.req.param('id') ?? '') : null;
    if (id !== null && !reaches(grant, id)) throw unknownAccount(id);
    await next();
  };

/** What the bearer of a request's token may ask for. Only behind `identify`. */
export function grantIn(context: Context): Grant {
  const grant: Grant | undefined = context.get('grant');
  if (!grant) throw new Error('This address is not behind a check of tokens.');
  return grant;
}

/** When the token of a request ends, in ms since 1970. Only behind `identify`. */
export const endsOf = (context: Context): number => context.get('ends') ?? 0;

/** Whether a grant is for an account. */
export const reaches = ({ account }: Grant, id: string): boolean => account === null || account === id;

/**
 * The origin that a request comes from. Browsers leave it out where a page only reads from its own origin. Behind a proxy
 * that takes over TLS, put the address that people see in the place of the request's own.
 */
export const pagesOf = ({ req }: Context): string => req.header('origin') ?? new URL(req.url).origin;
