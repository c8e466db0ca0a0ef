import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';

/**
 * Lets pages of these origins read answers of the API (CORS). It opens nothing: what is asked for from there still needs
 * a token that was minted for that origin. Cookies stay at home.
 */
export const otherOrigins = (origins: readonly string[]): MiddlewareHandler =>
  cors({
    origin: [...origins],
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'If-None-Match', 'Last-Event-ID'],
    exposeHeaders: ['Date', 'ETag', 'Retry-After'],
    maxAge: 600,
  });
