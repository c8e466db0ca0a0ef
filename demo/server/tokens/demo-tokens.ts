import { type KeyRing, keyRing } from './key-ring.ts';
import { signedTokens, type Tokens, tolerance } from './tokens.ts';

/** Seconds that a token lives: long enough that a page asks seldom, short enough that a lost one is soon worth nothing. */
export const lifetime = 300;
const day = 86_400_000;

/** The tokens of this demo, with keys of its own that change every day. */
export function demoTokens(now: () => number = Date.now): { readonly tokens: Tokens; readonly keys: KeyRing } {
  const keys = keyRing({ keptFor: (lifetime + tolerance) * 1000, signsFor: day, now });
  return { keys, tokens: signedTokens({ keys, issuer: 'hale-demo', lifetime, now }) };
}
