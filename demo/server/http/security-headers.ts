import type { MiddlewareHandler } from 'hono';

/**
 * The policy the pages pass without a violation: nothing inline, nothing from elsewhere, no string becomes markup but
 * through lit's own templates, and no other site puts them in a frame. `img-src` is for the icon
 * of the page and `font-src` for the host's own font: the widgets need neither.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html 'allow-duplicates'",
].join('; ');

/** Sets the content security policy and its companions on every answer. */
export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  context.header('content-security-policy', policy);
  context.header('x-content-type-options', 'nosniff');
  context.header('referrer-policy', 'no-referrer');
};
