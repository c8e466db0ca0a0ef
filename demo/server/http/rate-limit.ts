import type { MiddlewareHandler } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { subjectOf } from '../tokens/grant.ts';
import { grantIn } from './access.ts';
import { Problem } from './problem.ts';

/** How many requests one subject may make in how many seconds. */
export interface Rate {
  readonly requests: number;
  readonly seconds: number;
}

/** Twenty a second over a minute: more than forty widgets ask for that come back at once, less than a loop does. */
export const usualRate: Rate = { requests: 1200, seconds: 60 };

/**
 * Refuses a subject's requests beyond its rate, and says when to come again. Counted in the memory of this process:
 * several servers need a store that they share, which the library has for most of them. Only behind `identify`.
 */
export function limitRate({ requests, seconds }: Rate): MiddlewareHandler {
  const limiter = new RateLimiterMemory({ points: requests, duration: seconds });
  return async (context, next) => {
    const found = await limiter.consume(subjectOf(grantIn(context))).catch((thrown: unknown) => thrown);
    if (!(found instanceof RateLimiterRes)) throw found;
    if (found.consumedPoints > requests) {
      const wait = Math.max(1, Math.ceil(found.msBeforeNext / 1000));
      const words = `At most ${requests} requests in ${seconds} seconds are answered: come again in ${wait} s.`;
      throw new Problem('too-many', words, { 'retry-after': String(wait) });
    }
    await next();
  };
}
