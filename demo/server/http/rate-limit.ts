import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { subjectOf } from '../tokens/grant.ts';
import { grantIn } from './access.ts';
import { Problem } from './problem.ts';

/** How many requests one subject may make in how many seconds. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
  /** How many streams it may have open at once; a thousand, of which the load is known, when absent. */
  readonly streams?: number;
}

/** Twenty a second over a minute: more than forty widgets ask for that come back at once, less than a loop does. */
export const usualRate: Rate = { requests: 1200, seconds: 60 };

/** Five new tokens a second over a minute: more than pages that are opened ask for, less than a loop does. */
export const usualMintRate: Rate = { requests: 300, seconds: 60 };

/** Refuses a subject's requests beyond its rate, and says when to come again. Only behind `identify`. */
export const limitRate = (rate: Rate): MiddlewareHandler => limited(rate, (context) => subjectOf(grantIn(context)));

/**
 * Refuses requests of one address beyond its rate: for where nobody has said yet who asks. Behind a proxy, put the address
 * that the proxy tells in the place of the connection's own.
 */
export const limitRateOfAddress = (rate: Rate): MiddlewareHandler => limited(rate, addressOf);

/** Counted in the memory of this process: several servers need a store that they share, which the library has for most. */
function limited({ requests, seconds }: Rate, whose: (context: Context) => string): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async (context, next) => {
    const found = await limiter.consume(whose(context)).catch((thrown: unknown) => thrown);
    if (!(found instanceof RateLimiterRes)) throw found;
    if (found.consumedPoints > requests) {
      const wait = Math.max(1, Math.ceil(found.msBeforeNext / 1000));
      const words = `At most ${requests} requests in ${seconds} seconds are answered: come again in ${wait} s.`;
      throw new Problem('too-many', words, { 'retry-after': String(wait) });
    }
    await next();
  };
}

function addressOf(context: Context): string {
  // There is no connection where the application is asked without a server.
  return context.env?.incoming ? (getConnInfo(context).remote.address ?? '') : '';
}
